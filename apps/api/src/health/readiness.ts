import { Injectable, Logger } from '@nestjs/common';
import { InjectRedisClient, RedisClient } from '@app/cache';
import { EmbeddingStatus } from '@app/embedding';
import { Lifecycle } from '@app/http';
import { LlmHealth } from '@app/llm';
import { type HotReloadStatus, KnowledgeStore } from '@app/knowledge';
import { GraphStore, PersonaStore } from '@app/rag';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { StreamSlots } from '../readings/stream-slots.js';
import { DataProblemLog } from './data-problem-log.js';

/** A check that takes longer counts as failed, because probes wait about a second. */
const TIMEOUT_MS = 500;
/** Lets probes of several load balancers share one check. */
const CACHE_MS = 1_000;

/** Not ready after this long without a free stream slot, so that load balancers send clients elsewhere. */
const OVERLOADED_AFTER_MS = 10_000;

/** Health indicators of all dependencies of a reading. None of them calls a paid model. */
@Injectable()
export class Readiness {
  /** Not ready during the start and its warm-up, which would delay the first clients. */
  isStarting = false;
  readonly #dataProblems = new DataProblemLog(new Logger('Knowledge'));

  constructor(
    private readonly health: HealthIndicatorService,
    private readonly lifecycle: Lifecycle,
    private readonly knowledge: KnowledgeStore,
    private readonly graphs: GraphStore,
    private readonly personas: PersonaStore,
    private readonly embedding: EmbeddingStatus,
    private readonly llm: LlmHealth,
    private readonly slots: StreamSlots,
    @InjectRedisClient() private readonly redisClient?: RedisClient,
  ) {}

  /** Not cached: a process that is shutting down must report it at once. */
  lifecyclePhase(): HealthIndicatorResult {
    const indicator = this.health.check('lifecycle');
    const { phase } = this.lifecycle;
    return phase === 'serving' ? indicator.up({ phase }) : indicator.down({ phase });
  }

  capacity(): HealthIndicatorResult {
    const indicator = this.health.check('capacity');
    const { open } = this.slots;
    if (this.isStarting) return indicator.down({ streams: open, reason: 'starting' });
    if (this.slots.fullForMs() < OVERLOADED_AFTER_MS) return indicator.up({ streams: open });
    return indicator.down({ streams: open, reason: 'overloaded: no stream slot has been free for 10 s' });
  }

  knowledgeTables(): HealthIndicatorResult {
    const indicator = this.health.check('knowledge');
    try {
      const status = this.knowledge.status();
      if (!status.ready) return indicator.down({ ...status.problem });
      return indicator.up({ rows: status.rows, revision: status.revision, committedAt: status.committedAt });
    } catch {
      return indicator.down({ reason: 'failed' });
    }
  }

  graph(): HealthIndicatorResult {
    return this.#hotReloaded('graph', () => this.graphs.status());
  }

  persona(): HealthIndicatorResult {
    return this.#hotReloaded('persona', () => this.personas.status());
  }

  /** Degraded when the embedder is loaded but its last query failed: retrieval then uses full-text search only. */
  async embedder(): Promise<HealthIndicatorResult> {
    const { embedding } = this;
    const result = await this.#attempt('embedder', async () => {
      await embedding.ready();
      return { engine: embedding.description, languages: embedding.korean };
    });
    const { status, ...data } = result.embedder;
    const { failing } = embedding;
    if (status !== 'up' || failing === undefined) return result;
    return this.health.check('embedder').degraded({ ...data, reason: failing });
  }

  /** At most degraded: without Redis each process uses its own memory. Empty if no Redis is configured. */
  async redis(): Promise<HealthIndicatorResult> {
    const client = this.redisClient;
    if (!client) return {};
    if (client.problem) return this.health.check('redis').degraded({ reason: client.problem });
    const result = await this.#attempt('redis', async () => {
      await client.run((connection) => connection.ping());
    });
    const { status, ...data } = result.redis;
    return status === 'up' ? result : this.health.check('redis').degraded(data);
  }

  /** At most degraded: without an upstream, sections fail fast, but retrieval and cached readings still work. */
  writer(): HealthIndicatorResult {
    const indicator = this.health.check('writer');
    const { upstreams, available } = this.llm;
    return available ? indicator.up({ upstreams }) : indicator.degraded({ upstreams });
  }

  async #attempt<const Key extends string>(key: Key, check: () => Promise<Readonly<Record<string, unknown>> | void>) {
    const attempt = async () => check().catch((error: unknown) => Promise.reject(withoutMessage(error)));
    return this.health.check(key).attempt(attempt).withTimeout(TIMEOUT_MS).cacheFor(CACHE_MS);
  }

  /**
   * At most degraded: readings continue with the other retrievers and report the problem. Reporting not ready would
   * take down all replicas, since each has the same file. Probes show only the number of problems; the log has the
   * details.
   */
  #hotReloaded(name: string, read: () => HotReloadStatus): HealthIndicatorResult {
    const indicator = this.health.check(name);
    try {
      const status = read();
      this.#dataProblems.report(name, status);
      if (!status.ready) return indicator.degraded({ reason: status.reason, command: status.command });
      const { ready: _, problems, ...rest } = status;
      return problems.length === 0 ? indicator.up(rest) : indicator.degraded({ ...rest, problems: problems.length });
    } catch {
      return indicator.degraded({ reason: 'failed' });
    }
  }
}

/** Removes the error message, which Terminus would expose and which may contain an address with a password. */
function withoutMessage(error: unknown): Error {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return new Error(typeof code === 'string' ? code : 'failed');
}
