import { LlmError } from '@app/llm';
import { type MonoTypeOperatorFunction, Observable } from 'rxjs';

/** Errors with `llm.timeout` when the source has not ended within `remainingMs`, and unsubscribes from it. */
export function untilDeadline<Value>(remainingMs: number): MonoTypeOperatorFunction<Value> {
  return (source) =>
    new Observable((subscriber) => {
      const expire = () => subscriber.error(new LlmError('llm.timeout', 'The reading took too long.'));
      const timer = setTimeout(expire, Math.max(0, remainingMs));
      subscriber.add(() => clearTimeout(timer));
      subscriber.add(source.subscribe(subscriber));
    });
}
