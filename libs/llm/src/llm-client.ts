import { Inject } from '@nestjs/common';
import type { Observable } from 'rxjs';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface LlmRequest {
  readonly messages: readonly ChatMessage[];
  /** Longest answer, in tokens. */
  readonly maxTokens: number;
  /** W3C `traceparent` to send along; none when absent. */
  readonly traceparent?: string | undefined;
}

export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export type LlmDelta =
  /** Pieces of text in the order the model sent them: all that one read from the upstream held. Never empty. */
  | { readonly type: 'text'; readonly pieces: readonly string[] }
  /** Once, last: the model has said that it is finished. `stop`, `length`, `content_filter`. */
  | { readonly type: 'finish'; readonly reason: string; readonly usage?: TokenUsage };

export interface LlmClient {
  readonly engine: 'openai' | 'anthropic';
  readonly model: string;
  /**
   * Cold: the request starts when somebody subscribes; unsubscribing aborts it. Completes after exactly one `finish`.
   * Errors with LlmError only; a stream that ends without a finish is an error (`llm.truncated`).
   */
  stream(request: LlmRequest): Observable<LlmDelta>;
}

export const LLM_CLIENT = Symbol('llm.LLM_CLIENT');
/** Undefined when no language model is configured. */
export const InjectLlmClient = () => Inject(LLM_CLIENT);
