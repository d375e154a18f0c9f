import type { NumberedPassage } from '../section-brief.js';
import type { Span } from '../facts/section-facts.js';
import { cleanText } from '../language/clean-text.js';
import { splitSentences } from '@app/text';
import { isAnaphoric } from './is-anaphoric.js';

/** The smallest quotable part of a passage: a sentence with the following ones that refer back to it. */
export interface PassageUnit {
  readonly passage: NumberedPassage;
  /** Position among the passage's units, from 0. */
  readonly index: number;
  readonly sentences: readonly string[];
}

/** Passages of the knowledge pack have three to six sentences; longer ones are users' documents. */
const MAX_PASSAGE_SENTENCES = 7;
/** Sentences of a stretch. */
const MAX_STRETCH = 4;
/** A persona's rule of up to this many sentences is quoted whole. */
const MAX_RULE_SENTENCES = 3;
/** Label of a part of a passage: `역방향: …`, `Line 3: …`. */
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
 * A passage as one unit from its beginning: in an explanation, a sentence from the middle refers to text the reader has not
 * seen. Longer documents keep their units.
 */
export function stretchOf(passage: NumberedPassage): readonly PassageUnit[] {
  const sentences = sentencesOf(passage);
  if (sentences.length > MAX_PASSAGE_SENTENCES) return passageUnits(passage);
  return unitsOf(passage, [sentences.slice(0, MAX_STRETCH)]);
}

/** The units of a record's further texts of these names. */
export function facetUnits(passage: NumberedPassage, names: RegExp): readonly PassageUnit[] {
  const texts = Object.entries(passage.facets ?? {}).flatMap(([name, text]) =>
    names.test(name) ? [cleanText(text)] : [],
  );
  return passageUnits(passage).filter((unit) => texts.some((text) => text.includes(unit.sentences[0] ?? '\n')));
}

export const unitText = ({ sentences }: PassageUnit): string => sentences.join(' ');

/** Sections share passages, and every step of a plan needs their sentences. */
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

/** Excludes headings, table rows and the like. */
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
