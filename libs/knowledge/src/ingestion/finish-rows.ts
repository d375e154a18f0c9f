import { type Embedder, readsPassage } from '@app/embedding';
import { tokenColumn } from '@app/text';
import type { KnowledgeRow } from '../store/knowledge-row.js';
import type { RowDraft } from './row-draft.js';

// Batches above 32 sentences are not faster. Three concurrent batches use two cores fully and stay below the embedder's
// queue limit.
const BATCH = 32;
const BATCHES_AT_ONCE = 3;

/**
 * Adds the terms and, where the embedding model supports the text's script, the vector. If it does not, a record of the
 * built-in knowledge files gets the vector of its translation. Keeps the order.
 * @param onEmbedded called with the number of rows finished since the last call.
 * @throws EmbeddingError, or the abort reason.
 */
export async function finishRows(
  drafts: readonly RowDraft[],
  embedder: Embedder,
  signal: AbortSignal,
  onEmbedded: (rows: number) => void = () => undefined,
): Promise<readonly KnowledgeRow[]> {
  const vectors: Array<Float32Array | null> = drafts.map(() => null);
  const readable = drafts
    .map((draft, index) => ({ draft, index }))
    .filter(({ draft }) => readsPassage(embedder, draft.text))
    .map(({ draft, index }) => ({ text: embeddedText(draft, embedder), index }));
  onEmbedded(drafts.length - readable.length);
  // A batch is padded to its longest text, so texts of similar length are batched together.
  const batches = chunked(
    readable.toSorted((a, b) => a.text.length - b.text.length),
    BATCH,
  );
  const work = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      const embedded = await embedder.embed(
        batch.map(({ text }) => text),
        signal,
        'passage',
      );
      for (const [at, { index }] of batch.entries()) vectors[index] = embedded[at] ?? null;
      onEmbedded(batch.length);
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
  const translated = new Map(readable.map(({ index }) => [recordOf(drafts[index]!), vectors[index]]));
  return drafts.map((draft, index) => finished(draft, vectors[index] ?? translated.get(recordOf(draft)) ?? null));
}

/** The title is left out if the model does not support its script; it may be a file name in another script. */
const embeddedText = ({ title, text }: RowDraft, embedder: Embedder): string =>
  readsPassage(embedder, title) ? `${title}. ${text}` : text;

const recordOf = ({ collection, id }: RowDraft): string => `${collection} ${id}`;

function finished({ alsoFoundBy = [], ...draft }: RowDraft, vector: Float32Array | null): KnowledgeRow {
  const found = [draft.title, ...alsoFoundBy, draft.text, ...Object.values(draft.facets)];
  return { ...draft, tokens: tokenColumn(found.join('\n')), titleTokens: tokenColumn(draft.title), vector };
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
