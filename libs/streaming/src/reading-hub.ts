import { hash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit, Optional } from '@nestjs/common';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import type { Observable, Subscription } from 'rxjs';
import { type FrameFormat, eventFrames } from './encode-frame.js';
import { EVENT_MIRROR, type EventMirror } from './event-mirror.js';
import { FinishedReadings } from './finished-readings.js';
import { type FollowedReading, readFromLog } from './followed-reading.js';
import type { EventBatch } from './reading-event.js';
import { ReadingRun } from './reading-run.js';

/** A reading of one owner: the same id asked for by another owner is unknown, on every replica. */
export interface ReadingReference {
  readonly id: string;
  readonly owner: string;
}

export interface StartOptions extends ReadingReference {
  readonly events: Observable<EventBatch>;
  readonly format?: FrameFormat | undefined;
  /** What happens when the last reader leaves; default from the configuration. */
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
  /** Equal keys share one run while it lasts. */
  readonly key?: string | undefined;
}

/** Where a returning reader can continue. */
export type Resumption =
  | { readonly state: 'found'; readonly reading: FollowedReading }
  /** The reading has ended and the reader has every event. */
  | { readonly state: 'finished' }
  | { readonly state: 'expired' | 'unknown' };

const SWEEP_MS = 5_000;

/** Every reading of this process: the running ones and the logs of those that ended recently. */
@Injectable()
export class ReadingHub implements OnModuleInit, OnModuleDestroy {
  readonly #running = new Map<string, ReadingRun>();
  readonly #byKey = new Map<string, ReadingRun>();
  /** Runs that continue without readers for the grace time: one of the clients that share it asked for it. */
  readonly #continuing = new WeakSet<ReadingRun>();
  readonly #graceTimers = new WeakMap<ReadingRun, NodeJS.Timeout>();
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
    // Independent of requests: users' texts must not stay longer than they can be resumed.
    this.#sweeps = setInterval(() => this.#finished.sweep(), SWEEP_MS).unref();
    this.#cancellations = this.mirror?.cancellations.subscribe((name) => this.#running.get(name)?.cancel());
  }

  onModuleDestroy(): void {
    clearInterval(this.#sweeps);
    this.#cancellations?.unsubscribe();
    for (const run of this.#running.values()) run.cancel();
  }

  get size(): number {
    return this.#running.size;
  }

  /** The running reading of a key, for a reader that is about to follow it. */
  running(key: string, onDisconnect = this.config.onDisconnect): ReadingRun | undefined {
    const run = this.#byKey.get(key);
    if (run && onDisconnect === 'continue') this.#continuing.add(run);
    return run;
  }

  start({ id, owner, events, format = eventFrames, onDisconnect, key }: StartOptions): ReadingRun {
    const name = logName({ id, owner });
    const forget = () => {
      this.#running.delete(name);
      if (key !== undefined && this.#byKey.get(key) === run) this.#byKey.delete(key);
    };
    const run: ReadingRun = new ReadingRun({
      id,
      encode: format.encoder(),
      onStartFailed: forget,
      onAbandoned: () => this.#abandoned(name, run),
      onFlush: (flushed) => {
        this.mirror?.write(name, flushed);
        if (!flushed.ended) return;
        forget();
        this.#finished.keep(name, run);
      },
    });
    this.#running.set(name, run);
    if ((onDisconnect ?? this.config.onDisconnect) === 'continue') this.#continuing.add(run);
    if (key !== undefined) this.#byKey.set(key, run);
    return run.start(events);
  }

  /** Where to continue after event `after`. Rejects when only the shared log could know and it is unavailable. */
  async resume(reference: ReadingReference, after: number): Promise<Resumption> {
    const name = logName(reference);
    const run = this.#running.get(name) ?? this.#finished.get(name);
    if (run) return resumeRun(run, after);
    const mirrored = this.mirror && (await this.mirror.find(name));
    if (this.mirror && mirrored?.state === 'found') {
      if (mirrored.ended && after >= mirrored.lastSeq) return { state: 'finished' };
      return { state: 'found', reading: readFromLog(reference.id, this.mirror.frames(name, after)) };
    }
    return { state: this.#finished.hasExpired(name) || mirrored?.state === 'expired' ? 'expired' : 'unknown' };
  }

  /** Stops a reading for every reader, on whichever replica it runs. False when no such reading is known. */
  async cancel(reference: ReadingReference): Promise<boolean> {
    const name = logName(reference);
    const run = this.#running.get(name) ?? this.#finished.get(name);
    run?.cancel();
    if (run || !this.mirror) return run !== undefined;
    if ((await this.mirror.find(name)).state !== 'found') return false;
    await this.mirror.cancel(name);
    return true;
  }

  /** Sends `shutdown` to every reader and stops all running readings. */
  shutdown(): void {
    for (const run of this.#running.values()) run.cancel([{ event: 'shutdown', data: { shutdown: true } }]);
  }

  #abandoned(name: string, run: ReadingRun): void {
    if (!this.#continuing.has(run)) return run.cancel();
    // Counted from the last leaving: a reader that came back in between restarts the grace time.
    clearTimeout(this.#graceTimers.get(run));
    const timer = setTimeout(() => void this.#graceOver(name, run), this.config.graceMs);
    this.#graceTimers.set(run, timer.unref());
  }

  /** Readers on other replicas count too, as far as the shared log shows them. */
  async #graceOver(name: string, run: ReadingRun): Promise<void> {
    if (run.ended || run.readers > 0) return;
    const isRead = (await this.mirror?.isRead(name).catch(() => false)) ?? false;
    if (run.ended || run.readers > 0) return;
    if (isRead) this.#abandoned(name, run);
    else run.cancel();
  }
}

function resumeRun(run: ReadingRun, after: number): Resumption {
  if (run.ended && after >= run.lastSeq) return { state: 'finished' };
  const { id, events } = run;
  const frames = run.frames(after);
  return { state: 'found', reading: run.ended ? readFromLog(id, frames) : { id, events, frames: () => frames } };
}

/** The owner is part of the name, so that a leaked id opens nothing to others; hashed, so that Redis learns neither. */
export const logName = ({ id, owner }: ReadingReference): string =>
  hash('sha256', JSON.stringify([owner, id]), 'base64url');
