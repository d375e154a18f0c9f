import type { BirthMoment } from '../birth/birth-moment.js';
import { type Note, type Notes, joinNotes } from '../birth/note.js';
import type { Birth } from '../birth/read-birth.js';
import { aspectsAmong } from './aspect.js';
import { type AstroChart, positionsOf } from './astro-chart.js';
import { BODIES, BODY_NAMES, type Body } from './body.js';
import { dailyMotion, eclipticLongitude } from './ecliptic-longitude.js';
import { ascendant, horizonAt, midheaven } from './horizon.js';
import { type Houses, houseOf, housesOf } from './houses.js';
import { type MoonPhase, moonPhase } from './moon-phase.js';
import { placidusCusps } from './placidus.js';
import { type Placement, SIGN_NAMES, type Sign, apart, placementOf, signOf } from './zodiac.js';

/** A body that may have moved further than this while the clock was unknown has a sign, but no degree and no aspects. */
const SETTLED_WITHIN_DEGREES = 2;

type Angles = Pick<AstroChart, 'ascendant' | 'midheaven' | 'houses'>;

/**
 * The chart of a birth: apparent positions, angles and houses where time and place are known. Whatever the unknown
 * time leaves open is left out and said: a body that changed its sign meanwhile, the Moon’s degree, its phase.
 */
export function natalChart({ moment, place, time }: Birth): { readonly chart: AstroChart; readonly notes: Notes } {
  const { angles, notes: aboutHouses } = anglesOf(time ? moment.instantMs : undefined, place);
  const placed = BODIES.map((body) => [body, placementAt(body, moment, angles.houses)] as const);
  const bodies = Object.fromEntries(
    placed.flatMap(([body, placement]) => ('signs' in placement ? [] : [[body, placement]])),
  );
  const moved = placed.flatMap(([body, placement]) =>
    'signs' in placement ? [movedOn(time ? 'birth.city' : 'birth.time', body, placement.signs)] : [],
  );
  const phase = phaseOf(moment);
  const chart = {
    bodies,
    ...angles,
    ...(phase && { moonPhase: phase }),
    aspects: aspectsAmong(positionsOf({ bodies })),
  };
  return { chart, notes: joinNotes(aboutHouses, { leftOut: moved, assumed: [] }) };
}

function anglesOf(atMs: number | undefined, { lat, lon }: Birth['place']): { angles: Angles; notes: Notes } {
  if (atMs === undefined || lat === undefined) return { angles: {}, notes: joinNotes() };
  const horizon = horizonAt(atMs, lat, lon);
  const rising = ascendant(horizon);
  const houses = housesOf(rising, placidusCusps(horizon));
  const angles = { ascendant: placementOf(rising), midheaven: placementOf(midheaven(horizon)), houses };
  return { angles, notes: houses.placidus ? joinNotes() : POLAR };
}

function placementAt(
  body: Body,
  { instantMs, earliestMs, latestMs }: BirthMoment,
  houses?: Houses,
): Placement | { signs: readonly [Sign, Sign] } {
  const longitude = eclipticLongitude(body, instantMs);
  const retrograde = dailyMotion(body, instantMs) < 0;
  const { sign, degree } = placementOf(longitude);
  const house = houses && { house: houseOf(longitude, houses) };
  if (earliestMs === latestMs) return { sign, degree, ...house, retrograde };
  const [from, to] = [eclipticLongitude(body, earliestMs), eclipticLongitude(body, latestMs)];
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

const POLAR: Notes = {
  leftOut: [
    {
      field: 'birth.lat',
      ko: '극권에서는 플라시두스 하우스를 나눌 수 없어 홀사인 하우스로 보았습니다.',
      en: 'Placidus houses do not exist within the polar circles; whole-sign houses stand in for them.',
    },
  ],
  assumed: [],
};
