import type { EntityLinker } from '@app/rag';
import { mention, type Mention } from './mentions.js';
import { cuesOfKind, type Sentence } from './sentence.js';

const DEAD_PERSON = 'dream:dead-person';

/**
 * Persons and pets of whom the text says in waking life who they are are those of the dream: "Pepper’s my cat", "my gran died three
 * weeks ago and last night she …". A dead relative is the relative and `dream:dead-person`.
 */
export function introducePersons(
  sentence: Sentence,
  mentions: readonly Mention[],
  linker: EntityLinker,
): readonly Mention[] {
  const within = ({ first, end }: { readonly first: number; readonly end: number }) =>
    mentions.filter((found) => isPerson(found) && found.first >= first && found.first < end);
  for (const cue of cuesOfKind(sentence, 'introduction')) for (const found of within(cue)) found.frame = 'dreamt';
  const dead = linker.named(DEAD_PERSON);
  return cuesOfKind(sentence, 'departed').flatMap((cue) =>
    within(cue).flatMap((relative) => {
      if (relative.polarity !== 'affirmed') return [];
      relative.frame = 'dreamt';
      return dead ? [mention(dead, relative, sentence)] : [];
    }),
  );
}

const isPerson = ({ entity: { category } }: Mention): boolean => category === 'character' || category === 'animal';
