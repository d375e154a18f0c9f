import type { FollowedReading, FrameFormat, ReadingDocument, ReadingEvent, StageTiming } from '@app/streaming';
import { type Observable, fromEvent, ignoreElements, lastValueFrom, takeUntil } from 'rxjs';
import { readingDocument } from './reading-document.js';
import { ReadingError } from './reading.error.js';

export interface LiveReadingOptions {
  /** Stages completed before the reading began, in ms since the request arrived. */
  readonly stages?: Readonly<Record<string, StageTiming>>;
  readonly streamOnly?: boolean | undefined;
  /** Format of the frames; the wire protocol's own format when absent. */
  readonly format?: FrameFormat | undefined;
}

/** A reading as returned to a controller, which sends it as a stream of frames or as one document. */
export class LiveReading {
  readonly stages: Readonly<Record<string, StageTiming>>;
  readonly streamOnly: boolean;
  readonly format: FrameFormat | undefined;

  constructor(
    private readonly followed: FollowedReading,
    { stages = {}, streamOnly = false, format }: LiveReadingOptions = {},
  ) {
    this.stages = stages;
    this.streamOnly = streamOnly;
    this.format = format;
  }

  get id(): string {
    return this.followed.id;
  }

  /**
   * The reading's events, for logs and metrics. Subscribe before `frames()`. A subscription does not keep the reading
   * running.
   */
  get events(): Observable<ReadingEvent> {
    return this.followed.events;
  }

  /**
   * Complete Server-Sent Events, one chunk per event-loop turn; completes after `done`. Unsubscribing disconnects this
   * client from the reading.
   */
  frames(): Observable<Buffer> {
    return this.followed.frames();
  }

  /**
   * Collects the reading until its end. Returns undefined when `signal` aborts first, which disconnects this client.
   * @throws ReadingError `reading.failed`, `reading.cancelled`, `server.draining`
   */
  async document(signal: AbortSignal): Promise<ReadingDocument | undefined> {
    const events: ReadingEvent[] = [];
    const observation = this.events.subscribe((event) => events.push(event));
    const end = this.frames().pipe(takeUntil(fromEvent(signal, 'abort')), ignoreElements());
    await lastValueFrom(end, { defaultValue: undefined }).finally(() => observation.unsubscribe());
    return signal.aborted ? undefined : successful(events);
  }
}

function successful(events: readonly ReadingEvent[]): ReadingDocument {
  if (events.some(({ event }) => event === 'shutdown')) throw new ReadingError('server.draining');
  const document = readingDocument(events);
  if (document.status === 'cancelled') throw new ReadingError('reading.cancelled');
  if (document.status !== 'failed') return document;
  const failures = document.texts.filter((text) => text.status === 'failed');
  throw new ReadingError('reading.failed', {
    failures: failures.map(({ section, code, message }) => ({ field: section, message: `${code}: ${message}` })),
  });
}
