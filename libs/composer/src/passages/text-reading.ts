import { scenesOf } from './scene-words.js';
import { type SentenceTraits, traitsOf } from './sentence-traits.js';
import { wordStems } from '@app/text';

/** Stems, scenes and traits of a text, each computed lazily and once. */
export class TextReading {
  #stems: readonly string[] | undefined;
  #scenes: ReadonlySet<string> | undefined;
  #traits: SentenceTraits | undefined;

  /** @param among restricts `scenes`; all when absent */
  constructor(
    private readonly text: string,
    private readonly among?: ReadonlySet<string>,
  ) {}

  /** Without duplicates. */
  get stems(): readonly string[] {
    return (this.#stems ??= [...new Set(wordStems(this.text))]);
  }

  get scenes(): ReadonlySet<string> {
    return (this.#scenes ??= scenesOf(this.text, this.among));
  }

  get traits(): SentenceTraits {
    return (this.#traits ??= traitsOf(this.text));
  }
}
