import type { TokenUsage } from '@app/llm';

/** One source that a retriever found; `n` is the number by which the text cites it. */
export interface CitableSource {
  readonly n: number;
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly score: number;
}

/** What a client may show beside a reading that treats its topic with care. */
export interface CareNotice {
  readonly topic: string;
  readonly lines: readonly {
    readonly name: string;
    readonly number: string;
    readonly hours: string;
    readonly url?: string | undefined;
  }[];
}

export interface ReadingStarted {
  readonly reading: string;
  readonly kind: string;
  readonly locale: string;
  readonly sections: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly llm: { readonly engine: 'openai' | 'anthropic' | 'offline'; readonly model: string };
  /** Present when the user wrote of grief, abuse, illness or another hard place. */
  readonly care?: CareNotice;
  /** True when the reading is replayed from the cache. */
  readonly cached?: boolean;
}

export interface RetrievalSettled {
  readonly retriever: string;
  readonly status: 'ok' | 'empty' | 'timeout' | 'error';
  readonly ms: number;
  readonly sources: readonly CitableSource[];
}

export interface SectionStarted {
  readonly section: string;
  readonly status: 'start';
}

export interface SectionDone {
  readonly section: string;
  readonly status: 'done';
  /** On the wire only in formats that carry it. */
  readonly full_text: string;
  readonly finish_reason: string;
  readonly ttft_ms: number;
  readonly ms: number;
  readonly usage?: TokenUsage;
}

/** A section that failed; text that was shown stays valid. The key `error` must not appear: an older client ends on it. */
export interface SectionFailed {
  readonly section: string;
  readonly status: 'failed';
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  /** What was shown before the failure; never on the wire. */
  readonly full_text?: string;
}

export type ReadingStatus = 'ok' | 'partial' | 'failed' | 'cancelled' | 'safety';

/** Start and length of a stage in ms from the request's arrival, enough to draw a waterfall. */
export interface StageTiming {
  readonly start: number;
  readonly ms: number;
}

export interface ReadingDone {
  readonly done: true;
  readonly status: ReadingStatus;
  readonly ms: number;
  readonly timings: Readonly<Record<string, StageTiming>>;
  readonly usage?: TokenUsage;
  /** False when no retriever found anything to write from. */
  readonly grounded?: boolean;
  /** Three questions the user may ask next. */
  readonly followups?: readonly string[];
}

export interface ReadingFailed {
  readonly error: string;
  readonly code: string;
}

/** What happens in a reading, named as in the wire protocol. */
export type ReadingEvent =
  | { readonly event: 'reading'; readonly data: ReadingStarted }
  | { readonly event: 'retrieval'; readonly data: RetrievalSettled }
  | { readonly event: 'section'; readonly data: SectionStarted | SectionDone | SectionFailed }
  | { readonly event: 'delta'; readonly data: { readonly section: string; readonly content: string } }
  | { readonly event: 'citation'; readonly data: { readonly section: string; readonly n: number; readonly id: string } }
  | { readonly event: 'error'; readonly data: ReadingFailed }
  | { readonly event: 'shutdown'; readonly data: { readonly shutdown: true } }
  | { readonly event: 'done'; readonly data: ReadingDone };

/** All events that one cause produced: one read from an upstream, one settled retriever. Never empty. */
export type EventBatch = readonly ReadingEvent[];
