import { combineCharacter, disassembleCompleteCharacter } from 'es-hangul';

/**
 * Letters of one precomposed syllable as single jamo: `와` consists of ㅇ, ㅗㅏ and an empty final; the final of `값` is ㅂㅅ.
 */
export interface Syllable {
  readonly initial: string;
  readonly vowel: string;
  readonly final: string;
}

/** Kinds of syllable endings that determine the forms of particles and verb endings. */
export type SyllableEnding = 'vowel' | 'rieul' | 'consonant';

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Final consonants, including none: the distance between two syllables of the same final in Unicode. */
const FINALS = 28;

/** Whether the first character is a precomposed syllable. */
export const isHangul = (character: string | undefined): boolean => {
  const code = character?.charCodeAt(0) ?? 0;
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
};

/** All precomposed syllables with this final consonant. */
export function syllablesEnding(final: string): string {
  let syllables = '';
  for (let code = combineCharacter('ㄱ', 'ㅏ', final).charCodeAt(0); code <= LAST_SYLLABLE; code += FINALS)
    syllables += String.fromCharCode(code);
  return syllables;
}

/** Letters of the last syllable of a text; undefined when the text does not end in a syllable. */
export function lastSyllable(text: string): Syllable | undefined {
  const letters = disassembleCompleteCharacter(text.slice(-1));
  return letters && { initial: letters.choseong, vowel: letters.jungseong, final: letters.jongseong };
}

/** The ending of the last syllable of a text; undefined when the text does not end in a syllable. */
export function syllableEnding(text: string): SyllableEnding | undefined {
  const final = lastSyllable(text)?.final;
  if (final === undefined) return undefined;
  if (final === '') return 'vowel';
  return final === 'ㄹ' ? 'rieul' : 'consonant';
}

/** The text with some letters of its last syllable replaced: `withLast('지키', { vowel: 'ㅕ' })` is 지켜. */
export function withLast(text: string, letters: Partial<Syllable>): string {
  const last = lastSyllable(text);
  if (!last) return text;
  const { initial, vowel, final } = { ...last, ...letters };
  return text.slice(0, -1) + combineCharacter(initial, vowel, final);
}
