import { setTimeout as delay } from 'node:timers/promises';
import { Agent, type Dispatcher, request } from 'undici';
import type { EmbeddingRole } from '../embedder.js';
import { EmbeddingError, TooLargeError } from '../embedding.error.js';
import { embeddingsBase } from './embeddings-address.js';
import { type EmbeddingsAnswer, readAnswer } from './embeddings-answer.js';

const CONNECTIONS = 16;
const CONNECT_TIMEOUT_MS = 2_000;
/** Passages have no deadline; a server that sends nothing for this long counts as unavailable. */
const SILENCE_TIMEOUT_MS = 60_000;
/** 32 vectors of 4 096 dimensions are under 3 MB as JSON. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
const RETRY_PAUSE_MS = 100;
const MAX_RETRY_PAUSE_MS = 30_000;

export interface EmbeddingsRequest {
  readonly texts: readonly string[];
  readonly model: string | undefined;
  /** Sent only to servers that list it among their input types. */
  readonly inputType?: EmbeddingRole;
  /** Requested length of the vectors, for Matryoshka models. */
  readonly dimensions?: number | undefined;
}

/** Client of the OpenAI embeddings protocol. Retries once when the server is busy, fails or cannot be reached. */
export class EmbeddingsClient {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #agent = new Agent({
    connections: CONNECTIONS,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
  });

  constructor({ url, apiKey }: { readonly url: string; readonly apiKey: string | undefined }) {
    this.#base = embeddingsBase(url);
    this.#headers = {
      'content-type': 'application/json',
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    };
  }

  get host(): string {
    return new URL(this.#base).host;
  }

  /** @throws EmbeddingError, or the signal's reason */
  async embed(
    { texts, model, inputType, dimensions }: EmbeddingsRequest,
    signal: AbortSignal,
  ): Promise<EmbeddingsAnswer> {
    const body = JSON.stringify({ input: texts, model, input_type: inputType, dimensions, encoding_format: 'float' });
    return readAnswer(await this.#withRetry('embeddings', { method: 'POST', body }, signal), texts.length);
  }

  /**
   * Returns the document of `/v1/models`; undefined when the server does not support it. @throws EmbeddingError when
   * the server cannot be reached
   */
  async models(signal: AbortSignal): Promise<unknown> {
    try {
      return await this.#withRetry('models', { method: 'GET' }, signal);
    } catch (error) {
      if (error instanceof EmbeddingError && error.code === 'embedding.invalid') return undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #withRetry(path: string, options: RequestOptions, signal: AbortSignal): Promise<unknown> {
    try {
      const first = await this.#try(path, options, signal);
      if ('document' in first) return first.document;
      if (!first.failure.retryable) throw first.failure;
      await delay(first.pauseMs, undefined, { signal });
      const second = await this.#try(path, options, signal);
      if ('document' in second) return second.document;
      throw second.failure;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  }

  async #try(path: string, options: RequestOptions, signal: AbortSignal): Promise<Attempt> {
    try {
      const common = { headers: this.#headers, dispatcher: this.#agent, signal };
      const answer = await request(`${this.#base}/${path}`, { ...options, ...common });
      if (answer.statusCode === 200) return { document: parsed(await answer.body.text()) };
      const reason = await beginningOf(answer.body);
      return { failure: failureOf(answer.statusCode, reason), pauseMs: pauseMs(answer.headers) };
    } catch (cause) {
      if (cause instanceof EmbeddingError) return { failure: cause, pauseMs: RETRY_PAUSE_MS };
      const failure = new EmbeddingError('embedding.unavailable', 'the embeddings server cannot be reached', { cause });
      return { failure, pauseMs: RETRY_PAUSE_MS };
    }
  }
}

interface RequestOptions {
  readonly method: 'GET' | 'POST';
  readonly body?: string;
}

type Attempt = { readonly document: unknown } | { readonly failure: EmbeddingError; readonly pauseMs: number };

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // Discard the parser's error: its message would quote the body.
    throw new EmbeddingError('embedding.invalid', 'the embeddings server sent a response that is not JSON');
  }
}

/** Messages about a text with too many tokens: TEI answers 413 or 422, OpenAI and vLLM answer 400. */
const TOO_LONG =
  /too (?:long|large|many)|maximum (?:context|input|sequence)|context length|must have less than|exceed/i;
const MAX_REASON_BYTES = 4_096;

/** Reads the beginning of an error document to classify the error. It may quote the texts and must not be passed on. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const text = await body.text().catch(() => '');
  return text.slice(0, MAX_REASON_BYTES);
}

function failureOf(status: number, reason: string): EmbeddingError {
  const message = `the embeddings server answered ${status}`;
  if (status === 413 || ([400, 422].includes(status) && TOO_LONG.test(reason))) return new TooLargeError(message);
  if (status === 429) return new EmbeddingError('embedding.busy', message);
  const isInvalid = status >= 400 && status < 500 && ![401, 403, 408].includes(status);
  return new EmbeddingError(isInvalid ? 'embedding.invalid' : 'embedding.unavailable', message);
}

/** Returns the pause before the retry, from `Retry-After` in seconds. The deadline of the call may end it earlier. */
function pauseMs(headers: Dispatcher.ResponseData['headers']): number {
  const seconds = Number(headers['retry-after']);
  const asked = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : RETRY_PAUSE_MS;
  return Math.min(asked, MAX_RETRY_PAUSE_MS);
}
