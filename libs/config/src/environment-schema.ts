import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { parseRedisUrl } from './redis-url.js';

const port = z.coerce.number().int().min(0).max(65_535);
const milliseconds = z.coerce.number().int().min(0).max(3_600_000);
const count = z.coerce.number().int().min(0);
const positive = z.coerce.number().int().min(1);
const url = z.url({ protocol: /^https?$/ });
const jsonObject = z.string().transform((text, context): Readonly<Record<string, unknown>> => {
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  context.addIssue({ code: 'custom', message: 'must be a JSON object' });
  return z.NEVER;
});
const redisUrl = z.string().superRefine((text, context) => {
  try {
    parseRedisUrl(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** A shorter key could be guessed. */
export const MIN_ADMIN_KEY_LENGTH = 16;

/** Every variable the server reads, with its description in docs/configuration.md. */
export const environmentSchema = z
  .object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'])
      .default('development')
      .describe('`production` enables the strict defaults'),
    PORT: port.default(3000).describe('where the API listens; 0 picks a free port'),
    HOST: z.string().min(1).default('127.0.0.1').describe('address the API listens on (0.0.0.0 in the image)'),
    DATA_DIR: z.string().min(1).default('./data').describe('knowledge tables, cached models, local state'),
    KNOWLEDGE_DIR: z.string().min(1).default('./knowledge').describe('the knowledge pack the tables are built from'),
    LANCEDB_URI: z
      .string()
      .min(1)
      .optional()
      .describe('knowledge tables; default `$DATA_DIR/lancedb`, `s3://…` for a fleet'),
    OPENAI_API_KEY: z
      .string()
      .min(1)
      .optional()
      .describe('key of the language model; without key and base URL the composer writes'),
    OPENAI_BASE_URL: url
      .optional()
      .describe('any OpenAI-compatible server, with or without `/v1`; Azure: its endpoint; default OpenAI’s'),
    OPENAI_MODEL: z.string().min(1).default('gpt-5.4-mini').describe('model of every section; Azure: the deployment'),
    OPENAI_REASONING_EFFORT: z
      .enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'])
      .optional()
      .describe('how long a reasoning model thinks; default by model'),
    OPENAI_TEMPERATURE: z.coerce
      .number()
      .min(0)
      .max(2)
      .optional()
      .describe('sampling temperature; default the model’s'),
    OPENAI_EXTRA_BODY: jsonObject.optional().describe('JSON object of further fields for every request body'),
    OPENAI_CONNECTION_POOL_SIZE: positive.max(1024).default(10).describe('sockets kept open to the upstream'),
    OPENAI_MAX_CONCURRENCY: positive
      .max(10_000)
      .default(64)
      .describe('concurrent upstream streams; shrinks automatically on 429'),
    OPENAI_FALLBACK_BASE_URL: url.optional().describe('second upstream, used only before a section’s first delta'),
    OPENAI_FALLBACK_API_KEY: z.string().min(1).optional().describe('key of the second upstream'),
    OPENAI_FALLBACK_MODEL: z
      .string()
      .min(1)
      .optional()
      .describe('model of the second upstream; default `OPENAI_MODEL`'),
    ANTHROPIC_API_KEY: z
      .string()
      .min(1)
      .optional()
      .describe(
        'key of an Anthropic-compatible model; with an OpenAI-compatible one configured it is the second upstream',
      ),
    ANTHROPIC_BASE_URL: url.optional().describe('any server with `/v1/messages`; default Anthropic’s'),
    ANTHROPIC_MODEL: z.string().min(1).optional().describe('its model; needed with the key or base URL'),
    LLM_CONNECT_TIMEOUT_MS: milliseconds.default(2_000).describe('time until a socket is connected'),
    LLM_FIRST_TOKEN_TIMEOUT_MS: milliseconds
      .optional()
      .describe('time until a section’s first token; default by server and model: 15 000 to 45 000'),
    LLM_INTER_TOKEN_TIMEOUT_MS: milliseconds.default(15_000).describe('time between two tokens'),
    LLM_SECTION_TIMEOUT_MS: milliseconds.default(60_000).describe('time of a whole section'),
    READING_TIMEOUT_MS: milliseconds.default(120_000).describe('time of a whole reading'),
    RAG_EXECUTOR_WORKERS: positive.default(4).describe('embedding workers (never more than cores + 1)'),
    RAG_CPU_THREADS: positive.default(4).describe('threads of each embedding worker (never more than cores)'),
    RAG_DEVICE: z.enum(['auto', 'cpu', 'cuda']).default('auto').describe('where embeddings are computed'),
    EMBEDDING_MODEL: z
      .string()
      .min(1)
      .optional()
      .describe('another embedding model, e.g. `Xenova/multilingual-e5-small`; default the built-in MiniLM'),
    EMBEDDINGS_URL: url
      .optional()
      .describe('an OpenAI-compatible embeddings server, used instead of the in-process model'),
    EMBEDDINGS_API_KEY: z.string().min(1).optional().describe('its key'),
    EMBEDDING_TIMEOUT_MS: milliseconds.default(1_000).describe('time of one query embedding'),
    EMBEDDING_QUERY_PREFIX: z.string().optional().describe('put before every question; default by the model’s family'),
    EMBEDDING_PASSAGE_PREFIX: z.string().optional().describe('put before every passage; default by the model’s family'),
    EMBEDDING_POOLING: z
      .enum(['mean', 'cls', 'last'])
      .optional()
      .describe('how token vectors become one, in process; default by the model’s family'),
    EMBEDDING_SCRIPTS: z
      .string()
      .regex(
        /^(latin|hangul|han|kana|cyrillic|other)(,(latin|hangul|han|kana|cyrillic|other))*$/,
        'a comma-separated list of latin, hangul, han, kana, cyrillic, other',
      )
      .optional()
      .describe('scripts the model reads, e.g. `latin,hangul`; default by the model’s family'),
    EMBEDDING_DIMENSIONS: positive
      .optional()
      .describe('shorter vectors of a Matryoshka model; asked of a server, cut in process'),
    MODEL_DIR: z.string().min(1).optional().describe('folder of embedding models; default `$DATA_DIR/models`'),
    MODEL_HUB_URL: url.default('https://huggingface.co').describe('where `rag model pull` fetches models'),
    RERANK_URL: url.optional().describe('a reranking server: TEI, or one with Cohere’s and Jina’s `/v1/rerank`'),
    RERANK_API_KEY: z.string().min(1).optional().describe('its key'),
    RERANK_MODEL: z
      .string()
      .min(1)
      .optional()
      .describe('model it is asked for; of the model server: the cross-encoder below `MODEL_DIR`, default the first'),
    RERANK_TIMEOUT_MS: milliseconds.default(300).describe('one reranking; the fused order stands when it passes'),
    READING_SERVER_URL: url
      .optional()
      .describe('the server that `rag search` asks; default the one that runs on `DATA_DIR`, if any'),
    READING_SERVER_KEY: z.string().min(1).optional().describe('one of its API keys'),
    RETRIEVER_TIMEOUT_MS: milliseconds.default(800).describe('deadline of each retriever'),
    RETRIEVAL_POLICY: z
      .enum(['continue', 'fail'])
      .default('continue')
      .describe('`continue` (flagged ungrounded) or `fail` (503) when all four retrievers fail'),
    REDIS_URL: redisUrl
      .optional()
      .describe('shared cache, resume log, limits, sessions; `redis+sentinel://` for Sentinel'),
    REDIS_COMMAND_TIMEOUT_MS: milliseconds.default(150).describe('time of one Redis command'),
    CACHE_TTL_SECONDS: count
      .default(86_400)
      .describe('finished readings, retrieval results, query vectors; 0 turns the cache off'),
    RESUME_TTL_SECONDS: count.default(300).describe('how long a reading’s events can be resumed'),
    RESUME_ON_DISCONNECT: z
      .enum(['cancel', 'continue'])
      .default('cancel')
      .describe('what happens to a reading when its last client disconnects'),
    RESUME_GRACE_MS: milliseconds.default(30_000).describe('with `continue`: how long it runs without a client'),
    SIMILAR_CACHE: flag
      .default(false)
      .describe('answer similar questions from the cache (one tenant, kind and locale)'),
    MEMORY_BUDGET_MB: positive
      .min(16)
      .default(256)
      .describe('memory of caches, sessions and the events of finished readings together'),
    MAX_STREAMS: positive.default(2_000).describe('concurrent readings; more are refused with 503'),
    MAX_STREAMS_PER_CLIENT: positive
      .optional()
      .describe('concurrent readings of one key, or of one address without a key; default half of `MAX_STREAMS`'),
    MAX_BACKLOG_BYTES: positive
      .default(1_048_576)
      .describe('unread bytes after which a slow client is disconnected; a replay may be larger'),
    SLOW_READER_TIMEOUT_MS: positive
      .max(3_600_000)
      .default(15_000)
      .describe('time without reading a waiting byte after which a client is disconnected'),
    HEARTBEAT_MS: positive.default(10_000).describe('time between two heartbeats'),
    RATE_LIMIT_PER_MINUTE: count.default(0).describe('requests per minute and key or address; 0 is unlimited'),
    API_KEYS: z.string().min(1).optional().describe('JSON of API keys (SHA-256, name, limits)'),
    API_KEYS_FILE: z.string().min(1).optional().describe('file with that JSON, reloaded when it changes'),
    ADMIN_KEY: z
      .string()
      .min(MIN_ADMIN_KEY_LENGTH, `must have at least ${MIN_ADMIN_KEY_LENGTH} characters`)
      .optional()
      .describe('key of the admin routes, at least 16 characters'),
    ADMIN_API_TOKEN: z
      .string()
      .min(1)
      .optional()
      .describe('token that older front ends send: a key for every route, and `ADMIN_KEY` when that is absent'),
    OPEN_COUNSELOR_INIT: flag
      .default(false)
      .describe('browsers may open counsellor sessions without a key, as older front ends do'),
    AUTH: z.enum(['on', 'off']).default('on').describe('`off` requires no API keys, also in production'),
    CORS_ORIGINS: z
      .string()
      .optional()
      .describe(
        'comma-separated origins whose pages may call the server, `*` for any; default any localhost port, in production none',
      ),
    ALLOWED_HOSTS: z
      .string()
      .optional()
      .describe(
        'comma-separated host names that requests may be for, `.example.com` with all below, `*` for any; default `localhost`, in production any; addresses are always allowed',
      ),
    TRUSTED_PROXIES: z
      .string()
      .optional()
      .describe('comma-separated addresses or CIDRs whose `X-Forwarded-For` is trusted'),
    DRAIN_DELAY_MS: milliseconds
      .optional()
      .describe('time between SIGTERM (not ready) and refusing new readings; default 5 000 in production, else 0'),
    DRAIN_TIMEOUT_MS: milliseconds.default(25_000).describe('time for running readings to finish after that'),
    LOG_LEVEL: z
      .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
      .default('info')
      .describe('least severe level that is logged'),
    LOG_CONTENT: flag.default(false).describe('log user text (ignored in production)'),
    STATS_LOG_INTERVAL: count.default(0).describe('seconds between log lines of the timing windows; 0 turns them off'),
    METRICS: z.enum(['on', 'off']).default('on').describe('`off` records nothing'),
    OTEL_EXPORTER_OTLP_ENDPOINT: url.optional().describe('OpenTelemetry collector; nothing is loaded without it'),
    OTEL_SERVICE_NAME: z.string().min(1).default('reading-server').describe('name of this service in traces'),
    OTEL_RESOURCE_ATTRIBUTES: z
      .string()
      .regex(/^[^=,]+=[^,]*(,[^=,]+=[^,]*)*$/, 'must be key=value pairs separated by commas')
      .optional()
      .describe('further attributes of this service in traces, e.g. `deployment.environment.name=prod`'),
  })
  .refine((env) => !(env.ANTHROPIC_API_KEY ?? env.ANTHROPIC_BASE_URL) || env.ANTHROPIC_MODEL, {
    path: ['ANTHROPIC_MODEL'],
    message: 'needed with ANTHROPIC_API_KEY or ANTHROPIC_BASE_URL',
  });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export type Environment = Readonly<z.infer<typeof environmentSchema>>;

/** Logical processors this process may use; an upper bound for worker and thread counts. */
export const processors = (): number => availableParallelism();
