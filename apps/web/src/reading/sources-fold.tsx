import type { Locale } from '../server/catalogue.js';
import type { Source } from '../server/reading-events.js';
import { TEXTS } from '../texts/page-texts.js';

interface SourcesProps {
  readonly sources: ReadonlyMap<number, Source>;
  readonly locale: Locale;
  readonly readingKey: number;
}

export const sourceAnchor = (readingKey: number, n: number): string => `source-${readingKey}-${n}`;

/** Collapsible list of a reading's sources, by number. */
export function SourcesFold({ sources, locale, readingKey }: SourcesProps) {
  if (sources.size === 0) return null;
  return (
    <details class="sources-fold">
      <summary>{TEXTS[locale].sources}</summary>
      <ol class="sources">
        {[...sources.values()].map(({ n, title, source }) => (
          <li key={n} id={sourceAnchor(readingKey, n)} value={n}>
            {title}
            <small> {source}</small>
          </li>
        ))}
      </ol>
    </details>
  );
}
