import type { AnswerReader } from './answers/answer-reader.js';
import type { OutgoingRequest } from './http/outgoing-request.js';
import type { LlmEngine, LlmRequest } from './llm-client.js';

/** Formats the requests to one upstream and parses its answers. Remembers what the upstream has rejected. */
export interface Dialect {
  readonly engine: LlmEngine;
  readonly origin: string;
  /** Default for the server and model; long for local servers, which may have to load the model first. */
  readonly firstTokenTimeoutMs: number;
  request(prompt: LlmRequest): OutgoingRequest;
  reader(onBadChunk: () => void): AnswerReader;
  /**
   * Adapts to a rejected request.
   * @param variant `OutgoingRequest.variant` of the rejected request
   * @param body the upstream's error body; never log it
   * @returns whether a new request with the same prompt would differ
   */
  adapt(variant: number, status: number, body: string): boolean;
  /** Raises the token limit after a request of this variant used all its tokens for reasoning. @returns as `adapt` */
  addReasoningRoom(variant: number): boolean;
  /** The adaptations so far, by parameter; see `UpstreamState`. */
  readonly adapted: Readonly<Record<string, string>>;
}
