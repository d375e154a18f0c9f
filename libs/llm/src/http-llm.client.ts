import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { LlmConfig, UpstreamSettings } from '@app/config';
import type { LlmMetrics, StreamMetrics, UpstreamName } from '@app/metrics';
import { type Observable, defer } from 'rxjs';
import { AnthropicDialect } from './anthropic/anthropic.dialect.js';
import type { Dialect } from './dialect.js';
import { SocketPool } from './http/socket-pool.js';
import { Transport } from './http/transport.js';
import type { LlmClient, LlmDelta, LlmEngine, LlmRequest, UpstreamState } from './llm-client.js';
import { OpenAiDialect } from './openai/openai.dialect.js';
import { recoverBeforeText } from './policies/before-text.js';
import { SectionRetries } from './policies/retry-before-text.js';
import { sectionDeadline } from './policies/section-deadline.js';
import { Upstream } from './upstream.js';

export interface HttpLlmClientOptions {
  readonly config: LlmConfig & { readonly upstream: UpstreamSettings };
  readonly metrics: LlmMetrics;
  readonly streamMetrics: StreamMetrics;
  /** Trusted certificate authority (PEM); replaces the default ones. */
  readonly ca?: string | undefined;
}

interface Connected {
  readonly upstream: Upstream;
  readonly pool: SocketPool;
  readonly transport: Transport;
}

/** Maximum silence after a plausible finish reason; see `AnswerReader.isEndingPlausible`. */
const TAIL_MS = 3_000;
const DEFAULT_TAIL_MS = 15_000;
/** With a second upstream configured, the maximum wait for a pause or retry of the first before the second is used. */
const MAX_PAUSE_BEFORE_FALLBACK_MS = 5_000;
/** Margin of undici's own timeouts, which are coarse (±500 ms) and only a fallback for the token deadlines. */
const SILENCE_MARGIN_MS = 5_000;

/** Language-model client over HTTP. Uses the second upstream when the first one fails before its first delta. */
export class HttpLlmClient implements LlmClient, OnModuleDestroy {
  readonly #primary: Connected;
  readonly #fallback: Connected | undefined;

  private constructor(
    private readonly options: HttpLlmClientOptions,
    [primary, fallback]: readonly [Connected, Connected | undefined],
  ) {
    this.#primary = primary;
    this.#fallback = fallback;
  }

  /** Opens no connection yet. */
  static async create(options: HttpLlmClientOptions): Promise<HttpLlmClient> {
    const reportOrphans = () => options.streamMetrics.orphans(client.orphans);
    const { upstream, fallback } = options.config;
    const primary = await connect('primary', upstream, options, reportOrphans);
    const second = fallback && (await connect('fallback', fallback, options, reportOrphans));
    const client = new HttpLlmClient(options, [primary, second]);
    return client;
  }

  get engine(): LlmEngine {
    return this.options.config.upstream.engine;
  }

  get model(): string {
    return this.options.config.upstream.model;
  }

  get upstreams(): readonly UpstreamState[] {
    return this.#all().map(({ upstream }) => upstream.state);
  }

  /** Number of open upstream requests without a subscriber; must be 0. */
  get orphans(): number {
    return this.#all().reduce((sum, { transport }) => sum + transport.orphans, 0);
  }

  stream(prompt: LlmRequest): Observable<LlmDelta> {
    return defer(() => {
      const { sectionTimeoutMs } = this.options.config;
      const now = performance.now();
      const retries = new SectionRetries();
      const until = now + (sectionTimeoutMs || Number.POSITIVE_INFINITY);
      const second = this.#fallback?.upstream.stream(prompt, { until, retries });
      const patience = second ? Math.min(until, now + MAX_PAUSE_BEFORE_FALLBACK_MS) : until;
      const written = this.#primary.upstream.stream(prompt, { until: patience, retries });
      return (second ? written.pipe(recoverBeforeText(() => this.#fallBack(second))) : written).pipe(
        sectionDeadline(sectionTimeoutMs),
      );
    });
  }

  /** Aborts all running requests and closes every socket. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#all().map(({ pool }) => pool.destroy()));
  }

  #fallBack(second: Observable<LlmDelta>): Observable<LlmDelta> {
    this.options.metrics.fellBack();
    return second;
  }

  #all(): readonly Connected[] {
    return this.#fallback ? [this.#primary, this.#fallback] : [this.#primary];
  }
}

async function connect(
  name: UpstreamName,
  settings: UpstreamSettings,
  { config, metrics, ca }: HttpLlmClientOptions,
  onOrphans: () => void,
): Promise<Connected> {
  const dialect = await dialectOf(name, settings);
  const { interTokenTimeoutMs, maxConcurrency, connectionPoolSize, connectTimeoutMs } = config;
  const firstTokenTimeoutMs = config.firstTokenTimeoutMs ?? dialect.firstTokenTimeoutMs;
  const timeouts = [firstTokenTimeoutMs, interTokenTimeoutMs];
  const pool = new SocketPool({
    origin: dialect.origin,
    keep: connectionPoolSize,
    max: maxConcurrency,
    connectTimeoutMs,
    silenceTimeoutMs: timeouts.includes(0) ? 0 : Math.max(...timeouts) + SILENCE_MARGIN_MS,
    ca,
    onSockets: (open) => metrics.connections(name, open),
  });
  // Shorter than the inter-token deadline, which would otherwise fail the stream first.
  const tailMs = (interTokenTimeoutMs || DEFAULT_TAIL_MS) * 0.8;
  const patience = { plausibleMs: Math.min(TAIL_MS, tailMs / 2), implausibleMs: tailMs };
  const transport = new Transport(dialect.origin, pool, patience, onOrphans);
  const policies = { ...config, firstTokenTimeoutMs };
  const upstream = new Upstream(name, settings, policies, dialect, transport, metrics);
  return { upstream, pool, transport };
}

async function dialectOf(name: UpstreamName, settings: UpstreamSettings): Promise<Dialect> {
  const logger = new Logger('Llm');
  const onAdapted = (parameter: string, now: string): void =>
    logger.warn(`Request parameter adapted to the upstream (upstream=${name}, parameter=${parameter}, now=${now})`);
  return settings.engine === 'anthropic'
    ? new AnthropicDialect(settings, onAdapted)
    : OpenAiDialect.create(settings, onAdapted);
}
