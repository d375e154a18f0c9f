import type { Evidence } from '../../llm-client.js';
import { cleanText } from '../language/clean-text.js';
import { splitSentences } from '../language/split-sentences.js';
import { leansBack } from './leans-back.js';
import { traitsOf } from './sentence-traits.js';

/** The smallest piece of a source that reads well by itself: a sentence with those that lean on it. */
export interface EvidenceUnit {
  readonly evidence: Evidence;
  /** Place within the source, from 0. */
  readonly index: number;
  readonly sentences: readonly string[];
  /** Name of the facet when the source marks it: `정방향: …`, `Line 3: …`. */
  readonly label: string;
}

/** Sentences of a stretch, at most and at least. */
const STRETCH = { least: 2, most: 4 } as const;
/** Passages of the knowledge pack have three to six sentences. */
const LONGEST_PASSAGE = 7;
/** A rule is advice in one breath; up to this many sentences of it stay together. */
const LONGEST_RULE = 3;
const LABEL = /^([\p{L}\p{N} ]{1,20}):\s+(?=\S)/u;

export function evidenceUnits(evidence: Evidence): readonly EvidenceUnit[] {
  const sentences = splitSentences(cleanText(evidence.text)).filter(isSentence);
  const whole = evidence.retriever === 'persona' && sentences.length <= LONGEST_RULE;
  const groups = whole ? [sentences] : groupLeaning(sentences);
  return groups
    .filter((group) => group.length > 0)
    .map((group, index) => ({ evidence, index, ...withoutLabel(group) }));
}

/**
 * A source as one unit, from its beginning as far as its first piece of advice: explanations build up, and a sentence
 * out of their middle refers to what nobody has read. Sources longer than a passage keep their units.
 */
export function stretchOf(evidence: Evidence): readonly EvidenceUnit[] {
  const units = evidenceUnits(evidence);
  const sentences = units.flatMap((unit) => unit.sentences);
  if (sentences.length > LONGEST_PASSAGE) return units;
  const advice = sentences.findIndex((sentence, index) => index > 0 && traitsOf(sentence).isAdvice);
  const end = Math.min(STRETCH.most, Math.max(STRETCH.least, advice + 1));
  return sentences.length > 0 ? [{ evidence, index: 0, label: '', sentences: sentences.slice(0, end) }] : [];
}

/** Headings, table rows and the like are no sentences a reading could quote. */
const isSentence = (text: string): boolean =>
  /[.!?。！？…]["'”’」』)]*$/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= 4;

function groupLeaning(sentences: readonly string[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const sentence of sentences) {
    const before = groups.at(-1);
    if (before && leansBack(sentence)) before.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

function withoutLabel([first = '', ...rest]: readonly string[]): Pick<EvidenceUnit, 'sentences' | 'label'> {
  const label = LABEL.exec(first)?.[1] ?? '';
  return { label, sentences: [label ? first.replace(LABEL, '') : first, ...rest] };
}

export const unitText = ({ sentences }: EvidenceUnit): string => sentences.join(' ');
