import { Observable, type Subscriber } from 'rxjs';
import type { LlmDelta } from '../llm-client.js';
import { timedOut } from '../openai/refusal.js';
import { Layer } from './layer.js';

/** Milliseconds; 0 is no deadline. */
export interface TokenDeadlines {
  /** Until the request leaves for a connected socket. */
  readonly connectMs: number;
  readonly interTokenMs: number;
}

/** The time a section has for its first token at one upstream; waiting for requests uses it up, waiting for a slot does not. */
export class FirstTokenAllowance {
  constructor(private leftMs: number) {
    if (leftMs === 0) this.leftMs = Number.POSITIVE_INFINITY;
  }

  get ms(): number {
    return this.leftMs;
  }

  spend(ms: number): void {
    this.leftMs = Math.max(0, this.leftMs - ms);
  }
}

type Phase = 'connect' | 'first token' | 'between tokens';
const LATE: Readonly<Record<Phase, string>> = {
  connect: 'No connection to the model in time.',
  'first token': 'The model did not begin to answer in time.',
  'between tokens': 'The model fell silent.',
};

/**
 * Errors with `llm.timeout` when a request does not get a socket, its first text or its next text in time, and
 * unsubscribes from it. Only text resets the clock: comments and empty chunks are bytes, not an answer.
 */
export function withTokenDeadlines(
  deadlines: TokenDeadlines,
  allowance: FirstTokenAllowance,
  call: (sent: () => void) => Observable<LlmDelta>,
): Observable<LlmDelta> {
  return new Observable((subscriber) => {
    const clock = new TokenClock(subscriber, deadlines, allowance);
    clock.enter('connect');
    clock.follow(call(clock.sent));
  });
}

/** One timer for a whole stream: a token only notes the time, the timer looks whether it was enough. */
class TokenClock extends Layer<LlmDelta> {
  #phase: Phase = 'connect';
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  /** A closure made here holds the clock alone; one made where the call is would hold the call's prompt too. */
  readonly sent = (): void => this.enter('first token');

  constructor(
    destination: Subscriber<LlmDelta>,
    private readonly deadlines: TokenDeadlines,
    private readonly allowance: FirstTokenAllowance,
  ) {
    super(destination);
  }

  protected override _next(delta: LlmDelta): void {
    this.#spoken();
    super._next(delta);
  }

  override unsubscribe(): void {
    if (!this.closed) this.#stop();
    super.unsubscribe();
  }

  enter(phase: Phase): void {
    this.#phase = phase;
    this.#since = performance.now();
    clearTimeout(this.#timer);
    this.#arm(this.#limitMs());
  }

  #spoken(): void {
    if (this.#phase === 'between tokens') {
      this.#since = performance.now();
      return;
    }
    this.enter('between tokens');
  }

  #stop(): void {
    clearTimeout(this.#timer);
    if (this.#phase === 'first token') this.allowance.spend(performance.now() - this.#since);
    this.#phase = 'between tokens';
  }

  #limitMs(): number {
    if (this.#phase === 'first token') return this.allowance.ms;
    const { connectMs, interTokenMs } = this.deadlines;
    return (this.#phase === 'connect' ? connectMs : interTokenMs) || Number.POSITIVE_INFINITY;
  }

  #arm(ms: number): void {
    if (ms !== Number.POSITIVE_INFINITY) this.#timer = setTimeout(look, ms, this);
  }

  /** Whether it was silent for too long. */
  look(): void {
    const leftMs = this.#limitMs() - (performance.now() - this.#since);
    if (leftMs > 0) return this.#arm(leftMs);
    // A first token that is late has used up the time for another try.
    this.error(timedOut(LATE[this.#phase], this.#phase === 'first token'));
  }
}

const look = (clock: TokenClock): void => clock.look();
