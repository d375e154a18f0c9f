import { type SyllableEnding, syllableEnding } from './hangul.js';

/** The kind of sound at the end of a word as read aloud in Korean. */
export type FinalSound = SyllableEnding | 'unknown';

/** Final sounds of the digits from 0: 영 일 이 삼 사 오 육 칠 팔 구. */
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

/** Characters around a word that are not read aloud. */
const UNREAD = /[\p{Quotation_Mark}\p{Close_Punctuation}\p{Open_Punctuation}\p{M}\p{Cf}*.,!?…~·:;\s-]+$/u;
const QUOTE_END = /[\p{Quotation_Mark}\s.,!?…]+$/u;
/** A gloss after a word: 갑목(甲木), 뱀 [3]. The particle follows the word, not the gloss. */
const GLOSS = /(?<=\S)\s*(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)$/u;

/**
 * Number of final characters that are examined. Longer runs of punctuation do not occur in names, and the limit keeps
 * the patterns from scanning a whole page.
 */
const REACH = 200;

/** The final sound of the last word of a text, ignoring quotation marks, brackets and glosses after it. */
export function finalSound(text: string): FinalSound {
  const word = lastRead(text.slice(-REACH));
  const last = /.$/su.exec(word)?.[0] ?? '';
  const ending = syllableEnding(last);
  if (ending) return ending;
  if (/\d/.test(last)) return ofNumber(/[\d,.]+$/.exec(word)?.[0] ?? last);
  if (/[a-z]/i.test(last)) return ofLatin(/[a-z'’]+$/i.exec(word)?.[0] ?? last);
  return ofSign(last);
}

function lastRead(text: string): string {
  // Remove closing quotation marks first, so that a gloss inside them matches: ‘정재(正財)’.
  const bare = text.replace(QUOTE_END, '').replace(GLOSS, '').replace(UNREAD, '');
  return bare === text || bare === '' ? bare || text : lastRead(bare);
}

/**
 * Final sound of a number. 10 is 십, 1 000 천, 100 000 000 억: all end in a consonant; 조 (a trillion) and above end in a
 * vowel.
 */
function ofNumber(digits: string): FinalSound {
  const plain = digits.replaceAll(',', '');
  const zeros = /0+$/.exec(plain)?.[0].length ?? 0;
  if (zeros >= 12 && !plain.includes('.')) return 'vowel';
  return zeros > 0 ? 'consonant' : (DIGITS[Number(plain.at(-1))] ?? 'unknown');
}

/**
 * Final sound of a Latin word. Abbreviations are spelled out (엘, 엠, 엔, 알); other words end as in their Korean
 * transcription: 북, 컵, 캣, but 노트, 테스트.
 */
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
