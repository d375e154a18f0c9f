import { Observable, Subscriber } from 'rxjs';
import type { EventBatch } from './reading-event.js';
import { assertNoCycle } from './section-order.js';
import type { SectionObserver, SectionSource } from './section-source.js';
import { streamSection } from './stream-section.js';

/**
 * Runs every section as soon as what *it* waits for is there, and interleaves their events as they arrive. A section
 * that fails ends in one `failed` event; its siblings go on. Completes when all have ended, never errors;
 * unsubscribing cancels every section. Cold.
 * @throws SectionCycleError at once when `after` makes a circle.
 */
export function scheduleSections(
  sources: readonly SectionSource[],
  observer: SectionObserver = {},
): Observable<EventBatch> {
  assertNoCycle(sources);
  return new Observable((subscriber) => {
    if (sources.length === 0) return subscriber.complete();
    new Schedule(sources, observer, subscriber).start();
  });
}

/** Who waits for what. Nothing of a section is kept here once it runs, but its text when it has ended. */
class Schedule {
  readonly #texts = new Map<string, string>();
  readonly #known: ReadonlySet<string>;
  readonly #ended = new Set<string>();
  readonly #observer: SectionObserver;
  /** Ready by themselves, in the order they became so. */
  #waiting: readonly SectionSource[] = [];

  constructor(
    private sources: readonly SectionSource[],
    observer: SectionObserver,
    private readonly events: Subscriber<EventBatch>,
  ) {
    this.#known = new Set(sources.map(({ section }) => section));
    this.#observer = {
      ...observer,
      ended: (end) => {
        this.#texts.set(end.section, end.text);
        observer.ended?.(end);
      },
    };
  }

  start(): void {
    const sources = this.sources;
    this.sources = [];
    for (const source of sources) this.#await(source);
  }

  #await(source: SectionSource): void {
    const gate = source.ready.subscribe({
      error: (error: unknown) => this.events.error(error),
      complete: () => {
        this.#waiting = [...this.#waiting, source];
        this.#go();
      },
    });
    this.events.add(gate);
  }

  #go(): void {
    const due = this.#waiting.filter((source) => this.#earlier(source).every((section) => this.#ended.has(section)));
    this.#waiting = this.#waiting.filter((source) => !due.includes(source));
    for (const source of due) this.#run(source);
  }

  /** An `after` that is not among the sections was left out of the plan: nobody waits for it. */
  #earlier({ after = [] }: SectionSource): readonly string[] {
    return after.filter((section) => this.#known.has(section));
  }

  #run(source: SectionSource): void {
    const earlier = this.#earlier(source).map((section) => [section, this.#texts.get(section) ?? ''] as const);
    const events = streamSection(source, () => source.deltas(Object.fromEntries(earlier)), this.#observer);
    events.subscribe(new ScheduledSection(this.events, this, source.section));
  }

  /** A section has ended, however it ended. */
  end(section: string): void {
    this.#ended.add(section);
    if (this.#ended.size === this.#known.size) return this.events.complete();
    this.#go();
  }
}

/** A section among others: its events are everybody's, its end only its own. */
class ScheduledSection extends Subscriber<EventBatch> {
  constructor(
    events: Subscriber<EventBatch>,
    private readonly schedule: Schedule,
    private readonly section: string,
  ) {
    super(events);
  }

  protected override _complete(): void {
    this.unsubscribe();
    this.schedule.end(this.section);
  }
}
