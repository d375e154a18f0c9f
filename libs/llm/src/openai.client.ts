import type { LlmConfig } from '@app/config';
import type { LlmMetrics, StreamMetrics } from '@app/metrics';
import { type Observable, defer } from 'rxjs';
import type { LlmClient, LlmDelta, LlmRequest } from './llm-client.js';
import { CompletionTransport } from './openai/completion-transport.js';
import { SocketPool } from './openai/socket-pool.js';
import { type UpstreamSettings, resolveEndpoint } from './openai/upstream-endpoint.js';
import { recoverBeforeText } from './policies/before-text.js';
import { SectionRetries } from './policies/retry-before-text.js';
import { sectionDeadline } from './policies/section-deadline.js';
import { Upstream, type UpstreamState } from './upstream.js';

export interface OpenAiClientOptions {
  readonly config: LlmConfig & { readonly upstream: UpstreamSettings };
  readonly metrics: LlmMetrics;
  readonly streamMetrics: StreamMetrics;
  /** Certificate authority to trust besides the system's, PEM. */
  readonly ca?: string;
}

interface Connected {
  readonly upstream: Upstream;
  readonly pool: SocketPool;
  readonly transport: CompletionTransport;
}

/** Longest wait for usage and `[DONE]` after the model has said that it is finished. */
const TAIL_MS = 1_000;
/** undici's own timeouts are coarse (±500 ms) and only catch what the token deadlines miss. */
const SILENCE_MARGIN_MS = 5_000;

/** Sections written by any OpenAI-compatible server, or by a second one while the first cannot. */
export class OpenAiClient implements LlmClient {
  readonly engine = 'openai' as const;
  readonly #primary: Connected;
  readonly #fallback: Connected | undefined;

  private constructor(
    private readonly options: OpenAiClientOptions,
    [primary, fallback]: readonly [Connected, Connected | undefined],
  ) {
    this.#primary = primary;
    this.#fallback = fallback;
  }

  /** Connects to nothing yet. */
  static async create(options: OpenAiClientOptions): Promise<OpenAiClient> {
    const reportOrphans = () => options.streamMetrics.orphans(client.orphans);
    const { upstream, fallback } = options.config;
    const primary = await connect('primary', upstream, options, reportOrphans);
    const second = fallback && (await connect('fallback', fallback, options, reportOrphans));
    const client = new OpenAiClient(options, [primary, second]);
    return client;
  }

  get model(): string {
    return this.#primary.upstream.model;
  }

  get upstreams(): readonly UpstreamState[] {
    return this.#all().map(({ upstream }) => upstream.state);
  }

  /** Requests an upstream still works on though nobody waits for them; must be 0. */
  get orphans(): number {
    return this.#all().reduce((sum, { transport }) => sum + transport.orphans, 0);
  }

  stream(prompt: LlmRequest): Observable<LlmDelta> {
    return defer(() => {
      const { sectionTimeoutMs, firstTokenTimeoutMs } = this.options.config;
      const now = performance.now();
      const retries = new SectionRetries();
      const until = now + (sectionTimeoutMs || Number.POSITIVE_INFINITY);
      const first = this.#primary.upstream;
      const second = this.#fallback?.upstream.stream(prompt, { until, retries });
      // Who has a second choice does not sit out a long Retry-After of the first.
      const patience = second ? Math.min(until, now + (firstTokenTimeoutMs || Number.POSITIVE_INFINITY)) : until;
      const written = first.stream(prompt, { until: patience, retries });
      return (second ? written.pipe(recoverBeforeText(() => this.#fallBack(second))) : written).pipe(
        sectionDeadline(sectionTimeoutMs),
      );
    });
  }

  /** Aborts what is under way and closes every socket. */
  async destroy(): Promise<void> {
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
  name: 'primary' | 'fallback',
  settings: UpstreamSettings,
  { config, metrics, ca }: OpenAiClientOptions,
  onOrphans: () => void,
): Promise<Connected> {
  const endpoint = await resolveEndpoint(settings);
  const { firstTokenTimeoutMs, interTokenTimeoutMs, maxConcurrency, connectionPoolSize } = config;
  const patienceMs = [firstTokenTimeoutMs, interTokenTimeoutMs];
  const pool = new SocketPool({
    origin: endpoint.origin,
    keep: connectionPoolSize,
    most: maxConcurrency,
    connectTimeoutMs: config.connectTimeoutMs,
    silenceTimeoutMs: patienceMs.includes(0) ? 0 : Math.max(...patienceMs) + SILENCE_MARGIN_MS,
    ca,
    onSockets: (open) => metrics.connections(name, open),
  });
  const tailMs = Math.min(TAIL_MS, (interTokenTimeoutMs || TAIL_MS * 2) / 2);
  const transport = new CompletionTransport(endpoint, pool, tailMs, onOrphans);
  return { upstream: new Upstream(name, settings, config, transport, metrics), pool, transport };
}
