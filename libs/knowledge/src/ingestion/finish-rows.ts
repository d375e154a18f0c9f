import { type Embedder, inBatches, readsPassage } from '@app/embedding';
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
  const readable = drafts.filter((draft) => readsPassage(embedder, draft.text));
  onEmbedded(drafts.length - readable.length);
  const texts = new Map(readable.map((draft) => [draft, embeddedText(draft, embedder)]));
  // A batch is padded to its longest text, so texts of similar length are batched together.
  const longestFirst = [...texts].toSorted(([, a], [, b]) => b.length - a.length);
  const embedded = await inBatches(longestFirst, { size: BATCH, atOnce: BATCHES_AT_ONCE }, async (batch) => {
    const vectors = await embedder.embed(
      batch.map(([, text]) => text),
      signal,
      'passage',
    );
    onEmbedded(batch.length);
    return vectors;
  });
  const vectors = new Map(longestFirst.map(([draft], index) => [draft, embedded[index]]));
  const translated = new Map([...vectors].map(([draft, vector]) => [recordOf(draft), vector]));
  return drafts.map((draft) => finished(draft, vectors.get(draft) ?? translated.get(recordOf(draft)) ?? null));
}

/** The title is left out if the model does not support its script; it may be a file name in another script. */
const embeddedText = ({ title, text }: RowDraft, embedder: Embedder): string =>
  readsPassage(embedder, title) ? `${title}. ${text}` : text;

const recordOf = ({ collection, id }: RowDraft): string => `${collection} ${id}`;

function finished({ alsoFoundBy = [], ...draft }: RowDraft, vector: Float32Array | null): KnowledgeRow {
  const found = [draft.title, ...alsoFoundBy, draft.text, ...Object.values(draft.facets)];
  return { ...draft, tokens: tokenColumn(found.join('\n')), titleTokens: tokenColumn(draft.title), vector };
}
