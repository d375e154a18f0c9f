import { PLACES_BY_NAME } from '../../dist/libs/divination/src/birth/places.js';

/** Limits the file to about 20 kB compressed. The server accepts smaller cities, but the page does not suggest them. */
const MAX_WORLD_CITIES = 2_500;

/** Suggestions for the place of birth, one per line: Korean name | English name | ISO country | region. */
export function placeNames() {
  const places = [...new Set([...PLACES_BY_NAME.values()].flat())];
  const korean = places.filter(({ country, isProvince }) => country === 'KR' && !isProvince);
  const world = places.filter(({ country }) => country !== 'KR').slice(0, MAX_WORLD_CITIES);
  return [...korean, ...world].map(({ ko, en, country, region }) => [ko, en, country, region].join('|')).join('\n');
}
