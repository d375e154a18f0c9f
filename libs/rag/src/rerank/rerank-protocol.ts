import { z } from 'zod';

/** Protocol: TEI's `/rerank`, or the `/v1/rerank` of Cohere, Jina, vLLM and others. */
export type RerankStyle = 'tei' | 'cohere';

export interface RerankEndpoint {
  readonly url: string;
  readonly style: RerankStyle;
}

const VERSIONED = /\/v\d+(\/rerank)?$/;

/** Returns the endpoints to try for RERANK_URL, in this order. */
export function rerankEndpoints(address: string): readonly RerankEndpoint[] {
  const url = address.replace(/\/+$/, '');
  if (VERSIONED.test(url)) return [{ url: url.endsWith('/rerank') ? url : `${url}/rerank`, style: 'cohere' }];
  if (url.endsWith('/rerank'))
    return [
      { url, style: 'tei' },
      { url, style: 'cohere' },
    ];
  return [
    { url: `${url}/rerank`, style: 'tei' },
    { url: `${url}/v1/rerank`, style: 'cohere' },
  ];
}

export interface RerankRequest {
  readonly question: string;
  readonly texts: readonly string[];
  readonly model: string | undefined;
}

export function rerankBody(style: RerankStyle, { question, texts, model }: RerankRequest): string {
  if (style === 'tei') return JSON.stringify({ query: question, texts, raw_scores: false, truncate: true });
  return JSON.stringify({ model, query: question, documents: texts, top_n: texts.length });
}

const teiAnswer = z.array(z.object({ index: z.int(), score: z.number() }));
const cohereAnswer = z
  .object({ results: z.array(z.object({ index: z.int(), relevance_score: z.number() })) })
  .transform(({ results }) => results.map(({ index, relevance_score }) => ({ index, score: relevance_score })));

/** Reads the scores, 0 to 1, in the order of the texts. @throws Error unless every text has one finite score. */
export function readScores(style: RerankStyle, document: unknown, count: number): readonly number[] {
  const found = (style === 'tei' ? teiAnswer : cohereAnswer).safeParse(document).data;
  if (!found) throw new Error('the reranking server sent an unexpected document');
  const byIndex = new Map(found.map(({ index, score }) => [index, score]));
  const scores = Array.from({ length: count }, (_, index) => byIndex.get(index) ?? Number.NaN);
  if (!scores.every(Number.isFinite)) throw new Error(`the reranking server scored ${byIndex.size} of ${count} texts`);
  // Scores outside of 0 to 1 are raw logits of a cross-encoder.
  return scores.some((score) => score < 0 || score > 1) ? scores.map((score) => 1 / (1 + Math.exp(-score))) : scores;
}
