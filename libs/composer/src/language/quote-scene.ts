import { scenesOf } from '../passages/scene-words.js';
import { cleanText } from './clean-text.js';
import { type Locale, splitSentences } from '@app/text';

/** Limits in characters; longer quotations interrupt the text, shorter ones say too little. */
const LENGTH = { ko: { min: 5, max: 48 }, en: { min: 10, max: 110 } } as const;

/** ㅋㅋ, ㅠㅠ, ^^ and emoji are left out of quotations. */
const LAUGHTER = /[ㄱ-ㅎㅏ-ㅣ^]{2,}|\p{Extended_Pictographic}/gu;

/** The sentence of the user's text with the most scene words, ready for quotation marks; empty when none fits. */
export function quoteScene(question: string, locale: Locale): string {
  const { min, max } = LENGTH[locale];
  const sentences = splitSentences(cleanText(question))
    .map((sentence) =>
      sentence
        .replace(LAUGHTER, '')
        .replace(/[.。…~\s]+$/u, '')
        .trim(),
    )
    .filter((sentence) => sentence.length >= min && sentence.length <= max && !/["'“”‘’«»{}]/u.test(sentence));
  const ranked = sentences.map((sentence, index) => ({ sentence, weight: scenesOf(sentence).size - index * 0.1 }));
  return ranked.toSorted((left, right) => right.weight - left.weight)[0]?.sentence ?? '';
}
