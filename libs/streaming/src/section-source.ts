import type { LlmDelta } from '@app/llm';
import type { Observable } from 'rxjs';

/** One section to run: when it may start, and what produces its text. */
export interface SectionSource {
  readonly section: string;
  /** Ids of the sections whose texts this one uses. It starts after they have ended, whatever their outcome. */
  readonly after?: readonly string[];
  /** Completes when the section's inputs are available; its values are ignored. */
  readonly ready: Observable<unknown>;
  /** Called once, when the section starts, with the texts of the sections in `after`. */
  readonly deltas: (earlier: Readonly<Record<string, string>>) => Observable<LlmDelta>;
  /** Id of the source with a citation number; undefined when no retrieval event has announced the number. */
  readonly citable: (n: number) => string | undefined;
  /** Message of a failure in the language of the reading; by default the English message of the error. */
  readonly explain?: (code: string) => string | undefined;
}

/** How a section ended, for metrics. */
export interface SectionEnd {
  readonly section: string;
  /** `done`, or the code of the failure. */
  readonly outcome: string;
  readonly ms: number;
  readonly ttftMs: number | undefined;
  readonly text: string;
  /** Number of text pieces received from the upstream; about one per token when each read contains one token. */
  readonly pieces: number;
}

export interface SectionObserver {
  readonly ended?: (end: SectionEnd) => void;
  readonly citationDropped?: (section: string) => void;
}
