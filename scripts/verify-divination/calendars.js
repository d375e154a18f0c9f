import { createRequire } from 'node:module';
import { lunarToGregorian } from '../../dist/libs/divination/src/birth/lunar-date.js';
import { SearchMoonPhase } from 'astronomy-engine';
import { Tally } from './tally.js';

const require = createRequire(import.meta.url);
const KoreanLunarCalendar = require('korean-lunar-calendar');
const { Solar } = require('lunar-javascript');

const DAY_MS = 86_400_000;
const NEAR_MIDNIGHT_MS = 15 * 60_000;
const CHINA_MS = 8 * 3_600_000;
const format = ({ year, month, day }) => [year, month, day].join('-');

const KOREAN_RULES = {
  'the library has no such day after 2050': ({ year }) => year > 2050,
};
const CHINESE_RULES = {
  'the new moon is within 15 min of midnight: which day it falls on depends on ephemeris and, before 1929, meridian': ({
    solar,
  }) => isNewMoonNearMidnight(solar),
};

/** Checks that the lunar date that the other library gives for a day converts back to that day. */
export function compareCalendars(count, random) {
  const korean = new Tally('Korean lunar dates', 'korean-lunar-calendar (KASI)', KOREAN_RULES);
  const chinese = new Tally('Chinese lunar dates', 'lunar-javascript', CHINESE_RULES);
  for (let index = 0; index < count; index++) {
    // The Korean table ends in 2050; lunar 1900 begins on 31 January.
    compareKorean(korean, dayFrom(Date.UTC(1900, 1, 1), 55_000, random));
    compareChinese(chinese, dayFrom(Date.UTC(1900, 1, 1), 73_000, random));
  }
  return [korean, chinese];
}

function dayFrom(startMs, days, { below }) {
  const at = new Date(startMs + below(days) * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

function compareKorean(tally, solar) {
  const calendar = new KoreanLunarCalendar();
  calendar.setSolarDate(solar.year, solar.month, solar.day);
  const { intercalation, ...lunar } = calendar.getLunarCalendar();
  const ours = lunarToGregorian(lunar, intercalation, 'korean');
  compare(tally, { solar, lunar, isLeap: intercalation, ours });
}

function compareChinese(tally, solar) {
  const lunar = Solar.fromYmd(solar.year, solar.month, solar.day).getLunar();
  const date = { year: lunar.getYear(), month: Math.abs(lunar.getMonth()), day: lunar.getDay() };
  const isLeap = lunar.getMonth() < 0;
  compare(tally, { solar, lunar: date, isLeap, ours: lunarToGregorian(date, isLeap, 'chinese') });
}

function compare(tally, { solar, lunar, isLeap, ours }) {
  const shown = { solar: format(solar), lunar: format(lunar), isLeap, ours: ours && format(ours) };
  tally.compare(ours !== undefined && format(ours) === format(solar), { year: lunar.year, solar, shown });
}

/** Whether one of the new moons around the lunar month of a day is within NEAR_MIDNIGHT_MS of midnight. */
function isNewMoonNearMidnight({ year, month, day }) {
  const start = Date.UTC(year, month - 1, day - 32) - CHINA_MS;
  const first = SearchMoonPhase(0, new Date(start), 40).date.getTime();
  const second = SearchMoonPhase(0, new Date(first + 25 * DAY_MS), 10).date.getTime();
  return [first, second].some((atMs) => {
    const sinceMidnight = (atMs + CHINA_MS) % DAY_MS;
    return Math.min(Math.abs(sinceMidnight), DAY_MS - Math.abs(sinceMidnight)) < NEAR_MIDNIGHT_MS;
  });
}
