import type { MonoTypeOperatorFunction } from 'rxjs';
import { endAfter } from '../end-after.js';
import { timedOut } from '../refusal.js';
import type { UpstreamError } from '../upstream.error.js';

/** Errors with `llm.timeout` when the source has not ended in time (0: no deadline), and unsubscribes from it. */
export function sectionDeadline<Value>(ms: number): MonoTypeOperatorFunction<Value> {
  return ms > 0 ? endAfter(ms, late) : (source) => source;
}

const late = (): UpstreamError => timedOut('The section took too long.', true);
