import type { Observable } from 'rxjs';
import type { FlushedFrames } from './reading-run.js';

/** The log of a shared run, for views without a separate log. */
export interface MirrorAlias {
  readonly name: string;
  /** Id of the reading in the frames of that log. */
  readonly id: string;
}

/** State of a reading in the shared log. */
export type MirroredReading =
  | {
      readonly state: 'found';
      readonly lastSeq: number;
      readonly ended: boolean;
      /** Set when the name belongs to a client's view of a shared run: the log to read instead. */
      readonly alias?: MirrorAlias | undefined;
    }
  | { readonly state: 'expired' | 'unknown' };

/**
 * Copies every reading's frames to a log that all replicas share, so that any replica can serve the rest of a stream or
 * stop it. Best effort: while the store is unavailable, a reading continues but can be resumed only on its own replica.
 * Readings are identified by their log name (hash of owner and id).
 */
export interface EventMirror {
  /** Never throws and never blocks; failed writes are dropped. */
  write(name: string, flushed: FlushedFrames): void;
  /** Makes `name` refer to another log. Best effort. */
  alias(name: string, alias: MirrorAlias): void;
  unalias(name: string): void;
  /** Rejects when the store is unavailable. */
  find(name: string): Promise<MirroredReading>;
  /**
   * Frames after event number `after`, then live ones. Completes after the last one; errors when the store becomes
   * unavailable.
   */
  frames(name: string, after: number): Observable<Buffer>;
  /** Whether any replica follows the reading, or did within the last seconds. Rejects when the store is unavailable. */
  isRead(name: string): Promise<boolean>;
  /** Asks the replica that runs the reading to stop it. */
  cancel(name: string): Promise<void>;
  /** Log names of readings to stop, requested by any replica. */
  readonly cancellations: Observable<string>;
}

/** Injection token; the value is undefined without Redis. */
export const EVENT_MIRROR = Symbol('streaming.EVENT_MIRROR');
