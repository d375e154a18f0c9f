import type { Redis } from 'ioredis';

/** What the mirror needs of the Redis client. */
export interface MirrorRedis {
  /** Rejects at once while Redis is unavailable, after a timeout when it does not answer. */
  run<Value>(command: (redis: Redis) => Promise<Value>): Promise<Value>;
  /** A separate connection for blocking reads and subscriptions. */
  connection(): Redis;
}
