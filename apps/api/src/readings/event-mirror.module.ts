import { Global, Module } from '@nestjs/common';
import { CacheModule, REDIS_CLIENT, type RedisClient } from '@app/cache';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import { EVENT_MIRROR, RedisEventMirror } from '@app/streaming';

/**
 * Provides the hub with the event log that replicas share; undefined without Redis. Global, because libs/streaming does
 * not depend on Redis.
 */
@Global()
@Module({
  imports: [CacheModule],
  providers: [
    {
      provide: EVENT_MIRROR,
      useFactory: ({ resumeTtlSeconds }: ReadingsConfig, redis?: RedisClient) =>
        redis && new RedisEventMirror(redis, { ttlSeconds: resumeTtlSeconds }),
      inject: [readingsConfig.KEY, { token: REDIS_CLIENT, optional: true }],
    },
  ],
  exports: [EVENT_MIRROR],
})
export class EventMirrorModule {}
