import { solarToLunar } from 'manseryeok';
import { dayAndHourPillars } from '../saju/four-pillars.js';
import { ReadingInputError } from '../reading-input.error.js';
import { linesShowing, type LineValue } from './cast.js';
import { hexagramOf } from './hexagram.js';

/** Trigrams in the earlier heaven's order (先天八卦數): 乾 1, 兌 2, 離 3, 震 4, 巽 5, 坎 6, 艮 7, 坤 8. */
const TRIGRAM_LINES = ['111', '110', '101', '100', '011', '010', '001', '000'];

/** The remainder of a division, with the divisor for zero. */
const remainder = (sum: number, divisor: number): number => ((sum - 1) % divisor) + 1;

/** 매화역수: two sums make the trigrams, one the changing line (梅花易數 卷一, 卦以八除, 爻以六除). */
function linesFrom(above: number, below: number, moving: number): readonly LineValue[] {
  const lines = `${TRIGRAM_LINES[remainder(below, 8) - 1]}${TRIGRAM_LINES[remainder(above, 8) - 1]}`;
  return linesShowing(hexagramOf(lines), [remainder(moving, 6)]);
}

/** By two or three numbers: upper trigram, lower trigram, and the changing line by the third or by the sum of both. */
export const plumLinesOfNumbers = ([above, below, moving = above + below]: readonly [
  number,
  number,
  number?,
]): readonly LineValue[] => linesFrom(above, below, moving);

/**
 * By time (梅花易數 卷一, 年月日時起例): year branch, lunar month and day make the upper trigram; with the hour's branch
 * added, the lower one and the changing line. A leap month counts as its own month.
 * @param clockMs milliseconds of the civil clock, without a zone
 * @throws ReadingInputError when the lunar calendar does not reach the day
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
    if (error instanceof RangeError) throw new ReadingInputError(field, 'the lunar calendar does not reach this day');
    throw error;
  }
}
