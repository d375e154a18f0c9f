import { LRUCache } from 'lru-cache';

/** Maximum number of questions per scope; the oldest are dropped first. */
const MAX_QUESTIONS = 200;
const MAX_SCOPES = 1_000;
/**
 * Minimum cosine similarity of two questions that share a reading. With the built-in MiniLM model, paraphrases reach
 * 0.85–0.98, and different questions on one topic stay below 0.9. The limit is strict because a wrong answer costs more
 * than a cache miss.
 */
export const SIMILAR_ENOUGH = 0.97;

interface AskedQuestion {
  readonly vector: Float32Array;
  readonly key: string;
}

/**
 * Finds cached readings whose question is a paraphrase. A scope is everything except the question's wording (tenant, kind,
 * locale, knowledge version, facts); lookups never cross scopes.
 */
export class SimilarQuestions {
  readonly #scopes = new LRUCache<string, AskedQuestion[]>({ max: MAX_SCOPES });

  /** The key of the nearest question of the scope with a cosine of at least `SIMILAR_ENOUGH`. Vectors have unit length. */
  find(scope: string, vector: Float32Array): string | undefined {
    let nearest = SIMILAR_ENOUGH;
    let key: string | undefined;
    for (const asked of this.#scopes.get(scope) ?? []) {
      const cosine = dot(asked.vector, vector);
      if (cosine < nearest) continue;
      nearest = cosine;
      key = asked.key;
    }
    return key;
  }

  add(scope: string, vector: Float32Array, key: string): void {
    const asked = this.#scopes.get(scope) ?? [];
    asked.push({ vector, key });
    if (asked.length > MAX_QUESTIONS) asked.shift();
    this.#scopes.set(scope, asked);
  }
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
