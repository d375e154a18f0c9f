import { SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';
import type { LunarCalendar } from './conventions.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/**
 * Start of China Standard Time (120° E) at the end of 1928. Before, Chinese time was Beijing's local mean time (116°25′
 * E).
 */
const CHINESE_STANDARD_TIME_FROM_MS = Date.UTC(1928, 11, 31, 16);
const BEIJING_MEAN_TIME_MS = (7 * 60 + 45 + 40 / 60) * 60_000;

/** Offset from Universal Time, in milliseconds, of the clock whose midnights begin the days of a calendar. */
const CLOCK_MS: Readonly<Record<LunarCalendar, (atMs: number) => number>> = {
  korean: () => 9 * HOUR_MS,
  chinese: (atMs) => (atMs < CHINESE_STANDARD_TIME_FROM_MS ? BEIJING_MEAN_TIME_MS : 8 * HOUR_MS),
};

export interface LunarMonth {
  readonly month: number;
  readonly isLeap: boolean;
  /** First day of the month, in days since 1970-01-01. */
  readonly firstDay: number;
  /** Length of the month: 29 or 30 days. */
  readonly days: number;
}

/** Computes lunar months from new moons and solar longitudes, dated by the clock of one calendar. */
class LunarYears {
  readonly #clock: (atMs: number) => number;
  /**
   * Cache of months by solstice year. Computing a year takes about thirty searches for the Moon; there are at most two
   * hundred years.
   */
  readonly #years = new Map<number, readonly LunarMonth[]>();

  constructor(calendar: LunarCalendar) {
    this.#clock = CLOCK_MS[calendar];
  }

  /**
   * The months from the one that contains the winter solstice of `year - 1` (the eleventh month) up to, but not
   * including, the one that contains the winter solstice of `year`.
   */
  fromSolstice(year: number): readonly LunarMonth[] {
    const months = this.#years.get(year) ?? this.#compute(year);
    this.#years.set(year, months);
    return months;
  }

  #compute(year: number): readonly LunarMonth[] {
    const end = this.#newMoonBefore(this.#solstice(year));
    const starts = [this.#newMoonBefore(this.#solstice(year - 1))];
    for (let next = this.#newMoonFrom((starts.at(-1) ?? 0) + 25); next <= end; next = this.#newMoonFrom(next + 25))
      starts.push(next);
    const spans = starts.slice(0, -1).map((firstDay, index) => ({ firstDay, nextDay: starts[index + 1] ?? end }));
    const leap =
      spans.length === 13
        ? spans.findIndex(({ firstDay, nextDay }) => this.#twelfth(firstDay) === this.#twelfth(nextDay))
        : -1;
    return spans.map(({ firstDay, nextDay }, index) => {
      const after = leap >= 0 && index >= leap ? index - 1 : index;
      return { month: ((after + 10) % 12) + 1, isLeap: index === leap, firstDay, days: nextDay - firstDay };
    });
  }

  /** First day of the month that contains a day: the day of the last new moon. */
  #newMoonBefore(day: number): number {
    const moon = this.#newMoonFrom(day - 31);
    const next = this.#newMoonFrom(moon + 25);
    return next <= day ? next : moon;
  }

  #newMoonFrom(day: number): number {
    return this.#dayOf(SearchMoonPhase(0, this.#startOf(day), 40));
  }

  #solstice(year: number): number {
    return this.#dayOf(SearchSunLongitude(270, new Date(Date.UTC(year, 11, 15)), 15));
  }

  /**
   * Index of the 30° sector of the ecliptic that contains the Sun when a day begins. A month that begins and ends in
   * the same sector has no mid-term (중기).
   */
  #twelfth(day: number): number {
    return Math.floor(SunPosition(this.#startOf(day)).elon / 30);
  }

  #startOf(day: number): Date {
    return new Date(day * DAY_MS - this.#clock(day * DAY_MS));
  }

  /** @throws RangeError when the ephemeris finds nothing, which cannot happen within the searched spans */
  #dayOf(found: { readonly date: Date } | null): number {
    if (!found) throw new RangeError('no such phase or longitude');
    const atMs = found.date.getTime();
    return Math.floor((atMs + this.#clock(atMs)) / DAY_MS);
  }
}

const YEARS: Readonly<Record<LunarCalendar, LunarYears>> = {
  korean: new LunarYears('korean'),
  chinese: new LunarYears('chinese'),
};

/**
 * Computes the months of a lunar year by the rules that both calendars share: new moons and solar terms are dated in
 * the country's time, the winter solstice is in the eleventh month, and if there are thirteen months between two
 * solstices, the first one without a mid-term is a leap month. (Korea Astronomy and Space Science Institute, 역법의 원리;
 * GB/T 33661-2017.)
 */
export function computedLunarYear(year: number, calendar: LunarCalendar): readonly LunarMonth[] {
  const early = YEARS[calendar].fromSolstice(year).filter(({ month }) => month <= 10);
  const late = YEARS[calendar].fromSolstice(year + 1).filter(({ month }) => month >= 11);
  return [...early, ...late];
}
