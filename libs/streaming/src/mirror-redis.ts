import type { Redis } from 'ioredis';

/** What the mirror needs of a Redis that may be away. */
export interface MirrorRedis {
  /** Rejects at once while Redis is away, soon when it does not answer. */
  run<Value>(command: (redis: Redis) => Promise<Value>): Promise<Value>;
  /** A connection of one's own, for blocking reads and subscriptions. */
  connection(): Redis;
}
