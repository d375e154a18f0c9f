import { untilAborted } from '@app/embedding';
import { Logger } from '@nestjs/common';
import { ConsecutiveBreaker, type CircuitBreakerPolicy, circuitBreaker, handleAll } from 'cockatiel';
import { Agent, request } from 'undici';
import type { FusedHit } from '../fusion/fused-hit.js';
import { type RerankEndpoint, readScores, rerankBody, rerankEndpoints } from './rerank-protocol.js';
import type { Reranker } from './reranker.js';

/** A cross-encoder rarely improves the order below this rank, and its time is proportional to the number of texts. */
const DEPTH = 50;
/** Maximum length of a text in UTF-16 code units: about the 512 tokens that common cross-encoders process. */
const MAX_TEXT_LENGTH = 2_000;
const FAILURES_TO_OPEN = 3;
const OPEN_MS = 10_000;
/** Status codes of a server that does not support the endpoint or the request format. */
const NOT_UNDERSTOOD: ReadonlySet<number> = new Set([400, 404, 405, 415, 422]);

export interface RemoteRerankerOptions {
  /** Base URL, or the full URL of `/rerank` or `/v1/rerank`. */
  readonly url: string;
  readonly apiKey?: string | undefined;
  readonly model?: string | undefined;
  /** Timeout of one request; on a timeout, the hits keep their fused order. */
  readonly timeoutMs: number;
}

/** Client of a reranking server: text-embeddings-inference, or a server with the Cohere and Jina protocol. */
export class RemoteReranker implements Reranker {
  readonly depth = DEPTH;
  readonly #log = new Logger('Reranker');
  readonly #agent = new Agent({ connections: 16 });
  readonly #breaker: CircuitBreakerPolicy;
  #endpoints: readonly RerankEndpoint[];

  constructor(private readonly options: RemoteRerankerOptions) {
    this.#endpoints = rerankEndpoints(options.url);
    this.#breaker = circuitBreaker(handleAll, {
      halfOpenAfter: OPEN_MS,
      breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
    });
    this.#breaker.onBreak((reason) => {
      const cause = 'error' in reason && reason.error instanceof Error ? reason.error.message : 'isolated';
      this.#log.warn(`Circuit breaker opened (upstream=rerank): ${cause}; hits keep their fused order`);
    });
  }

  async rerank(question: string, hits: readonly FusedHit[], signal: AbortSignal): Promise<readonly FusedHit[]> {
    if (hits.length < 2 || question.trim() === '') return hits;
    try {
      const scores = await untilAborted(
        this.#breaker.execute(() => this.#scores(question, hits)),
        signal,
      );
      return hits.map((hit, index) => ({ ...hit, score: scores[index] ?? 0 })).toSorted((a, b) => b.score - a.score);
    } catch {
      signal.throwIfAborted();
      return hits;
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #scores(question: string, hits: readonly FusedHit[]): Promise<readonly number[]> {
    const texts = hits.map(({ row }) => `${row.title}. ${row.text}`.slice(0, MAX_TEXT_LENGTH));
    for (const endpoint of this.#endpoints) {
      const scores = await this.#ask(endpoint, question, texts);
      if (!scores) continue;
      this.#endpoints = [endpoint];
      return scores;
    }
    throw new Error('the reranking server supports neither protocol');
  }

  /** Returns undefined when the endpoint does not support the request. */
  async #ask({ url, style }: RerankEndpoint, question: string, texts: readonly string[]) {
    const { apiKey, model, timeoutMs } = this.options;
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) },
      body: rerankBody(style, { question, texts, model }),
      dispatcher: this.#agent,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (statusCode === 200) return readScores(style, await body.json(), texts.length);
    await body.dump();
    if (NOT_UNDERSTOOD.has(statusCode)) return undefined;
    throw new Error(`the reranking server answered ${statusCode}`);
  }
}
