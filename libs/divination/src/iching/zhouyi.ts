import type { Hexagram } from './hexagram.js';
import hexagrams from './hexagrams.json' with { type: 'json' };

/**
 * Words of judgement in the Zhouyi (吉凶悔吝厲无咎). Longer words come first, because an alternation takes the first match.
 */
const OMENS = [
  '元吉',
  '大吉',
  '貞吉',
  '終吉',
  '貞凶',
  '終凶',
  '无咎',
  '悔亡',
  '无悔',
  '无不利',
  '无攸利',
  '吉',
  '凶',
  '悔',
  '吝',
  '厲',
  '咎',
] as const;
export type Omen = (typeof OMENS)[number];

/** A text of the Zhouyi, and its words of judgement in order of occurrence. */
export interface ZhouyiText {
  readonly text: string;
  readonly omens: readonly Omen[];
}

const WORDS = new RegExp(OMENS.join('|'), 'gu');

const withOmens = (text: string): ZhouyiText => ({ text, omens: [...new Set(text.match(WORDS) as Omen[] | null)] });

/**
 * The received text of the Zhouyi (王弼本, as in 朱熹, 周易本義) with modern punctuation: for each hexagram the judgement
 * (卦辭), the six line texts (爻辭) from the bottom and, for the first two, 用九 and 用六.
 */
const TEXTS: readonly (readonly ZhouyiText[])[] = hexagrams.map(({ texts }) => texts.map(withOmens));

/** @throws RangeError for a part the hexagram does not have */
function partOf({ number }: Hexagram, part: number): ZhouyiText {
  const text = TEXTS[number - 1]?.[part];
  if (!text) throw new RangeError(`hexagram ${number} has no text ${part}`);
  return text;
}

/** The judgement (卦辭). */
export const judgementText = (hexagram: Hexagram): ZhouyiText => partOf(hexagram, 0);

/** The text of a line (爻辭), 1 at the bottom. Line 7 is 用九 of the first and 用六 of the second hexagram. */
export const lineText = (hexagram: Hexagram, line: number): ZhouyiText => partOf(hexagram, line);
