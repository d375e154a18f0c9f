import type { NumberedPassage } from '../section-brief.js';
import type { Span } from '../facts/section-facts.js';
import { cleanText } from '../language/clean-text.js';
import { splitSentences } from '@app/text';
import { leansBack } from './leans-back.js';
import { traitsOf } from './sentence-traits.js';

/** The smallest piece of a source that reads well by itself: a sentence with those that lean on it. */
export interface EvidenceUnit {
  readonly evidence: NumberedPassage;
  /** Place among the source's units, from 0. */
  readonly index: number;
  readonly sentences: readonly string[];
}

/** Passages of the knowledge pack have three to six sentences. */
const LONGEST_PASSAGE = 7;
/** Sentences of a stretch, at most and at least. */
const STRETCH = { least: 2, most: 4 } as const;
/** A rule is advice in one breath; up to this many sentences of it stay together. */
const LONGEST_RULE = 3;
/** Name of a part, where a source marks its parts: `역방향: …`, `Line 3: …`. */
const LABEL = /^[\p{L}\p{N} ]{1,20}:\s+(?=\S)/u;

export function evidenceUnits(evidence: NumberedPassage): readonly EvidenceUnit[] {
  const sentences = sentencesOf(evidence);
  const whole = evidence.retriever === 'persona' && sentences.length <= LONGEST_RULE;
  return unitsOf(evidence, whole ? [sentences] : groupLeaning(sentences));
}

/** The units of a part of a source; none when the source is too short to have it. */
export function unitsWithin(evidence: NumberedPassage, { from, to, least }: Span): readonly EvidenceUnit[] {
  const sentences = sentencesOf(evidence);
  return sentences.length < least ? [] : unitsOf(evidence, groupLeaning(sentences.slice(from, to)));
}

/**
 * A source as one unit, from its beginning as far as its first piece of advice: explanations build up, and a sentence
 * out of their middle refers to what nobody has read. Sources longer than a passage keep their units.
 */
export function stretchOf(evidence: NumberedPassage): readonly EvidenceUnit[] {
  const sentences = sentencesOf(evidence);
  if (sentences.length > LONGEST_PASSAGE) return evidenceUnits(evidence);
  const advice = sentences.findIndex((sentence, index) => index > 0 && traitsOf(sentence).isAdvice);
  const end = Math.min(STRETCH.most, Math.max(STRETCH.least, advice + 1));
  return unitsOf(evidence, [sentences.slice(0, end)]);
}

export const unitText = ({ sentences }: EvidenceUnit): string => sentences.join(' ');

/** Sections of a reading share their sources, and every step of a plan asks for the sentences again. */
const known = new WeakMap<NumberedPassage, readonly string[]>();

function sentencesOf(evidence: NumberedPassage): readonly string[] {
  const sentences =
    known.get(evidence) ??
    splitSentences(cleanText(evidence.text))
      .filter(isSentence)
      .map((sentence) => sentence.replace(LABEL, ''));
  known.set(evidence, sentences);
  return sentences;
}

/** Headings, table rows and the like are no sentences a reading could quote. */
const isSentence = (text: string): boolean =>
  /[.!?。！？…]["'”’」』)]*$/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 4;

const unitsOf = (evidence: NumberedPassage, groups: readonly (readonly string[])[]): readonly EvidenceUnit[] =>
  groups.filter((group) => group.length > 0).map((sentences, index) => ({ evidence, index, sentences }));

function groupLeaning(sentences: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const sentence of sentences) {
    const before = groups.at(-1);
    if (before && leansBack(sentence)) before.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}
