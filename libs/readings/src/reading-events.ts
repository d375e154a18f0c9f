import type { EventBatch, ReadingDone, ReadingStarted, RetrievalSettled } from '@app/streaming';
import { Observable, type Observer, type Subscriber, map } from 'rxjs';
import type { ReadingProgress } from './reading-progress.js';

export interface ReadingParts {
  readonly started: ReadingStarted;
  readonly retrieval: Observable<RetrievalSettled>;
  readonly sections: Observable<EventBatch>;
  readonly progress: ReadingProgress;
  /** Called once, when retrieval and sections have completed. */
  readonly done: () => ReadingDone;
}

/**
 * Emits `reading` first, `done` last, and between them the retrievers' outcomes and the sections' batches as they
 * arrive. Cold, for one subscriber; unsubscribing stops the reading.
 */
export function readingEvents({ started, retrieval, sections, progress, done }: ReadingParts): Observable<EventBatch> {
  return new Observable((subscriber) => {
    const body = new ReadingBody(subscriber, progress, done);
    subscriber.add(cancelling(progress));
    subscriber.next([{ event: 'reading', data: started }]);
    body.follow(retrieval.pipe(map((data) => [{ event: 'retrieval', data }])));
    body.follow(sections);
  });
}

/** Not a closure inside `readingEvents`, because it would hold the sections and with them the plan of the reading. */
const cancelling = (progress: ReadingProgress) => (): void => progress.stop('cancelled');

/** Merges both sources. An Observer instead of a chain of operators, because it runs once per token. */
class ReadingBody implements Observer<EventBatch> {
  #sources = 2;

  constructor(
    private readonly events: Subscriber<EventBatch>,
    private readonly progress: ReadingProgress,
    private readonly done: () => ReadingDone,
  ) {}

  follow(source: Observable<EventBatch>): void {
    if (!this.events.closed) this.events.add(source.subscribe(this));
  }

  next(batch: EventBatch): void {
    this.progress.observe(batch);
    this.events.next(batch);
  }

  error(error: unknown): void {
    this.progress.stop('failed');
    this.events.error(error);
  }

  complete(): void {
    if (--this.#sources > 0) return;
    this.events.next([{ event: 'done', data: this.done() }]);
    this.events.complete();
  }
}
