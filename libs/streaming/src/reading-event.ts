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
/** Inside the process `full_text` is always present; on the wire only in formats that include it. */
export type SectionDone = Of<'sectionDone'> & { readonly full_text: string };
/** Must not have a key `error`: older clients treat it as the end of the whole reading. */
export type SectionFailed = Of<'sectionFailed'> & {
  /** The text that was shown before the failure; never part of the event stream. */
  readonly full_text?: string;
};
export type ReadingDone = Of<'readingDone'>;
export type ReadingStatus = ReadingDone['status'];
export type ReadingFailed = Of<'readingFailed'>;
/** A reading as one JSON document. */
export type ReadingDocument = Of<'readingDocument'>;
/** Start and duration of a stage in ms, relative to the arrival of the request. */
export type StageTiming = ReadingDone['timings'][string];

/** An event of a reading, named as in the wire protocol. */
export type ReadingEvent =
  | { readonly event: 'reading'; readonly data: ReadingStarted }
  | { readonly event: 'retrieval'; readonly data: RetrievalSettled }
  | { readonly event: 'section'; readonly data: SectionStarted | SectionDone | SectionFailed }
  | { readonly event: 'delta'; readonly data: Of<'delta'> }
  | { readonly event: 'citation'; readonly data: Of<'citation'> }
  | { readonly event: 'error'; readonly data: ReadingFailed }
  | { readonly event: 'shutdown'; readonly data: Of<'shutdown'> }
  | { readonly event: 'done'; readonly data: ReadingDone };

/** All events with one cause, for example one read from an upstream or one settled retriever. Never empty. */
export type EventBatch = readonly ReadingEvent[];
