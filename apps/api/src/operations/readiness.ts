import { Injectable } from '@nestjs/common';
import { EmbeddingStatus } from '@app/embedding';
import { LlmHealth } from '@app/llm';
import { KnowledgeStore } from '@app/rag';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Lifecycle } from '../lifecycle/lifecycle.js';

/** An indicator that has not answered by then counts as down: a probe waits about a second. */
const TIMEOUT_MS = 500;
/** Probes of several balancers share one look. */
const CACHE_MS = 1_000;

/** Everything an orchestrator or an operator may ask about; none of them calls a paid model. */
@Injectable()
export class Readiness {
  constructor(
    private readonly health: HealthIndicatorService,
    private readonly lifecycle: Lifecycle,
    private readonly knowledge: KnowledgeStore,
    private readonly embedding: EmbeddingStatus,
    private readonly llm: LlmHealth,
  ) {}

  /** Not cached: a process that is going away must say so at once. */
  lifecyclePhase(): HealthIndicatorResult {
    const indicator = this.health.check('lifecycle');
    const { phase } = this.lifecycle;
    return phase === 'serving' ? indicator.up({ phase }) : indicator.down({ phase });
  }

  async knowledgeTables(): Promise<HealthIndicatorResult> {
    const indicator = this.health.check('knowledge');
    const status = this.knowledge.status();
    if (!status.ready) return indicator.down({ ...status.problem });
    return indicator.up({ rows: status.rows, committedAt: status.committedAt });
  }

  embedder(): PromiseLike<HealthIndicatorResult> {
    const look = async () => {
      await this.embedding.ready();
      return { engine: this.embedding.description };
    };
    return this.health.check('embedder').attempt(look).withTimeout(TIMEOUT_MS).cacheFor(CACHE_MS);
  }

  /** Degraded at most: with every upstream away sections fail fast, and lookups and cached readings still work. */
  writer(): HealthIndicatorResult {
    const indicator = this.health.check('writer');
    const { upstreams, available } = this.llm;
    return available ? indicator.up({ upstreams }) : indicator.degraded({ upstreams });
  }
}
