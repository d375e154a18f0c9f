import { Observable, type OperatorFunction, type Subscriber } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { type UpstreamError, asUpstreamError } from '../openai/upstream.error.js';
import { Layer } from './layer.js';

type Recover = (error: UpstreamError) => Observable<LlmDelta>;

/**
 * Goes on with `recover` when the source errors before its first delta; afterwards errors pass, since text that was
 * shown is never sent again.
 */
export function recoverBeforeText(recover: Recover): OperatorFunction<LlmDelta, LlmDelta> {
  return (source) => new Observable((subscriber) => new BeforeText(subscriber, recover).follow(source));
}

class BeforeText extends Layer<LlmDelta> {
  /** Undefined once text was shown: with it goes the prompt, which only another try would need. */
  #recover: Recover | undefined;

  constructor(destination: Subscriber<LlmDelta>, recover: Recover) {
    super(destination);
    this.#recover = recover;
  }

  protected override _next(delta: LlmDelta): void {
    this.#recover = undefined;
    super._next(delta);
  }

  protected override _error(error: unknown): void {
    if (!this.#recover) return super._error(error);
    const destination = this.destination as Subscriber<LlmDelta>;
    try {
      const next = this.#recover(asUpstreamError(error));
      this.unsubscribe();
      next.subscribe(destination);
    } catch (unexpected) {
      destination.error(unexpected);
    }
  }
}
