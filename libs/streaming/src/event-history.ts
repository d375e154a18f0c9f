import { Observable, Subject, concat, defer, from } from 'rxjs';
import type { ReadingEvent } from './reading-event.js';

/**
 * The events of one running reading, for observers inside the process. A late observer first receives the earlier
 * events, with only the first of the deltas: a section's end event contains its whole text.
 */
export class EventHistory {
  readonly #past: ReadingEvent[] = [];
  readonly #live = new Subject<ReadingEvent>();
  #hasText = false;

  /** Cold; completes after the reading's last event. */
  readonly events: Observable<ReadingEvent> = defer(() => concat(from([...this.#past]), this.#live));

  get hasText(): boolean {
    return this.#hasText;
  }

  add(event: ReadingEvent): void {
    if (event.event !== 'delta') this.#past.push(event);
    else if (!this.#hasText) {
      this.#hasText = true;
      this.#past.push(event);
    }
    this.#live.next(event);
    if (event.event === 'done') this.end();
  }

  end(): void {
    this.#live.complete();
  }
}
