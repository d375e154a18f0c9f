export { cacheKey, canonicalJson, type KeyPart } from './cache-key.js';
export { CacheModule } from './cache.module.js';
export { Caches, type CacheStats } from './caches.js';
export { jsonCodec, vectorCodec } from './codec.js';
export { InjectRedisClient, REDIS_CLIENT } from './redis-client.token.js';
export { RedisClient } from './redis.client.js';
export { InjectSessionStore, type SessionStore } from './session.store.js';
export { SingleFlight } from './single-flight.js';
export type { TwoLevelCache } from './two-level.cache.js';
