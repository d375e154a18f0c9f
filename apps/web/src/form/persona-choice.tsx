import type { Locale, Persona } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';

interface PersonaChoiceProps {
  readonly personas: readonly Persona[];
  readonly kind: string;
  readonly locale: Locale;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Selection of the counsellors available for this kind, with a description of the selected one. */
export function PersonaChoice({ personas, kind, locale, chosen, onChoose }: PersonaChoiceProps) {
  const fitting = personas.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
  if (fitting.length === 0) return null;
  const texts = TEXTS[locale];
  const about = fitting.find(({ id }) => id === chosen)?.text[locale];
  return (
    <div class="persona">
      <label>
        <span>{texts.persona}</span>
        <select
          name="persona"
          value={chosen}
          aria-describedby="about-persona"
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        >
          <option value="">{texts.anyPersona}</option>
          {fitting.map(({ id, title }) => (
            <option value={id}>{title[locale]}</option>
          ))}
        </select>
      </label>
      <p id="about-persona" class="quiet" aria-live="polite">
        {about && firstSentence(about)}
      </p>
    </div>
  );
}

const firstSentence = (text: string): string => /^.*?[.!?。](?=\s|$)/u.exec(text)?.[0] ?? text;
