import { Injectable } from '@nestjs/common';
import { CacheMetrics } from '@app/metrics';
import { type AskedReading, CachedReadings, Interpreter, KeptPlans, type ReadingKeys } from '@app/readings';
import { type EventBatch, type FrameEncoder, ReadingHub, type ReadingRun, type StageTiming } from '@app/streaming';
import { type Observable, tap } from 'rxjs';
import { newReadingId } from './reading-id.js';

export interface SharedRequest extends Omit<AskedReading, 'plan'> {
  readonly arrivedAt: number;
  /** Neither from the cache nor shared with a reading under way. */
  readonly fresh: boolean;
  /** Not remembered either. */
  readonly unkept: boolean;
  readonly encode?: FrameEncoder | undefined;
  /** Name of the encoder's format: readings in one format can be shared. */
  readonly format?: string | undefined;
  readonly traceparent?: string | undefined;
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
  /** Stages that are over; ms since the arrival. */
  readonly earlier?: Readonly<Record<string, StageTiming>> | undefined;
  /** Told all stages that are over when the reading begins. */
  readonly onBegin?: ((earlier: Readonly<Record<string, StageTiming>>) => void) | undefined;
}

/** Gives equal requests one reading: the one under way, the one remembered, else a new one. */
@Injectable()
export class SharedReadings {
  constructor(
    private readonly interpreter: Interpreter,
    private readonly plans: KeptPlans,
    private readonly cached: CachedReadings,
    private readonly hub: ReadingHub,
    private readonly metrics: CacheMetrics,
  ) {}

  /**
   * Resolves once the reading has begun, with a run that stays until the next turn of the event loop without readers.
   * @param observe told what a reading says that is started or given again here
   * @throws ReadingInputError, UngroundedReadingError
   */
  async start(request: SharedRequest, observe: (batch: EventBatch) => void): Promise<ReadingRun> {
    const { definition, input, tenant, arrivedAt, fresh, unkept, encode, format, traceparent, onDisconnect } = request;
    const planning = stage(arrivedAt);
    const plan = this.plans.of(definition, input);
    const planned = planning();
    const keys = this.cached.keysOf({ definition, input, tenant, plan });
    const key = keys && !fresh && (!encode || format) ? `${format ?? 'events'}:${keys.key}` : undefined;
    const running = this.#running(key, onDisconnect);
    if (running) return this.#join(running);

    const id = newReadingId(tenant);
    const looking = stage(arrivedAt);
    const replayed = await this.#remembered(keys, { id, arrivedAt, fresh });
    const looked = looking();
    // Somebody may have begun while the cache was asked.
    const late = replayed ? undefined : this.#running(key, onDisconnect);
    if (late) return this.#join(late);

    const earlier = { ...request.earlier, plan: planned, ...(keys && { cache: looked }) };
    request.onBegin?.(earlier);
    const asked = { id, arrivedAt, definition, input, plan, earlier };
    const write = () => this.interpreter.interpret({ ...asked, ...(traceparent && { traceparent }) });
    const written = () => (keys && !unkept ? this.cached.remember(keys, write()) : write());
    const events = (replayed ?? written()).pipe(tap(observe));
    return begun(
      this.hub.start({
        id,
        events,
        ...(encode && { encode }),
        ...(onDisconnect && { onDisconnect }),
        ...(key && { key }),
      }),
    );
  }

  /** A run that has ended is no longer joined: what it ended with, well or badly, is its readers' alone. */
  #running(key: string | undefined, onDisconnect: SharedRequest['onDisconnect']): ReadingRun | undefined {
    const run = key === undefined ? undefined : this.hub.running(key, onDisconnect);
    return run?.ended ? undefined : run;
  }

  #join(run: ReadingRun): Promise<ReadingRun> {
    this.metrics.joined();
    return begun(run);
  }

  async #remembered(
    keys: ReadingKeys | undefined,
    { fresh, ...replay }: { readonly id: string; readonly arrivedAt: number; readonly fresh: boolean },
  ): Promise<Observable<EventBatch> | undefined> {
    if (!keys) return undefined;
    if (!fresh) return this.cached.find(keys, replay);
    this.cached.bypassed();
    return undefined;
  }
}

/** Waits for the first event as a reader would: else the run could lose its last other reader, and be cancelled, before
 *  the one who waits begins to read. */
async function begun(run: ReadingRun): Promise<ReadingRun> {
  const place = run.frames().subscribe();
  try {
    await run.begun;
    return run;
  } finally {
    setImmediate(() => place.unsubscribe());
  }
}

/** Begins a stage; what it gives ends it. */
function stage(arrivedAt: number): () => StageTiming {
  const startedAt = performance.now();
  return () => ({ start: startedAt - arrivedAt, ms: performance.now() - startedAt });
}
