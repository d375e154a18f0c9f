import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from './embedder.js';
import { type EngineState, isEngine } from './embedding-engine.js';

/** How long a failed query is reported: a health probe cannot determine whether the next query would succeed. */
const FAILURE_COUNTS_MS = 60_000;

/** State of this process's embedder, for health indicators and the start-up log. */
@Injectable()
export class EmbeddingStatus implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@InjectEmbedder() private readonly embedder: Embedder) {}

  get state(): EngineState {
    return isEngine(this.embedder) ? this.embedder.state : { phase: 'ready' };
  }

  /** Error code of the last query if it failed within the last minute; undefined otherwise. */
  get failing(): string | undefined {
    const failure = isEngine(this.embedder) ? this.embedder.failure : undefined;
    return failure && performance.now() - failure.at < FAILURE_COUNTS_MS ? failure.code : undefined;
  }

  /** `all-MiniLM-L6-v2, onnx (cpu)` */
  get description(): string {
    return isEngine(this.embedder) ? `${this.embedder.model}, ${this.embedder.engine}` : this.embedder.model;
  }

  /**
   * How Korean questions are searched. If the model does not support Hangul, by words and by the vector of an English
   * gloss.
   */
  get korean(): 'Korean by words and meaning' | 'Korean by words and gloss' {
    return this.embedder.scripts.has('hangul') ? 'Korean by words and meaning' : 'Korean by words and gloss';
  }

  /** @see EmbeddingEngine.ready */
  async ready(): Promise<void> {
    if (isEngine(this.embedder)) await this.embedder.ready();
  }

  onApplicationBootstrap(): void {
    // Load the model in parallel with the rest of the start-up. A failure is reported by `state`, and the next health
    // probe calls ready() again.
    this.ready().catch(() => {});
  }

  /** The last shutdown hook; running readings have finished by then. */
  async onApplicationShutdown(): Promise<void> {
    if (isEngine(this.embedder)) await this.embedder.close();
  }
}
