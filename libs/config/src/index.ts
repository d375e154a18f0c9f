export {
  ConfigurationError,
  type Environment,
  environmentSchema,
  processEnvironment,
  readEnvironment,
} from './environment.js';
export { SettingsModule } from './settings.module.js';
export {
  type AccessConfig,
  type CacheConfig,
  type EmbeddingConfig,
  type LlmConfig,
  type ObservabilityConfig,
  type RagConfig,
  type ReadingsConfig,
  type ServerConfig,
  accessConfig,
  cacheConfig,
  embeddingConfig,
  llmConfig,
  observabilityConfig,
  ragConfig,
  readingsConfig,
  serverConfig,
  slices,
} from './slices.js';
