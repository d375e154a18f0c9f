import type { RandomSource } from '../random-source.js';
import { type Hexagram, hexagramOf } from './hexagram.js';

/**
 * Line values: old yin (6) and old yang (9) change into their opposite; young yang (7) and young yin (8) do not change.
 */
export const LINE_VALUES = [6, 7, 8, 9] as const;
export type LineValue = (typeof LINE_VALUES)[number];
export type CastMethod = 'coins' | 'yarrow';

/** Six lines from the bottom, and the hexagrams that they form. */
export interface Cast {
  readonly lines: readonly LineValue[];
  readonly primary: Hexagram;
  /** Numbers of the changing lines, 1 at the bottom. */
  readonly changing: readonly number[];
  /** The hexagram after the changes; null when no line changes. */
  readonly resulting: Hexagram | null;
}

/** Three coins, tails 2 and heads 3: probability 1/8 each for 6 and 9, 3/8 each for 7 and 8. */
const coins = (random: RandomSource): LineValue =>
  (6 + random.below(2) + random.below(2) + random.below(2)) as LineValue;

/**
 * Yarrow stalks (fifty, of which forty-nine are used): probabilities 1/16 for 6, 5/16 for 7, 7/16 for 8 and 3/16 for 9.
 */
const STALKS: readonly LineValue[] = [6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9];
const yarrow = (random: RandomSource): LineValue => STALKS[random.below(STALKS.length)] as LineValue;

const throwLine: Readonly<Record<CastMethod, (random: RandomSource) => LineValue>> = { coins, yarrow };

export const castLines = (method: CastMethod, random: RandomSource): readonly LineValue[] =>
  Array.from({ length: 6 }, () => throwLine[method](random));

const isYang = (line: LineValue): boolean => line % 2 === 1;
const isOld = (line: LineValue): boolean => line === 6 || line === 9;

/**
 * Forms the hexagrams of a cast.
 * @throws RangeError unless there are six lines
 */
export function readLines(lines: readonly LineValue[]): Cast {
  const digits = (yang: (line: LineValue) => boolean) => lines.map((line) => (yang(line) ? '1' : '0')).join('');
  const changing = lines.flatMap((line, at) => (isOld(line) ? [at + 1] : []));
  const resulting = hexagramOf(digits((line) => isYang(line) !== isOld(line)));
  return { lines, primary: hexagramOf(digits(isYang)), changing, resulting: changing.length > 0 ? resulting : null };
}

/** Line values that form `primary`, with the given lines changing. */
export const linesShowing = (primary: Hexagram, changing: readonly number[]): readonly LineValue[] =>
  primary.lines.split('').map((line, at) => {
    const changes = changing.includes(at + 1);
    if (line === '1') return changes ? 9 : 7;
    return changes ? 6 : 8;
  });
