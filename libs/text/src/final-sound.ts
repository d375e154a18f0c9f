/** How a word ends when it is read aloud in Korean: with a vowel, with ㄹ, with another consonant, or nobody can say. */
export type FinalSound = 'vowel' | 'rieul' | 'consonant' | 'unknown';

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
/** Final consonants of the Unicode syllable block, none included. */
const FINALS = 28;
const RIEUL_FINAL = 8;

/** 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: readonly FinalSound[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** Whatever stands around a word and is not read. */
const UNREAD = /[\p{Quotation_Mark}\p{Close_Punctuation}\p{Open_Punctuation}\p{M}\p{Cf}*.,!?…~·:;\s-]+$/u;
const QUOTE_END = /[\p{Quotation_Mark}\s.,!?…]+$/u;
/** A gloss after a word: 갑목(甲木), 뱀 [3]. The particle follows the word, not the gloss. */
const GLOSS = /(?<=\S)\s*(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)$/u;

/** The final sound of the last word of a text, past quotation marks, brackets and glosses. */
export function finalSound(text: string): FinalSound {
  const word = lastRead(text);
  const last = /.$/su.exec(word)?.[0] ?? '';
  const code = last.codePointAt(0) ?? 0;
  if (code >= HANGUL_FIRST && code <= HANGUL_LAST) return ofSyllable((code - HANGUL_FIRST) % FINALS);
  if (/\d/.test(last)) return ofNumber(/[\d,.]+$/.exec(word)?.[0] ?? last);
  if (/[a-z]/i.test(last)) return ofLatin(/[a-z'’]+$/i.exec(word)?.[0] ?? last);
  return ofSign(last);
}

function lastRead(text: string): string {
  // First what closes a quotation, so that the gloss within it is seen whole: ‘정재(正財)’.
  const bare = text.replace(QUOTE_END, '').replace(GLOSS, '').replace(UNREAD, '');
  return bare === text || bare === '' ? bare || text : lastRead(bare);
}

function ofSyllable(final: number): FinalSound {
  if (final === 0) return 'vowel';
  return final === RIEUL_FINAL ? 'rieul' : 'consonant';
}

/** 10 is 십, 1 000 천, 100 000 000 억: all end in a consonant; from a trillion on it is 조. */
function ofNumber(digits: string): FinalSound {
  const plain = digits.replaceAll(',', '');
  const zeros = /0+$/.exec(plain)?.[0].length ?? 0;
  if (zeros >= 12 && !plain.includes('.')) return 'vowel';
  return zeros > 0 ? 'consonant' : (DIGITS[Number(plain.at(-1))] ?? 'unknown');
}

/** Abbreviations are spelled (엘, 엠, 엔, 알), words are heard as Koreans write them: 북, 컵, 캣, but 노트, 테스트. */
function ofLatin(word: string): FinalSound {
  if (word === word.toUpperCase()) return ofLetter(word.at(-1) ?? '');
  const lower = word.toLowerCase();
  if (/(?:l|le)$/.test(lower)) return 'rieul';
  if (/(?:[mn]e?|ng)$/.test(lower)) return 'consonant';
  return /(?:^|[^aeiou])[aeiou][bckpt]$|[aeiou]ck$|oo[kp]$/.test(lower) ? 'consonant' : 'vowel';
}

function ofLetter(letter: string): FinalSound {
  if (/[LR]/.test(letter)) return 'rieul';
  return /[MN]/.test(letter) ? 'consonant' : 'vowel';
}

function ofSign(sign: string): FinalSound {
  if (/[%°℃]/.test(sign)) return 'vowel';
  if (/[ㄱ-ㅎ]/.test(sign)) return sign === 'ㄹ' ? 'rieul' : 'consonant';
  return /[ㅏ-ㅣ]/.test(sign) ? 'vowel' : 'unknown';
}
