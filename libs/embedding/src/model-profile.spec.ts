import { describe, expect, it } from '@jest/globals';
import { profileOf } from './model-profile.js';

describe('profileOf', () => {
  it.each([
    ['onnx-community/all-MiniLM-L6-v2-ONNX', false, 'mean', ''],
    ['Xenova/multilingual-e5-small', true, 'mean', 'query: '],
    ['Xenova/e5-small-v2', false, 'mean', 'query: '],
    ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', true, 'mean', ''],
    ['Xenova/bge-m3', true, 'cls', ''],
    ['Xenova/bge-small-en-v1.5', false, 'cls', 'Represent this sentence for searching relevant passages: '],
    ['nlpai-lab/KURE-v1', true, 'cls', ''],
    ['jhgan/ko-sroberta-multitask', true, 'mean', ''],
    ['Alibaba-NLP/gte-multilingual-base', true, 'cls', ''],
    ['Snowflake/snowflake-arctic-embed-m-v2.0', true, 'cls', 'query: '],
    ['google/embeddinggemma-300m', true, 'mean', 'task: search result | query: '],
    ['nomic-ai/nomic-embed-text-v1.5', false, 'mean', 'search_query: '],
    ['ibm-granite/granite-embedding-107m-multilingual', true, 'cls', ''],
    ['text-embedding-3-small', true, 'mean', ''],
  ])('%s', (model, understandsHangul, pooling, prefix) => {
    const profile = profileOf(model, ['latin', 'hangul']);
    expect(profile.scripts.has('hangul')).toBe(understandsHangul);
    expect(profile.scripts.has('latin')).toBe(true);
    expect(profile).toMatchObject({ pooling, prefix: { query: prefix } });
  });

  it('reads the last token of Qwen3-Embedding, after an instruction', () => {
    const { pooling, prefix } = profileOf('Qwen/Qwen3-Embedding-0.6B', ['latin']);
    expect(pooling).toBe('last');
    expect(prefix).toEqual({ query: expect.stringMatching(/^Instruct: .*\nQuery:$/), passage: '' });
  });

  it('prefers the operator’s settings', () => {
    const settings = {
      queryPrefix: '질문: ',
      passagePrefix: '',
      pooling: 'cls',
      scripts: ['latin', 'hangul'],
    } as const;
    const { scripts, pooling, prefix } = profileOf('Xenova/multilingual-e5-small', ['latin'], settings);
    expect([...scripts]).toEqual(['latin', 'hangul']);
    expect({ pooling, prefix }).toEqual({ pooling: 'cls', prefix: { query: '질문: ', passage: '' } });
  });

  it('uses defaults for an unknown name', () => {
    expect([...profileOf('acme/vectors', ['latin']).scripts]).toEqual(['latin']);
  });
});
