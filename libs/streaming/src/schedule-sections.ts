import {
  AsyncSubject,
  type Observable,
  concat,
  concatMap,
  defer,
  forkJoin,
  from,
  ignoreElements,
  mergeMap,
  of,
  tap,
} from 'rxjs';
import type { EventBatch } from './reading-event.js';
import { assertNoCycle } from './section-order.js';
import type { SectionEnd, SectionObserver, SectionSource } from './section-source.js';
import { streamSection } from './stream-section.js';

type Texts = Readonly<Record<string, string>>;

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
  return defer(() => {
    const texts = new SectionTexts(sources);
    const isolated = ({ ready, ...source }: SectionSource) =>
      concat(ready.pipe(ignoreElements()), texts.of(source.after)).pipe(
        concatMap((earlier) => streamSection(source, () => source.deltas(earlier), texts.observing(observer))),
        tap({ complete: () => texts.release(source.section) }),
      );
    return from(sources).pipe(mergeMap(isolated));
  });
}

/** The texts of finished sections, for the sections that use them. */
class SectionTexts {
  readonly #ends: ReadonlyMap<string, AsyncSubject<string>>;

  constructor(sources: readonly SectionSource[]) {
    this.#ends = new Map(sources.map(({ section }) => [section, new AsyncSubject<string>()]));
  }

  /** Emits the texts once, when all these sections have ended. Ids that are not in the plan are ignored. */
  of(after: readonly string[] = []): Observable<Texts> {
    const known = after.flatMap((section) => {
      const end = this.#ends.get(section);
      return end ? [[section, end] as const] : [];
    });
    return known.length === 0 ? of({}) : forkJoin(Object.fromEntries(known));
  }

  observing(observer: SectionObserver): SectionObserver {
    const ended = (end: SectionEnd) => {
      this.#ends.get(end.section)?.next(end.text);
      observer.ended?.(end);
    };
    return { ...observer, ended };
  }

  /**
   * Called after the section's end event was emitted, so that no section starts before the ones it depends on have
   * ended.
   */
  release(section: string): void {
    this.#ends.get(section)?.complete();
  }
}
