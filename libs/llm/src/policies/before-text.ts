import { Observable, type OperatorFunction, type Subscriber } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { type UpstreamError, asUpstreamError } from '../upstream.error.js';
import { Stage } from './stage.js';

type Recover = (error: UpstreamError) => Observable<LlmDelta>;

/**
 * Continues with `recover` when the source errors before its first delta. Later errors are passed on, because text that
 * was shown is never sent again.
 */
export function recoverBeforeText(recover: Recover): OperatorFunction<LlmDelta, LlmDelta> {
  return (source) => new Observable((subscriber) => new BeforeText(subscriber, recover).follow(source));
}

class BeforeText extends Stage<LlmDelta> {
  /** Cleared with the first delta: it holds the prompt, which is needed only for another attempt. */
  #recover: Recover | undefined;

  constructor(destination: Subscriber<LlmDelta>, recover: Recover) {
    super(destination);
    this.#recover = recover;
  }

  next(delta: LlmDelta): void {
    this.#recover = undefined;
    this.destination.next(delta);
  }

  override error(error: unknown): void {
    const recover = this.#recover;
    if (!recover) return super.error(error);
    this.#recover = undefined;
    this.leave();
    try {
      recover(asUpstreamError(error)).subscribe(this.destination);
    } catch (unexpected) {
      super.error(unexpected);
    }
  }
}
