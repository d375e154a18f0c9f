import { Observable, type Subscriber } from 'rxjs';
import type { AnswerDelta } from '../answers/answer-delta.js';
import type { LlmDelta } from '../llm-client.js';
import { timedOut } from '../refusal.js';
import { Stage } from './stage.js';

/** Deadlines in milliseconds; 0 means none. */
export interface TokenDeadlines {
  /** Time until the request is written to a connected socket. */
  readonly connectMs: number;
  readonly interTokenMs: number;
}

/**
 * Remaining time for a section's first token at one upstream. The duration of requests is deducted, the wait for a slot
 * is not.
 */
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
  'first token': 'The model did not start to answer in time.',
  'between tokens': 'The model stopped sending.',
};

/**
 * Errors with `llm.timeout` and unsubscribes when a request does not get a socket, its first token or its next token in
 * time. Text and reasoning reset the clock; reasoning is not passed on. Comments and empty chunks do not reset it.
 */
export function withTokenDeadlines(
  deadlines: TokenDeadlines,
  allowance: FirstTokenAllowance,
  call: (sent: () => void) => Observable<AnswerDelta>,
): Observable<LlmDelta> {
  return new Observable((subscriber) => {
    const clock = new TokenClock(subscriber, deadlines, allowance);
    clock.enter('connect');
    clock.follow(call(clock.sent));
  });
}

/** One timer for a whole stream: each token only records the time, and the timer checks the deadline when it fires. */
class TokenClock extends Stage<AnswerDelta, LlmDelta> {
  #phase: Phase = 'connect';
  #since = 0;
  #timer: NodeJS.Timeout | undefined;
  /** Created here so that the closure holds only the clock, not the prompt of the call. */
  readonly sent = (): void => this.enter('first token');

  constructor(
    destination: Subscriber<LlmDelta>,
    private readonly deadlines: TokenDeadlines,
    private readonly allowance: FirstTokenAllowance,
  ) {
    super(destination);
  }

  next(delta: AnswerDelta): void {
    if (this.#phase === 'between tokens') this.#since = performance.now();
    else this.enter('between tokens');
    if (delta.type !== 'progress') this.destination.next(delta);
  }

  protected override left(): void {
    clearTimeout(this.#timer);
    if (this.#phase === 'first token') this.allowance.spend(performance.now() - this.#since);
    this.#phase = 'between tokens';
  }

  enter(phase: Phase): void {
    this.#phase = phase;
    this.#since = performance.now();
    clearTimeout(this.#timer);
    this.#arm(this.#limitMs());
  }

  #limitMs(): number {
    if (this.#phase === 'first token') return this.allowance.ms;
    const { connectMs, interTokenMs } = this.deadlines;
    return (this.#phase === 'connect' ? connectMs : interTokenMs) || Number.POSITIVE_INFINITY;
  }

  #arm(ms: number): void {
    if (ms !== Number.POSITIVE_INFINITY) this.#timer = setTimeout(check, ms, this);
  }

  /** Ends the stream if it was silent for too long. */
  check(): void {
    const leftMs = this.#limitMs() - (performance.now() - this.#since);
    if (leftMs > 0) return this.#arm(leftMs);
    // A late first token has used up the time for a retry.
    this.error(timedOut(LATE[this.#phase], this.#phase === 'first token'));
  }
}

const check = (clock: TokenClock): void => clock.check();
