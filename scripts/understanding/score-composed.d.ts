export interface ComposedFigures {
  readonly readings: number;
  readonly sentences: number;
  /** Share of the quoted sentences about something that the labels do not name or deny. */
  readonly wrongCase: number;
  /** Share of the recommended articles that are about nothing the labels name. */
  readonly offTopic: number;
  readonly recommended: number;
  /** Share of sentences that are not quoted and stand before a quoted one. */
  readonly announcing: number;
  /** Share of sentences that stand word for word in three readings or more. */
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
