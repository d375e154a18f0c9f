import type { z } from 'zod';
import type * as schemas from './event-schemas.js';

type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
    : Value;

type Of<Name extends keyof typeof schemas> =
  (typeof schemas)[Name] extends z.ZodType<infer Data> ? Immutable<Data> : never;

/** One source that a retriever found; `n` is the number by which the text cites it. */
export type CitableSource = Of<'citableSource'>;
export type ReadingStarted = Of<'readingStarted'>;
export type RetrievalSettled = Of<'retrievalSettled'>;
type SectionStarted = Of<'sectionStarted'>;
/** Inside the process the text is always there; on the wire only in formats that carry it. */
export type SectionDone = Of<'sectionDone'> & { readonly full_text: string };
/** The key `error` must not appear: an older client ends the whole reading on it. */
export type SectionFailed = Of<'sectionFailed'> & {
  /** What was shown before the failure; never on the wire. */
  readonly full_text?: string;
};
export type ReadingDone = Of<'readingDone'>;
export type ReadingStatus = ReadingDone['status'];
export type ReadingFailed = Of<'readingFailed'>;
/** A reading as one JSON document. */
export type ReadingDocument = Of<'readingDocument'>;
/** Start and length of a stage in ms from the request's arrival, enough to draw a waterfall. */
export type StageTiming = ReadingDone['timings'][string];

/** What happens in a reading, named as in the wire protocol. */
export type ReadingEvent =
  | { readonly event: 'reading'; readonly data: ReadingStarted }
  | { readonly event: 'retrieval'; readonly data: RetrievalSettled }
  | { readonly event: 'section'; readonly data: SectionStarted | SectionDone | SectionFailed }
  | { readonly event: 'delta'; readonly data: Of<'delta'> }
  | { readonly event: 'citation'; readonly data: Of<'citation'> }
  | { readonly event: 'error'; readonly data: ReadingFailed }
  | { readonly event: 'shutdown'; readonly data: Of<'shutdown'> }
  | { readonly event: 'done'; readonly data: ReadingDone };

/** All events that one cause produced: one read from an upstream, one settled retriever. Never empty. */
export type EventBatch = readonly ReadingEvent[];
