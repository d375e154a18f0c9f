import type { AnswerReader } from './answers/answer-reader.js';
import type { OutgoingRequest } from './http/outgoing-request.js';
import type { LlmEngine, LlmRequest } from './llm-client.js';

/** How requests to one upstream are written and its answers read. Remembers what the upstream has rejected. */
export interface Dialect {
  readonly engine: LlmEngine;
  readonly origin: string;
  /** Default for the server and model: a cold local model takes long. */
  readonly firstTokenTimeoutMs: number;
  request(prompt: LlmRequest): OutgoingRequest;
  reader(onBadChunk: () => void): AnswerReader;
  /**
   * The upstream has rejected a request of this variant.
   * @param body its words; never to be logged.
   * @returns whether the same prompt would now be sent in another way.
   */
  adapt(variant: number, status: number, body: string): boolean;
  /** All tokens of a request of this variant went into reasoning. @returns as `adapt`. */
  addReasoningRoom(variant: number): boolean;
  /** What was changed, by parameter; see UpstreamState. */
  readonly adapted: Readonly<Record<string, string>>;
}
