import { hash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit, Optional } from '@nestjs/common';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import { type Observable, type Subscription, concatMap, lastValueFrom, map, take, toArray } from 'rxjs';
import { type FrameFormat, eventFrames } from './encode-frame.js';
import { EVENT_MIRROR, type EventMirror } from './event-mirror.js';
import { FinishedReadings } from './finished-readings.js';
import { type FollowedReading, readFromLog } from './followed-reading.js';
import { parseFrames } from './parse-frames.js';
import type { EventBatch, ReadingEvent } from './reading-event.js';
import { ReadingRun } from './reading-run.js';
import type { ReadingView } from './reading-view.js';
import { renameReading } from './rename-reading.js';
import { SharedRun } from './shared-run.js';

/** A reading of one owner. For any other owner the same id is unknown, on every replica. */
export interface ReadingReference {
  readonly id: string;
  readonly owner: string;
}

export interface StartOptions extends ReadingReference {
  readonly events: Observable<EventBatch>;
  readonly format?: FrameFormat | undefined;
  /** What happens when the last client disconnects; the default comes from the configuration. */
  readonly onDisconnect?: 'cancel' | 'continue' | undefined;
  /** Requests with equal keys share one run while it lasts. */
  readonly key?: string | undefined;
}

/** Result of a request to resume a reading. */
export type Resumption =
  | { readonly state: 'found'; readonly reading: FollowedReading }
  /** The reading has ended and the client has every event. */
  | { readonly state: 'finished' }
  | { readonly state: 'expired' | 'unknown' };

/** Where a reading was found: in this process, or in the log of another replica. */
type FoundReading =
  | { readonly state: 'local'; readonly view: ReadingView }
  | {
      readonly state: 'shared';
      readonly ended: boolean;
      readonly lastSeq: number;
      readonly frames: (after: number) => Observable<Buffer>;
    };

const SWEEP_MS = 5_000;

/** All readings of this process: the running ones and the logs of recently finished ones. */
@Injectable()
export class ReadingHub implements OnModuleInit, OnModuleDestroy {
  readonly #running = new Set<SharedRun>();
  /** Running readings by the log names of their views. */
  readonly #byName = new Map<string, SharedRun>();
  readonly #byKey = new Map<string, SharedRun>();
  readonly #finished: FinishedReadings;
  #cancellations: Subscription | undefined;
  #sweeps: NodeJS.Timeout | undefined;

  constructor(
    @Inject(readingsConfig.KEY) private readonly config: ReadingsConfig,
    @Optional() @Inject(EVENT_MIRROR) private readonly mirror?: EventMirror,
  ) {
    this.#finished = new FinishedReadings(config.resumeTtlSeconds * 1_000, config.finishedBytes);
  }

  onModuleInit(): void {
    // Not triggered by requests: users' texts must not be kept longer than they can be resumed.
    this.#sweeps = setInterval(() => this.#finished.sweep(), SWEEP_MS).unref();
    this.#cancellations = this.mirror?.cancellations.subscribe((name) => this.#stop(name));
  }

