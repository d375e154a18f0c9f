import { Inject } from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { FlushedFrames } from './reading-run.js';

/** What another replica knows of a reading. */
export type MirroredReading =
  | { readonly state: 'found'; readonly lastSeq: number; readonly ended: boolean }
  | { readonly state: 'expired' | 'unknown' };

/**
 * Copies every reading's frames to where all replicas see them, so that any of them can serve the rest of a stream or
 * stop it. It is best effort: when the store is away the reading goes on and can be resumed on its own replica only.
 */
export interface EventMirror {
  /** Never throws and never blocks: what cannot be written is dropped. */
  write(readingId: string, flushed: FlushedFrames): void;
  /** Rejects when the store is away. */
  find(readingId: string): Promise<MirroredReading>;
  /** Frames after `after`, then those still to come; completes after the last, errors when the store goes away. */
  frames(readingId: string, after: number): Observable<Buffer>;
  /** Whether somebody follows the reading's frames on any replica, or did a few seconds ago. Rejects when the store is away. */
  isRead(readingId: string): Promise<boolean>;
  /** Asks the replica that runs it to stop. */
  cancel(readingId: string): Promise<void>;
  /** Ids of readings that another replica was asked to stop. */
  readonly cancellations: Observable<string>;
}

/** Bound to nothing (undefined) without Redis. */
export const EVENT_MIRROR = Symbol('streaming.EVENT_MIRROR');
export const InjectEventMirror = () => Inject(EVENT_MIRROR);
