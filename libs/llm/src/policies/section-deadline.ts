import { type MonoTypeOperatorFunction, Observable } from 'rxjs';
import { timedOut } from '../openai/refusal.js';

/** Errors with `llm.timeout` when the source has not ended in time (0: no deadline), and unsubscribes from it. */
export function sectionDeadline<Value>(ms: number): MonoTypeOperatorFunction<Value> {
  return (source) =>
    new Observable((subscriber) => {
      const late = () => subscriber.error(timedOut('The section took too long.', true));
      const timer = ms > 0 ? setTimeout(late, ms) : undefined;
      subscriber.add(() => clearTimeout(timer));
      subscriber.add(source.subscribe(subscriber));
    });
}
