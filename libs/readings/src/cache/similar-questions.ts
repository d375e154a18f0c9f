import { LRUCache } from 'lru-cache';

/** Questions of one scope; the oldest go first. */
const MOST_QUESTIONS = 200;
const MOST_SCOPES = 1_000;
/**
 * Cosine above which two questions count as one. With the embedded MiniLM paraphrases lie at 0.85–0.98 and different
 * questions of one topic below 0.9; a wrong answer costs more than a missed one.
 */
export const SIMILAR_ENOUGH = 0.97;

interface AskedQuestion {
  readonly vector: Float32Array;
  readonly key: string;
}

/**
 * Questions whose readings are remembered, to find the one that asks the same in other words. A scope is everything but
 * the question's words – tenant, kind, locale, knowledge version, facts –, and nothing is ever found across scopes.
 */
export class SimilarQuestions {
  readonly #scopes = new LRUCache<string, AskedQuestion[]>({ max: MOST_SCOPES });

  /** The key of the nearest question of the scope, if it is near enough. Vectors have unit length. */
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
    if (asked.length > MOST_QUESTIONS) asked.shift();
    this.#scopes.set(scope, asked);
  }
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
