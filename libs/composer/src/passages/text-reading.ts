import { scenesOf } from './scene-words.js';
import { type SentenceTraits, traitsOf } from './sentence-traits.js';
import { wordStems } from '@app/text';

/** What a text says, looked up when asked for and only once. */
export class TextReading {
  #stems: readonly string[] | undefined;
  #scenes: ReadonlySet<string> | undefined;
  #traits: SentenceTraits | undefined;

  /** @param among the only scenes that matter; all when absent. */
  constructor(
    private readonly text: string,
    private readonly among?: ReadonlySet<string>,
  ) {}

  /** Each stem once. */
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
