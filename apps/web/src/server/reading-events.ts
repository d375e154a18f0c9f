/** The part of the wire protocol that the page uses. */
export interface Source {
  readonly n: number;
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly score: number;
  readonly excerpt?: string;
}

export interface HelpLine {
  readonly name: string;
  readonly number: string;
  readonly hours: string;
  readonly url?: string;
}

export interface Started {
  readonly reading: string;
  readonly kind: string;
  readonly locale: string;
  readonly sections: readonly string[];
  readonly facts: Facts;
  readonly llm: { readonly engine: string; readonly model: string };
  readonly care?: { readonly topic: string; readonly lines: readonly HelpLine[] };
  readonly cached?: boolean;
}

/** Computed facts, whose shape depends on the kind; every component checks the shape that it needs. */
export type Facts = Readonly<Record<string, unknown>>;

export interface Retrieval {
  readonly retriever: string;
  readonly status: string;
  readonly ms: number;
  readonly sources: readonly Source[];
}

export interface SectionChange {
  readonly section: string;
  readonly status: 'start' | 'done' | 'failed';
  readonly code?: string;
  readonly ttft_ms?: number;
  readonly ms?: number;
}

export interface Timing {
  readonly start: number;
  readonly ms: number;
}

export interface Done {
  readonly status: string;
  readonly ms: number;
  readonly timings: Readonly<Record<string, Timing>>;
  readonly followups?: readonly string[];
}

export type ReadingEvent =
  | { readonly event: 'reading'; readonly data: Started }
  | { readonly event: 'retrieval'; readonly data: Retrieval }
  | { readonly event: 'section'; readonly data: SectionChange }
  | { readonly event: 'delta'; readonly data: { readonly section: string; readonly content: string } }
  | { readonly event: 'error'; readonly data: { readonly code: string } }
  | { readonly event: 'shutdown'; readonly data: unknown }
  | { readonly event: 'done'; readonly data: Done };
