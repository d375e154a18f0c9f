import type { NumberedPassage } from '../section-brief.js';
import type { Span } from '../facts/section-facts.js';
import { cleanText } from '../language/clean-text.js';
import { splitSentences } from '@app/text';
import { isAnaphoric } from './is-anaphoric.js';

/** The smallest quotable part of a passage: a sentence and the following sentences that refer back to it. */
export interface PassageUnit {
  readonly passage: NumberedPassage;
  /** Position among the passage's units, from 0. */
  readonly index: number;
  readonly sentences: readonly string[];
}

/** Passages of the built-in knowledge files are not longer; longer ones come from ingested documents. */
const MAX_PASSAGE_SENTENCES = 7;
/** Maximum number of sentences that `stretchOf` returns. */
const MAX_STRETCH = 4;
/** An article with fewer units has no middle. */
const MIN_ARTICLE_UNITS = 3;
/** A persona's rule with at most this many sentences is quoted as a whole. */
const MAX_RULE_SENTENCES = 3;
/** Label of a part of a passage, such as `역방향: …` or `Line 3: …`. */
const LABEL = /^[\p{L}\p{N} ]{1,20}:\s+(?=\S)/u;

export function passageUnits(passage: NumberedPassage): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  const whole = passage.retriever === 'persona' && sentences.length <= MAX_RULE_SENTENCES;
  return unitsOf(passage, whole ? [sentences] : groupAnaphoric(sentences));
}

/** The units of a part of a passage; empty when the passage is too short to contain it. */
export function unitsWithin(passage: NumberedPassage, { from, to, min }: Span): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  return sentences.length < min ? [] : unitsOf(passage, groupAnaphoric(sentences.slice(from, to)));
}

/**
 * The beginning of a passage as one unit, for explanations: a sentence from the middle may refer to text that is not
 * quoted. Long documents are split into units instead.
 */
export function stretchOf(passage: NumberedPassage): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  if (sentences.length > MAX_PASSAGE_SENTENCES) return passageUnits(passage);
  return unitsOf(passage, [sentences.slice(0, MAX_STRETCH)]);
}

/**
 * An article as one unit of advice: its first sentence, and by `turn` the last one or those between. Readings that share
 * an article thus do not repeat all of it. Short passages are returned whole.
 */
export function adviceOf(passage: NumberedPassage, turn: number): readonly PassageUnit[] {
  const units = passageUnits(passage);
  if (units.length < MIN_ARTICLE_UNITS || sentencesOf(passage).length > MAX_PASSAGE_SENTENCES)
    return stretchOf(passage);
  const chosen = turn % 2 === 0 ? [...units.slice(0, 1), ...units.slice(-1)] : units.slice(0, -1);
  return unitsOf(passage, [chosen.flatMap(({ sentences }) => sentences)]);
}

/** The passage's units that are part of a facet whose name matches. */
export function facetUnits(passage: NumberedPassage, names: RegExp): readonly PassageUnit[] {
  const texts = Object.entries(passage.facets ?? {}).flatMap(([name, text]) =>
    names.test(name) ? [cleanText(text)] : [],
  );
  return passageUnits(passage).filter((unit) => texts.some((text) => text.includes(unit.sentences[0] ?? '\n')));
}

export const unitText = ({ sentences }: PassageUnit): string => sentences.join(' ');

/** Caches the sentences of passages: sections share passages, and every step of a plan needs the sentences. */
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

/** Whether a text is a sentence rather than a heading, a table row or the like. */
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
