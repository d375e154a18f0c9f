/**
 * Returns the promise's result, or rejects with the signal's reason as soon as it is aborted. The work itself is not
 * stopped.
 */
export function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    // Attach the handlers even if the signal is already aborted: a later rejection must not be unhandled.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}
