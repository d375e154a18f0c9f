import { createRequire } from 'node:module';
import zoneHistory from '../../libs/divination/src/birth/tables/zone-history.generated.json' with { type: 'json' };
import { birthFields } from '../../dist/libs/divination/src/birth/birth-fields.js';
import { readBirth } from '../../dist/libs/divination/src/birth/read-birth.js';
import { hanjaOf } from '../../dist/libs/divination/src/saju/pillar.js';
import { pillarsOfBirth } from '../../dist/libs/divination/src/saju/pillars-of-birth.js';
import { PLACES } from './places.js';
import { randomClock } from './random.js';
import { equationOfTimeMinutes } from './sky.js';
import { Tally } from './tally.js';

const require = createRequire(import.meta.url);
const moment = require('moment-timezone');
const { Solar } = require('lunar-javascript');

const MINUTE_MS = 60_000;
const historyOf = (zone) => zoneHistory.find(({ zones }) => zones.includes(zone));

/** Rules that explain differences between our instant of a clock time and that of moment-timezone. */
const CLOCK_RULES = {
  'before standard time: the place’s own mean time, by definition 4 min a degree': ({ zone, ours, clockMs, lon }) =>
    Boolean(historyOf(zone)?.meanTimeUntil) && Math.abs(ours - (clockMs - lon * 4 * MINUTE_MS)) < 1000,
  'zone merged in tzdata; ours from backzone': ({ zone, ours }) => Boolean(historyOf(zone)?.offsets.length) && ours < 0,
  'clock skipped or repeated; ours before the change, as documented': ({ birth }) =>
    birth.notes.assumed.some(({ field }) => field === 'birth.time'),
  'moment-timezone’s tables end in 2037': ({ ours }) => ours > Date.UTC(2037, 0, 1),
  'offset with seconds, which moment-timezone rounds': ({ ours, theirs }) => Math.abs(ours - theirs) < MINUTE_MS,
};

const NEAR_TURN_MS = 20_000;
const NEAR_TERM_MS = 2 * MINUTE_MS;

const PILLAR_RULES = {
  'within 2 min of a term: the library rounds its terms': ({ isNearTerm, part }) => isNearTerm && part === 'season',
  'within 20 s of the turn of an hour: two models of the equation of time': ({ isNearTurn, part }) =>
    isNearTurn && part === 'day',
};

/** The only valid reason to reject a birth: the place skipped the day. */
const REFUSAL_RULES = {
  'the place skipped that day': ({ message }) => message.includes('skipped that day'),
};

export function compareBirths(count, random) {
  const clocks = new Tally('Instant of a clock time', 'moment-timezone', CLOCK_RULES);
  const pillars = new Tally('Four pillars', 'lunar-javascript, equation of time of astronomia', PILLAR_RULES);
  const refusals = new Tally('Births accepted', 'all of them', REFUSAL_RULES);
  for (let index = 0; index < count; index++) {
    const [name, lat, lon] = random.pick(PLACES);
    const dayBoundary = random.pick(['jasi', 'splitJasi']);
    const given = { ...randomClock(random), lat, lon, dayBoundary };
    let birth;
    try {
      birth = readBirth(birthFields({ birth: given }), 'en');
    } catch (error) {
      refusals.compare(false, { message: error.message, shown: { name, ...given, message: error.message } });
      continue;
    }
    refusals.compare(true);
    compareClock(clocks, birth, given, name);
    comparePillars(pillars, birth, given, name);
  }
  return [refusals, clocks, pillars];
}

function compareClock(tally, birth, { date, time, lon }, name) {
  const { zone } = birth.place;
  const ours = birth.moment.instantMs;
  const theirs = moment.tz(`${date}T${time}`, zone).valueOf();
  const clockMs = Date.parse(`${date}T${time}Z`);
  const shown = { name, zone, date, time, ours: new Date(ours), theirs: new Date(theirs) };
  tally.compare(ours === theirs, { zone, ours, theirs, clockMs, lon, birth, shown });
}

/**
 * Compares with lunar-javascript, which expects Beijing time for the year and month pillars and the solar clock time
 * for the day and hour pillars.
 */
function comparePillars(tally, birth, given, name) {
  const { instantMs } = birth.moment;
  const ours = pillarsOfBirth(birth).pillars;
  const solarMs = instantMs + (given.lon * 4 + equationOfTimeMinutes(instantMs)) * MINUTE_MS;
  const season = eightCharacters(instantMs + 480 * MINUTE_MS, given.dayBoundary);
  const day = eightCharacters(solarMs, given.dayBoundary);
  const shown = { name, ...given };
  compare('season', [ours.year, ours.month], [season.getYear(), season.getMonth()]);
  compare('day', [ours.day, ours.hour], [day.getDay(), day.getTime()]);
  function compare(part, mine, theirs) {
    const own = mine.map(hanjaOf).join(' ');
    const difference = { part, isNearTerm: isNearTerm(instantMs), isNearTurn: isNearTurn(solarMs) };
    tally.compare(own === theirs.join(' '), { ...difference, shown: { ...shown, own, theirs } });
  }
}

function eightCharacters(clockMs, dayBoundary) {
  const at = new Date(clockMs);
  const fields = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
  const solar = Solar.fromYmdHms(...fields, at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds());
  const characters = solar.getLunar().getEightChar();
  characters.setSect(dayBoundary === 'jasi' ? 1 : 2);
  return characters;
}

function isNearTerm(instantMs) {
  const around = [-NEAR_TERM_MS, NEAR_TERM_MS].map((ms) => eightCharacters(instantMs + 480 * MINUTE_MS + ms, 'jasi'));
  return new Set(around.map((each) => each.getMonth())).size > 1;
}

function isNearTurn(solarMs) {
  const hourMs = 60 * MINUTE_MS;
  const since = ((solarMs % hourMs) + hourMs) % hourMs;
  return since < NEAR_TURN_MS || hourMs - since < NEAR_TURN_MS;
}
