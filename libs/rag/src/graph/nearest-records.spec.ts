import { describe, expect, it } from '@jest/globals';
import type { RetrievalQuery } from '../retriever.js';
import type { KnowledgeSnapshot } from '@app/knowledge';
import { NearestRecords } from './nearest-records.js';

const asked: unknown[] = [];
const table = {
  nearest: async (...question: readonly unknown[]) => {
    asked.push(question);
    return [{ id: 'dream:snake', score: 0.7 }];
  },
};
const records = new NearestRecords({ current: () => ({ table: () => table }) as unknown as KnowledgeSnapshot });
const query = (vector: Float32Array | undefined): RetrievalQuery => ({
  text: 'a long thin animal',
  locale: 'ko',
  facts: [],
  entities: [],
  topK: 6,
  vector: async () => vector && { values: vector, confidence: 1 },
});

describe('NearestRecords', () => {
  it('searches the pack’s records in the language of the question', async () => {
    const vector = new Float32Array([1]);
    expect(await records.neighbours(query(vector), 5, new AbortController().signal)).toEqual([
      { id: 'dream:snake', similarity: 0.7 },
    ]);
    expect(asked).toEqual([[vector, { limit: 5, where: "lang = 'en' AND collection = 'pack'" }]]);
  });

  it('finds none for a question without a vector', async () => {
    expect(await records.neighbours(query(undefined), 5, new AbortController().signal)).toEqual([]);
  });

  it('rejects with the reason of an abort', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(records.neighbours(query(new Float32Array([1])), 5, gone)).rejects.toThrow('gone');
  });
});
