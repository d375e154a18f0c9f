import type { EventBatch } from '@app/streaming';
import { Observable, Subscriber } from 'rxjs';
import type { CommonInput } from './reading-input.js';
import type { ReadingSession } from './reading-session.js';

/**
 * A session from `reading` to `done`: between them what the retrievers found and what the sections say, as it comes.
 * Unsubscribing releases the session.
 */
export function readingEvents<Input extends CommonInput>(session: ReadingSession<Input>): Observable<EventBatch> {
  return new Observable((subscriber) => {
    const body = new ReadingBody(subscriber, session);
    subscriber.next([session.started()]);
    // RxJS lets go of each as soon as it has ended, so that a long text does not keep what the retrieval needed.
    body.add(
      session.retrieval.subscribe({
        next: (event) => body.next([event]),
        error: (error: unknown) => body.error(error),
        complete: () => body.complete(),
      }),
    );
    if (!body.closed) session.sections().subscribe(body);
    session.letGoOfOutcomes();
  });
}

/** The events of both sources; over when both are. */
class ReadingBody<Input extends CommonInput> extends Subscriber<EventBatch> {
  #sources = 2;

  constructor(
    events: Subscriber<EventBatch>,
    private readonly session: ReadingSession<Input>,
  ) {
    super();
    this.destination = events;
    events.add(this);
  }

  override complete(): void {
    if (--this.#sources === 0) super.complete();
  }

  protected override _next(batch: EventBatch): void {
    this.session.observe(batch);
    super._next(batch);
  }

  protected override _error(error: unknown): void {
    this.session.ungrounded();
    super._error(error);
  }

  protected override _complete(): void {
    super._next([this.session.done()]);
    super._complete();
  }

  override unsubscribe(): void {
    if (!this.closed) this.session.release();
    super.unsubscribe();
  }
}
