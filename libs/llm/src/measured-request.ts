import type { Subscriber } from 'rxjs';
import type { LlmDelta, TokenUsage } from './llm-client.js';
import { Stage } from './policies/stage.js';
import { type UpstreamError, asUpstreamError } from './upstream.error.js';

export interface Account {
  /** A deadline of the request has passed; called before a retry can start. */
  late(): void;
  ended(outcome: string, ms: number): void;
  used(usage: TokenUsage): void;
  failed(error: UpstreamError): void;
}

/** Reports the end of a request exactly once: `ok`, the error code, or `aborted` when it was unsubscribed from. */
export class MeasuredRequest extends Stage<LlmDelta> {
  readonly #startedAt = performance.now();
  #outcome = 'aborted';

  constructor(
    destination: Subscriber<LlmDelta>,
    private readonly account: Account,
  ) {
    super(destination);
  }

  next(delta: LlmDelta): void {
    if (delta.type === 'finish' && delta.usage) this.account.used(delta.usage);
    this.destination.next(delta);
  }

  override error(error: unknown): void {
    const failure = asUpstreamError(error);
    this.#outcome = failure.code;
    this.account.failed(failure);
    if (this.#outcome === 'llm.timeout') this.account.late();
    super.error(error);
  }

  override complete(): void {
    this.#outcome = 'ok';
    super.complete();
  }

  protected override left(): void {
    this.account.ended(this.#outcome, performance.now() - this.#startedAt);
  }
}
