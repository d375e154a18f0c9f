import { z } from 'zod';
import { EmbeddingError } from '../embedding.error.js';

const answerSchema = z.object({
  model: z.string().optional(),
  data: z.array(
    z.object({
      index: z.number().int(),
      // Zod does not validate the thousands of numbers; decode() does.
      embedding: z.union([z.string(), z.custom<readonly unknown[]>(Array.isArray)]),
    }),
  ),
});

export interface EmbeddingsAnswer {
  /** The model name in the server's response. */
  readonly model: string | undefined;
  /** Vectors in the order of the texts. */
  readonly vectors: readonly Float32Array[];
}

/**
 * Parses the document of `/v1/embeddings`. Vectors are ordered by `index`, regardless of their order in the list.
 * @throws EmbeddingError `embedding.invalid` unless there is one vector of finite numbers for each text.
 */
export function readAnswer(document: unknown, texts: number): EmbeddingsAnswer {
  const answer = answerSchema.safeParse(document);
  if (!answer.success) throw invalid('the embeddings server answered with another document than expected');
  const { model, data } = answer.data;
  const vectors = new Map(data.map(({ index, embedding }) => [index, decode(embedding)]));
  const inOrder = Array.from({ length: texts }, (_, index) => vectors.get(index));
  if (data.length !== texts || inOrder.includes(undefined)) throw invalid(`${data.length} vectors for ${texts} texts`);
  return { model, vectors: inOrder as Float32Array[] };
}

/** Decodes a vector. JSON has no NaN: servers write `null`, which Float32Array would silently convert to 0. */
function decode(embedding: string | readonly unknown[]): Float32Array {
  if (typeof embedding === 'string') return fromBase64(embedding);
  if (!embedding.every(Number.isFinite)) throw invalid('a vector holds something that is no number');
  return Float32Array.from(embedding as readonly number[]);
}

/** Decodes little-endian 32-bit floats, OpenAI's base64 format. */
function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}

const invalid = (message: string) => new EmbeddingError('embedding.invalid', message);
