import { useMemo } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import type { Source } from '../server/reading-events.js';
import { TEXTS } from '../texts/page-texts.js';
import { MarkdownText } from './markdown-text.js';
import { parseMarkdown } from './markdown.js';
import type { SectionState } from './reading-state.js';

interface SectionProps {
  readonly section: SectionState;
  readonly title: string;
  readonly sources: ReadonlyMap<number, Source>;
  readonly locale: Locale;
  readonly isSafety: boolean;
  readonly onCite: (source: Source, anchor: HTMLElement) => void;
}

/** One section of a reading. */
export function SectionView({ section, title, sources, locale, isSafety, onCite }: SectionProps) {
  const { id, status, text, code } = section;
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  const { failures } = TEXTS[locale];
  return (
    <article data-section={id} data-status={status}>
      <h2>{title}</h2>
      <div class="text">
        <MarkdownText {...{ blocks, sources, onCite }} hasPhones={isSafety} />
      </div>
      {status === 'failed' && <p class="failure">{failures[code ?? ''] ?? failures['other']}</p>}
    </article>
  );
}
