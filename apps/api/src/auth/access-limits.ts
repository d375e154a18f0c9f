import { Inject, Injectable } from '@nestjs/common';
import { InjectRedisClient, RedisClient } from '@app/cache';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import type { Response } from 'express';
import { ProblemError } from '../http/problem.error.js';
import type { Caller } from './caller.js';
import { ConcurrencyLimit } from './concurrency-limit.js';
import { FixedWindow } from './fixed-window.js';

import { rateLimitHeaders, retryAfter } from './rate-limit-headers.js';

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** Beyond the reading timeout, for the last bytes to be sent. */
const GRACE_MS = 30_000;

/** Enforces each caller's requests per minute, concurrent readings and tokens per day. */
@Injectable()
export class AccessLimits {
  /** One window per limit value: callers with equal limits share it, each under its own key. */
  readonly #requests = new Map<number, FixedWindow>();
  readonly #tokens = new Map<number, FixedWindow>();
  readonly #open: ConcurrencyLimit;

  constructor(
    @Inject(readingsConfig.KEY) config: ReadingsConfig,
    @InjectRedisClient() private readonly redis?: RedisClient,
  ) {
    this.#open = new ConcurrencyLimit(config.timeoutMs + GRACE_MS, redis);
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

  /** Takes a slot for one reading until the response closes. @throws ProblemError `limit.concurrent` */
  async reading({ countedAs, limits }: Caller, response: Response): Promise<void> {
    if (!limits.concurrentReadings) return;
    const release = await this.#open.acquire(countedAs, limits.concurrentReadings);
    if (!release) throw new ProblemError('limit.concurrent', { headers: { 'Retry-After': '1' } });
    if (response.closed || response.destroyed) release();
    else response.once('close', release);
  }

  /** @throws ProblemError `limit.tokens` when the day's tokens are used up */
  async budget({ countedAs, limits }: Caller): Promise<void> {
    if (!limits.tokensPerDay) return;
    const state = await this.#window(this.#tokens, 'tokens', limits.tokensPerDay, DAY_SECONDS).peek(countedAs);
    if (state.exceeded)
      throw new ProblemError('limit.tokens', { headers: { 'Retry-After': retryAfter(state.resetMs) } });
  }

  /** Counts the tokens of a reading; never rejects. */
  async spend({ countedAs, limits }: Caller, tokens: number): Promise<void> {
    if (!limits.tokensPerDay || tokens <= 0) return;
    const window = this.#window(this.#tokens, 'tokens', limits.tokensPerDay, DAY_SECONDS);
    await window.add(countedAs, tokens).catch(() => {});
  }

  #window(windows: Map<number, FixedWindow>, name: string, max: number, seconds: number): FixedWindow {
    const known = windows.get(max);
    if (known) return known;
    const window = new FixedWindow({ name: `limit:${name}`, max, seconds }, this.redis);
    windows.set(max, window);
    return window;
  }
}
