import { join } from 'node:path';
import { type ConfigType, registerAs } from '@nestjs/config';
import { type Environment, MIN_ADMIN_KEY_LENGTH, processors } from './environment-schema.js';
import { processEnvironment } from './read-environment.js';

const list = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** Parses `key=value,…` with percent-encoded values, as OpenTelemetry defines it. */
const attributes = (value: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    list(value).map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
    }),
  );

const MEBIBYTE = 1024 * 1024;

/** Share of `MEMORY_BUDGET_MB` that each holder of data may use; together 1. */
const MEMORY_SHARES = {
  finishedReadings: 0.47,
  sessions: 0.22,
  readingCache: 0.18,
  vectorCache: 0.07,
  retrievalCache: 0.06,
} as const;

const memoryBytes = ({ MEMORY_BUDGET_MB }: Environment, holder: keyof typeof MEMORY_SHARES): number =>
  Math.floor(MEMORY_BUDGET_MB * MEBIBYTE * MEMORY_SHARES[holder]);

/**
 * The settings of each part of the server, derived from an environment. Pure functions, so that tests can use any
 * environment.
 */
export const slices = {
  server: (env: Environment) => ({
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    host: env.HOST,
    maxStreams: env.MAX_STREAMS,
    maxStreamsPerClient: env.MAX_STREAMS_PER_CLIENT ?? Math.ceil(env.MAX_STREAMS / 2),
    maxBacklogBytes: env.MAX_BACKLOG_BYTES,
    slowReaderTimeoutMs: env.SLOW_READER_TIMEOUT_MS,
    heartbeatMs: env.HEARTBEAT_MS,
    drainDelayMs: env.DRAIN_DELAY_MS ?? (env.NODE_ENV === 'production' ? 5_000 : 0),
    drainTimeoutMs: env.DRAIN_TIMEOUT_MS,
    corsOrigins: list(env.CORS_ORIGINS),
    allowedHosts: list(env.ALLOWED_HOSTS ?? (env.NODE_ENV === 'production' ? '*' : 'localhost,.localhost')),
    trustedProxies: list(env.TRUSTED_PROXIES),
  }),
  llm: (env: Environment) => ({
    ...upstreams(env),
    connectionPoolSize: env.OPENAI_CONNECTION_POOL_SIZE,
    maxConcurrency: env.OPENAI_MAX_CONCURRENCY,
    connectTimeoutMs: env.LLM_CONNECT_TIMEOUT_MS,
    firstTokenTimeoutMs: env.LLM_FIRST_TOKEN_TIMEOUT_MS,
    interTokenTimeoutMs: env.LLM_INTER_TOKEN_TIMEOUT_MS,
    sectionTimeoutMs: env.LLM_SECTION_TIMEOUT_MS,
  }),
  readings: (env: Environment) => ({
    timeoutMs: env.READING_TIMEOUT_MS,
    resumeTtlSeconds: env.RESUME_TTL_SECONDS,
    onDisconnect: env.RESUME_ON_DISCONNECT,
    graceMs: env.RESUME_GRACE_MS,
    finishedBytes: memoryBytes(env, 'finishedReadings'),
  }),
  rag: (env: Environment) => ({
    knowledgeDir: env.KNOWLEDGE_DIR,
    dataDir: env.DATA_DIR,
    lancedbUri: env.LANCEDB_URI ?? join(env.DATA_DIR, 'lancedb'),
    retrieverTimeoutMs: env.RETRIEVER_TIMEOUT_MS,
    policy: env.RETRIEVAL_POLICY,
    rerank: {
      url: env.RERANK_URL,
      apiKey: env.RERANK_API_KEY,
      model: env.RERANK_MODEL,
      timeoutMs: env.RERANK_TIMEOUT_MS,
    },
  }),
  embedding: (env: Environment) => ({
    model: env.EMBEDDING_MODEL,
    modelDir: env.MODEL_DIR ?? join(env.DATA_DIR, 'models'),
    url: env.EMBEDDINGS_URL,
    apiKey: env.EMBEDDINGS_API_KEY,
    timeoutMs: env.EMBEDDING_TIMEOUT_MS,
    hubUrl: env.MODEL_HUB_URL.replace(/\/+$/, ''),
    queryPrefix: env.EMBEDDING_QUERY_PREFIX,
    passagePrefix: env.EMBEDDING_PASSAGE_PREFIX,
    pooling: env.EMBEDDING_POOLING,
    scripts: env.EMBEDDING_SCRIPTS?.split(','),
    dimensions: env.EMBEDDING_DIMENSIONS,
    workers: Math.min(env.RAG_EXECUTOR_WORKERS, processors() + 1),
    threads: Math.min(env.RAG_CPU_THREADS, processors()),
    device: env.RAG_DEVICE,
  }),
  cache: (env: Environment) => ({
    redisUrl: env.REDIS_URL,
    redisCommandTimeoutMs: env.REDIS_COMMAND_TIMEOUT_MS,
    ttlSeconds: env.CACHE_TTL_SECONDS,
    similar: env.SIMILAR_CACHE,
    /** Maximum size in memory, by kind of entry. */
    maxBytes: {
      readings: memoryBytes(env, 'readingCache'),
      retrieval: memoryBytes(env, 'retrievalCache'),
      vectors: memoryBytes(env, 'vectorCache'),
      sessions: memoryBytes(env, 'sessions'),
    },
  }),
  access: (env: Environment) => ({
    production: env.NODE_ENV === 'production',
    auth: env.AUTH === 'on',
    apiKeys: apiKeys(env),
    adminKey: env.ADMIN_KEY ?? longToken(env),
    /** Accepted as a client's API key. */
    serviceToken: env.ADMIN_API_TOKEN,
    openCounselorInit: env.OPEN_COUNSELOR_INIT,
    ratePerMinute: env.RATE_LIMIT_PER_MINUTE,
    trustedProxies: list(env.TRUSTED_PROXIES),
  }),
  observability: (env: Environment) => ({
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    logContent: env.LOG_CONTENT && env.NODE_ENV !== 'production',
    statsLogIntervalSeconds: env.STATS_LOG_INTERVAL,
    metrics: env.METRICS === 'on',
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceName: env.OTEL_SERVICE_NAME,
    resourceAttributes: attributes(env.OTEL_RESOURCE_ATTRIBUTES),
  }),
};

