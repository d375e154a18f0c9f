import { AsyncSubject, type Observable, concat, defer, ignoreElements, merge, tap } from 'rxjs';
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
  return defer(() => {
    const texts: Record<string, string> = {};
    const endings = new Map(sources.map(({ section }) => [section, new AsyncSubject<never>()]));
    const keepText: SectionObserver = {
      ...observer,
      ended: (end) => {
        texts[end.section] = end.text;
        observer.ended?.(end);
      },
    };
    const run = (source: SectionSource): Observable<EventBatch> => {
      const earlier = (source.after ?? []).filter((section) => endings.has(section));
      const gates = [source.ready, ...earlier.map((section) => endings.get(section) as Observable<never>)];
      const textsBefore = () => Object.fromEntries(earlier.map((section) => [section, texts[section] ?? '']));
      const events = streamSection(source, () => source.deltas(textsBefore()), keepText);
      return concat(...gates.map((gate) => gate.pipe(ignoreElements())), events).pipe(
        tap({ complete: () => endings.get(source.section)?.complete() }),
      );
    };
    return merge(...sources.map(run));
  });
}
