import type { TokenUsage } from '../llm-client.js';
import type { UpstreamError } from '../upstream.error.js';

/** Receives the contents of an answer's chunks, in the order of the stream. */
export interface AnswerSink {
  /** Text of the answer; it may contain reasoning in tags such as `<think>`. */
  text(content: string): void;
  /** Reasoning in a separate field. Never shown; counts as progress for the deadlines. */
  reasoned(characters: number): void;
  /** The upstream's finish reason, unchanged. */
  finish(reason: string): void;
  usage(usage: TokenUsage): void;
  /** The chunk contains a refusal in a separate field. */
  refused(): void;
  /** The model called a tool instead of sending text. */
  toolCalled(): void;
  /** The upstream sent its end marker: no text follows. */
  done(): void;
  /** @param detail the upstream's error body, used only to adapt parameters: it may quote the prompt or the API key. */
  fail(error: UpstreamError, detail?: string): void;
}

/** Parses the JSON payloads of one dialect. */
export interface ChunkReader {
  /** @returns false when the bytes are not JSON. */
  read(bytes: Buffer, start: number, end: number, sink: AnswerSink): boolean;
  /** Passes on text held back, at the end of the answer. */
  end?(sink: AnswerSink): void;
}