const longToken = ({ ADMIN_API_TOKEN: token = '' }: Environment): string | undefined =>
  token.length >= MIN_ADMIN_KEY_LENGTH ? token : undefined;

/** The value takes precedence over the file, as with every other variable. The file is watched, so its path is kept. */
function apiKeys(env: Environment): { readonly inline: string } | { readonly path: string } | undefined {
  if (env.API_KEYS) return { inline: env.API_KEYS };
  return env.API_KEYS_FILE ? { path: env.API_KEYS_FILE } : undefined;
}

/** Settings of a language-model server. */
export interface UpstreamSettings {
  readonly engine: 'openai' | 'anthropic';
  /** Undefined for servers that need no key. */
  readonly apiKey: string | undefined;
  /** Undefined for the default server of the engine. */
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly reasoningEffort?: string | undefined;
  readonly temperature?: number | undefined;
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
}

/** The first two configured servers, in this order: OpenAI-compatible, its fallback, Anthropic-compatible. */
function upstreams(env: Environment): {
  readonly upstream: UpstreamSettings | undefined;
  readonly fallback: UpstreamSettings | undefined;
} {
  const configured = [openAi(env), openAiFallback(env), anthropic(env)].filter((settings) => settings !== undefined);
  const [upstream, fallback] = configured;
  return { upstream, fallback };
}

const openAi = (env: Environment): UpstreamSettings | undefined =>
  env.OPENAI_API_KEY || env.OPENAI_BASE_URL
    ? {
        engine: 'openai',
        apiKey: env.OPENAI_API_KEY,
        baseUrl: env.OPENAI_BASE_URL,
        model: env.OPENAI_MODEL,
        reasoningEffort: env.OPENAI_REASONING_EFFORT,
        temperature: env.OPENAI_TEMPERATURE,
        extraBody: env.OPENAI_EXTRA_BODY,
      }
    : undefined;

const openAiFallback = (env: Environment): UpstreamSettings | undefined =>
  openAi(env) && env.OPENAI_FALLBACK_BASE_URL
    ? {
        engine: 'openai',
        apiKey: env.OPENAI_FALLBACK_API_KEY,
        baseUrl: env.OPENAI_FALLBACK_BASE_URL,
        model: env.OPENAI_FALLBACK_MODEL ?? env.OPENAI_MODEL,
      }
    : undefined;

const anthropic = (env: Environment): UpstreamSettings | undefined =>
  (env.ANTHROPIC_API_KEY || env.ANTHROPIC_BASE_URL) && env.ANTHROPIC_MODEL
    ? {
        engine: 'anthropic',
        apiKey: env.ANTHROPIC_API_KEY,
        baseUrl: env.ANTHROPIC_BASE_URL,
        model: env.ANTHROPIC_MODEL,
      }
    : undefined;

const slice = <Slice extends object>(name: keyof typeof slices, cut: (env: Environment) => Slice) =>
  registerAs(name, () => Object.freeze(cut(processEnvironment())));

export const serverConfig = slice('server', slices.server);
export const llmConfig = slice('llm', slices.llm);
export const readingsConfig = slice('readings', slices.readings);
export const ragConfig = slice('rag', slices.rag);
export const embeddingConfig = slice('embedding', slices.embedding);
export const cacheConfig = slice('cache', slices.cache);
export const accessConfig = slice('access', slices.access);
export const observabilityConfig = slice('observability', slices.observability);

export type ServerConfig = Readonly<ConfigType<typeof serverConfig>>;
export type LlmConfig = Readonly<ConfigType<typeof llmConfig>>;
export type ReadingsConfig = Readonly<ConfigType<typeof readingsConfig>>;
export type RagConfig = Readonly<ConfigType<typeof ragConfig>>;
export type EmbeddingConfig = Readonly<ConfigType<typeof embeddingConfig>>;
export type CacheConfig = Readonly<ConfigType<typeof cacheConfig>>;
export type AccessConfig = Readonly<ConfigType<typeof accessConfig>>;
export type ObservabilityConfig = Readonly<ConfigType<typeof observabilityConfig>>;
