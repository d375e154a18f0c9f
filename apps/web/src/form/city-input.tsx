import { useState } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import { FIELD_HINTS } from '../texts/names.js';
import { type Place, loadPlaces, matchingPlaces } from './places.js';

interface CityInputProps {
  readonly path: string;
  readonly locale: Locale;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const MAX_CITY = 100;

/** Text input with suggestions; the list is fetched when the field is first used. */
export function CityInput({ path, locale, value, onChange }: CityInputProps) {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  return (
    <>
      <input
        type="text"
        name={path}
        value={value}
        maxLength={MAX_CITY}
        placeholder={FIELD_HINTS['city']?.[locale] ?? ''}
        list={`${path}-places`}
        onFocus={() => void loadPlaces().then(setPlaces)}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <datalist id={`${path}-places`}>
        {matchingPlaces(places, value, locale).map((name) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  );
}
