import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeEmbedder } from '@app/embedding/testing';
import { FakeRetriever } from '../testing/fake-retriever.js';
import { evaluate } from './evaluate.js';
import { EvaluationSetError } from './evaluation-set.js';

const CORPUS = [
  { id: 'd1', title: 'Snake', text: 'A snake sheds its skin.' },
  { id: 'd2', title: 'House', text: 'A house holds the self; a snake may enter.' },
  { id: 'd3', title: 'Sea', text: 'The sea is deep.' },
  { id: 'd4', title: '뱀', text: '뱀이 허물을 벗습니다.' },
];
const QUERIES = [
  { id: 'q1', text: 'snakes' },
  { id: 'q2', text: '뱀을 보았다' },
  { id: 'q3', text: 'without a judgement' },
];
const QRELS = 'query\tdocument\tgrade\nq1\td2\t2\nq1\td1\t1\nq2\td4\t1\n';

describe('evaluate', () => {
  let folder: string;
  const embedder = new FakeEmbedder();
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const lines = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).join('\n');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evaluation-set-'));
    await write('corpus.jsonl', lines(CORPUS));
    await write('queries.jsonl', lines(QUERIES));
    await write('qrels.tsv', QRELS);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('computes the scores of a lexical run', async () => {
    const result = await evaluate(folder, { mode: 'lexical', embedder });
    // q1 finds d1 (shorter, the word twice) before d2: (1 + 2/log2 3) / (2 + 1/log2 3); q2 finds d4.
    const first = (1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3));
    expect(result['nDCG@10']).toBeCloseTo((first + 1) / 2, 10);
    expect(result).toMatchObject({ 'Recall@10': 1, 'Recall@100': 1, 'MRR@10': 1, queries: 2 });
    expect(result.run.map(({ query, document }) => `${query} ${document}`)).toEqual(['q1 d1', 'q1 d2', 'q2 d4']);
  });

  it('searches by vector only for supported scripts', async () => {
    const result = await evaluate(folder, { mode: 'vector', embedder });
    expect(new Set(result.run.map(({ query }) => query))).toEqual(new Set(['q1']));
  });

  it('fuses both searches in hybrid mode', async () => {
    const result = await evaluate(folder, { mode: 'hybrid', embedder });
    expect(result['Recall@10']).toBe(1);
    expect(result.run.filter(({ query }) => query === 'q1').length).toBeGreaterThan(2);
  });

  it('uses a retriever when the folder has no documents', async () => {
    await rm(join(folder, 'corpus.jsonl'));
    const passage = { id: 'd2', title: '', text: '', source: '', score: 1, tags: [] };
    const retriever = new FakeRetriever('domain', [passage]);
    const result = await evaluate(folder, { mode: 'lexical', embedder, retriever });
    expect(result['nDCG@10']).toBeCloseTo(2 / (2 + 1 / Math.log2(3)) / 2, 10);
    expect(retriever.queries.map(({ locale }) => locale)).toEqual(['en', 'ko']);
  });

  it.each([
    ['corpus.jsonl', '{"id":"d1","title":"x"', 'corpus.jsonl, line 1'],
    ['queries.jsonl', '{"id":"q1"}', 'queries.jsonl, line 1'],
    ['qrels.tsv', 'q1\td1\t1\nq1 d2 1', 'qrels.tsv, line 2'],
  ])('names the file and the line that is wrong: %s', async (name, text, reason) => {
    await write(name, text);
    const failure = evaluate(folder, { mode: 'lexical', embedder });
    await expect(failure).rejects.toThrow(EvaluationSetError);
    await expect(failure).rejects.toThrow(reason);
  });
});
