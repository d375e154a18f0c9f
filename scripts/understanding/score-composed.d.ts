export interface ComposedFigures {
  readonly readings: number;
  readonly sentences: number;
  /** Share of quoted sentences whose record or condition contradicts the labels. */
  readonly wrongCase: number;
  /** Share of recommended articles whose topics do not occur in the labels. */
  readonly offTopic: number;
  readonly recommended: number;
  /** The recommended articles that are off topic. */
  readonly off: readonly object[];
  /** Share of unquoted sentences, except questions, directly before a quoted sentence. */
  readonly announcing: number;
  /** Share of sentences that occur verbatim in three or more readings. */
  readonly verbatim: number;
}

export function scoreComposed(
  readings: readonly { readonly dream: object; readonly composed: object }[],
  records: ReadonlyMap<string, object>,
  splitSentences: (text: string) => readonly string[],
): ComposedFigures;

export function chooseForComposing<Dream extends { readonly locale: string }>(
  dreams: readonly Dream[],
): readonly Dream[];
