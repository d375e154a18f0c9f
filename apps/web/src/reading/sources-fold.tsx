import type { Locale } from '../server/catalogue.js';
import type { Source } from '../server/reading-events.js';
import { TEXTS } from '../texts/page-texts.js';
import { isOwnText, sourceText } from '../texts/source-texts.js';
import type { CitedSource } from './citations.js';

interface SourcesProps {
  readonly sources: ReadonlyMap<number, Source>;
  readonly cited: ReadonlyMap<number, CitedSource>;
  readonly locale: Locale;
  readonly readingKey: number;
}

export const sourceAnchor = (readingKey: number, at: number): string => `source-${readingKey}-${at}`;

/** Collapsible list of a reading's sources: the cited ones by number, then the others. */
export function SourcesFold({ sources, cited, locale, readingKey }: SourcesProps) {
  if (sources.size === 0) return null;
  const others = [...sources.values()].filter(({ n }) => !cited.has(n));
  return (
    <details class="sources-fold">
      <summary>{TEXTS[locale].sources}</summary>
      {[...sources.values()].some(({ source }) => isOwnText(source)) && <p class="quiet">{TEXTS[locale].ownText}</p>}
      <ol class="sources">
        {[...cited.values()].map(({ at, title, source }) => (
          <li key={at} id={sourceAnchor(readingKey, at)}>
            {title}
            <small> {sourceText(source, locale)}</small>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <details>
          <summary>{`${TEXTS[locale].notCited} (${others.length})`}</summary>
          <ul class="sources">
            {others.map(({ n, title, source }) => (
              <li key={n}>
                {title}
                <small> {sourceText(source, locale)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}
