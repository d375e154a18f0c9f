import { Injectable } from '@nestjs/common';
import { CacheMetrics } from '@app/metrics';
import { type EventBatch, ReadingHub, type ReadingView } from '@app/streaming';
import { type Observable, lastValueFrom } from 'rxjs';
import type { Caller } from '../caller.js';
import { LiveReading } from '../live-reading.js';
import type { PlannedReading } from '../reading-request.js';
import { UsageMeter } from '../usage-meter.js';
import type { CacheKeys } from './cache-keys.js';
import { ReadingCache } from './reading-cache.js';

/** Shares one reading between equal requests: joins a running one, replays a cached one, or starts a new one. */
@Injectable()
export class ReadingCoalescer {
  constructor(
    private readonly cache: ReadingCache,
    private readonly hub: ReadingHub,
    private readonly metrics: CacheMetrics,
  ) {}

  /**
   * Resolves once the reading has begun. It then runs without subscribers until the next event-loop turn.
   * @param interpret runs the reading; called only when no equal reading is running or cached
   * @throws UngroundedReadingError
   */
  async share(
    planned: PlannedReading,
    caller: Caller,
    interpret: (planned: PlannedReading) => Observable<EventBatch>,
  ): Promise<LiveReading> {
    const keys = this.cache.keysOf(planned);
    const key = keys && !planned.noCache ? `${planned.format?.name ?? 'events'}:${keys.key}` : undefined;
    const joined = this.#join(key, planned);
    if (joined) return joined;

    const lookedUpAt = performance.now();
    const replayed = await this.#remembered(keys, planned);
    const ms = performance.now() - lookedUpAt;
    // Another request may have started the same reading during the lookup.
    const startedMeanwhile = replayed ? undefined : this.#join(key, planned);
    if (startedMeanwhile) return startedMeanwhile;

    const cache = { start: lookedUpAt - planned.arrivedAt, ms };
    const usage = new UsageMeter();
    const reading = { ...planned, usage, ...(keys && { earlier: { ...planned.earlier, cache } }) };
    const { id, tenant: owner, format, onDisconnect } = planned;
    const events = replayed ?? this.#remember(keys, reading, interpret(reading));
    const view = this.hub.start({ id, owner, events, format, onDisconnect, key });
    const { events: all } = view.run;
    all.subscribe((event) => usage.observe(event));
    const ended = lastValueFrom(all, { defaultValue: undefined }).then(() => undefined);
    caller.started({ ended, usage: () => usage.total });
    return begun(view, reading);
  }

  /** Joins the running reading of this key, under the id of this request; undefined when there is none. */
  #join(key: string | undefined, planned: PlannedReading): Promise<LiveReading> | undefined {
    const { id, tenant: owner, onDisconnect } = planned;
    const view = key === undefined ? undefined : this.hub.join(key, { id, owner }, onDisconnect);
    if (!view) return undefined;
    this.metrics.joined();
    return begun(view, planned);
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

/**
 * Keeps a placeholder subscription until the first event. Without it, the run could be cancelled when its other clients
 * disconnect before this request subscribes.
 */
async function begun(view: ReadingView, { earlier: stages, format, streamOnly }: PlannedReading): Promise<LiveReading> {
  const placeholder = view.frames().subscribe();
  try {
    await view.run.begun;
    return new LiveReading(view, { stages, format, streamOnly });
  } finally {
    setImmediate(() => placeholder.unsubscribe());
  }
}
