import { Inject, Injectable } from '@nestjs/common';
import { InjectRedisClient, RedisClient } from '@app/cache';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import type { Response } from 'express';
import { ProblemError } from '../http/problem.error.js';
import type { Caller } from './caller.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { FixedWindow } from './fixed-window.js';
import { KeyCounts } from './key-counts.js';
import { rateLimitHeaders, retryAfter } from './rate-limit-headers.js';

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** Time after the reading timeout for sending the last bytes. */
const GRACE_MS = 30_000;
/** Tokens reserved for a reading until its usage is known: enough for the prompts and texts of the largest reading. */
const RESERVED_TOKENS = 8_000;

/** Wrong admin keys that one address may send per minute. */
const MAX_GUESSES = 10;

/** The share of a caller's limits that one reading holds until it is released. */
export interface Lease {
  release(): void;
}

/** Enforces each caller's requests per minute, concurrent readings and tokens per day. */
@Injectable()
export class AccessLimits {
  /** One window per limit value: callers with equal limits share it, each under its own key. */
  readonly #requests = new Map<number, FixedWindow>();
  readonly #tokens = new Map<number, FixedWindow>();
  readonly #guesses: FixedWindow;
  readonly #open: ConcurrencyLimit;
  /** Number of readings per caller in this process whose tokens are not counted yet. */
  readonly #uncounted = new KeyCounts();

  constructor(
    @Inject(readingsConfig.KEY) config: ReadingsConfig,
    @InjectRedisClient() private readonly redis?: RedisClient,
  ) {
    this.#guesses = new FixedWindow({ name: 'limit:admin', max: MAX_GUESSES, seconds: MINUTE_SECONDS }, redis);
    this.#open = new ConcurrencyLimit(config.timeoutMs + GRACE_MS, redis);
  }

  /** @throws ProblemError `limit.requests` when an address has sent too many wrong admin keys */
  async adminRequest(peer: string): Promise<void> {
    const { exceeded, resetMs } = await this.#guesses.peek(peer);
    if (exceeded) throw new ProblemError('limit.requests', { headers: { 'Retry-After': retryAfter(resetMs) } });
  }

  /** Counts a wrong admin key. */
  async wrongAdminKey(peer: string): Promise<void> {
    await this.#guesses.add(peer, 1);
  }

  /** Counts a request and sets the `RateLimit` headers. @throws ProblemError `limit.requests` */
  async request({ countedAs, limits }: Caller, response: Response): Promise<void> {
    if (!limits.requestsPerMinute) return;
    const window = this.#window(this.#requests, 'requests', limits.requestsPerMinute, MINUTE_SECONDS);
    const state = await window.use(countedAs);
    const headers = rateLimitHeaders('requests', state);
    response.set(headers);
    if (state.exceeded)
      throw new ProblemError('limit.requests', { headers: { ...headers, 'Retry-After': retryAfter(state.resetMs) } });
  }

  /**
   * Takes one of the caller's concurrent readings and reserves tokens until the reading's own tokens are counted, so
   * that readings that start simultaneously exceed the daily budget by at most one reading.
   * @throws ProblemError `limit.tokens`, `limit.concurrent`
   */
  async reading(caller: Caller): Promise<Lease> {
    const releaseTokens = await this.#reserveTokens(caller);
    const { countedAs, limits } = caller;
    if (!limits.concurrentReadings) return { release: releaseTokens };
    const releaseSlot = await this.#open.acquire(countedAs, limits.concurrentReadings);
    if (releaseSlot) return { release: () => [releaseSlot, releaseTokens].forEach((release) => release()) };
    releaseTokens();
    throw new ProblemError('limit.concurrent', { headers: { 'Retry-After': '1' } });
  }

  /** Counts the tokens of a reading; never rejects. */
  async spend({ countedAs, limits }: Caller, tokens: number): Promise<void> {
    if (!limits.tokensPerDay || tokens <= 0) return;
    const window = this.#window(this.#tokens, 'tokens', limits.tokensPerDay, DAY_SECONDS);
    await window.add(countedAs, tokens).catch(() => {});
  }

  async #reserveTokens({ countedAs, limits }: Caller): Promise<() => void> {
    if (!limits.tokensPerDay) return () => {};
    const window = this.#window(this.#tokens, 'tokens', limits.tokensPerDay, DAY_SECONDS);
    const { used, exceeded, resetMs } = await window.peek(countedAs);
    if (exceeded || used + this.#uncounted.of(countedAs) * RESERVED_TOKENS >= limits.tokensPerDay)
      throw new ProblemError('limit.tokens', { headers: { 'Retry-After': exceeded ? retryAfter(resetMs) : '1' } });
    this.#uncounted.increment(countedAs);
    return () => this.#uncounted.decrement(countedAs);
  }

  #window(windows: Map<number, FixedWindow>, name: string, max: number, seconds: number): FixedWindow {
    const known = windows.get(max);
    if (known) return known;
    const window = new FixedWindow({ name: `limit:${name}`, max, seconds }, this.redis);
    windows.set(max, window);
    return window;
  }
}
