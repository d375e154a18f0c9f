import { ReadingInputError } from '../reading-input.error.js';
import type { BirthFields } from './birth-fields.js';

export type Gender = 'male' | 'female';

const WORDS: Readonly<Record<Gender | 'unspecified', readonly string[]>> = {
  male: ['male', 'm', 'man', 'boy', '남', '남자', '남성', '男'],
  female: ['female', 'f', 'woman', 'girl', '여', '여자', '여성', '女'],
  unspecified: [
    'other',
    'unknown',
    'none',
    'nonbinary',
    'non-binary',
    'x',
    'n/a',
    '기타',
    '모름',
    '선택 안함',
    '선택안함',
  ],
};

/**
 * Undefined when the gender is absent or neither male nor female; the luck pillars then have no direction.
 * @throws ReadingInputError for any other word
 */
export function genderOf({ gender }: BirthFields): Gender | undefined {
  if (!gender) return undefined;
  const named = genderNamed(gender.value);
  if (named === undefined)
    throw new ReadingInputError(gender.path, {
      ko: '성별은 남성, 여성, 그 밖 가운데 하나여야 합니다.',
      en: 'the gender must be male, female or other',
    });
  return named === 'unspecified' ? undefined : named;
}

/** The gender named by a word; undefined for unknown words. */
export function genderNamed(text: string): Gender | 'unspecified' | undefined {
  const word = text.trim().toLowerCase();
  if (word === '') return 'unspecified';
  return (['male', 'female', 'unspecified'] as const).find((gender) => WORDS[gender].includes(word));
}
