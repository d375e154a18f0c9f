import { Final, isHangul, lastSyllable } from './hangul.js';

/** Particles by the form that follows a consonant: that one, the one after a vowel, and both where nobody can tell. */
const PARTICLES = {
  은: ['은', '는', '은(는)'],
  이: ['이', '가', '이(가)'],
  을: ['을', '를', '을(를)'],
  과: ['과', '와', '와(과)'],
  으로: ['으로', '로', '(으)로'],
  이라는: ['이라는', '라는', '(이)라는'],
} as const;

export type Josa = keyof typeof PARTICLES;

export const isShortJosa = (text: string): text is Josa => Object.hasOwn(PARTICLES, text);

/** The word with its particle: `뱀은`, `나무는`, `물로`, `갑목(甲木)은`. */
export function withShortJosa(word: string, josa: Josa): string {
  const [afterConsonant, afterVowel, untold] = PARTICLES[josa];
  const sound = finalSound(word);
  if (sound === 'unknown') return word + untold;
  const open = sound === 'vowel' || (sound === 'rieul' && josa === '으로');
  return word + (open ? afterVowel : afterConsonant);
}

type Sound = 'vowel' | 'rieul' | 'consonant' | 'unknown';

/** How the word ends when it is read aloud; a gloss in brackets is not read. */
function finalSound(word: string): Sound {
  const spoken = word.replace(/\s*\([^()]*\)$/, '').replace(/[^\p{L}\p{N}]+$/u, '');
  const last = spoken.at(-1);
  if (isHangul(last)) return ofFinal(lastSyllable(spoken)?.final ?? Final.NONE);
  if (last && /\d/.test(last)) return ofNumber(spoken);
  return last && /[a-z]/i.test(last) ? ofLatin(spoken) : 'unknown';
}

function ofFinal(final: number): Sound {
  if (final === Final.NONE) return 'vowel';
  return final === Final.L ? 'rieul' : 'consonant';
}

/** 영 일 이 삼 사 오 육 칠 팔 구; 십, 백, 천 and 만 end in consonants as 영 does. */
const ofNumber = (text: string): Sound => {
  const digit = Number(text.at(-1));
  if ([2, 4, 5, 9].includes(digit)) return 'vowel';
  return [1, 7, 8].includes(digit) ? 'rieul' : 'consonant';
};

/** Abbreviations are spelled (엘, 엠, 엔, 알), words mostly end in a vowel of their own: 테스트, 노트. */
function ofLatin(text: string): Sound {
  const word = /[a-z]+$/i.exec(text)?.[0] ?? '';
  const spelled = word === word.toUpperCase();
  if (spelled ? /[LR]$/.test(word) : /le?$/i.test(word)) return 'rieul';
  return /([mn]|ng)$/i.test(word) ? 'consonant' : 'vowel';
}
