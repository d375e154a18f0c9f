import type { BirthMoment } from '../birth/birth-moment.js';
import type { Conventions, HouseSystem } from '../birth/conventions.js';
import { type Note, type Notes, joinNotes } from '../birth/note.js';
import type { Birth } from '../birth/read-birth.js';
import { aspectsAmong } from './aspect.js';
import { ayanamshaAt } from './ayanamsha.js';
import { type AstroChart, positionsWithAngles } from './astro-chart.js';
import { BODIES, BODY_NAMES, type Body } from './body.js';
import { dailyMotion, eclipticLongitude } from './ecliptic-longitude.js';
import { type Horizon, ascendant, horizonAt, midheaven } from './horizon.js';
import { type Houses, houseOf, housesOf } from './houses.js';
import { type MoonPhase, moonPhase } from './moon-phase.js';
import { type Placement, SIGN_NAMES, type Sign, apart, around, placementOf, signOf } from './zodiac.js';

/**
 * A body that moves farther than this within the span of possible birth times has a sign, but no degree and no aspects.
 */
const SETTLED_WITHIN_DEGREES = 2;

/** Above this span of possible birth times the signs of ascendant and midheaven are omitted. */
const MAX_SPAN_MS = 2 * 3_600_000;
/** Sampling interval: the midheaven moves by about one degree in four minutes. */
const STEP_MS = 240_000;

type Angles = Pick<AstroChart, 'ascendant' | 'midheaven' | 'houses'>;

/**
 * Computes the chart of a birth from apparent positions, with angles and houses where time and place are known. Values
 * that an uncertain time does not determine are omitted: the degree of the Moon, the Moon phase, and any body that
 * changes sign, which a note reports.
 */
export function natalChart(birth: Birth): { readonly chart: AstroChart; readonly notes: Notes } {
  const { moment, place, time, conventions } = birth;
  const { angles, notes: aboutHouses } = anglesOf(birth);
  const shift = ayanamshaAt(moment.instantMs, conventions);
  const placed = BODIES.map((body) => [body, placementAt(body, moment, shift, angles.houses)] as const);
  const bodies = Object.fromEntries(
    placed.flatMap(([body, placement]) => ('signs' in placement ? [] : [[body, placement]])),
  );
  const moved = placed.flatMap(([body, placement]) =>
    'signs' in placement
      ? [movedOn(time && place.zone === undefined ? 'birth.city' : 'birth.time', body, placement.signs)]
      : [],
  );
  const phase = phaseOf(moment);
  const chart = {
    zodiac: conventions.zodiac,
    ...(conventions.zodiac === 'sidereal' && { ayanamsha: { name: conventions.ayanamsha, degrees: shift } }),
    bodies,
    ...angles,
    ...(phase && { moonPhase: phase }),
    aspects: aspectsAmong(positionsWithAngles({ bodies, ...angles })),
  };
  return { chart, notes: joinNotes(aboutHouses, { leftOut: moved, assumed: [] }) };
}

function anglesOf({ moment, place, conventions }: Birth): { angles: Angles; notes: Notes } {
  const { lat, lon } = place;
  if (lat === undefined || lon === undefined) return { angles: {}, notes: joinNotes() };
  if (moment.earliestMs !== moment.latestMs)
    return { angles: anglesWithin(moment, lat, lon, conventions), notes: joinNotes() };
  const shift = ayanamshaAt(moment.instantMs, conventions);
  const horizon = horizonAt(moment.instantMs, lat, lon);
  const houses = housesOf(conventions.houseSystem, horizon, shift);
  const angles = {
    ascendant: placementOf(ascendant(horizon) - shift),
    midheaven: placementOf(midheaven(horizon) - shift),
    houses,
  };
  return { angles, notes: houses.system === conventions.houseSystem ? joinNotes() : polar(conventions.houseSystem) };
}

/**
 * The signs of ascendant and midheaven for a short span of possible birth times; an angle that changes sign is omitted.
 */
