import { useMemo } from 'preact/hooks';
import type { Locale } from '../server/catalogue.js';
import { TEXTS } from '../texts/page-texts.js';
import type { CitedSource } from './citations.js';
import { MarkdownText } from './markdown-text.js';
import { parseMarkdown } from './markdown.js';
import type { SectionState } from './reading-state.js';

interface SectionProps {
  readonly section: SectionState;
  readonly title: string;
  readonly sources: ReadonlyMap<number, CitedSource>;
  readonly termsIn: Locale | undefined;
  readonly locale: Locale;
  readonly isSafety: boolean;
  readonly onCite: (source: CitedSource, anchor: HTMLElement) => void;
}

/** One section of a reading. */
export function SectionView({ section, title, sources, termsIn, locale, isSafety, onCite }: SectionProps) {
  const { id, status, text, code } = section;
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  const { failures } = TEXTS[locale];
  return (
    <article data-section={id} data-status={status}>
      <h2>{title}</h2>
      <div class="text">
        <MarkdownText {...{ blocks, sources, onCite }} termsIn={isSafety ? undefined : termsIn} hasPhones={isSafety} />
      </div>
      {status === 'failed' && <p class="failure">{failures[code ?? ''] ?? failures['other']}</p>}
    </article>
  );
}
