import type { Observable } from 'rxjs';
import type { FlushedFrames } from './reading-run.js';

/** The log of a run, for views of it that have none of their own. */
export interface MirrorAlias {
  readonly name: string;
  /** The reading's id in its frames. */
  readonly id: string;
}

/** State of a reading in the shared log. */
export type MirroredReading =
  | {
      readonly state: 'found';
      readonly lastSeq: number;
      readonly ended: boolean;
      /** The log that was found instead, under the id of another client's view. */
      readonly alias?: MirrorAlias | undefined;
    }
  | { readonly state: 'expired' | 'unknown' };

/**
 * Copies every reading's frames to a log that all replicas share, so that any of them can serve the rest of a stream or
 * stop it. Best effort: while the store is unavailable a reading continues and can be resumed on its own replica only.
 * Readings are identified by their log name (owner and id, hashed).
 */
export interface EventMirror {
  /** Never throws and never blocks; failed writes are dropped. */
  write(name: string, flushed: FlushedFrames): void;
  /** Makes the log of another name the log of this one too. Best effort. */
  alias(name: string, alias: MirrorAlias): void;
  unalias(name: string): void;
  /** Rejects when the store is unavailable. */
  find(name: string): Promise<MirroredReading>;
  /** Frames after `after`, then live ones; completes after the last, errors when the store becomes unavailable. */
  frames(name: string, after: number): Observable<Buffer>;
  /** Whether a replica follows the reading, or did within the last seconds. Rejects when the store is unavailable. */
  isRead(name: string): Promise<boolean>;
  /** Asks the replica that runs the reading to stop it. */
  cancel(name: string): Promise<void>;
  /** Log names of readings to be stopped, from any replica. */
  readonly cancellations: Observable<string>;
}

/** Undefined without Redis. */
export const EVENT_MIRROR = Symbol('streaming.EVENT_MIRROR');
