export { cacheKey, canonicalJson, type KeyPart } from './cache-key.js';
export { CacheModule } from './cache.module.js';
export { Caches, type CacheStats } from './caches.js';
export { type Codec, jsonCodec, vectorCodec } from './codec.js';
export { InjectRedisClient, REDIS_CLIENT } from './redis-client.token.js';
export { RedisClient, type RedisClientOptions } from './redis.client.js';
export { RedisUnavailableError } from './redis-unavailable.error.js';
export {
  InjectSessionStore,
  SESSION_STORE,
  type SessionStore,
  SessionTooLargeError,
  type SessionValue,
} from './session.store.js';
export { SharedSessionStore } from './shared-session.store.js';
export { SingleFlight } from './single-flight.js';
export { type CacheHit, type LayerOptions, type LayerStats, TwoLevelCache } from './two-level.cache.js';
