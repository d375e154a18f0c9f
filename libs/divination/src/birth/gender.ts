import type { BirthFields } from './birth-fields.js';

export type Gender = 'male' | 'female';

const WORDS: Readonly<Record<string, Gender>> = {
  male: 'male',
  m: 'male',
  man: 'male',
  남: 'male',
  남자: 'male',
  남성: 'male',
  female: 'female',
  f: 'female',
  woman: 'female',
  여: 'female',
  여자: 'female',
  여성: 'female',
};

/** Undefined when not given, or given as something the rule of the luck pillars knows no direction for. */
export function genderOf({ gender }: BirthFields): Gender | undefined {
  const word = gender?.value.trim().toLowerCase() ?? '';
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}
