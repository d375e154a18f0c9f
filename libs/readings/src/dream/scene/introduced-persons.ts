import type { EntityLinker } from '@app/rag';
import { mention, type Mention } from './mentions.js';
import { APPEARS } from './frames.js';
import { cuesOfKind, type Sentence } from './sentence.js';

const DEAD_PERSON = 'dream:dead-person';

/**
 * Moves persons and pets that the text introduces in waking life to the dream: "Pepper’s my cat", "my gran died three
 * weeks ago and last night she …". Returns a mention of `dream:dead-person` for each dead relative, in addition to the
 * relative.
 */
export function introducePersons(
  sentence: Sentence,
  mentions: readonly Mention[],
  linker: EntityLinker,
): readonly Mention[] {
  const within = ({ first, end }: { readonly first: number; readonly end: number }) =>
    mentions.filter((found) => isPerson(found) && found.first >= first && found.first < end);
  for (const cue of cuesOfKind(sentence, 'reported').filter((each) => tellsDream(sentence, each)))
    for (const teller of within(cue)) if (teller.polarity === 'affirmed') teller.isTeller = true;
  for (const cue of cuesOfKind(sentence, 'introduction')) for (const found of within(cue)) found.frame = 'dreamt';
  const dead = linker.named(DEAD_PERSON);
  return cuesOfKind(sentence, 'departed').flatMap((cue) =>
    within(cue).flatMap((relative) => {
      if (relative.polarity !== 'affirmed') return [];
      relative.frame = 'dreamt';
      relative.isTeller = false;
      return dead ? [mention(dead, relative, sentence)] : [];
    }),
  );
}

/**
 * Whether the person of a phrase dreamt the dream. Speech alone may belong to the dream ("my wife told me she was …"),
 * and in 할머니가 꿈에 나와서 the person appears in it.
 */
function tellsDream({ words }: Sentence, { first, end }: { readonly first: number; readonly end: number }): boolean {
  return words.slice(first, end).some(({ text }) => DREAM.test(text)) && !APPEARS.test(words[end]?.text ?? '');
}

const DREAM = /dream|nightmare|꿈|꿨|꾸|꾼/;

const isPerson = ({ entity: { category } }: Mention): boolean => category === 'character' || category === 'animal';
