import { LlmError, endAfter } from '@app/llm';
import type { MonoTypeOperatorFunction } from 'rxjs';

/** Errors with `llm.timeout` and unsubscribes from the source when it has not ended within `remainingMs`. */
export const untilDeadline = <Value>(remainingMs: number): MonoTypeOperatorFunction<Value> =>
  endAfter(Math.max(0, remainingMs), expired);

const expired = (): LlmError => new LlmError('llm.timeout', 'The reading took too long.');
