/** Redis is not asked right now, or did not answer in time. Whoever gets it carries on without Redis. */
export class RedisUnavailableError extends Error {
  readonly code = 'redis.unavailable';

  constructor(cause?: unknown) {
    super('Redis does not answer.', { cause });
  }
}
