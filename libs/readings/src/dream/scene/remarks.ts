import { isHangul, lastSyllable } from '@app/text';
import type { Lexicon } from './lexicon.js';
import { cuesOfKind, type Sentence, type WordFrame } from './sentence.js';

type Tense = 'past' | 'present' | 'narrative' | 'question' | 'none';

/** Minimum share of past-tense sentences, among those with a tense, in a dream narrated in the past tense. */
const MIN_PAST_SHARE = 0.6;

/**
 * The sentences of a dream in the past tense that only comment on it: those in the present tense and questions to
 * the reader, at the beginning and the end of the text and, if the past tense clearly prevails, also between.
 */
export function findRemarks(
  sentences: readonly Sentence[],
  frames: ReadonlyMap<Sentence, readonly WordFrame[]>,
  lexicon: Lexicon,
): readonly Sentence[] {
  const isDreamt = (sentence: Sentence) => frames.get(sentence)?.includes('dreamt') ?? false;
  const tenses = new Map(sentences.filter(isDreamt).map((each) => [each, tenseOf(each, lexicon)]));
  const told = [...tenses].filter(([, tense]) => tense === 'past' || tense === 'narrative').map(([each]) => each.index);
  const present = [...tenses.values()].filter((tense) => tense === 'present').length;
  const share = told.length / (told.length + present);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || share < MIN_PAST_SHARE) return [];
  const isInside = ({ index }: Sentence) => first < index && index < last;
  const isAnnounced = sentences.some((sentence) => startsDream(sentence));
  return [...tenses]
    .filter(([sentence, tense]) => {
      if (startsDream(sentence)) return false;
      // A text that never mentions a dream may begin in the present tense: "A camera goes off and everyone is older."
      if (sentence.index < first && !isAnnounced) return false;
      if (tense === 'question') return sentence.index > last;
      return tense === 'present' && (!isInside(sentence) || share > MIN_SHARE_INSIDE);
    })
    .map(([sentence]) => sentence);
}

const startsDream = (sentence: Sentence): boolean =>
  cuesOfKind(sentence, 'frame').some(({ value }) => value.frame === 'dreamt');

const MIN_SHARE_INSIDE = 0.8;

function tenseOf(sentence: Sentence, lexicon: Lexicon): Tense {
  const last = sentence.words.at(-1)?.text ?? '';
  return isHangul(last[0]) ? koreanTense(sentence) : englishTense(sentence, lexicon);
}

function englishTense({ words, isQuestion }: Sentence, lexicon: Lexicon): Tense {
  if (isQuestion && lexicon.isA('question-word', words[0]?.text)) return 'question';
  if (words.some(({ text }) => lexicon.isA('past', text) || /[a-z]{2}ed$/.test(text))) return 'past';
  return words.some(({ text }) => lexicon.isA('present', text)) ? 'present' : 'none';
}

const NARRATIVE =
  /(거예요|거에요|거야|거임|거죠|더라|더라고요|더라구요|더라고|더라구|더군요|던데요?|대요|래요|꿈|꿈이요|꿈이에요|꿈입니다)$/;
const QUESTION = /(나요|까요|가요|은가|인가|을까|일까|볼까|할까|건가|건지|뭘까|지요)$/;
const FINITE = /(요|니다|다|죠|네|임|음|슴|함|됨|야|어|아|해|지|군|돼)$/;

function koreanTense({ words, isQuestion }: Sentence): Tense {
  const last = words.at(-1)?.text ?? '';
  if (NARRATIVE.test(last)) return 'narrative';
  if (isPast(last)) return QUESTION.test(last) && isQuestion ? 'question' : 'past';
  if (QUESTION.test(last)) return 'question';
  return FINITE.test(last) ? 'present' : 'none';
}

/** Whether a syllable ends in the past marker ㅆ, other than 있다 and 겠다. */
const isPast = (word: string): boolean =>
  Array.from(word).some((syllable) => lastSyllable(syllable)?.final === 'ㅆ' && !/[있겠]/.test(syllable));
