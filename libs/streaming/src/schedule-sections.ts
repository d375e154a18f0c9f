import { Observable, type Observer, type Subscriber } from 'rxjs';
import type { EventBatch } from './reading-event.js';
import { assertNoCycle } from './section-order.js';
import type { SectionObserver, SectionSource } from './section-source.js';
import { streamSection } from './stream-section.js';

/**
 * Starts every section as soon as its inputs are ready and interleaves the events of all sections. A failed section
 * ends with one `failed` event and the others continue. Cold. Completes when all sections have ended; errors only when
 * a `ready` errors; unsubscribing cancels every section.
 * @throws SectionCycleError at once when `after` forms a cycle
 */
export function scheduleSections(
  sources: readonly SectionSource[],
  observer: SectionObserver = {},
): Observable<EventBatch> {
  assertNoCycle(sources);
  return new Observable((subscriber) => new Schedule(subscriber, sources, observer).start());
}

/** A section that has not started. */
class Waiting {
  isReady = false;
  /** The sections whose texts it uses; ids that are not in the plan are left out. */
  readonly after: readonly string[];

  constructor(
    readonly source: SectionSource,
    sections: ReadonlySet<string>,
  ) {
    this.after = source.after?.filter((section) => sections.has(section)) ?? [];
  }
}

/** The sections of one reading. Every delta passes it, so it is an Observer: docs/decisions. */
class Schedule {
  readonly #waiting: Set<Waiting>;
  readonly #texts = new Map<string, string>();
  /** Sections whose last event was emitted. */
  readonly #ended = new Set<string>();
  readonly #observer: SectionObserver;
  #open: number;

  constructor(
    private readonly events: Subscriber<EventBatch>,
    sources: readonly SectionSource[],
    observer: SectionObserver,
  ) {
    const sections = new Set(sources.map(({ section }) => section));
    this.#waiting = new Set(sources.map((source) => new Waiting(source, sections)));
    this.#open = sources.length;
    this.#observer = {
      ...observer,
      ended: (end) => {
        this.#texts.set(end.section, end.text);
        observer.ended?.(end);
      },
    };
  }

  start(): void {
    if (this.#open === 0) return this.events.complete();
    for (const waiting of this.#waiting) {
      const ready = waiting.source.ready.subscribe({
        error: (error: unknown) => this.events.error(error),
        complete: () => {
          waiting.isReady = true;
          this.#startIfReady(waiting);
        },
      });
      this.events.add(ready);
    }
  }

  #startIfReady(waiting: Waiting): void {
    if (this.events.closed || !waiting.isReady || !waiting.after.every((section) => this.#ended.has(section))) return;
    this.#waiting.delete(waiting);
    this.events.add(this.#eventsOf(waiting).subscribe(this.#forward(waiting.source.section)));
  }

  #eventsOf({ source: { section, citable, explain, deltas }, after }: Waiting): Observable<EventBatch> {
    const earlier = Object.fromEntries(after.map((id) => [id, this.#texts.get(id) ?? '']));
    return streamSection({ section, citable, explain }, () => deltas(earlier), this.#observer);
  }

  /** A separate method, so that the observer does not hold `deltas`, whose closure holds the plan of the reading. */
  #forward(section: string): Partial<Observer<EventBatch>> {
    return {
      next: (batch) => this.events.next(batch),
      complete: () => this.#sectionEnded(section),
    };
  }

  /** Called after the section's last event, so that no section starts before the ones it depends on have ended. */
  #sectionEnded(section: string): void {
    this.#ended.add(section);
    for (const waiting of this.#waiting) this.#startIfReady(waiting);
    if (--this.#open === 0) this.events.complete();
  }
}
