import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { REDIS_CLIENT, type RedisClient } from '@app/cache';
import { EmbeddingStatus } from '@app/embedding';
import { LlmHealth } from '@app/llm';
import { type FollowedStatus, KnowledgeStore } from '@app/knowledge';
import { GraphStore, PersonaStore } from '@app/rag';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Lifecycle } from '../lifecycle/lifecycle.js';
import { FollowedLog } from './hot-reload-log.js';
import { WatchedLook } from './watched-look.js';

/** Everything an orchestrator or an operator may ask about; none of them calls a paid model. */
@Injectable()
export class Readiness {
  readonly #embedder: WatchedLook;
  readonly #redis: WatchedLook | undefined;
  readonly #followedLog = new FollowedLog(new Logger('Knowledge'));

  constructor(
    private readonly health: HealthIndicatorService,
    private readonly lifecycle: Lifecycle,
    private readonly knowledge: KnowledgeStore,
    private readonly graphs: GraphStore,
    private readonly personas: PersonaStore,
    embedding: EmbeddingStatus,
    private readonly llm: LlmHealth,
    @Optional() @Inject(REDIS_CLIENT) redis?: RedisClient,
  ) {
    this.#embedder = new WatchedLook(async () => {
      await embedding.ready();
      return { engine: embedding.description };
    });
    this.#redis =
      redis &&
      new WatchedLook(async () => {
        await redis.run((connection) => connection.ping());
        return {};
      });
  }

  /** Not cached: a process that is going away must say so at once. */
  lifecyclePhase(): HealthIndicatorResult {
    const indicator = this.health.check('lifecycle');
    const { phase } = this.lifecycle;
    return phase === 'serving' ? indicator.up({ phase }) : indicator.down({ phase });
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
    return this.#followed('graph', () => this.graphs.status());
  }

  persona(): HealthIndicatorResult {
    return this.#followed('persona', () => this.personas.status());
  }

  async embedder(): Promise<HealthIndicatorResult> {
    const { up, data } = await this.#embedder.outcome();
    const indicator = this.health.check('embedder');
    return up ? indicator.up({ ...data }) : indicator.down({ ...data });
  }

  /** Degraded at most: each process carries on with what it remembers itself. Nothing where no Redis is configured. */
  async redis(): Promise<HealthIndicatorResult> {
    if (!this.#redis) return {};
    const { up, data } = await this.#redis.outcome();
    const indicator = this.health.check('redis');
    return up ? indicator.up({ ...data }) : indicator.degraded({ ...data });
  }

  /** Degraded at most: with every upstream away sections fail fast, and lookups and cached readings still work. */
  writer(): HealthIndicatorResult {
    const indicator = this.health.check('writer');
    const { upstreams, available } = this.llm;
    return available ? indicator.up({ upstreams }) : indicator.degraded({ upstreams });
  }

  /**
   * Degraded at most: readings go on with the other retrievers and say so; not ready, a bad file that every replica has
   * would take the whole fleet away. Of what was left out a probe tells the number, the log what it was.
   */
  #followed(name: string, look: () => FollowedStatus): HealthIndicatorResult {
    const indicator = this.health.check(name);
    try {
      const status = look();
      this.#followedLog.say(name, status);
      if (!status.ready) return indicator.degraded({ reason: status.reason, command: status.command });
      const { ready: _, problems, ...rest } = status;
      return problems.length === 0 ? indicator.up(rest) : indicator.degraded({ ...rest, problems: problems.length });
    } catch {
      return indicator.degraded({ reason: 'failed' });
    }
  }
}
