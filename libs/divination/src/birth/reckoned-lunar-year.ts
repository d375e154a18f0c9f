import { SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';

const DAY_MS = 86_400_000;
/** The calendar's days begin at midnight of Korean standard time. */
const KOREA_MS = 9 * 3_600_000;

export interface LunarMonth {
  readonly month: number;
  readonly isLeap: boolean;
  /** First day, counted from 1970-01-01. */
  readonly firstDay: number;
  /** 29 or 30. */
  readonly days: number;
}

const koreanDay = (atMs: number): number => Math.floor((atMs + KOREA_MS) / DAY_MS);
const startOf = (day: number): Date => new Date(day * DAY_MS - KOREA_MS);

/** Searches begin where an answer is sure to follow; without one the ephemeris itself would be broken. */
function found(at: { readonly date: Date } | null): number {
  if (!at) throw new RangeError('no such phase or longitude');
  return koreanDay(at.date.getTime());
}

const newMoonFrom = (day: number): number => found(SearchMoonPhase(0, startOf(day), 40));
const solstice = (year: number): number => found(SearchSunLongitude(270, new Date(Date.UTC(year, 11, 15)), 15));

/** The month a day falls into begins on the day of the last new moon. */
function newMoonBefore(day: number): number {
  const moon = newMoonFrom(day - 31);
  const next = newMoonFrom(moon + 25);
  return next <= day ? next : moon;
}

/** Which twelfth of the zodiac the Sun is in when a Korean day begins; a month that ends where it began has no mid-term. */
const twelfth = (day: number): number => Math.floor(SunPosition(startOf(day)).elon / 30);

/** A solstice year takes some thirty searches of the Moon; there are two hundred at most. */
const reckoned = new Map<number, readonly LunarMonth[]>();

/** The months from the one that holds the winter solstice, the eleventh, up to the next such. */
function fromSolstice(year: number): readonly LunarMonth[] {
  const months = reckoned.get(year) ?? reckon(year);
  reckoned.set(year, months);
  return months;
}

function reckon(year: number): readonly LunarMonth[] {
  const end = newMoonBefore(solstice(year));
  const starts = [newMoonBefore(solstice(year - 1))];
  for (let next = newMoonFrom((starts.at(-1) ?? 0) + 25); next <= end; next = newMoonFrom(next + 25)) starts.push(next);
  const spans = starts.slice(0, -1).map((firstDay, index) => ({ firstDay, nextDay: starts[index + 1] ?? end }));
  const leap =
    spans.length === 13 ? spans.findIndex(({ firstDay, nextDay }) => twelfth(firstDay) === twelfth(nextDay)) : -1;
  return spans.map(({ firstDay, nextDay }, index) => {
    const after = leap >= 0 && index >= leap ? index - 1 : index;
    return { month: ((after + 10) % 12) + 1, isLeap: index === leap, firstDay, days: nextDay - firstDay };
  });
}

/**
 * The months of a Korean lunar year, reckoned by the rules the Korea Astronomy and Space Science Institute reckons by:
 * new moons and solar terms on the days of Korean standard time, the solstice in the eleventh month, and of thirteen
 * months between two solstices the first without a mid-term a leap month.
 */
export function reckonedLunarYear(year: number): readonly LunarMonth[] {
  const early = fromSolstice(year).filter(({ month }) => month <= 10);
  const late = fromSolstice(year + 1).filter(({ month }) => month >= 11);
  return [...early, ...late];
}
