import type { Locale } from '@app/text';
import type { ConceptLexicon, Span } from './concept-spans.js';
import type { FramedSentence } from './dream-frames.js';

/** The concepts of one sentence; everything is searched once, on first use. */
export class ConceptSentence {
  readonly dreamt: Uint8Array;
  /** The words without idioms. */
  readonly text: string;
  readonly #found = new Map<string, readonly Span[]>();
  readonly #words: string;
  #isDistant: boolean | undefined;
  #isHarmless: boolean | undefined;

  constructor(
    private readonly lexicon: ConceptLexicon,
    { words, dreamt }: FramedSentence,
  ) {
    this.#words = words;
    this.dreamt = dreamt;
    this.text = lexicon.withoutIdioms(words);
  }

  get locale(): Locale {
    return this.lexicon.locale;
  }

  /** About fiction, a game or study. */
  get isDistant(): boolean {
    return (this.#isDistant ??= this.lexicon.isDistant(this.#words));
  }

  /** Cannot be a crisis statement. */
  get isHarmless(): boolean {
    return (this.#isHarmless ??= this.lexicon.isHarmless(this.#words));
  }

  of(name: string): readonly Span[] {
    const known = this.#found.get(name);
    if (known) return known;
    const spans = this.lexicon.find(name, this.text);
    this.#found.set(name, spans);
    return spans;
  }

  isNegated(span: Span): boolean {
    return this.lexicon.isNegated(this.text, span);
  }
}

/** The sentences of a text in one language, with their concepts. */
export class ConceptText {
  readonly sentences: readonly ConceptSentence[];
  readonly #lines: string;
  readonly #mentioned = new Map<string, boolean>();

  constructor(
    private readonly lexicon: ConceptLexicon,
    sentences: readonly FramedSentence[],
  ) {
    this.sentences = sentences.map((sentence) => new ConceptSentence(lexicon, sentence));
    this.#lines = this.sentences.map(({ text }) => text).join('\n');
  }

  get locale(): Locale {
    return this.lexicon.locale;
  }

  /** Whether a concept may occur in a sentence. Most concepts are absent from a text, so most rules end here. */
  mentions(name: string): boolean {
    const known = this.#mentioned.get(name);
    if (known !== undefined) return known;
    const isMentioned = this.lexicon.occurs(name, this.#lines);
    this.#mentioned.set(name, isMentioned);
    return isMentioned;
  }

  /** Whether a sentence holds the concept without negating it, be it dreamt or not. */
  affirms(name: string): boolean {
    return (
      this.mentions(name) &&
      this.sentences.some((sentence) => sentence.of(name).some((span) => !sentence.isNegated(span)))
    );
  }
}
