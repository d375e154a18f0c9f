import { Inject } from '@nestjs/common';
import type { Observable } from 'rxjs';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One retrieved passage as a section may cite it. */
export interface Evidence {
  /** The number the text cites it by, as `[n]`; unique within a reading. */
  readonly n: number;
  readonly id: string;
  readonly retriever: string;
  readonly title: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly score: number;
}

/** What a section is about, as data: the offline composer writes from it, a model reads the messages made of it. */
export interface SectionBrief {
  /** `dream`, `tarot`, `iching`, `destiny`, … */
  readonly kind: string;
  readonly section: string;
  readonly locale: 'ko' | 'en';
  /** The user's own words; empty when there are none. */
  readonly question: string;
  /** The facts of the `reading` event. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** Texts of the sections this one comes after, by section. */
  readonly earlier: Readonly<Record<string, string>>;
}

export interface SectionPrompt {
  /** Made when they are first read: who writes from the brief alone does not pay for them. */
  readonly messages: readonly ChatMessage[];
  readonly maxTokens: number;
  readonly brief: SectionBrief;
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
  readonly engine: 'openai' | 'offline';
  readonly model: string;
  /**
   * Cold: the request starts when somebody subscribes; unsubscribing aborts it. Completes after exactly one `finish`.
   * Errors with LlmError only; a stream that ends without a finish is an error (`llm.truncated`).
   */
  stream(prompt: SectionPrompt): Observable<LlmDelta>;
}

export const LLM_CLIENT = Symbol('llm.LLM_CLIENT');
export const InjectLlmClient = () => Inject(LLM_CLIENT);
