import type { BreakerState, UpstreamName } from '@app/metrics';
import type { Observable } from 'rxjs';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface LlmRequest {
  readonly messages: readonly ChatMessage[];
  /** Longest visible answer, in tokens; room for hidden reasoning is added to it. */
  readonly maxTokens: number;
  /** W3C `traceparent` to send along; none when absent. */
  readonly traceparent?: string | undefined;
}

/** As the upstream counted; hidden reasoning is part of `completionTokens`. */
export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export type LlmDelta =
  /** Visible text: all that one read from the upstream held. Never empty, never reasoning. */
  | { readonly type: 'text'; readonly pieces: readonly string[] }
  /** Once, last, after text: the text is whole. Any other ending is an error. */
  | { readonly type: 'finish'; readonly reason: string; readonly usage?: TokenUsage | undefined };

/** How an upstream is doing. */
export interface UpstreamState {
  readonly upstream: UpstreamName;
  readonly engine: LlmEngine;
  readonly model: string;
  readonly breaker: BreakerState;
  /** Requests under way. */
  readonly inFlight: number;
  /** Sections waiting for a slot. */
  readonly waiting: number;
  /** Requests allowed at once; shrinks on 429. */
  readonly limit: number;
  /** Milliseconds of a `Retry-After` that are left; 0 when there is none. */
  readonly pauseMs: number;
  /** What its refusals have changed in requests, by parameter: another name, `omitted`, or a number. */
  readonly adapted: Readonly<Record<string, string>>;
}

/** The API an upstream speaks. */
export type LlmEngine = 'openai' | 'anthropic';

export interface LlmClient {
  /** Of the primary upstream. */
  readonly engine: LlmEngine;
  readonly model: string;
  /** One for each configured upstream, the primary first. */
  readonly upstreams: readonly UpstreamState[];
  /**
   * Cold: the request starts on subscription; unsubscribing aborts it. Completes after text and exactly one `finish`.
   * Errors with LlmError only: `llm.incomplete`, `llm.filtered`, `llm.refused` and `llm.timeout` before or after text,
   * `llm.truncated` only after text, all others only before it.
   */
  stream(request: LlmRequest): Observable<LlmDelta>;
}

/** Provides undefined when no language model is configured. */
export const LLM_CLIENT = Symbol('llm.LLM_CLIENT');
