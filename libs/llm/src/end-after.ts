import { type MonoTypeOperatorFunction, Observable, type Subscriber } from 'rxjs';
import type { LlmError } from './llm.error.js';
import { Stage } from './policies/stage.js';

/** Errors with `late` when the source has not ended within `ms`, and unsubscribes from it. */
export function endAfter<Value>(ms: number, late: () => LlmError): MonoTypeOperatorFunction<Value> {
  return (source) => new Observable((subscriber) => new Timed(subscriber, ms, late).follow(source));
}

class Timed<Value> extends Stage<Value> {
  readonly #timer: NodeJS.Timeout;

  constructor(destination: Subscriber<Value>, ms: number, late: () => LlmError) {
    super(destination);
    this.#timer = setTimeout(expire, ms, this, late);
  }

  next(value: Value): void {
    this.destination.next(value);
  }

  protected override left(): void {
    clearTimeout(this.#timer);
  }
}

const expire = (stream: Timed<unknown>, late: () => LlmError): void => stream.error(late());
