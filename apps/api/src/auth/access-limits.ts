import { Inject, Injectable } from '@nestjs/common';
import { InjectRedisClient, RedisClient } from '@app/cache';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import type { Response } from 'express';
import { ProblemError } from '../http/problem.error.js';
import type { Caller } from './caller.js';
import { FixedWindow } from './fixed-window.js';
import { OpenReadings } from './open-readings.js';
import { rateLimitHeaders, retryAfter } from './rate-limit-headers.js';

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 86_400;
/** Beyond the longest reading, for its last bytes to leave. */
const GRACE_MS = 30_000;

/** Requests a minute, readings at once and tokens a day of every caller. */
@Injectable()
export class AccessLimits {
  /** One window a limit: callers with equal limits share it, each under its own name. */
  readonly #requests = new Map<number, FixedWindow>();
  readonly #tokens = new Map<number, FixedWindow>();
  readonly #open: OpenReadings;

  constructor(
    @Inject(readingsConfig.KEY) config: ReadingsConfig,
    @InjectRedisClient() private readonly redis?: RedisClient,
  ) {
    this.#open = new OpenReadings(config.timeoutMs + GRACE_MS, redis);
  }

  /** Counts a request and tells the client where it stands. @throws ProblemError `limit.requests` */
  async request({ countedAs, limits }: Caller, response: Response): Promise<void> {
    if (!limits.requestsPerMinute) return;
    const window = this.#window(this.#requests, 'requests', limits.requestsPerMinute, MINUTE_SECONDS);
    const state = await window.use(countedAs);
    const headers = rateLimitHeaders('requests', state);
    response.set(headers);
    if (state.exceeded)
      throw new ProblemError('limit.requests', { headers: { ...headers, 'Retry-After': retryAfter(state.resetMs) } });
  }

  /** Takes a place for one reading until the response has closed. @throws ProblemError `limit.concurrent` */
  async reading({ countedAs, limits }: Caller, response: Response): Promise<void> {
    if (!limits.concurrentReadings) return;
    const giveBack = await this.#open.take(countedAs, limits.concurrentReadings);
    if (!giveBack) throw new ProblemError('limit.concurrent', { headers: { 'Retry-After': '1' } });
    if (response.closed || response.destroyed) giveBack();
    else response.once('close', giveBack);
  }

  /** @throws ProblemError `limit.tokens` when the day's tokens are spent. */
  async budget({ countedAs, limits }: Caller): Promise<void> {
    if (!limits.tokensPerDay) return;
    const state = await this.#window(this.#tokens, 'tokens', limits.tokensPerDay, DAY_SECONDS).look(countedAs);
    if (state.exceeded)
      throw new ProblemError('limit.tokens', { headers: { 'Retry-After': retryAfter(state.resetMs) } });
  }

  /** Counts what a reading has used up; never rejects. */
  async spend({ countedAs, limits }: Caller, tokens: number): Promise<void> {
    if (!limits.tokensPerDay || tokens <= 0) return;
    const window = this.#window(this.#tokens, 'tokens', limits.tokensPerDay, DAY_SECONDS);
    await window.add(countedAs, tokens).catch(() => {});
  }

  #window(windows: Map<number, FixedWindow>, name: string, most: number, seconds: number): FixedWindow {
    const known = windows.get(most);
    if (known) return known;
    const window = new FixedWindow({ name: `limit:${name}`, most, seconds }, this.redis);
    windows.set(most, window);
    return window;
  }
}
