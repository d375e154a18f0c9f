import { SearchMoonPhase, SearchSunLongitude, SunPosition } from 'astronomy-engine';
import type { LunarCalendar } from './conventions.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Chinese time was Beijing's own mean time (116°25′ E) until 1928, and that of 120° E since. */
const CHINESE_STANDARD_TIME_FROM_MS = Date.UTC(1928, 11, 31, 16);
const BEIJING_MEAN_TIME_MS = (7 * 60 + 45 + 40 / 60) * 60_000;

/** How far the clock whose midnights begin the calendar's days is ahead of Universal Time. */
const CLOCK_MS: Readonly<Record<LunarCalendar, (atMs: number) => number>> = {
  korean: () => 9 * HOUR_MS,
  chinese: (atMs) => (atMs < CHINESE_STANDARD_TIME_FROM_MS ? BEIJING_MEAN_TIME_MS : 8 * HOUR_MS),
};

export interface LunarMonth {
  readonly month: number;
  readonly isLeap: boolean;
  /** First day, counted from 1970-01-01. */
  readonly firstDay: number;
  /** 29 or 30. */
  readonly days: number;
}

/** New moons and solar longitudes as days of one calendar's clock. */
class LunarYears {
  readonly #clock: (atMs: number) => number;
  /** A solstice year takes some thirty searches of the Moon; there are two hundred at most. */
  readonly #years = new Map<number, readonly LunarMonth[]>();

  constructor(calendar: LunarCalendar) {
    this.#clock = CLOCK_MS[calendar];
  }

  /** The months from the one that holds the winter solstice, the eleventh, up to the next such. */
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

  /** The month a day falls into begins on the day of the last new moon. */
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

  /** Which twelfth of the zodiac the Sun is in when a day begins; a month that ends where it began has no mid-term. */
  #twelfth(day: number): number {
    return Math.floor(SunPosition(this.#startOf(day)).elon / 30);
  }

  #startOf(day: number): Date {
    return new Date(day * DAY_MS - this.#clock(day * DAY_MS));
  }

  /** @throws RangeError when the ephemeris finds nothing, which the spans searched make impossible. */
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
 * The months of a lunar year by the rules both calendars share: new moons and solar terms on the days of the country's
 * time, the solstice in the eleventh month, and of thirteen months between two solstices the first without a mid-term
 * a leap month. (Korea Astronomy and Space Science Institute, 역법의 원리; GB/T 33661-2017.)
 */
export function computedLunarYear(year: number, calendar: LunarCalendar): readonly LunarMonth[] {
  const early = YEARS[calendar].fromSolstice(year).filter(({ month }) => month <= 10);
  const late = YEARS[calendar].fromSolstice(year + 1).filter(({ month }) => month >= 11);
  return [...early, ...late];
}
