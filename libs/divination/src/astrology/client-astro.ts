import { z } from 'zod';
import { aspectsAmong } from './aspect.js';
import { type AstroChart, positionsWithAngles } from './astro-chart.js';
import { BODIES, BODY_NAMES, type Body } from './body.js';
import { type Placement, SIGNS, SIGN_NAMES, type Sign, placementOf } from './zodiac.js';

/**
 * Lenient schemas: clients of every version send charts, so unreadable values count as absent and never cause errors.
 */
const loose = z.record(z.string(), z.unknown()).catch({});
const list = z.array(z.unknown()).max(100).catch([]);
const word = z.string().max(40).catch('');
const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/u)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);

/**
 * Parses a chart sent by a client. `planets` is a list with names or a map by name, or the bodies are top-level fields;
 * a placement is a sign or `{sign, degree?, house?, longitude?, retrograde?}`. Undefined when neither a body nor the
 * ascendant is recognized.
 */
export function clientAstro(value: Readonly<Record<string, unknown>>): AstroChart | undefined {
  const bodies = bodiesIn(value['planets'] ?? value['bodies'] ?? value);
  const ascendant = placementFrom(first(value, ['ascendant', 'asc', 'rising', 'Ascendant']));
  const midheaven = placementFrom(first(value, ['midheaven', 'mc', 'MC', 'Midheaven']));
  if (Object.keys(bodies).length === 0 && !ascendant) return undefined;
  const angles = { ...(ascendant && { ascendant }), ...(midheaven && { midheaven }) };
  return {
    bodies,
    ...angles,
    aspects: aspectsAmong(positionsWithAngles({ bodies, ...angles })),
  };
}

function bodiesIn(source: unknown): AstroChart['bodies'] {
  const named = Array.isArray(source)
    ? list.parse(source).map((entry) => [first(loose.parse(entry), ['name', 'planet', 'body', 'id']), entry] as const)
    : Object.entries(loose.parse(source));
  return Object.fromEntries(
    named.flatMap(([name, entry]) => {
      const body = bodyFrom(name);
      const placement = placementFrom(entry);
      return body && placement ? [[body, placement] as const] : [];
    }),
  );
}

function bodyFrom(value: unknown): Body | undefined {
  const name = word.parse(value).trim();
  const bare = name.toLowerCase().replace(/^the /u, '');
  return BODIES.find((body) => body === bare || BODY_NAMES[body].ko === name);
}

const SYMBOLS = '♈♉♊♋♌♍♎♏♐♑♒♓';

function signFrom(value: unknown): Sign | undefined {
  const name = word.parse(value).trim();
  const bare = name.toLowerCase();
  const symbol = name ? SYMBOLS.indexOf(name.slice(0, 1)) : -1;
  return (
    SIGNS.find((sign) => sign === bare || sign.slice(0, 3) === bare || SIGN_NAMES[sign].ko === name) ??
    (name === '궁수자리' ? 'sagittarius' : SIGNS[symbol])
  );
}

function placementFrom(value: unknown): Placement | undefined {
  const source = loose.parse(value);
  const longitude = number.parse(source['longitude'] ?? source['lon']);
  const named = signFrom(value) ?? signFrom(source['sign']) ?? signFrom(loose.parse(source['sign'])['name']);
  const place = named ? within(named, number.parse(source['degree'])) : undefined;
  const placement = longitude === undefined ? place : placementOf(longitude);
  return placement && { ...placement, ...houseIn(source), ...retrogradeIn(source) };
}

const within = (sign: Sign, degree: number | undefined): Placement =>
  degree !== undefined && degree >= 0 && degree < 30 ? { sign, degree } : { sign };

function houseIn(source: Readonly<Record<string, unknown>>): Pick<Placement, 'house'> {
  const house = number.parse(source['house']);
  return house !== undefined && Number.isInteger(house) && house >= 1 && house <= 12 ? { house } : {};
}

function retrogradeIn(source: Readonly<Record<string, unknown>>): Pick<Placement, 'retrograde'> {
  const retrograde = first(source, ['retrograde', 'isRetrograde']);
  return typeof retrograde === 'boolean' ? { retrograde } : {};
}

const first = (source: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown =>
  keys.map((key) => source[key]).find((value) => value !== undefined && value !== null);
