import { textVector } from './text-vector.js';

interface EmbeddingsBody {
  readonly input?: string | readonly string[];
  readonly dimensions?: number;
  readonly encoding_format?: 'float' | 'base64';
  readonly model?: string;
}

const DEFAULT_DIMENSIONS = 384;

/** Response of `/v1/embeddings`; equal texts get equal vectors in every process. */
export function embeddingsDocument(body: EmbeddingsBody): Buffer {
  const texts = typeof body.input === 'string' ? [body.input] : (body.input ?? []);
  const dimensions = body.dimensions ?? DEFAULT_DIMENSIONS;
  const encode = (vector: Float32Array) =>
    body.encoding_format === 'base64'
      ? Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64')
      : [...vector];
  const data = texts.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: encode(textVector(text, dimensions)),
  }));
  const tokens = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  return Buffer.from(
    JSON.stringify({
      object: 'list',
      model: body.model ?? 'scriptable',
      data,
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    }),
  );
}
