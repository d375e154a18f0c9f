import type { ConceptData } from './concept-data.js';
import { ConceptMatcher } from './concept-matcher.js';
import type { ConceptText } from './concept-text.js';
import { disguisesOf } from './disguises.js';
import { DreamFrames, type FramedSentence } from './dream-frames.js';
import { foldText } from './fold-text.js';
import { viewSentences } from './sentence-views.js';
import { Spelling } from './spelling.js';

/** One form of a text: as written, or with corrected spellings. */
export class TextView {
  readonly sentences: readonly FramedSentence[];
  #concepts: readonly ConceptText[] | undefined;

  constructor(
    folded: string,
    private readonly matcher: ConceptMatcher,
  ) {
    const frames = new DreamFrames();
    this.sentences = viewSentences(folded).map((sentence) => ({ ...sentence, dreamt: frames.read(sentence.words) }));
  }

  get concepts(): readonly ConceptText[] {
    return (this.#concepts ??= this.matcher.read(this.sentences));
  }
}

/** A text in all forms in which it is matched; the first one is as written. */
export interface ReadText {
  readonly written: TextView;
  /** Absent when no spelling was corrected. */
  readonly corrected: TextView | undefined;
  /** Further forms: disguised spellings, words of the other language. */
  readonly disguised: () => readonly TextView[];
}

/** Normalizes a text once for all matchers. Linear in its length. */
export class TextReader {
  readonly matcher: ConceptMatcher;
  readonly #spelling: Spelling;

  constructor(data: ConceptData) {
    this.matcher = new ConceptMatcher(data);
    this.#spelling = new Spelling(data.spelling);
  }

  read(text: string): ReadText {
    const folded = foldText(text);
    const corrected = this.#spelling.correct(folded);
    const view = (form: string) => new TextView(form, this.matcher);
    return {
      written: view(folded),
      corrected: corrected === folded ? undefined : view(corrected),
      disguised: () => disguisesOf(folded, corrected, (form) => this.#spelling.correct(form)).map(view),
    };
  }
}
