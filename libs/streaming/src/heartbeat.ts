import { type MonoTypeOperatorFunction, Observable, type Subscriber } from 'rxjs';

/** An SSE comment: parsers ignore it, and proxies and browsers keep the connection open. */
export const PING = Buffer.from(': ping\n\n');

/** Adds a heartbeat every `periodMs` from the subscription until the frames end. */
export function withHeartbeat(periodMs: number, comment: Buffer = PING): MonoTypeOperatorFunction<Buffer> {
  return (frames) =>
    new Observable((subscriber) => {
      const timer = setInterval(beat, periodMs, subscriber, comment);
      subscriber.add(() => clearInterval(timer));
      subscriber.add(frames.subscribe(subscriber));
    });
}

const beat = (subscriber: Subscriber<Buffer>, comment: Buffer): void => subscriber.next(comment);
