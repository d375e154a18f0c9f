import { Inject, Optional } from '@nestjs/common';

/** Injection token of the RedisClient; the value is undefined without `REDIS_URL`. */
export const REDIS_CLIENT = Symbol('cache.REDIS_CLIENT');

/** Usage: `@InjectRedisClient() private readonly redis?: RedisClient` */
export const InjectRedisClient = (): ParameterDecorator => (target, key, index) => {
  Optional()(target, key, index);
  Inject(REDIS_CLIENT)(target, key, index);
};
