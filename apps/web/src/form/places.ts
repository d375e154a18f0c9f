import type { Locale } from '../server/catalogue.js';

export interface Place {
  readonly ko: string;
  readonly en: string;
  /** ISO 3166-1 code. */
  readonly country: string;
  readonly region: string;
}

const MAX_SUGGESTIONS = 12;

let loading: Promise<readonly Place[]> | undefined;

/** Loads the built list of places once; empty when that fails. */
export const loadPlaces = (): Promise<readonly Place[]> =>
  (loading ??= fetch(PLACES_URL)
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '')
    .then(parsePlaces));

function parsePlaces(text: string): readonly Place[] {
  let [country, region] = ['', ''];
  return text.split('\n').flatMap((line) => {
    const [first = '', second = ''] = line.split('|');
    if (first.startsWith('=')) [country, region] = [first.slice(1), second];
    return first === '' || first.startsWith('=') ? [] : [{ ko: first, en: second, country, region }];
  });
}

/** Names that start with the text, in the form that the server understands: `수원시, 경기도` and `Paris, France`. */
export function matchingPlaces(places: readonly Place[], text: string, locale: Locale): readonly string[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return [];
  const matching = places.filter(({ ko, en }) => ko.startsWith(typed) || en.toLowerCase().startsWith(typed));
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return matching.slice(0, MAX_SUGGESTIONS).map((place) => {
    const where = place.country === 'KR' ? place.region : (countries.of(place.country) ?? place.country);
    if (place.country === 'KR' && (locale === 'en' || where.startsWith(place.ko))) return place[locale];
    return `${place[locale]}, ${where}`;
  });
}
