import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeOverlapModel } from '../testing/overlap-model.js';
import { CrossEncoder, type CrossEncoderOptions } from './cross-encoder.js';

const TOKENIZER = 'dist/models/all-MiniLM-L6-v2';
const { signal } = new AbortController();

describe('CrossEncoder', () => {
  let modelDir: string;
  let encoder: CrossEncoder;
  const create = (given: Partial<CrossEncoderOptions> = {}) =>
    (encoder = new CrossEncoder({ modelDir, model: undefined, threads: 1, device: 'cpu', ...given }));

  beforeEach(() => {
    modelDir = mkdtempSync(join(tmpdir(), 'models-'));
  });
  afterEach(async () => {
    await encoder.onApplicationShutdown();
    rmSync(modelDir, { recursive: true });
  });

  it('runs an installed model on the question and each text together', async () => {
    writeOverlapModel(join(modelDir, 'own/overlap'), TOKENIZER);
    const texts = ['the snake slept in the house', 'a boat on the sea', 'snake'];
    expect(await create().rate('snake in house', texts, signal)).toEqual([2, -1, 0]);
    expect(await encoder.model()).toBe('own/overlap');
  });

  it('rates a text alike in every request, and one beyond the limit by its beginning', async () => {
    writeOverlapModel(join(modelDir, 'overlap'), TOKENIZER);
    const long = `snake ${'sea '.repeat(2_000)} house`;
    const texts = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? long : 'the house'));
    const logits = await create({ model: 'overlap' }).rate('snake house', texts, signal);
    expect(new Set(logits)).toEqual(new Set([0]));
  });

  it('does not load a model that only embeds', async () => {
    writeOverlapModel(join(modelDir, 'embedder'), TOKENIZER);
    writeFileSync(join(modelDir, 'embedder/config.json'), '{"architectures":["BertModel"],"model_type":"bert"}');
    expect(await create({ model: 'embedder' }).model()).toBeUndefined();
    await expect(encoder.rate('a', ['b'], signal)).rejects.toMatchObject({
      code: 'embedding.unavailable',
      message: 'no cross-encoder is installed',
    });
  });

  it('reports a damaged model, and loads it once it is repaired', async () => {
    writeOverlapModel(join(modelDir, 'overlap'), TOKENIZER);
    writeFileSync(join(modelDir, 'overlap/onnx/model.onnx'), 'damaged');
    await expect(create({ model: 'overlap' }).rate('a', ['b'], signal)).rejects.toMatchObject({
      message: 'overlap cannot be loaded',
    });
    writeOverlapModel(join(modelDir, 'overlap'), TOKENIZER);
    expect(await encoder.rate('snake', ['a snake'], signal)).toEqual([0]);
  });

  it('stops waiting when the request is aborted', async () => {
    writeOverlapModel(join(modelDir, 'overlap'), TOKENIZER);
    const aborted = AbortSignal.abort(new Error('gone'));
    await expect(create().rate('a', ['b'], aborted)).rejects.toThrow('gone');
  });
});
