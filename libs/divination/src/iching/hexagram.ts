import hexagrams from './hexagrams.json' with { type: 'json' };
import { TRIGRAMS, type Trigram } from './trigram.js';

/** One of the sixty-four hexagrams. */
export interface Hexagram {
  /** 1 to 64, King Wen's order. */
  readonly number: number;
  /** Six lines from the bottom, `1` yang, `0` yin. */
  readonly lines: string;
  readonly names: { readonly ko: string; readonly en: string };
  readonly hanja: string;
  /** Name in pinyin, with tone marks. */
  readonly pinyin: string;
  /** The Unicode character, U+4DC0 to U+4DFF. */
  readonly symbol: string;
  readonly lower: Trigram;
  readonly upper: Trigram;
}

const FIRST_SYMBOL = 0x4dc0;

/** In King Wen's order, from `hexagrams.json`; `otherNames` there are names of other translations and usages. */
export const HEXAGRAMS: readonly Hexagram[] = hexagrams.map(({ lines, ko, en, hanja, pinyin }, at) => ({
  number: at + 1,
  lines,
  names: { ko, en },
  hanja,
  pinyin,
  symbol: String.fromCodePoint(FIRST_SYMBOL + at),
  lower: TRIGRAMS[lines.slice(0, 3) as keyof typeof TRIGRAMS],
  upper: TRIGRAMS[lines.slice(3) as keyof typeof TRIGRAMS],
}));

const byLines: ReadonlyMap<string, Hexagram> = new Map(HEXAGRAMS.map((hexagram) => [hexagram.lines, hexagram]));

/**
 * The hexagram with the given lines.
 * @throws RangeError unless `lines` is six characters `0` or `1`
 */
export function hexagramOf(lines: string): Hexagram {
  const hexagram = byLines.get(lines);
  if (!hexagram) throw new RangeError('A hexagram has six lines, each 0 or 1.');
  return hexagram;
}

/** The hexagram with every line inverted (錯卦). */
export const oppositeOf = ({ lines }: Hexagram): Hexagram =>
  hexagramOf(
    lines
      .split('')
      .map((line) => (line === '1' ? '0' : '1'))
      .join(''),
  );

/** The hexagram with the lines in reverse order (綜卦). A symmetrical hexagram is its own inverse. */
export const inverseOf = ({ lines }: Hexagram): Hexagram => hexagramOf(lines.split('').toReversed().join(''));

/** The nuclear hexagram (互卦): lines 2, 3, 4 form the lower trigram, lines 3, 4, 5 the upper one. */
export const nuclearOf = ({ lines }: Hexagram): Hexagram => hexagramOf(lines.slice(1, 4) + lines.slice(2, 5));
