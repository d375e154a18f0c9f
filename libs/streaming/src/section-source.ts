import type { LlmDelta } from '@app/llm';
import type { Observable } from 'rxjs';

/** One section to run: when it may start, and where its text comes from. */
export interface SectionSource {
  readonly section: string;
  /** Sections whose text this one reads. It starts after they have ended, whatever their outcome. */
  readonly after?: readonly string[];
  /** Completes when what the section needs is there; its values are ignored. */
  readonly ready: Observable<unknown>;
  /** Called once, when the section starts, with the texts of the sections in `after`. */
  readonly deltas: (earlier: Readonly<Record<string, string>>) => Observable<LlmDelta>;
  /** The id behind a citation number; undefined when no retrieval event has announced it. */
  readonly citable: (n: number) => string | undefined;
}

/** How a section ended, for metrics. */
export interface SectionEnd {
  readonly section: string;
  /** `done`, or the code of the failure. */
  readonly outcome: string;
  readonly ms: number;
  readonly ttftMs: number | undefined;
  readonly text: string;
  /** Pieces of text as the upstream sent them, about one a token. */
  readonly pieces: number;
}

export interface SectionObserver {
  readonly ended?: (end: SectionEnd) => void;
  readonly citationDropped?: (section: string) => void;
}
