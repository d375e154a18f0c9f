import { Inject, Optional } from '@nestjs/common';

/** The process's Redis; undefined without `REDIS_URL`. */
export const REDIS_CLIENT = Symbol('cache.REDIS_CLIENT');

/** `@InjectRedisClient() private readonly redis?: RedisClient` */
export const InjectRedisClient = (): ParameterDecorator => (target, key, index) => {
  Optional()(target, key, index);
  Inject(REDIS_CLIENT)(target, key, index);
};
