/** A run of text inside a line. */
export type Inline =
  | { readonly type: 'text' | 'bold' | 'italic'; readonly text: string }
  | { readonly type: 'citation'; readonly n: number; readonly text: string };

/** A block of a reading's text. */
export type Block =
  | { readonly type: 'paragraph' | 'heading'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*\d{1,2}[.)]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const INLINE = /(\*\*[^*\n]+\*\*|(?<![*\w])\*[^*\s][^*\n]*\*(?![*\w])|\s?\[\d{1,3}\])/u;

/** Parses the Markdown that language models write: bold, italic, lists and headings. Everything else stays text. */
export function parseMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    for (const line of paragraph.split('\n')) addLine(blocks, line);
    blocks.push({ type: 'paragraph', lines: [] });
  }
  return blocks.filter((block) => block.type === 'list' || block.lines.length > 0);
}

function addLine(blocks: Block[], line: string): void {
  const heading = HEADING.exec(line)?.[1];
  const bullet = BULLET.exec(line)?.[1];
  const item = bullet ?? NUMBERED.exec(line)?.[1];
  if (heading !== undefined) blocks.push({ type: 'heading', lines: [parseInline(heading)] });
  else if (item !== undefined) addItem(blocks, bullet === undefined, parseInline(item));
  else if (line.trim() !== '') addText(blocks, parseInline(line));
}

function addItem(blocks: Block[], ordered: boolean, item: readonly Inline[]): void {
  // A blank line between two items does not end their list.
  const last = blocks.findLast((block) => block.type === 'list' || block.lines.length > 0);
  if (last?.type === 'list' && last.ordered === ordered)
    blocks.splice(blocks.lastIndexOf(last), 1, { ...last, items: [...last.items, item] });
  else blocks.push({ type: 'list', ordered, items: [item] });
}

function addText(blocks: Block[], line: readonly Inline[]): void {
  const last = blocks.at(-1);
  if (last?.type === 'paragraph') blocks.splice(-1, 1, { ...last, lines: [...last.lines, line] });
  else blocks.push({ type: 'paragraph', lines: [line] });
}

/** Keeps the last of several citations in a row of the same source. Numbers that are no sources stay. */
export const withoutRepeats = (line: readonly Inline[], sources: Pick<ReadonlySet<number>, 'has'>): readonly Inline[] =>
  line.filter((part, at) => {
    if (part.type !== 'citation' || !sources.has(part.n)) return true;
    const next = line.slice(at + 1).find(({ type }) => type === 'citation');
    return next?.type !== 'citation' || next.n !== part.n;
  });

export const parseInline = (line: string): readonly Inline[] =>
  line
    .split(INLINE)
    .filter((part) => part !== '')
    .map(inline);

function inline(part: string): Inline {
  const citation = /^\s?\[(\d{1,3})\]$/.exec(part)?.[1];
  if (citation) return { type: 'citation', n: Number(citation), text: part };
  if (/^\*\*[^*]+\*\*$/.test(part)) return { type: 'bold', text: part.slice(2, -2) };
  if (/^\*[^*]+\*$/.test(part)) return { type: 'italic', text: part.slice(1, -1) };
  return { type: 'text', text: part };
}
