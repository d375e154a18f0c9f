import type { Embedder, EmbeddingRole } from '@app/embedding';

/** Texts of one request that wait in the embedder's queue at a time; in between, other requests have their turn. */
const SLICE = 256;

/** @throws EmbeddingError, or the signal's reason */
export async function inSlices(
  embedder: Embedder,
  texts: readonly string[],
  role: EmbeddingRole,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let at = 0; at < texts.length; at += SLICE)
    vectors.push(...(await embedder.embed(texts.slice(at, at + SLICE), signal, role)));
  return vectors;
}
