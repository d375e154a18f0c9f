/** A correction by the user: `to` replaces `from`. */
export interface Correction {
  /** The replaced text; empty when the user did not repeat it. */
  readonly from: string;
  readonly to: string;
}
