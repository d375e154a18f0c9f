import { slices } from '@app/config';
import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentSchema } from '@app/config';
import { createOnnxEmbedder } from './create-onnx-embedder.js';
import type { OnnxEmbedder } from './onnx-embedder.js';

const config = slices.embedding(environmentSchema.parse({}));

describe('OnnxEmbedder with the embedded model', () => {
  let embedder: OnnxEmbedder;
  beforeAll(() => {
    embedder = createOnnxEmbedder(config, new EmbeddingMetrics(recordingRegistry()));
  });
  afterAll(() => embedder.close());

  it('puts like sentences near each other', async () => {
    const [snake, serpent, invoice] = await embedder.embed(
      ['A snake came into my house', 'There was a serpent in our home', 'The invoice is due on Friday'],
      AbortSignal.timeout(20_000),
    );
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    expect(dot(snake!, serpent!)).toBeGreaterThan(dot(snake!, invoice!) + 0.3);
  });
});
