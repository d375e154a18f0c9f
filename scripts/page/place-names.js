import { placesByName } from '../../dist/libs/divination/src/birth/places.js';

/** Limits the file to about 14 kB compressed. The server accepts smaller cities, but the page does not suggest them. */
const MAX_WORLD_CITIES = 960;

/**
 * Suggestions for the place of birth: a line `=ISO country|region`, then its places as `Korean name|English name`.
 */
export function placeNames() {
  const places = [...new Set([...placesByName().values()].flat())];
  const korean = places.filter(({ country, isProvince }) => country === 'KR' && !isProvince);
  const world = places.filter(({ country }) => country !== 'KR').slice(0, MAX_WORLD_CITIES);
  const regions = Map.groupBy([...korean, ...world], ({ country, region }) => `=${country}|${region}`);
  return [...regions].flatMap(([head, group]) => [head, ...group.map(({ ko, en }) => `${ko}|${en}`)]).join('\n');
}
