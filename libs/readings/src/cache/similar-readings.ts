import { Injectable } from '@nestjs/common';
import { type Embedder, InjectEmbedder } from '@app/embedding';
import { queryVector } from '@app/rag';
import type { CacheKeys } from './cache-keys.js';
import { SimilarQuestions } from './similar-questions.js';

/** Maximum wait for a question's vector; after that the lookup is skipped. */
const VECTOR_TIMEOUT_MS = 500;

/** Finds cached readings whose question has a similar meaning; only for scripts that the embedder supports. */
@Injectable()
export class SimilarReadings {
  readonly #questions = new SimilarQuestions();

  constructor(@InjectEmbedder() private readonly embedder: Embedder) {}

  async find({ scope, question }: CacheKeys): Promise<string | undefined> {
    const vector = await this.#vector(question);
    return vector && this.#questions.find(scope, vector);
  }

  async add({ scope, question, key }: CacheKeys): Promise<void> {
    const vector = await this.#vector(question);
    if (vector) this.#questions.add(scope, vector, key);
  }

  async #vector(question: string): Promise<Float32Array | undefined> {
    if (question === '') return undefined;
    try {
      const signal = AbortSignal.timeout(VECTOR_TIMEOUT_MS);
      return (await queryVector(this.embedder, question, { signal })())?.values;
    } catch {
      return undefined;
    }
  }
}
