import { solarToLunar } from 'manseryeok';
import { dayAndHourPillars } from '../saju/four-pillars.js';
import { ReadingInputError } from '../reading-input.error.js';
import { linesShowing, type LineValue } from './cast.js';
import { hexagramOf } from './hexagram.js';

/** Trigrams in the earlier heaven's order (先天八卦數): 乾 1, 兌 2, 離 3, 震 4, 巽 5, 坎 6, 艮 7, 坤 8. */
const TRIGRAM_LINES = ['111', '110', '101', '100', '011', '010', '001', '000'];

/** Remainder of a division, in which the divisor replaces zero. */
const remainder = (sum: number, divisor: number): number => ((sum - 1) % divisor) + 1;

/** 매화역수: the first two sums give the trigrams, the third the changing line (梅花易數 卷一, 卦以八除, 爻以六除). */
function linesFrom(above: number, below: number, moving: number): readonly LineValue[] {
  const lines = `${TRIGRAM_LINES[remainder(below, 8) - 1]}${TRIGRAM_LINES[remainder(above, 8) - 1]}`;
  return linesShowing(hexagramOf(lines), [remainder(moving, 6)]);
}

/**
 * Casts by numbers: the first gives the upper trigram, the second the lower trigram. The changing line is given by the
 * third number or, without it, by the sum of the first two.
 */
export const plumLinesOfNumbers = ([above, below, moving = above + below]: readonly [
  number,
  number,
  number?,
]): readonly LineValue[] => linesFrom(above, below, moving);

/**
 * Casts by time (梅花易數 卷一, 年月日時起例): the sum of year branch, lunar month and day gives the upper trigram; with the hour
 * branch added, it gives the lower trigram and the changing line. A leap month has the number of the month that it
 * repeats.
 * @param clockMs milliseconds of a zoneless civil clock
 * @throws ReadingInputError when the lunar calendar does not cover the day
 */
export function plumLinesOfTime(clockMs: number, field: string): readonly LineValue[] {
  const day = new Date(clockMs);
  const lunar = lunarDay(day, field);
  const year = ((lunar.year - 4) % 12) + 1;
  const hour = dayAndHourPillars(clockMs, 'midnight').hour.branch + 1;
  const above = year + lunar.month + lunar.day;
  return linesFrom(above, above + hour, above + hour);
}

function lunarDay(day: Date, field: string) {
  try {
    return solarToLunar(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  } catch (error) {
    if (error instanceof RangeError)
      throw new ReadingInputError(field, {
        ko: '음력으로 바꿀 수 있는 범위를 벗어난 날입니다.',
        en: 'the lunar calendar does not reach this day',
      });
    throw error;
  }
}
