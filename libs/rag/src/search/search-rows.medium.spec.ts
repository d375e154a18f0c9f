import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type KnowledgeSnapshot,
  KnowledgeWriter,
  type RowDraft,
  openKnowledge,
  openSnapshot,
  writeDrafts,
} from '@app/knowledge';
import { FakeEmbedder } from '@app/embedding/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryVector } from '../query-vector.js';
import { searchRows } from './search-rows.js';

const { signal } = new AbortController();

const draft = (id: string, lang: 'ko' | 'en', text: string): RowDraft => ({
  id,
  collection: 'notes',
  document: id,
  hash: '1',
  domain: 'general',
  lang,
  title: id,
  text,
  source: id,
  tags: [],
  facets: {},
});

const DRAFTS = [
  draft('owl', 'en', 'An owl hunts at night over the frozen lake.'),
  draft('bee', 'en', 'A bee dances to tell where the flowers are.'),
  draft('lake', 'en', 'The lake is frozen until the spring.'),
  draft('부엉이', 'ko', '부엉이는 밤에 owl 처럼 사냥합니다.'),
  draft('호수', 'ko', '호수는 봄까지 얼어 있습니다.'),
];

describe('searchRows', () => {
  // Reads Latin letters only, so that Korean rows have no vector.
  const embedder = new FakeEmbedder();
  let home: string;
  let held: KnowledgeSnapshot;
  let short: KnowledgeSnapshot;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rows-'));
    const uri = join(home, 'lancedb');
    const { model, dimensions } = embedder;
    const stamp = { model, dimensions, analyzer: 'test', pack: 'none' };
    await using writer = await KnowledgeWriter.begin({ uri, stateDir: home, stamp, intent: 'test', rebuild: true });
    await writeDrafts(writer, 'corpus', DRAFTS, { embedder, signal });
    await writer.commit();
    const store = await openKnowledge({ uri, expected: () => Promise.resolve(stamp) });
    store.close();
    held = store.current();
    short = await openSnapshot({ uri }, stamp);
  });
  afterAll(() => rm(home, { recursive: true }));

  const search = (snapshot: KnowledgeSnapshot, text: string) =>
    searchRows(snapshot, { text, vector: queryVector(embedder, text, { signal }), limit: 10 });

  it.each(['owl at night', 'frozen lake', '부엉이 사냥', '봄 호수 lake', 'nothing of this'])(
    'finds the same for %j in tables opened for one search as in those of a server',
    async (text) => {
      const rounded = (hits: Awaited<ReturnType<typeof search>>) =>
        hits.map(({ score, ...hit }) => ({ ...hit, score: score.toFixed(4) }));
      const expected = rounded(await search(held, text));
      expect(rounded(await search(short, text))).toEqual(expected);
    },
  );
});
