import { RetrieverSearch } from './retriever-search.js';
import type { EvaluatedSearch, RunLine } from './evaluated-search.js';
import type { EvaluateOptions } from './evaluate-options.js';
import { type EvaluationSet, readEvaluationSet } from './evaluation-set.js';
import { type Judgements, ndcg, recall, reciprocalRank } from './ranking-metrics.js';
import { TemporaryCollection } from './temporary-collection.js';

/** Mean scores over all queries, 0 to 1. The keys are the names used in reports. */
export interface EvaluationScores {
  readonly 'nDCG@10': number;
  readonly 'Recall@10': number;
  readonly 'Recall@100': number;
  readonly 'MRR@10': number;
}

export interface EvaluationResult extends EvaluationScores {
  /** Number of scored queries. */
  readonly queries: number;
  /** Latency per query, including its embedding. */
  readonly latencyMs: { readonly p50: number; readonly p95: number };
  /** The first RUN_DEPTH documents of every query, best first. */
  readonly run: readonly RunLine[];
}

/**
 * Measures retrieval on a folder of documents, queries and judgements. Each query runs once. The documents are written
 * to a temporary folder that is removed afterwards.
 * @throws EvaluationSetError, EmbeddingError, RetrieverError or the abort reason.
 */
export async function evaluate(folder: string, options: EvaluateOptions): Promise<EvaluationResult> {
  const set = await readEvaluationSet(folder);
  await using search = set.documents
    ? await TemporaryCollection.build(set.documents, options)
    : new RetrieverSearch(options);
  return await searchAll(set, search, options.signal ?? new AbortController().signal);
}

async function searchAll(set: EvaluationSet, search: EvaluatedSearch, signal: AbortSignal): Promise<EvaluationResult> {
  const latencies: number[] = [];
  const run: RunLine[] = [];
  const scores: EvaluationScores[] = [];
  for (const query of set.queries) {
    const startedAt = performance.now();
    const lines = await search.search(query, signal);
    latencies.push(performance.now() - startedAt);
    run.push(...lines);
    scores.push(scoresOf(lines, set.judgements.get(query.id) ?? new Map()));
  }
  const latencyMs = { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
  return { ...meanOf(scores), queries: set.queries.length, latencyMs, run };
}

function scoresOf(lines: readonly RunLine[], judgements: Judgements): EvaluationScores {
  const ranking = lines.map(({ document }) => document);
  return {
    'nDCG@10': ndcg(ranking, judgements, 10),
    'Recall@10': recall(ranking, judgements, 10),
    'Recall@100': recall(ranking, judgements, 100),
    'MRR@10': reciprocalRank(ranking, judgements, 10),
  };
}

function meanOf(scores: readonly EvaluationScores[]): EvaluationScores {
  const mean = (name: keyof EvaluationScores) =>
    scores.reduce((sum, score) => sum + score[name], 0) / Math.max(1, scores.length);
  return {
    'nDCG@10': mean('nDCG@10'),
    'Recall@10': mean('Recall@10'),
    'Recall@100': mean('Recall@100'),
    'MRR@10': mean('MRR@10'),
  };
}

function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
