export {
  ConfigurationError,
  type Environment,
  environmentSchema,
  isProduction,
  processEnvironment,
  readEnvironment,
} from './environment.js';
export { parseRedisUrl, type RedisAddress } from './redis-url.js';
export { SettingsModule } from './settings.module.js';
export {
  accessConfig,
  type AccessConfig,
  cacheConfig,
  type CacheConfig,
  embeddingConfig,
  type EmbeddingConfig,
  llmConfig,
  type LlmConfig,
  observabilityConfig,
  type ObservabilityConfig,
  ragConfig,
  type RagConfig,
  readingsConfig,
  type ReadingsConfig,
  serverConfig,
  type ServerConfig,
  slices,
  type UpstreamSettings,
} from './slices.js';
