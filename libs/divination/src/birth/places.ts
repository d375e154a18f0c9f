import type { Locale } from '@app/text';
import { COUNTRY_ALIASES, PLACE_ALIASES, REGIONS } from './place-names.js';
import { KOREAN_DISTRICTS, KOREAN_PLACES, KOREAN_PROVINCE_ALIASES } from './korean-places.js';
import { WORLD_CITIES } from './world-cities.generated.js';

/** A city or county, with coordinates in degrees to two decimals. */
export interface Place {
  readonly ko: string;
  readonly en: string;
  /** ISO 3166-1 code. */
  readonly country: string;
  /** Korean province, or region code such as `FL`; empty where the table has none. */
  readonly region: string;
  readonly lat: number;
  readonly lon: number;
  /** The entry is a whole province, with the coordinates of its seat. */
  readonly isProvince?: true;
}

/** Normalizes a place name for comparison: removes differences of case, accents and apostrophes. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}|[’‘'`.]/gu, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ');

const lines = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

interface Named {
  readonly place: Place;
  readonly names: readonly string[];
}

/** Prefix of the line of a province; the lines of its cities and counties follow. */
const PROVINCE = '= ';

const provinceNames = (full: string, ko = '', en = ''): readonly string[] => [
  full,
  ko,
  en,
  ...(KOREAN_PROVINCE_ALIASES[full] ?? []),
];

const METROPOLITAN = /시$/u;

function koreanPlaces(): readonly Named[] {
  let province = '';
  return lines(KOREAN_PLACES).map((row): Named => {
    if (!row[0]?.startsWith(PROVINCE)) return koreanPlace(province, row);
    const full = row[0].slice(PROVINCE.length);
    const [, ko = '', en = '', lat, lon] = row;
    province = full;
    const place = { ko, en, country: 'KR', region: full, lat: Number(lat), lon: Number(lon) };
    const names = provinceNames(full, ko, en);
    return { place: METROPOLITAN.test(full) ? place : { ...place, isProvince: true }, names };
  });
}

function koreanPlace(region: string, [full = '', en = '', lat, lon]: readonly string[]): Named {
  const ko = full.replace(/(?<=..)[시군]$/u, '');
  const suffix = full.endsWith('군') ? 'gun' : 'si';
  const districts = KOREAN_DISTRICTS[full] ?? [];
  return {
    place: { ko: full, en, country: 'KR', region, lat: Number(lat), lon: Number(lon) },
    names: [full, ko, en, `${en}-${suffix}`, `${en} ${suffix}`, ...districts],
  };
}

const worldPlaces = (): readonly Named[] =>
  lines(WORLD_CITIES).map(([en = '', ko = '', country = '', region = '', lat, lon]) => ({
    place: { ko: ko || en, en, country, region, lat: Number(lat), lon: Number(lon) },
    names: [ko, en, en.replace(/^City of | City$/u, ''), ...(PLACE_ALIASES[`${country} ${en}`] ?? [])],
  }));

/**
 * All places by each of their folded names. Places of the same name are ordered by population, with Korean places
 * first.
 */
function indexed(): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>();
  for (const { place, names } of [...koreanPlaces(), ...worldPlaces()])
    for (const name of new Set(names.filter(Boolean).map(foldName)))
      index.set(name, [...(index.get(name) ?? []), place]);
  return index;
}

export const PLACES_BY_NAME: ReadonlyMap<string, readonly Place[]> = indexed();

/** The country or region that a word next to a city name stands for. */
export interface Whereabouts {
  readonly country: string;
  readonly region?: string;
}

const regionNames = (type: Locale) => new Intl.DisplayNames(type, { type: 'region', fallback: 'none' });

function whereabouts(): ReadonlyMap<string, readonly Whereabouts[]> {
  const found = new Map<string, Whereabouts[]>();
  const add = (name: string | undefined, meaning: Whereabouts) => {
    if (name) found.set(foldName(name), [...(found.get(foldName(name)) ?? []), meaning]);
  };
  const places = [...PLACES_BY_NAME.values()].flat();
  const [korean, english] = [regionNames('ko'), regionNames('en')];
  for (const country of new Set(places.map((place) => place.country)))
    for (const name of [country, korean.of(country), english.of(country), ...(COUNTRY_ALIASES[country] ?? [])])
      add(name, { country });
  for (const [country, regions] of Object.entries(REGIONS))
    for (const [region, names] of Object.entries(regions)) for (const name of names) add(name, { country, region });
  for (const [first = '', ko, en] of lines(KOREAN_PLACES).filter(([name]) => name?.startsWith(PROVINCE)))
    for (const name of provinceNames(first.slice(PROVINCE.length), ko, en))
      add(name, { country: 'KR', region: first.slice(PROVINCE.length) });
  return found;
}

/** Countries, regions and provinces by folded name. A name can have several meanings: `CA` is California and Canada. */
export const WHEREABOUTS: ReadonlyMap<string, readonly Whereabouts[]> = whereabouts();
