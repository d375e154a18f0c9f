import type { MonoTypeOperatorFunction } from 'rxjs';
import { endAfter } from '../end-after.js';
import { timedOut } from '../openai/refusal.js';

/** Errors with `llm.timeout` when the source has not ended in time (0: no deadline), and unsubscribes from it. */
export function sectionDeadline<Value>(ms: number): MonoTypeOperatorFunction<Value> {
  return ms > 0 ? endAfter(ms, () => timedOut('The section took too long.', true)) : (source) => source;
}
