import { Injectable } from '@nestjs/common';
import { CacheMetrics } from '@app/metrics';
import { type EventBatch, ReadingHub, type ReadingRun } from '@app/streaming';
import type { Observable } from 'rxjs';
import type { Caller } from '../caller.js';
import { LiveReading } from '../live-reading.js';
import type { PlannedReading } from '../reading-request.js';
import type { CacheKeys } from './cache-keys.js';
import { ReadingCache } from './reading-cache.js';

/** Gives equal requests one reading: a running one, a cached one, else a new one. */
@Injectable()
export class ReadingCoalescer {
  constructor(
    private readonly cache: ReadingCache,
    private readonly hub: ReadingHub,
    private readonly metrics: CacheMetrics,
  ) {}

  /**
   * Resolves once the reading has begun. It survives without readers until the next event-loop turn.
   * @param interpret runs the reading; called only when no equal one is running or remembered
   * @throws UngroundedReadingError
   */
  async share(
    planned: PlannedReading,
    caller: Caller,
    interpret: (planned: PlannedReading) => Observable<EventBatch>,
  ): Promise<LiveReading> {
    const keys = this.cache.keysOf(planned);
    const key = keys && !planned.noCache ? `${planned.format?.name ?? 'events'}:${keys.key}` : undefined;
    const running = this.#running(key, planned);
    if (running) return this.#join(running, planned);

    const lookedUpAt = performance.now();
    const replayed = await this.#remembered(keys, planned);
    const ms = performance.now() - lookedUpAt;
    // Another request may have started it during the lookup.
    const startedMeanwhile = replayed ? undefined : this.#running(key, planned);
    if (startedMeanwhile) return this.#join(startedMeanwhile, planned);

    const cache = { start: lookedUpAt - planned.arrivedAt, ms };
    const reading = keys ? { ...planned, earlier: { ...planned.earlier, cache } } : planned;
    const { id, tenant: owner, format, onDisconnect } = planned;
    const events = replayed ?? this.#remember(keys, reading, interpret(reading));
    const run = this.hub.start({ id, owner, events, format, onDisconnect, key });
    run.events.subscribe(({ event, data }) => {
      if (event === 'done' && data.usage) caller.charge(data.usage);
    });
    return begun(run, reading);
  }

  /** Never returns an ended run. */
  #running(key: string | undefined, { onDisconnect }: PlannedReading): ReadingRun | undefined {
    const run = key === undefined ? undefined : this.hub.running(key, onDisconnect);
    return run?.ended ? undefined : run;
  }

  #join(run: ReadingRun, planned: PlannedReading): Promise<LiveReading> {
    this.metrics.joined();
    return begun(run, planned);
  }

  async #remembered(keys: CacheKeys | undefined, planned: PlannedReading): Promise<Observable<EventBatch> | undefined> {
    if (!keys) return undefined;
    if (!planned.noCache) return this.cache.find(keys, planned);
    this.cache.bypassed();
    return undefined;
  }

  #remember(
    keys: CacheKeys | undefined,
    { noStore }: PlannedReading,
    events: Observable<EventBatch>,
  ): Observable<EventBatch> {
    return keys && !noStore ? this.cache.remember(keys, events) : events;
  }
}

/** Holds a placeholder subscription until the first event; otherwise the run could be cancelled, when its other readers
 *  leave, before this request subscribes. */
async function begun(run: ReadingRun, { earlier: stages, format, streamOnly }: PlannedReading): Promise<LiveReading> {
  const { id, events } = run;
  const placeholder = run.frames().subscribe();
  try {
    await run.begun;
    return new LiveReading({ id, events, frames: () => run.frames() }, { stages, format, streamOnly });
  } finally {
    setImmediate(() => placeholder.unsubscribe());
  }
}
