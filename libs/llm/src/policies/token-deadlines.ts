import { Observable, type Subscriber } from 'rxjs';
import type { AnswerDelta } from '../answers/answer-delta.js';
import type { LlmDelta } from '../llm-client.js';
import { timedOut } from '../refusal.js';
import { Stage } from './stage.js';

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
  'first token': 'The model did not start to answer in time.',
  'between tokens': 'The model stopped sending.',
};

/**
 * Errors with `llm.timeout` when a request does not get a socket, its first text or its next text in time, and
 * unsubscribes from it. Only text resets the clock, and reasoning, which is not passed on; comments and empty chunks are
 * bytes, not an answer.
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

/** One timer for a whole stream: a token only notes the time, the timer checks whether it was enough. */
class TokenClock extends Stage<AnswerDelta, LlmDelta> {
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
    // A first token that is late has used up the time for another try.
    this.error(timedOut(LATE[this.#phase], this.#phase === 'first token'));
  }
}

const check = (clock: TokenClock): void => clock.check();
