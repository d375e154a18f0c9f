import { type Observable, type OperatorFunction, catchError, defer, tap, throwError } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { type UpstreamError, asUpstreamError } from '../openai/upstream.error.js';

/**
 * Goes on with `recover` when the source errors before its first delta; afterwards errors pass, since text that was
 * shown is never sent again.
 */
export function recoverBeforeText(
  recover: (error: UpstreamError) => Observable<LlmDelta>,
): OperatorFunction<LlmDelta, LlmDelta> {
  return (source) =>
    defer(() => {
      let spoken = false;
      return source.pipe(
        tap(() => (spoken = true)),
        catchError((error: unknown) => (spoken ? throwError(() => error) : recover(asUpstreamError(error)))),
      );
    });
}
