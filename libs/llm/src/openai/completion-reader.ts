import type { TokenUsage } from '../llm-client.js';
import { ChunkTemplate, type CompletionChunk } from './chunk-template.js';
import { DataLineScanner, type LineReceiver } from './data-line-scanner.js';
import { invalidResponse, refusalIn } from './refusal.js';
import type { UpstreamError } from './upstream.error.js';

/** Bad chunks a stream may have: they are skipped and counted; one more and it is no completion. */
const MOST_BAD_CHUNKS = 3;

/** What the bytes of one streamed completion have said so far. */
export class CompletionReader implements LineReceiver {
  /** The model has said why it stopped. */
  finishReason: string | undefined;
  usage: TokenUsage | undefined;
  /** `[DONE]` was read: nothing follows. */
  done = false;
  /** The stream is worthless from here on. */
  failure: UpstreamError | undefined;
  readonly #scanner = new DataLineScanner(this);
  readonly #template = new ChunkTemplate();
  #pieces: string[] = [];
  #badChunks = 0;

  constructor(private readonly onBadChunk: () => void = () => undefined) {}

  /** The pieces of text these bytes complete, in order; often several, sometimes none. */
  push(bytes: Buffer): readonly string[] {
    this.#scanner.push(bytes);
    return this.#take();
  }

  /** The body has ended. */
  end(): readonly string[] {
    this.#scanner.end();
    return this.#take();
  }

  /** A whole completion instead of a stream, from a server that does not stream. */
  document(body: string): readonly string[] {
    const chunk = parse(body);
    if (chunk) this.#chunk(chunk, chunk.choices?.[0]?.message?.content);
    if (!this.finishReason) this.failure ??= invalidResponse();
    return this.#take();
  }

  #take(): readonly string[] {
    const pieces = this.#pieces;
    if (pieces.length > 0) this.#pieces = [];
    return pieces;
  }

  data(payload: string): void {
    if (this.done || this.failure) return;
    const text = this.#template.read(payload);
    if (text !== undefined) return this.#say(text);
    if (payload === '[DONE]') this.done = true;
    else this.#parsed(payload);
  }

  #parsed(payload: string): void {
    const chunk = parse(payload);
    if (!chunk) return this.#bad();
    const content = chunk.choices?.[0]?.delta?.content;
    this.#chunk(chunk, content);
    if (typeof content === 'string' && content !== '') this.#template.learn(payload, content);
  }

  #chunk({ choices, usage, error }: CompletionChunk, content: unknown): void {
    if (error) {
      this.failure = refusalIn(error);
      return;
    }
    if (typeof content === 'string') this.#say(content);
    const reason = choices?.[0]?.finish_reason;
    if (typeof reason === 'string') this.finishReason = reason;
    if (usage)
      this.usage = { promptTokens: count(usage.prompt_tokens), completionTokens: count(usage.completion_tokens) };
  }

  #say(text: string): void {
    if (text !== '') this.#pieces.push(text);
  }

  oversized(): void {
    this.#bad();
  }

  #bad(): void {
    this.onBadChunk();
    if (++this.#badChunks > MOST_BAD_CHUNKS) this.failure ??= invalidResponse();
  }
}

function parse(text: string): CompletionChunk | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
