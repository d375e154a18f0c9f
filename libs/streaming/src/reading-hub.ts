import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit, Optional } from '@nestjs/common';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import type { Observable, Subscription } from 'rxjs';
import { type FrameEncoder, encodeFrame } from './encode-frame.js';
import { EVENT_MIRROR, type EventMirror } from './event-mirror.js';
import { FinishedReadings } from './finished-readings.js';
import type { EventBatch } from './reading-event.js';
import { ReadingRun } from './reading-run.js';

export interface StartOptions {
  readonly id: string;
  readonly events: Observable<EventBatch>;
  readonly encode?: FrameEncoder;
  /** What the last reader's leaving means; default from the configuration. */
  readonly onDisconnect?: 'cancel' | 'continue';
  /** Equal keys share one run while it lasts. */
  readonly key?: string;
}

/** Where a reader who comes back can read on. */
export type Resumption =
  | { readonly state: 'found'; readonly frames: Observable<Buffer> }
  /** Finished, and everything has been read. */
  | { readonly state: 'finished' }
  | { readonly state: 'expired' | 'unknown' };

const SWEEP_MS = 5_000;

/** Every reading of this process: those under way, and the logs of those that ended a short while ago. */
@Injectable()
export class ReadingHub implements OnModuleInit, OnModuleDestroy {
  readonly #running = new Map<string, ReadingRun>();
  readonly #byKey = new Map<string, ReadingRun>();
  /** Runs that go on for a while without readers: somebody among those who share one asked for it. */
  readonly #patient = new WeakSet<ReadingRun>();
  /** When a run is given up that nobody reads. */
  readonly #graces = new WeakMap<ReadingRun, NodeJS.Timeout>();
  readonly #finished: FinishedReadings;
  #cancellations: Subscription | undefined;
  #sweeps: NodeJS.Timeout | undefined;

  constructor(
    @Inject(readingsConfig.KEY) private readonly config: ReadingsConfig,
    @Optional() @Inject(EVENT_MIRROR) private readonly mirror?: EventMirror,
  ) {
    this.#finished = new FinishedReadings(config.resumeTtlSeconds * 1_000);
  }

  onModuleInit(): void {
    // Also when nobody comes any more: what a reader was told is not kept longer than it can be resumed.
    this.#sweeps = setInterval(() => this.#finished.sweep(), SWEEP_MS).unref();
    this.#cancellations = this.mirror?.cancellations.subscribe((id) => this.#running.get(id)?.cancel());
  }

  onModuleDestroy(): void {
    clearInterval(this.#sweeps);
    this.#cancellations?.unsubscribe();
    for (const run of this.#running.values()) run.cancel();
  }

  get size(): number {
    return this.#running.size;
  }

  /** The run that answers to a key right now, for somebody who is about to read it. */
  running(key: string, onDisconnect = this.config.onDisconnect): ReadingRun | undefined {
    const run = this.#byKey.get(key);
    if (run && onDisconnect === 'continue') this.#patient.add(run);
    return run;
  }

  start({ id, events, encode = encodeFrame, onDisconnect = this.config.onDisconnect, key }: StartOptions): ReadingRun {
    const run: ReadingRun = new ReadingRun({
      id,
      encode,
      onStillborn: () => this.#forget(run, key),
      onAbandoned: () => this.#abandoned(run),
      onFlush: (flushed) => {
        this.mirror?.write(id, flushed);
        if (flushed.ended) this.#end(run, key);
      },
    });
    this.#running.set(id, run);
    if (onDisconnect === 'continue') this.#patient.add(run);
    if (key !== undefined) this.#byKey.set(key, run);
    return run.start(events);
  }

  /** Where to read on after event `after`. Rejects when only the shared log would know and it is away. */
  async resume(id: string, after: number): Promise<Resumption> {
    const run = this.#running.get(id) ?? this.#finished.get(id);
    if (run)
      return run.ended && after >= run.lastSeq ? { state: 'finished' } : { state: 'found', frames: run.frames(after) };
    const mirrored = this.mirror && (await this.mirror.find(id));
    if (this.mirror && mirrored?.state === 'found') {
      const over = mirrored.ended && after >= mirrored.lastSeq;
      return over ? { state: 'finished' } : { state: 'found', frames: this.mirror.frames(id, after) };
    }
    return { state: this.#finished.hasExpired(id) || mirrored?.state === 'expired' ? 'expired' : 'unknown' };
  }

  /** Stops a reading for everyone, on whatever replica it runs. False when no such reading is known. */
  async cancel(id: string): Promise<boolean> {
    const run = this.#running.get(id) ?? this.#finished.get(id);
    run?.cancel();
    if (run || !this.mirror) return run !== undefined;
    if ((await this.mirror.find(id)).state !== 'found') return false;
    await this.mirror.cancel(id);
    return true;
  }

  /** Tells every reader that the server goes away and stops what still runs. */
  shutdown(): void {
    for (const run of this.#running.values()) run.cancel([{ event: 'shutdown', data: { shutdown: true } }]);
  }

  #abandoned(run: ReadingRun): void {
    if (!this.#patient.has(run)) return run.cancel();
    // Counted from the last leaving: who came back in between has the whole time again.
    clearTimeout(this.#graces.get(run));
    const timer = setTimeout(() => void this.#graceOver(run), this.config.graceMs);
    this.#graces.set(run, timer.unref());
  }

  /** Readers of other replicas count as well, where they can be seen. */
  async #graceOver(run: ReadingRun): Promise<void> {
    if (run.ended || run.readers > 0) return;
    const isRead = (await this.mirror?.isRead(run.id).catch(() => false)) ?? false;
    if (run.ended || run.readers > 0) return;
    if (isRead) this.#abandoned(run);
    else run.cancel();
  }

  #end(run: ReadingRun, key: string | undefined): void {
    this.#forget(run, key);
    this.#finished.keep(run);
  }

  #forget(run: ReadingRun, key: string | undefined): void {
    this.#running.delete(run.id);
    if (key !== undefined && this.#byKey.get(key) === run) this.#byKey.delete(key);
  }
}
