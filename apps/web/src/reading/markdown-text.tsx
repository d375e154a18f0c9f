import type { ComponentChildren } from 'preact';
import { textWithTerms } from '../glossary/glossary.js';
import type { Locale } from '../server/catalogue.js';
import type { CitedSource } from './citations.js';
import { type Block, type Inline, withoutRepeats } from './markdown.js';
import { PhoneLinks } from './phone-links.js';

interface MarkdownTextProps {
  readonly blocks: readonly Block[];
  readonly sources: ReadonlyMap<number, CitedSource>;
  /** Language in which technical terms are explained; absent for texts without them. */
  readonly termsIn: Locale | undefined;
  /** Turns phone numbers into links. */
  readonly hasPhones: boolean;
  readonly onCite: (source: CitedSource, anchor: HTMLElement) => void;
}

/** Text of a reading. Its content is only inserted as text nodes, so it never becomes markup. */
export function MarkdownText({ blocks, sources, termsIn, hasPhones, onCite }: MarkdownTextProps) {
  const explained = new Set<string>();
  const run = (inline: Inline): ComponentChildren => {
    if (inline.type === 'citation') return <Citation {...{ inline, onCite }} source={sources.get(inline.n)} />;
    if (inline.type === 'bold') return <strong>{inline.text}</strong>;
    if (inline.type === 'italic') return <em>{inline.text}</em>;
    if (hasPhones) return <PhoneLinks text={inline.text} />;
    return termsIn ? textWithTerms({ text: inline.text, locale: termsIn, explained }) : inline.text;
  };
  const line = (inlines: readonly Inline[]) =>
    keepCitations(withoutRepeats(inlines, sources)).map((group) => wrapped(group.map(run)));
  return (
    <>
      {blocks.map((block) => {
        if (block.type === 'list') {
          const items = block.items.map((item) => <li>{line(item)}</li>);
          return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
        }
        if (block.type === 'heading') return <h3>{line(block.lines[0] ?? [])}</h3>;
        return <p>{block.lines.flatMap((inlines, at) => [...(at > 0 ? ['\n'] : []), ...line(inlines)])}</p>;
      })}
    </>
  );
}

/** Groups each citation with the word before it, so that no citation stands alone at the beginning of a line. */
function keepCitations(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const groups: Inline[][] = [];
  for (const inline of inlines) {
    const last = groups.at(-1);
    if (inline.type === 'citation' && last) last.push(inline);
    else if (inline.type === 'text') groups.push(...splitLastWord(inline.text).map((text) => [{ ...inline, text }]));
    else groups.push([inline]);
  }
  return groups;
}

function splitLastWord(text: string): readonly string[] {
  const at = text.trimEnd().lastIndexOf(' ') + 1;
  return at === 0 ? [text] : [text.slice(0, at), text.slice(at)];
}

const wrapped = (group: readonly ComponentChildren[]): ComponentChildren =>
  group.length > 1 ? <span class="cited">{group}</span> : group[0];

interface CitationProps {
  readonly inline: Extract<Inline, { readonly type: 'citation' }>;
  readonly source: CitedSource | undefined;
  readonly onCite: (source: CitedSource, anchor: HTMLElement) => void;
}

/** A citation; a number that the server has not announced stays text. */
function Citation({ inline: { text }, source, onCite }: CitationProps) {
  if (!source) return <>{text}</>;
  return (
    <button
      type="button"
      class="cite"
      aria-label={`${source.at}: ${source.title}`}
      onClick={({ currentTarget }) => onCite(source, currentTarget)}
    >
      {source.at}
    </button>
  );
}
