import { LlmError, endAfter } from '@app/llm';
import type { MonoTypeOperatorFunction } from 'rxjs';

/** Errors with `llm.timeout` when the source has not ended within `remainingMs`, and unsubscribes from it. */
export const untilDeadline = <Value>(remainingMs: number): MonoTypeOperatorFunction<Value> =>
  endAfter(Math.max(0, remainingMs), expired);

const expired = (): LlmError => new LlmError('llm.timeout', 'The reading took too long.');
