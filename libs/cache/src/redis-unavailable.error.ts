/** The breaker is open, Redis refuses or it did not answer in time. Callers continue without Redis. */
export class RedisUnavailableError extends Error {
  readonly code = 'redis.unavailable';

  constructor(cause?: unknown) {
    super('Redis does not answer.', { cause });
  }
}
