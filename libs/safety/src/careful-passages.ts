import { splitSentences } from '@app/text';
import type { Care } from './care-gate.js';

interface Passage {
  readonly tags: readonly string[];
  readonly text: string;
}

/** The passages that a reading with a care topic may use, without sentences about luck, fate or good cheer. */
export function carefulPassages<Kind extends Passage>(passages: readonly Kind[], care: Care): readonly Kind[] {
  const avoided = new Set(care.avoidTags);
  return passages.flatMap((passage) => {
    if (passage.tags.some((tag) => avoided.has(tag))) return [];
    const sentences = splitSentences(passage.text).filter((sentence) => !care.isOmen(sentence));
    return sentences.length > 0 ? [{ ...passage, text: sentences.join(' ') }] : [];
  });
}
