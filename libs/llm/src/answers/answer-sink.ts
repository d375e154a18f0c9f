import type { TokenUsage } from '../llm-client.js';
import type { UpstreamError } from '../upstream.error.js';

/** What the chunks of an answer may say, in the order they say it. */
export interface AnswerSink {
  /** Text of the answer; it may still hold reasoning in tags. */
  text(content: string): void;
  /** Reasoning in a separate field: never shown, but proves that the model is working. */
  reasoned(characters: number): void;
  /** Why the model stopped, in the upstream's words. */
  finish(reason: string): void;
  usage(usage: TokenUsage): void;
  /** A refusal in a separate field. */
  refused(): void;
  /** The model called a tool instead of writing. */
  toolCalled(): void;
  /** The upstream has said that nothing follows. */
  done(): void;
  /** @param detail the upstream's own words, for parameter learning only: they may repeat the prompt or the key. */
  fail(error: UpstreamError, detail?: string): void;
}

/** Reads the payloads of one dialect. */
export interface ChunkReader {
  /** @returns false when the bytes are not JSON. */
  read(bytes: Buffer, start: number, end: number, sink: AnswerSink): boolean;
}
