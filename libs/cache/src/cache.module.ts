import { Module } from '@nestjs/common';
import { type CacheConfig, cacheConfig } from '@app/config';
import { CacheMetrics } from '@app/metrics';
import { Caches } from './caches.js';
import { REDIS_CLIENT } from './redis-client.token.js';
import { RedisClient } from './redis.client.js';
import { SESSION_STORE } from './session.store.js';
import { SharedSessionStore } from './shared-session.store.js';

/** The Redis client, the caches in front of it, and sessions. Without `REDIS_URL` all data stays in process memory. */
@Module({
  providers: [
    {
      provide: REDIS_CLIENT,
      useFactory: ({ redisUrl, redisCommandTimeoutMs }: CacheConfig, metrics: CacheMetrics) =>
        redisUrl === undefined
          ? undefined
          : new RedisClient({
              url: redisUrl,
              commandTimeoutMs: redisCommandTimeoutMs,
              onChange: (up) => metrics.redisUp(up),
              onRefusal: (reason) => metrics.redisRefused(reason),
            }),
      inject: [cacheConfig.KEY, CacheMetrics],
    },
    Caches,
    {
      provide: SESSION_STORE,
      useFactory: ({ maxBytes }: CacheConfig, metrics: CacheMetrics, redis?: RedisClient) =>
        new SharedSessionStore(metrics, maxBytes.sessions, redis),
      inject: [cacheConfig.KEY, CacheMetrics, { token: REDIS_CLIENT, optional: true }],
    },
  ],
  exports: [REDIS_CLIENT, Caches, SESSION_STORE],
})
export class CacheModule {}
