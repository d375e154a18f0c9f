import type { Cast } from './cast.js';

export const CHANGING_RULES = ['all', 'zhu-xi'] as const;
export type ChangingRule = (typeof CHANGING_RULES)[number];

/** A text of the Zhouyi that a cast is judged by. */
export interface DecisiveText {
  readonly hexagram: 'primary' | 'resulting';
  /** `all-lines` is 用九 or 用六, which only the first two hexagrams have. */
  readonly part: 'judgement' | 'all-lines' | number;
  /** Of two texts, the one that weighs more. */
  readonly isChief: boolean;
}

const ALL = [1, 2, 3, 4, 5, 6];

/**
 * The texts to judge by, by the number of changing lines: Zhu Xi, 易學啟蒙 卷四 (考變占). None: the judgement; one: its line;
 * two: both, the upper chiefly; three: both judgements, the primary's chiefly; four: the two still lines of the result,
 * the lower chiefly; five: its still line; six: its judgement, for 乾 and 坤 用九 and 用六.
 */
export function decisiveTexts({ primary, changing }: Cast): readonly DecisiveText[] {
  const still = ALL.filter((line) => !changing.includes(line));
  const text = (hexagram: DecisiveText['hexagram'], part: DecisiveText['part'], isChief = true): DecisiveText => ({
    hexagram,
    part,
    isChief,
  });
  switch (changing.length) {
    case 0:
      return [text('primary', 'judgement')];
    case 1:
    case 2:
      return changing.toReversed().map((line, at) => text('primary', line, at === 0));
    case 3:
      return [text('primary', 'judgement'), text('resulting', 'judgement', false)];
    case 4:
    case 5:
      return still.map((line, at) => text('resulting', line, at === 0));
    default:
      return [primary.number <= 2 ? text('primary', 'all-lines') : text('resulting', 'judgement')];
  }
}
