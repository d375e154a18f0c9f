import { describe, expect, it } from '@jest/globals';
import { profileOf } from './model-profile.js';

describe('profileOf', () => {
  it.each([
    ['onnx-community/all-MiniLM-L6-v2-ONNX', false, 'mean', ''],
    ['Xenova/multilingual-e5-small', true, 'mean', 'query: '],
    ['Xenova/e5-small-v2', true, 'mean', 'query: '],
    ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', true, 'mean', ''],
    ['Xenova/bge-m3', true, 'cls', ''],
    ['Xenova/bge-small-en-v1.5', false, 'cls', ''],
  ])('%s', (model, understandsHangul, pooling, prefix) => {
    const profile = profileOf(model, ['latin', 'hangul']);
    expect(profile.scripts.has('hangul')).toBe(understandsHangul);
    expect(profile.scripts.has('latin')).toBe(true);
    expect(profile).toMatchObject({ pooling, prefix: { query: prefix } });
  });

  it('knows nothing about an unknown name', () => {
    expect([...profileOf('acme/vectors', ['latin']).scripts]).toEqual(['latin']);
  });
});
