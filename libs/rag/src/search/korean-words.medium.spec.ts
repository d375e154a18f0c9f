import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeEmbedder } from '@app/embedding/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { evaluate } from '../evaluation/evaluate.js';

type Texts = Readonly<Record<string, string>>;

/** Words that must be found, by kind. Each query names the document that must come first. */
const CASES: ReadonlyArray<readonly [kind: string, documents: Texts, queries: Texts]> = [
  [
    'lists with dots between the words, and words with invisible characters',
    {
      arae: '도로ㆍ지반ㆍ수자원ㆍ건설환경ㆍ건축ㆍ화재설비연구',
      middle: '물·불·바람·흙의 네 원소',
      soft: 'hyphen\u00ADation 과 소화\u00AD기 이야기',
      zwnj: '무지\u200C개가 뜬 하늘',
      zwsp: '소나\u200B기가 내린 뒤',
      joiner: '은\u2060하수가 흐르는 밤',
    },
    {
      지반: 'arae',
      수자원: 'arae',
      바람: 'middle',
      hyphenation: 'soft',
      소화기: 'soft',
      무지개: 'zwnj',
      소나기: 'zwsp',
      은하수: 'joiner',
    },
  ],
  [
    'loanwords and titles that no dictionary has',
    {
      air: '에어팟을 잃어버린 꿈을 꾸었다',
      ear: '이어팟이 물에 젖는 꿈',
      yuyu: '유유시키를 보다가 잠든 밤',
      pot: '팟에 물을 끓이는 꿈',
      milk: '우유를 마시는 꿈',
    },
    { 에어팟: 'air', 이어팟: 'ear', 유유시키: 'yuyu' },
  ],
  [
    'compounds by their parts, and parts by the compound',
    {
      snake: '뱀 꿈을 꾸면 재물이 들어온다고 한다',
      dragon: '용 꿈은 큰 뜻을 이룬다는 말이 있다',
      info: '정보검색 시스템의 역사',
      water: '물이 맑으면 마음이 맑다',
      moon: '달이 품에 안기는 태몽',
      pig: '돼지꿈을 꾸고 복권을 샀다',
    },
    { 뱀꿈: 'snake', 용꿈: 'dragon', '정보 검색': 'info', 검색: 'info', '돼지 꿈': 'pig' },
  ],
];

describe('a search by words in Korean', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'korean-words-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each(CASES)('finds %s', async (_kind, documents, queries) => {
    const lines = (texts: ReadonlyArray<readonly [string, string]>) =>
      texts.map(([id, text]) => JSON.stringify({ id, text })).join('\n');
    await writeFile(join(folder, 'corpus.jsonl'), lines(Object.entries(documents)));
    await writeFile(join(folder, 'queries.jsonl'), lines(Object.keys(queries).map((query) => [query, query])));
    const judged = Object.entries(queries).map(([query, document]) => `${query}\t${document}\t1`);
    await writeFile(join(folder, 'qrels.tsv'), judged.join('\n'));
    const { run } = await evaluate(folder, { mode: 'lexical', embedder: new FakeEmbedder() });
    const firsts = Map.groupBy(run, ({ query }) => query);
    expect(Object.fromEntries([...firsts].map(([query, [first]]) => [query, first?.document]))).toEqual(queries);
  });
});
