import type { Redis } from 'ioredis';

/** The part of the Redis client that the mirror uses. */
export interface MirrorRedis {
  /** Rejects at once while Redis is unavailable, or after a timeout when it does not answer. */
  run<Value>(command: (redis: Redis) => Promise<Value>): Promise<Value>;
  /** A separate connection for blocking reads and subscriptions. */
  connection(): Redis;
}
