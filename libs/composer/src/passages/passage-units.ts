import type { NumberedPassage } from '../section-brief.js';
import type { Span } from '../facts/section-facts.js';
import { cleanText } from '../language/clean-text.js';
import { splitSentences } from '@app/text';
import { isAnaphoric } from './is-anaphoric.js';
import { traitsOf } from './sentence-traits.js';

/** The smallest piece of a source that reads well by itself: a sentence with those that lean on it. */
export interface PassageUnit {
  readonly passage: NumberedPassage;
  /** Place among the source's units, from 0. */
  readonly index: number;
  readonly sentences: readonly string[];
}

/** Passages of the knowledge pack have three to six sentences. */
const MAX_PASSAGE_SENTENCES = 7;
/** Sentences of a stretch, at most and at least. */
const STRETCH = { min: 2, max: 4 } as const;
/** A rule is advice in one breath; up to this many sentences of it stay together. */
const MAX_RULE_SENTENCES = 3;
/** Name of a part, where a source marks its parts: `역방향: …`, `Line 3: …`. */
const LABEL = /^[\p{L}\p{N} ]{1,20}:\s+(?=\S)/u;

export function passageUnits(passage: NumberedPassage): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  const whole = passage.retriever === 'persona' && sentences.length <= MAX_RULE_SENTENCES;
  return unitsOf(passage, whole ? [sentences] : groupAnaphoric(sentences));
}

/** The units of a part of a source; none when the source is too short to have it. */
export function unitsWithin(passage: NumberedPassage, { from, to, min }: Span): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  return sentences.length < min ? [] : unitsOf(passage, groupAnaphoric(sentences.slice(from, to)));
}

/**
 * A source as one unit, from its beginning as far as its first piece of advice: explanations build up, and a sentence
 * out of their middle refers to what nobody has read. Sources longer than a passage keep their units.
 */
export function stretchOf(passage: NumberedPassage): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  if (sentences.length > MAX_PASSAGE_SENTENCES) return passageUnits(passage);
  const advice = sentences.findIndex((sentence, index) => index > 0 && traitsOf(sentence).isAdvice);
  const end = Math.min(STRETCH.max, Math.max(STRETCH.min, advice + 1));
  return unitsOf(passage, [sentences.slice(0, end)]);
}

export const unitText = ({ sentences }: PassageUnit): string => sentences.join(' ');

/** Sections of a reading share their sources, and every step of a plan asks for the sentences again. */
const known = new WeakMap<NumberedPassage, readonly string[]>();

function sentencesOf(passage: NumberedPassage): readonly string[] {
  const sentences =
    known.get(passage) ??
    splitSentences(cleanText(passage.text))
      .filter(isSentence)
      .map((sentence) => sentence.replace(LABEL, ''));
  known.set(passage, sentences);
  return sentences;
}

/** Headings, table rows and the like are no sentences a reading could quote. */
const isSentence = (text: string): boolean =>
  /[.!?。！？…]["'”’」』)]*$/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 4;

const unitsOf = (passage: NumberedPassage, groups: readonly (readonly string[])[]): readonly PassageUnit[] =>
  groups.filter((group) => group.length > 0).map((sentences, index) => ({ passage, index, sentences }));

function groupAnaphoric(sentences: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const sentence of sentences) {
    const before = groups.at(-1);
    if (before && isAnaphoric(sentence)) before.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}
