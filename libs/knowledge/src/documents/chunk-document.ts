import type { DocumentBlock, LoadedDocument } from './document.js';
import { type Span, splitText } from './split-text.js';

export interface DocumentChunk {
  /** The document's title and the headings above the chunk, joined with ` › `. */
  readonly context: string;
  readonly text: string;
}

export interface ChunkingOptions {
  /** Maximum number of words in a chunk, as counted by `textSize`. */
  readonly words: number;
  /**
   * Maximum number of words that a chunk repeats from the end of the previous one. Only whole sentences are repeated.
   */
  readonly overlap: number;
}

/** 200 words are about 256 tokens, the number of tokens that the built-in embedding model processes. */
export const CHUNKING: ChunkingOptions = { words: 200, overlap: 30 };
/** Maximum length of a title or heading in the context line, in UTF-16 code units; longer ones are shortened. */
const MAX_HEADING_LENGTH = 120;
const MAX_HEADINGS = 6;

/**
 * Splits a document into chunks. A chunk never spans two headings and ends between sentences where possible. Every word
 * of the document is in a chunk, in the original order; only the overlaps are in two chunks.
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

/** Merges adjacent blocks that have the same headings. */
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

/** Returns the first and last span of every chunk. */
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

/**
 * Returns the index of the first span of the chunk that continues at `next`. The chunk repeats as many preceding
 * sentences as fit into the overlap and into the chunk's limit of words.
 */
function repeatedFrom(spans: readonly Span[], next: number, overlap: number, words: number): number {
  const room = Math.min(overlap, words - (spans[next]?.size ?? 0));
  let from = next;
  for (let size = spans[from - 1]?.size ?? Infinity; size <= room; size += spans[from - 1]?.size ?? Infinity) from--;
  return from;
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { size }) => sum + size, 0);
