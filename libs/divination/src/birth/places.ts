import type { Locale } from '@app/text';
import koreanPlaces from './tables/korean-places.json' with { type: 'json' };
import placeNames from './tables/place-names.json' with { type: 'json' };
import worldCities from './tables/world-cities.generated.json' with { type: 'json' };

type Names = Readonly<Record<string, readonly string[]>>;

/** A province or metropolitan city of South Korea with the coordinates of its seat, and its cities and counties. */
interface Province {
  readonly name: string;
  readonly ko: string;
  readonly en: string;
  readonly lat: number;
  readonly lon: number;
  readonly aliases: readonly string[];
  /** Those that no longer exist or were merged come last. */
  readonly places: readonly KoreanPlace[];
}

interface KoreanPlace {
  readonly name: string;
  readonly en: string;
  readonly lat: number;
  readonly lon: number;
  /** Districts and towns commonly named without their city. */
  readonly districts?: readonly string[];
}

/** Cities outside South Korea, the most populous first; `ko` and `region` may be empty. */
type CityRow = readonly [en: string, ko: string, country: string, region: string, lat: number, lon: number];

const PROVINCES: readonly Province[] = koreanPlaces;
const CITIES = worldCities as unknown as readonly CityRow[];
/** Alternative names of cities by country and English name, names of regions by country and region code. */
const NAMES: { readonly cities: Names; readonly countries: Names; readonly regions: Readonly<Record<string, Names>> } =
  placeNames;

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

const PLAIN = /^[A-Za-z가-힣]+(?: [A-Za-z가-힣]+)*$/u;

/** Normalizes a place name for comparison: removes differences of case, accents and apostrophes. */
export const foldName = (name: string): string =>
  // Most names need no normalization, which takes half of the time of building the index.
  PLAIN.test(name)
    ? name.toLowerCase()
    : name
        .normalize('NFD')
        .replaceAll(/\p{M}|[’‘'`.]/gu, '')
        .normalize('NFC')
        .trim()
        .toLowerCase()
        .replaceAll(/\s+/gu, ' ');

interface Named {
  readonly place: Place;
  readonly names: readonly string[];
}

const namesOfProvince = ({ name, ko, en, aliases }: Province): readonly string[] => [name, ko, en, ...aliases];

const METROPOLITAN = /시$/u;

function koreanProvince(province: Province): readonly Named[] {
  const { name, ko, en, lat, lon, places } = province;
  const place = { ko, en, country: 'KR', region: name, lat, lon };
  const seat = METROPOLITAN.test(name) ? place : ({ ...place, isProvince: true } as const);
  return [{ place: seat, names: namesOfProvince(province) }, ...places.map((each) => koreanPlace(name, each))];
}

function koreanPlace(region: string, { name, en, lat, lon, districts = [] }: KoreanPlace): Named {
  const suffix = name.endsWith('군') ? 'gun' : 'si';
  return {
    place: { ko: name, en, country: 'KR', region, lat, lon },
    names: [name, name.replace(/(?<=..)[시군]$/u, ''), en, `${en}-${suffix}`, `${en} ${suffix}`, ...districts],
  };
}

const worldCity = ([en, ko, country, region, lat, lon]: CityRow): Named => ({
  place: { ko: ko || en, en, country, region, lat, lon },
  names: [
    ko,
    ko.replace(/(?<=..) ?시$/u, ''),
    en,
    en.replace(/^City of | City$/u, ''),
    ...(NAMES.cities[`${country} ${en}`] ?? []),
  ],
});

/** Cities of North Korea come first: their Korean names are also transcriptions of Chinese ones (원산 for Wenshan). */
const koreanFirst = (cities: readonly CityRow[]): readonly CityRow[] =>
  cities.toSorted(([, , one], [, , other]) => Number(other === 'KP') - Number(one === 'KP'));

function indexPlaces(): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>();
  for (const { place, names } of [...PROVINCES.flatMap(koreanProvince), ...koreanFirst(CITIES).map(worldCity)])
    for (const name of new Set(names.filter(Boolean).map(foldName))) {
      const places = index.get(name);
      if (places) places.push(place);
      else index.set(name, [place]);
    }
  return index;
}

/** The country or region that a word next to a city name stands for. */
export interface Whereabouts {
  readonly country: string;
  readonly region?: string;
}

const regionNames = (type: Locale) => new Intl.DisplayNames(type, { type: 'region', fallback: 'none' });

function indexWhereabouts(): ReadonlyMap<string, readonly Whereabouts[]> {
  const found = new Map<string, Whereabouts[]>();
  const add = (name: string | undefined, meaning: Whereabouts) => {
    if (name) found.set(foldName(name), [...(found.get(foldName(name)) ?? []), meaning]);
  };
  const [korean, english] = [regionNames('ko'), regionNames('en')];
  for (const country of new Set(['KR', ...CITIES.map(([, , code]) => code)]))
    for (const name of [country, korean.of(country), english.of(country), ...(NAMES.countries[country] ?? [])])
      add(name, { country });
  for (const [country, regions] of Object.entries(NAMES.regions))
    for (const [region, names] of Object.entries(regions)) for (const name of names) add(name, { country, region });
  for (const province of PROVINCES)
    for (const name of namesOfProvince(province)) add(name, { country: 'KR', region: province.name });
  return found;
}

let placeIndex: ReadonlyMap<string, readonly Place[]> | undefined;
let whereaboutsIndex: ReadonlyMap<string, readonly Whereabouts[]> | undefined;

/**
 * All places by each of their folded names. Places of the same name are ordered by population, with Korean places
 * first. Built on first use, which takes about 50 ms.
 */
export const placesByName = (): ReadonlyMap<string, readonly Place[]> => (placeIndex ??= indexPlaces());

/** Countries, regions and provinces by folded name. A name can have several meanings: `CA` is California and Canada. */
export const whereaboutsByName = (): ReadonlyMap<string, readonly Whereabouts[]> =>
  (whereaboutsIndex ??= indexWhereabouts());