function anglesWithin(moment: BirthMoment, lat: number, lon: number, conventions: Conventions): Angles {
  if (moment.latestMs - moment.earliestMs > MAX_SPAN_MS) return {};
  const steps = Math.ceil((moment.latestMs - moment.earliestMs) / STEP_MS);
  const horizons = Array.from({ length: steps + 1 }, (_, step) =>
    horizonAt(Math.min(moment.earliestMs + step * STEP_MS, moment.latestMs), lat, lon),
  );
  const shift = ayanamshaAt(moment.instantMs, conventions);
  const settled = (angle: (horizon: Horizon) => number): Placement | undefined => {
    const signs = new Set(horizons.map((horizon) => signOf(angle(horizon) - shift)));
    const [sign] = signs;
    return sign && signs.size === 1 ? { sign } : undefined;
  };
  const [rising, culminating] = [settled(ascendant), settled(midheaven)];
  return { ...(rising && { ascendant: rising }), ...(culminating && { midheaven: culminating }) };
}

function placementAt(
  body: Body,
  { instantMs, earliestMs, latestMs }: BirthMoment,
  ayanamsha: number,
  houses?: Houses,
): Placement | { signs: readonly [Sign, Sign] } {
  const longitude = around(eclipticLongitude(body, instantMs) - ayanamsha);
  const retrograde = dailyMotion(body, instantMs) < 0;
  const { sign, degree } = placementOf(longitude);
  const house = houses && { house: houseOf(longitude, houses) };
  if (earliestMs === latestMs) return { sign, degree, ...house, retrograde };
  const [from = 0, to = 0] = [earliestMs, latestMs].map((atMs) => around(eclipticLongitude(body, atMs) - ayanamsha));
  if (signOf(from) !== signOf(to)) return { signs: [signOf(from), signOf(to)] };
  return apart(from, to) > SETTLED_WITHIN_DEGREES ? { sign, retrograde } : { sign, degree, retrograde };
}

function phaseOf({ earliestMs, latestMs }: BirthMoment): MoonPhase | undefined {
  const [first, last] = [earliestMs, latestMs].map((atMs) =>
    moonPhase(eclipticLongitude('sun', atMs), eclipticLongitude('moon', atMs)),
  );
  return first === last ? first : undefined;
}

const movedOn = (field: string, body: Body, [from, to]: readonly [Sign, Sign]): Note => ({
  field,
  ko: `${BODY_NAMES[body].ko}의 별자리는 그날 ${SIGN_NAMES[from].ko}에서 ${SIGN_NAMES[to].ko}로 바뀌어, 정확한 시각을 알아야 정할 수 있으므로 뺐습니다.`,
  en: `The sign of ${spoken(body)} changed from ${SIGN_NAMES[from].en} to ${SIGN_NAMES[to].en} around then and is left out, as only the exact time could tell.`,
});

const spoken = (body: Body): string =>
  body === 'sun' || body === 'moon' ? `the ${BODY_NAMES[body].en}` : BODY_NAMES[body].en;

const HOUSE_SYSTEM_NAMES: Readonly<Record<HouseSystem, { readonly ko: string; readonly en: string }>> = {
  placidus: { ko: '플라시두스', en: 'Placidus' },
  'whole-sign': { ko: '홀사인', en: 'Whole-sign' },
  koch: { ko: '코흐', en: 'Koch' },
  equal: { ko: '이퀄', en: 'Equal' },
  regiomontanus: { ko: '레기오몬타누스', en: 'Regiomontanus' },
  campanus: { ko: '캄파누스', en: 'Campanus' },
};

const polar = (system: HouseSystem): Notes => ({
  leftOut: [
    {
      field: 'birth.lat',
      ko: `극권에서는 ${HOUSE_SYSTEM_NAMES[system].ko} 하우스를 나눌 수 없어 홀사인 하우스로 보았습니다.`,
      en: `${HOUSE_SYSTEM_NAMES[system].en} houses do not exist within the polar circles; whole-sign houses are used instead.`,
    },
  ],
  assumed: [],
});
