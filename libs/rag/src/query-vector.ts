import type { Embedder } from '@app/embedding';
import { dominantScript } from '@app/text';

/**
 * The query's vector, computed at most once however many retrievers ask; undefined without computing anything when
 * the embedder does not know the script of the text, whose vector would be noise.
 */
export function queryVector(
  embedder: Embedder,
  text: string,
  signal: AbortSignal,
): () => Promise<Float32Array | undefined> {
  let vector: Promise<Float32Array | undefined> | undefined;
  return () => (vector ??= embedOne(embedder, text, signal));
}

async function embedOne(embedder: Embedder, text: string, signal: AbortSignal): Promise<Float32Array | undefined> {
  if (!embedder.scripts.has(dominantScript(text))) return undefined;
  const [vector] = await embedder.embed([text], signal, 'query');
  return vector;
}
