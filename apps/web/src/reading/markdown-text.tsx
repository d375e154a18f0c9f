import type { ComponentChildren } from 'preact';
import type { Source } from '../server/reading-events.js';
import type { Block, Inline } from './markdown.js';
import { PhoneLinks } from './phone-links.js';

interface MarkdownTextProps {
  readonly blocks: readonly Block[];
  readonly sources: ReadonlyMap<number, Source>;
  /** Turns phone numbers into links. */
  readonly hasPhones: boolean;
  readonly onCite: (source: Source, anchor: HTMLElement) => void;
}

/** Text of a reading. Its content is only inserted as text nodes, so it never becomes markup. */
export function MarkdownText({ blocks, sources, hasPhones, onCite }: MarkdownTextProps) {
  const run = (inline: Inline): ComponentChildren => {
    if (inline.type === 'citation') return <Citation {...{ inline, onCite }} source={sources.get(inline.n)} />;
    if (inline.type === 'bold') return <strong>{inline.text}</strong>;
    if (inline.type === 'italic') return <em>{inline.text}</em>;
    return hasPhones ? <PhoneLinks text={inline.text} /> : inline.text;
  };
  return (
    <>
      {blocks.map((block) => {
        if (block.type === 'list') {
          const items = block.items.map((item) => <li>{item.map(run)}</li>);
          return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
        }
        if (block.type === 'heading') return <h3>{block.lines[0]?.map(run)}</h3>;
        return <p>{block.lines.flatMap((line, at) => [...(at > 0 ? ['\n'] : []), ...line.map(run)])}</p>;
      })}
    </>
  );
}

interface CitationProps {
  readonly inline: Extract<Inline, { readonly type: 'citation' }>;
  readonly source: Source | undefined;
  readonly onCite: (source: Source, anchor: HTMLElement) => void;
}

/** A citation; a number that the server has not announced stays text. */
function Citation({ inline: { n, text }, source, onCite }: CitationProps) {
  if (!source) return <>{text}</>;
  return (
    <button
      type="button"
      class="cite"
      aria-label={`${n}: ${source.title}`}
      onClick={({ currentTarget }) => onCite(source, currentTarget)}
    >
      {n}
    </button>
  );
}