  onModuleDestroy(): void {
    clearInterval(this.#sweeps);
    this.#cancellations?.unsubscribe();
    for (const { run } of this.#running) run.cancel();
  }

  /** Number of running readings. */
  get size(): number {
    return this.#running.size;
  }

  start({ id, owner, events, format = eventFrames, onDisconnect, key }: StartOptions): ReadingView {
    const name = logName({ id, owner });
    const run: ReadingRun = new ReadingRun({
      id,
      encode: format.encoder(),
      onStartFailed: () => this.#forget(shared, key),
      onAbandoned: () => this.#abandoned(shared),
      onFlush: (flushed) => {
        this.mirror?.write(name, flushed);
        if (!flushed.ended) return;
        this.#forget(shared, key);
        // The views share one log: count its bytes once.
        let { length } = run;
        for (const [viewName, view] of shared.views) {
          this.#finished.keep(viewName, view, length);
          length = 0;
        }
      },
    });
    const shared = new SharedRun(run, name, format);
    const view = this.#view(shared, { id, owner }, onDisconnect);
    this.#running.add(shared);
    if (key !== undefined) this.#byKey.set(key, shared);
    run.start(events);
    return view;
  }

  /** Creates a new client's view of the running reading with this key; undefined when none is running. */
  join(key: string, reference: ReadingReference, onDisconnect?: StartOptions['onDisconnect']): ReadingView | undefined {
    const shared = this.#byKey.get(key);
    if (!shared || shared.run.ended) return undefined;
    this.mirror?.alias(logName(reference), { name: shared.name, id: shared.run.id });
    return this.#view(shared, reference, onDisconnect);
  }

  /** Finds the reading to continue after event `after`. Rejects when the shared log is needed and unavailable. */
  async resume(reference: ReadingReference, after: number): Promise<Resumption> {
    const found = await this.#find(reference);
    if (typeof found === 'string') return { state: found };
    const { ended, lastSeq } = found.state === 'local' ? found.view : found;
    if (ended && after >= lastSeq) return { state: 'finished' };
    const reading = found.state === 'local' ? found.view.from(after) : readFromLog(reference.id, found.frames(after));
    return { state: 'found', reading };
  }

  /** The events of a reading so far. Rejects when the shared log is needed and unavailable. */
  async eventsSoFar(reference: ReadingReference): Promise<readonly ReadingEvent[] | 'expired' | 'unknown'> {
    const found = await this.#find(reference);
    if (typeof found === 'string') return found;
    if (found.state === 'local') return parseFrames(found.view.bytes.toString());
    return firstEvents(found.frames(0), found.lastSeq);
  }

  /**
   * Stops a client's view of a reading on any replica; the run ends with its last view. Resolves with false when the
   * reading is unknown.
   */
  async cancel(reference: ReadingReference): Promise<boolean> {
    const name = logName(reference);
    if (this.#stop(name)) return true;
    if (!this.mirror) return false;
    if ((await this.mirror.find(name)).state !== 'found') return false;
    await this.mirror.cancel(name);
    return true;
  }

  /** Sends `shutdown` to every client and stops all running readings. */
  shutdown(): void {
    for (const { run } of this.#running) run.cancel([{ event: 'shutdown', data: { shutdown: true } }]);
  }

  /** Looks for a reading in this process, then in the shared log. */
  async #find(reference: ReadingReference): Promise<FoundReading | 'expired' | 'unknown'> {
    const { mirror } = this;
    const name = logName(reference);
    const view = this.#byName.get(name)?.views.get(name) ?? this.#finished.get(name);
    if (view) return { state: 'local', view };
    const mirrored = await mirror?.find(name);
    if (!mirror || mirrored?.state !== 'found')
      return this.#finished.hasExpired(name) || mirrored?.state === 'expired' ? 'expired' : 'unknown';
    const { ended, lastSeq, alias = { name, id: reference.id } } = mirrored;
    const frames = (after: number) =>
      mirror.frames(alias.name, after).pipe(map((chunk) => renameReading(chunk, alias.id, reference.id)));
    return { state: 'shared', ended, lastSeq, frames };
  }

  #view(shared: SharedRun, reference: ReadingReference, onDisconnect = this.config.onDisconnect): ReadingView {
    const name = logName(reference);
    if (onDisconnect === 'continue') shared.continues = true;
    this.#byName.set(name, shared);
    return shared.add(name, reference.id);
  }

  #stop(name: string): boolean {
    const shared = this.#byName.get(name);
    const view = shared?.views.get(name);
    if (!shared || !view) return this.#finished.get(name) !== undefined;
    if (shared.views.size === 1) shared.run.cancel();
    else {
      shared.views.delete(name);
      this.#byName.delete(name);
      if (name !== shared.name) this.mirror?.unalias(name);
      this.#finished.keep(name, view, view.stop());
    }
    return true;
  }

  #forget(shared: SharedRun, key: string | undefined): void {
    this.#running.delete(shared);
    for (const name of shared.views.keys()) this.#byName.delete(name);
    if (key !== undefined && this.#byKey.get(key) === shared) this.#byKey.delete(key);
  }

  #abandoned(shared: SharedRun): void {
    if (!shared.continues) return shared.run.cancel();
    // The grace time starts when the last client disconnects; a client that returns in between restarts it.
    clearTimeout(shared.graceTimer);
    shared.graceTimer = setTimeout(() => void this.#graceOver(shared), this.config.graceMs).unref();
  }

  /** Cancels the run unless a client follows it, on this replica or, according to the shared log, on another one. */
  async #graceOver(shared: SharedRun): Promise<void> {
    const { run, name } = shared;
    if (run.ended || run.readers > 0) return;
    const isRead = (await this.mirror?.isRead(name).catch(() => false)) ?? false;
    if (run.ended || run.readers > 0) return;
    if (isRead) this.#abandoned(shared);
    else run.cancel();
  }
}

/** The first `count` events of a log that may still grow. */
function firstEvents(frames: Observable<Buffer>, count: number): Promise<readonly ReadingEvent[]> {
  const events = frames.pipe(
    concatMap((chunk) => parseFrames(chunk.toString())),
    take(count),
    toArray(),
  );
  return lastValueFrom(events);
}

/**
 * Name of a reading's log. Includes the owner, so that a leaked id gives others no access. Hashed, so that Redis stores
 * neither owner nor id.
 */
export const logName = ({ id, owner }: ReadingReference): string =>
  hash('sha256', JSON.stringify([owner, id]), 'base64url');
