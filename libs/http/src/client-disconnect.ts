import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { Observable } from 'rxjs';

/** Emits once when the connection closes; at once when it already has, because `close` is not emitted again. */
export function clientDisconnect(response: Response): Observable<void> {
  return new Observable((subscriber) => {
    const closed = () => subscriber.next();
    if (response.destroyed || response.socket?.destroyed) return closed();
    response.once('close', closed);
    return () => response.removeListener('close', closed);
  });
}

/** A signal that aborts when the client disconnects before the response is complete. */
export function disconnectSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  clientDisconnect(response).subscribe(() => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Parameter decorator for `disconnectSignal`. */
export const DisconnectSignal = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal =>
  disconnectSignal(context.switchToHttp().getResponse<Response>()),
);
