import type { LinkedEntity, NamedEntity } from '@app/rag';
import type { Lexicon } from './lexicon.js';
import type { Frame, Polarity } from './scene.js';
import { cuesOfKind, type Sentence } from './sentence.js';

/** A place in the text that names an entity. */
export interface Mention {
  readonly entity: NamedEntity;
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence;
  /** Index of the first word in the sentence; `last` is the index after the last word. */
  readonly first: number;
  readonly last: number;
  /** The entity's name of which the words are a form; empty for words that only imply the entity. */
  readonly name: string;
  /** Whether the words only suggest the entity. */
  readonly isHint: boolean;
  polarity: Polarity;
  frame: Frame;
  /** Whether the sentence says that this person had or tells the dream. */
  isTeller: boolean;
  /**
   * Whether earlier mentions are denied too: all of them when something was mistaken for this entity, those by the same
   * name when the text states that there was none.
   */
  retracts: 'all' | 'same-name' | 'none';
}

/** The mentions of all entities, by sentence, in text order. */
export function findMentions(
  entities: readonly LinkedEntity[],
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): ReadonlyMap<Sentence, readonly Mention[]> {
  const found = entities
    .flatMap((entity) => entity.spans.map((span) => ({ entity, ...span })))
    .toSorted((a, b) => a.start - b.start);
  const bySentence = new Map<Sentence, Mention[]>(sentences.map((sentence) => [sentence, []]));
  let at = 0;
  for (const { entity, start, end, name } of found) {
    while (at < sentences.length - 1 && endOf(sentences[at]) <= start) at++;
    const sentence = sentences[at];
    const isHint = lexicon.isHint(entity.id, name);
    if (sentence) bySentence.get(sentence)?.push({ ...mention(entity, { start, end }, sentence), name, isHint });
  }
  return bySentence;
}

export function mention(
  entity: NamedEntity,
  { start, end }: { readonly start: number; readonly end: number },
  sentence: Sentence,
): Mention {
  const first = firstWordEndingAfter(sentence, start);
  const last = Math.max(first + 1, firstWordStartingAt(sentence, end));
  return {
    entity,
    start,
    end,
    sentence,
    first,
    last,
    name: '',
    isHint: false,
    polarity: 'affirmed',
    frame: 'dreamt',
    isTeller: false,
    retracts: 'none',
  };
}

const endOf = (sentence: Sentence | undefined): number => sentence?.words.at(-1)?.end ?? 0;

const firstWordEndingAfter = ({ words }: Sentence, start: number): number =>
  partition(words.length, (at) => (words[at]?.end ?? 0) > start);
const firstWordStartingAt = ({ words }: Sentence, end: number): number =>
  partition(words.length, (at) => (words[at]?.start ?? 0) >= end);

/** Binary search for the first index at which a condition holds that stays true from there on. */
function partition(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The mentions without those that contain words of an idiom, which have another meaning there. */
export function withoutIdioms(mentions: readonly Mention[], sentence: Sentence): readonly Mention[] {
  const masked = new Set(cuesOfKind(sentence, 'idiom').flatMap(({ words }) => words));
  if (masked.size === 0) return mentions;
  return mentions.filter(({ first, last }) => !sentence.words.slice(first, last).some((word) => masked.has(word)));
}
