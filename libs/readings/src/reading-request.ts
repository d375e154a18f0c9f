import type { PassagesByRetriever } from '@app/rag';
import type { Care } from '@app/safety';
import type { FrameFormat, StageTiming } from '@app/streaming';
import type { InputWarning } from './input-check.js';
import type { ReadingDefinition, ReadingPlan } from './reading-definition.js';
import type { CommonInput } from './reading-input.js';
import type { UsageMeter } from './usage-meter.js';
import type { UserText } from './user-text.js';

/** What a client requests, and in which form. Created by a controller and passed on unchanged. */
export interface ReadingRequest {
  readonly kind: string;
  /** Sections to write; all sections of the kind when absent. */
  readonly sections?: readonly string[];
  /** The raw body; validated against the kind's schema only after the safety gate. */
  readonly body: unknown;
  /** Converts a body that is not in the kind's own input format. */
  readonly adapter?: BodyAdapter;
  /** Format of the frames; the wire protocol's own format when absent. */
  readonly format?: FrameFormat;
  /** Always answers as a stream, because the format has no document. */
  readonly streamOnly?: boolean;
  /** What happens when the last client disconnects; default from the configuration. */
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
  /** Neither replays a cached reading nor joins a running one (`Cache-Control: no-cache`, `no-store`). */
  readonly noCache?: boolean;
  /** Does not cache the reading (`Cache-Control: no-store`). */
  readonly noStore?: boolean;
  readonly idempotencyKey?: string | undefined;
  /** Leaves out unknown fields and names with a warning instead of refusing the request. */
  readonly isLenient?: boolean | undefined;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  /** W3C `traceparent` for requests to upstreams. */
  readonly traceparent?: string | undefined;
}

/** Converts bodies of another format to a kind's input. */
export interface BodyAdapter {
  /** Every text of the user in the body, even if the body is invalid. Never throws. */
  userText(body: unknown): UserText;
  /** @throws ZodError, ReadingInputError */
  toInput(body: unknown): AdaptedInput | Promise<AdaptedInput>;
}

export interface AdaptedInput {
  /** Not yet validated against the kind's schema. */
  readonly input: unknown;
  /** Passages retrieved before the question was known. */
  readonly prefetched?: PassagesByRetriever | undefined;
}

/** A request after the safety gate, validation and planning; the input of `Interpreter`. */
export interface PlannedReading<Input extends CommonInput = CommonInput> extends Pick<
  ReadingRequest,
  'format' | 'streamOnly' | 'onDisconnect' | 'noCache' | 'noStore' | 'arrivedAt' | 'traceparent'
> {
  readonly id: string;
  /** Readings are never shared between tenants. */
  readonly tenant: string;
  readonly definition: ReadingDefinition<Input>;
  readonly input: Input;
  readonly plan: ReadingPlan;
  /** Completed stages, in ms since the request arrived. */
  readonly earlier: Readonly<Record<string, StageTiming>>;
  /** Present when the user's text concerns grief, abuse, illness or a similar topic. */
  readonly care?: Care | undefined;
  /** Parts of the input that were left out. */
  readonly warnings?: readonly InputWarning[] | undefined;
  /** Counts the tokens that the reading uses. */
  readonly usage?: UsageMeter | undefined;
}
