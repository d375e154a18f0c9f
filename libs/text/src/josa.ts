import { type FinalSound, finalSound } from './final-sound.js';

/** Forms of a particle: after a consonant, after a vowel, and where the final sound is unknown. */
const PARTICLES = {
  '은/는': ['은', '는', '은(는)'],
  '이/가': ['이', '가', '이(가)'],
  '을/를': ['을', '를', '을(를)'],
  '과/와': ['과', '와', '와(과)'],
  '으로/로': ['으로', '로', '(으)로'],
  '이라는/라는': ['이라는', '라는', '(이)라는'],
  '이라고/라고': ['이라고', '라고', '(이)라고'],
  '이라면/라면': ['이라면', '라면', '(이)라면'],
  '이었/였': ['이었', '였', '이었'],
  '이라/라': ['이라', '라', '(이)라'],
  '이며/며': ['이며', '며', '(이)며'],
  '이고/고': ['이고', '고', '(이)고'],
  '이나/나': ['이나', '나', '(이)나'],
} as const;

export type Josa = keyof typeof PARTICLES;

/** Particles that also take the vowel form after ㄹ: 물로, 1로. */
const LIKE_VOWEL: Readonly<Partial<Record<Josa, FinalSound>>> = { '으로/로': 'rieul' };

/** The form of a particle after a text, without the text. */
export function particleAfter(text: string, josa: Josa): string {
  const [afterConsonant, afterVowel, unknown] = PARTICLES[josa];
  const sound = finalSound(text);
  if (sound === 'unknown') return unknown;
  return sound === 'vowel' || sound === LIKE_VOWEL[josa] ? afterVowel : afterConsonant;
}

/** The text followed by its particle. */
export const withJosa = (text: string, josa: Josa): string => `${text}${particleAfter(text, josa)}`;

export const isJosa = (text: string): text is Josa => Object.hasOwn(PARTICLES, text);
