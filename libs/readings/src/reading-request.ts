import type { PassagesByRetriever } from '@app/rag';
import type { Care } from '@app/safety';
import type { FrameFormat, StageTiming } from '@app/streaming';
import type { ReadingDefinition, ReadingPlan } from './reading-definition.js';
import type { CommonInput } from './reading-input.js';
import type { UserText } from './user-text.js';

/** What a client asks for and how it wants the answer. Made at the edge and passed on as it is. */
export interface ReadingRequest {
  readonly kind: string;
  /** The only sections to write; all of the kind when absent. */
  readonly sections?: readonly string[];
  /** As it arrived; checked against the kind's schema only after the safety gate has seen it. */
  readonly body: unknown;
  /** Translates bodies that are not the kind's own input. */
  readonly adapter?: BodyAdapter;
  /** The wire protocol's own format when absent. */
  readonly format?: FrameFormat;
  /** Answer as a stream, whatever the client accepts: the format has no document. */
  readonly streamOnly?: boolean;
  /** What happens when the last reader leaves; default from the configuration. */
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
  /** Neither from the cache nor shared with a running reading (`Cache-Control: no-cache`, `no-store`). */
  readonly noCache?: boolean;
  /** Not remembered either (`Cache-Control: no-store`). */
  readonly noStore?: boolean;
  readonly idempotencyKey?: string | undefined;
  /** `performance.now()` when the request arrived. */
  readonly arrivedAt: number;
  /** W3C `traceparent` for requests to upstreams. */
  readonly traceparent?: string | undefined;
}

/** Reads bodies of another shape as input of a kind. */
export interface BodyAdapter {
  /** Everything the user has written in the body, whatever else is wrong with it. Never throws. */
  userText(body: unknown): UserText;
  /** @throws ZodError, ReadingInputError */
  toInput(body: unknown): AdaptedInput | Promise<AdaptedInput>;
}

export interface AdaptedInput {
  /** Not yet checked against the kind's schema. */
  readonly input: unknown;
  /** Passages found before there was a question. */
  readonly prefetched?: PassagesByRetriever | undefined;
}

/** A request that has passed the safety gate and its kind's schema, with its plan: what an interpreter runs. */
export interface PlannedReading<Input extends CommonInput = CommonInput> extends Pick<
  ReadingRequest,
  'format' | 'onDisconnect' | 'noCache' | 'noStore' | 'arrivedAt' | 'traceparent'
> {
  readonly id: string;
  /** Nothing is shared between tenants. */
  readonly tenant: string;
  readonly definition: ReadingDefinition<Input>;
  readonly input: Input;
  readonly plan: ReadingPlan;
  /** Stages that are over, in ms since the arrival. */
  readonly earlier: Readonly<Record<string, StageTiming>>;
  /** Present when the user wrote of grief, abuse, illness or another hard place. */
  readonly care?: Care | undefined;
}
