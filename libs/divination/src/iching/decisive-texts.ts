import type { Cast } from './cast.js';

export const CHANGING_RULES = ['all', 'zhu-xi'] as const;
export type ChangingRule = (typeof CHANGING_RULES)[number];

/** A text of the Zhouyi that decides the meaning of a cast. */
export interface DecisiveText {
  readonly hexagram: 'primary' | 'resulting';
  /** `all-lines` is 用九 or 用六, which only the first two hexagrams have. */
  readonly part: 'judgement' | 'all-lines' | number;
  /** Whether this is the more important of two texts; true for a single text. */
  readonly isChief: boolean;
}

const ALL = [1, 2, 3, 4, 5, 6];

/**
 * Selects the decisive texts by the number of changing lines (Zhu Xi, 易學啟蒙 卷四, 考變占):
 * - none: the judgement of the primary hexagram;
 * - one: the text of that line;
 * - two: the texts of both lines, mainly the upper one;
 * - three: the judgements of both hexagrams, mainly the primary's;
 * - four: the texts of the two unchanged lines of the resulting hexagram, mainly the lower one;
 * - five: the text of its unchanged line;
 * - six: its judgement; for 乾 and 坤, 用九 and 用六.
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
