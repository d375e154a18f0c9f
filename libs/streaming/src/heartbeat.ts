import { type MonoTypeOperatorFunction, Observable, type Subscriber } from 'rxjs';

/** A comment: parsers ignore it, proxies and browsers see that the connection lives. It carries no id. */
export const PING = Buffer.from(': ping\n\n');

/** Adds a heartbeat every `periodMs` from the moment of subscribing until the frames end. */
export function withHeartbeat(periodMs: number): MonoTypeOperatorFunction<Buffer> {
  return (frames) =>
    new Observable((subscriber) => {
      const timer = setInterval(beat, periodMs, subscriber);
      subscriber.add(() => clearInterval(timer));
      subscriber.add(frames.subscribe(subscriber));
    });
}

const beat = (subscriber: Subscriber<Buffer>): void => subscriber.next(PING);
