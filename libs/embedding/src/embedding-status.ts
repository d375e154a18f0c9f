import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from './embedder.js';
import { type EngineState, isEngine } from './embedding-engine.js';

/** How long a failed query counts: a probe cannot know whether the next one would succeed. */
const FAILURE_COUNTS_MS = 60_000;

/** State of this process's embedder, for health indicators and start-up lines. */
@Injectable()
export class EmbeddingStatus implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@InjectEmbedder() private readonly embedder: Embedder) {}

  get state(): EngineState {
    return isEngine(this.embedder) ? this.embedder.state : { phase: 'ready' };
  }

  /** The code of the error of the last query, if it failed within the last minute; undefined otherwise. */
  get failing(): string | undefined {
    const failure = isEngine(this.embedder) ? this.embedder.failure : undefined;
    return failure && performance.now() - failure.at < FAILURE_COUNTS_MS ? failure.code : undefined;
  }

  /** `all-MiniLM-L6-v2, onnx (cpu)` */
  get description(): string {
    return isEngine(this.embedder) ? `${this.embedder.model}, ${this.embedder.engine}` : this.embedder.model;
  }

  /** How Korean questions are answered: a model that does not read Hangul leaves them to words and their English gloss. */
  get korean(): 'Korean by words and meaning' | 'Korean by words and gloss' {
    return this.embedder.scripts.has('hangul') ? 'Korean by words and meaning' : 'Korean by words and gloss';
  }

  /** @see EmbeddingEngine.ready */
  async ready(): Promise<void> {
    if (isEngine(this.embedder)) await this.embedder.ready();
  }

  onApplicationBootstrap(): void {
    // Warms up beside the rest of the start; a failure stays in `state`, and the health probe's next ready() tries again.
    this.ready().catch(() => {});
  }

  /** The last hook of a shutdown: running readings have been drained by then. */
  async onApplicationShutdown(): Promise<void> {
    if (isEngine(this.embedder)) await this.embedder.close();
  }
}
