import type { DocumentBlock, LoadedDocument } from './document.js';
import { type Span, splitText } from './split-text.js';

export interface DocumentChunk {
  /** Context line: the document's title and the headings the chunk stands under. */
  readonly context: string;
  readonly text: string;
}

export interface ChunkingOptions {
  /** Most words of a chunk, in the sense of `textSize`. */
  readonly words: number;
  /** Most words of a chunk's end that the next one repeats, in whole sentences. */
  readonly overlap: number;
}

/** About what the embedded model reads of a text (256 tokens) and a page of a book holds of one thought. */
export const CHUNKING: ChunkingOptions = { words: 200, overlap: 30 };
/** Code units of a title or a heading that are kept; longer ones are no headings. */
const MAX_HEADING_LENGTH = 120;
const MAX_HEADINGS = 6;

/**
 * Cuts a document where its structure does: never across headings, between sentences where that is possible. Nothing
 * is lost: every word of the document is in a chunk, in order, and in two only where chunks overlap.
 */
export function chunkDocument(document: LoadedDocument, options: ChunkingOptions = CHUNKING): readonly DocumentChunk[] {
  return sectionsOf(document.blocks).flatMap(({ headings, text }) => {
    const context = contextLine(document.title, headings);
    return packed(splitText(text, options.words), options).map(([first, last]) => ({
      context,
      text: text.slice(first.start, last.end).trim(),
    }));
  });
}

/** Neighbouring blocks below the same headings, as one. */
function sectionsOf(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  const sections: Array<{ headings: readonly string[]; texts: string[] }> = [];
  for (const { headings, text } of blocks) {
    if (text.trim() === '') continue;
    const last = sections.at(-1);
    if (last && JSON.stringify(last.headings) === JSON.stringify(headings)) last.texts.push(text.trim());
    else sections.push({ headings, texts: [text.trim()] });
  }
  return sections.map(({ headings, texts }) => ({ headings, text: texts.join('\n\n') }));
}

function contextLine(title: string, headings: readonly string[]): string {
  const below = headings[0] === title ? headings.slice(1) : headings;
  return [title, ...below.slice(-MAX_HEADINGS)].map(clipped).filter(Boolean).join(' › ');
}

const clipped = (heading: string): string => {
  const line = heading.replace(/\s+/g, ' ').trim();
  return line.length <= MAX_HEADING_LENGTH ? line : `${line.slice(0, MAX_HEADING_LENGTH).trimEnd()}…`;
};

/** First and last span of every chunk. */
function packed(spans: readonly Span[], { words, overlap }: ChunkingOptions): ReadonlyArray<readonly [Span, Span]> {
  const chunks: Array<readonly [Span, Span]> = [];
  for (let from = 0, next = 0; next < spans.length; from = repeatedFrom(spans, next, overlap, words)) {
    let size = sizeOf(spans.slice(from, next));
    const begin = from;
    do size += spans[next++]?.size ?? 0;
    while (next < spans.length && size + (spans[next]?.size ?? 0) <= words);
    const [first, last] = [spans[begin], spans[next - 1]];
    if (first && last) chunks.push([first, last]);
  }
  return chunks;
}

/** Where the chunk that goes on at `next` begins: with the sentences before, as many as fit the overlap and beside it. */
function repeatedFrom(spans: readonly Span[], next: number, overlap: number, words: number): number {
  const room = Math.min(overlap, words - (spans[next]?.size ?? 0));
  let from = next;
  for (let size = spans[from - 1]?.size ?? Infinity; size <= room; size += spans[from - 1]?.size ?? Infinity) from--;
  return from;
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { size }) => sum + size, 0);
