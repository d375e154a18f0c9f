import type { BreakerState, UpstreamName } from '@app/metrics';
import type { Observable } from 'rxjs';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** The beginning of `content` that many requests share; always the same string object, because it is a cache key. */
  readonly shared?: string;
}

export interface LlmRequest {
  readonly messages: readonly ChatMessage[];
  /** Maximum length of the visible answer, in tokens; an allowance for hidden reasoning is added. */
  readonly maxTokens: number;
  /** W3C `traceparent` header to send with the request; not sent when undefined. */
  readonly traceparent?: string | undefined;
}

/** Token counts reported by the upstream; `completionTokens` includes hidden reasoning. */
export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export type LlmDelta =
  /** Visible text of one read from the upstream. Never empty, never reasoning. */
  | { readonly type: 'text'; readonly pieces: readonly string[] }
  /** Emitted once, as the last delta, after text: the text is complete. Any other ending is an error. */
  | { readonly type: 'finish'; readonly reason: string; readonly usage?: TokenUsage | undefined };

/** State of an upstream. */
export interface UpstreamState {
  readonly upstream: UpstreamName;
  readonly engine: LlmEngine;
  readonly model: string;
  readonly breaker: BreakerState;
  /** Number of running requests. */
  readonly inFlight: number;
  /** Number of requests waiting for a slot. */
  readonly waiting: number;
  /** Requests allowed at once; shrinks on 429. */
  readonly limit: number;
  /** Remaining milliseconds of the current pause; 0 when there is none. */
  readonly pauseMs: number;
  /** Adaptations after rejected requests, by parameter: another name, `omitted`, or a number. */
  readonly adapted: Readonly<Record<string, string>>;
}

/** The API of an upstream. */
export type LlmEngine = 'openai' | 'anthropic';

export interface LlmClient {
  /** API of the primary upstream; `model` is its model. */
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

/** Injection token; the value is undefined when no language model is configured. */
export const LLM_CLIENT = Symbol('llm.LLM_CLIENT');
