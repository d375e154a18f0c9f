/** Callbacks on the progress of one request. */
export interface CallObserver {
  /** The request is written to the socket; model deadlines start here. */
  sent?(): void;
  /** The upstream accepted it with 2xx headers. */
  accepted?(): void;
  /** The upstream rejected the request. @returns whether the next request will avoid the cause */
  rejected?(status: number, body: string): boolean;
  /** All tokens were used for reasoning. @returns whether the next request will allow more */
  outOfTokens?(): boolean;
  /** The upstream sent a redirect. @returns whether the request was sent again */
  redirected?(status: number, location: string): boolean;
  /** The response ended, broke or was aborted. Called exactly once per sent request. */
  closed?(): void;
}
