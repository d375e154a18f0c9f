import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findModel } from './model-source.js';

describe('findModel', () => {
  let models: string;
  beforeEach(() => {
    models = mkdtempSync(join(tmpdir(), 'models-'));
  });
  afterEach(() => rmSync(models, { recursive: true }));

  const place = (model: string, ...weights: string[]) => {
    mkdirSync(join(models, model, 'onnx'), { recursive: true });
    writeFileSync(join(models, model, 'config.json'), JSON.stringify({ hidden_size: 8 }));
    writeFileSync(join(models, model, 'tokenizer.json'), '{}');
    for (const file of weights) writeFileSync(join(models, model, 'onnx', file), '');
  };

  it('finds the embedded model, which has 384 dimensions', () => {
    const embedded = findModel(undefined, models);
    expect(embedded).toMatchObject({ name: 'all-MiniLM-L6-v2', remote: false, weights: 'q8', dimensions: 384 });
  });

  it.each([
    ['model_quantized.onnx', 'q8'],
    ['model.onnx', 'fp32'],
  ])('finds a local folder with %s', (file, weights) => {
    place('own/model', file);
    expect(findModel('own/model', models)).toEqual({
      name: 'own/model',
      id: 'own/model',
      folder: models,
      remote: false,
      weights,
      dimensions: 8,
    });
  });

  it('treats a folder without weights as an interrupted download', () => {
    place('own/model');
    expect(findModel('own/model', models)).toMatchObject({ remote: true, folder: models, dimensions: undefined });
  });
});
