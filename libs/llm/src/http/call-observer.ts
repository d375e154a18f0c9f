/** Callbacks on the progress of one request. */
export interface CallObserver {
  /** The request is written to the socket; model deadlines start here. */
  sent?(): void;
  /** The upstream accepted it with 2xx headers. */
  accepted?(): void;
  /** @returns whether the next request will avoid the reason of this rejection. */
  rejected?(status: number, body: string): boolean;
  /** All tokens were used for reasoning. @returns whether the next request will allow more. */
  outOfTokens?(): boolean;
  /** Redirected to another path of the same origin. @returns whether the request was sent again. */
  redirected?(status: number, location: string): boolean;
  /** The response ended, broke or was aborted. Called exactly once per sent request. */
  closed?(): void;
}
