import { type Place, type Whereabouts, foldName, placesByName, whereaboutsByName } from './places.js';

export interface FoundPlace {
  readonly place: Place;
  /**
   * False when distant places have the same name, when the place is a whole province, or when a word after the name was
   * not recognized. Unrecognized Korean words after a Korean place count as districts.
   */
  readonly isCertain: boolean;
}

interface Candidate extends FoundPlace {
  readonly unknownWords: number;
  readonly nameWords: number;
}

const MAX_WORDS = 8;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * Finds the place named in a text such as `서울특별시 강남구`, `경기도 수원시`, `대한민국 서울`, `Melbourne, Florida`, `Seoul, KR`. The
 * words next to the name must be consistent with the location of the place. Undefined when the table has no such place.
 */
export function findPlace(text: string): FoundPlace | undefined {
  const segments = text
    .split(/[,()·]/u)
    .map((segment) => foldName(segment).split(' ').filter(Boolean))
    .filter((words) => words.length > 0);
  const words = segments.flatMap((segment, at) => segment.map((word) => ({ word, segment: at })));
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const candidates: Candidate[] = [];
  for (let from = 0; from < words.length; from++)
    for (let until = words.length; until > from; until--) {
      const found = candidate(words, from, until);
      if (found) candidates.push(found);
    }
  return candidates.sort(byFit)[0];
}

/**
 * Sort order of candidates: fewest unrecognized words, then cities before provinces, then longer names. Among equals,
 * the order of the text is kept.
 */
const byFit = (one: Candidate, other: Candidate): number =>
  one.unknownWords - other.unknownWords ||
  Number(one.place.isProvince ?? false) - Number(other.place.isProvince ?? false) ||
  other.nameWords - one.nameWords;

interface Word {
  readonly word: string;
  readonly segment: number;
}

function candidate(words: readonly Word[], from: number, until: number): Candidate | undefined {
  const named = placesByName().get(joined(words.slice(from, until)));
  if (!named) return undefined;
  const before = qualifiersIn(words.slice(0, from));
  const after = qualifiersIn(words.slice(until));
  const known = [...before.known, ...after.known];
  const places = named.filter((place) => known.every((meanings) => meanings.some((meaning) => agrees(place, meaning))));
  const [place] = places;
  if (!place || before.unknown.length > 0) return undefined;
  const own = words[until - 1]?.segment;
  if (!after.unknown.every((word) => HANGUL.test(word.word) || word.segment !== own)) return undefined;
  const isDistrict = place.country === 'KR' && after.unknown.every(({ word }) => HANGUL.test(word));
  return {
    place,
    isCertain: isAlone(place, places) && !place.isProvince && (isDistrict || after.unknown.length === 0),
    unknownWords: after.unknown.length,
    nameWords: until - from,
  };
}

const joined = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

const agrees = (place: Place, { country, region }: Whereabouts): boolean =>
  place.country === country && (region === undefined || place.region === region);

/** Whether all the places are near one place. One degree of longitude is four minutes of solar time. */
const isAlone = (place: Place, places: readonly Place[]): boolean =>
  places.every(({ lat, lon }) => Math.abs(lat - place.lat) < 1 && Math.abs(lon - place.lon) < 0.5);

/** Splits words into the longest phrases that name a country, region or province, and the remaining words. */
function qualifiersIn(words: readonly Word[]): {
  readonly known: readonly (readonly Whereabouts[])[];
  readonly unknown: readonly Word[];
} {
  const known: (readonly Whereabouts[])[] = [];
  const unknown: Word[] = [];
  for (let at = 0; at < words.length;) {
    const length = [4, 3, 2, 1].find(
      (size) => at + size <= words.length && whereaboutsByName().has(joined(words.slice(at, at + size))),
    );
    const meanings = length && whereaboutsByName().get(joined(words.slice(at, at + length)));
    const word = words[at];
    if (meanings) known.push(meanings);
    else if (word) unknown.push(word);
    at += length ?? 1;
  }
  return { known, unknown };
}
