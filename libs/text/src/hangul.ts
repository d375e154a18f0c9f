const FIRST = 0xac00;
const LAST = 0xd7a3;
const FINALS = 28;
const VOWELS = 21;

/** Indices of the letters of one precomposed syllable, in Unicode's order; `final` 0 is none. */
export interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

export const isHangul = (character: string | undefined): boolean => {
  const code = character?.charCodeAt(0) ?? 0;
  return code >= FIRST && code <= LAST;
};

/** Letters of the last syllable of a text; undefined when it does not end in one. */
export function lastSyllable(text: string): Syllable | undefined {
  if (!isHangul(text.at(-1))) return undefined;
  const code = text.charCodeAt(text.length - 1) - FIRST;
  return {
    initial: Math.floor(code / (VOWELS * FINALS)),
    vowel: Math.floor(code / FINALS) % VOWELS,
    final: code % FINALS,
  };
}

export const syllable = ({ initial, vowel, final }: Syllable): string =>
  String.fromCharCode(FIRST + (initial * VOWELS + vowel) * FINALS + final);

/** The text with some letters of its last syllable replaced: `withLast('지키', { vowel: EO })`. */
export function withLast(text: string, letters: Partial<Syllable>): string {
  const last = lastSyllable(text);
  return last ? text.slice(0, -1) + syllable({ ...last, ...letters }) : text;
}

export const Vowel = { A: 0, AE: 1, EO: 4, E: 5, YEO: 6, O: 8, WA: 9, WAE: 10, OE: 11, U: 13, WO: 14, EU: 18, I: 20 };
export const Final = { NONE: 0, N: 4, D: 7, L: 8, M: 16, B: 17, S: 19, SS: 20 };
export const Initial = { L: 5 };
