import type { FusedHit } from '../fusion/fused-hit.js';
import type { Reranker } from './reranker.js';

/** Reranks the first hits. The others follow in their order, with scores limited to the lowest reranked score. */
export async function rerankTop(
  reranker: Reranker,
  question: string,
  hits: readonly FusedHit[],
  signal: AbortSignal,
): Promise<readonly FusedHit[]> {
  if (reranker.depth === 0) return hits;
  const top = await reranker.rerank(question, hits.slice(0, reranker.depth), signal);
  const limit = top.at(-1)?.score ?? 1;
  const rest = hits.slice(reranker.depth).map((hit) => ({ ...hit, score: Math.min(hit.score, limit) }));
  return [...top, ...rest];
}
