import type { Response } from 'express';
import { Observable } from 'rxjs';

/** Emits once when the connection has closed, at once when it already had: `close` is not said twice. */
export function clientGone(response: Response): Observable<void> {
  return new Observable((subscriber) => {
    const gone = () => subscriber.next();
    if (response.destroyed || response.socket?.destroyed) return gone();
    response.once('close', gone);
    return () => response.removeListener('close', gone);
  });
}
