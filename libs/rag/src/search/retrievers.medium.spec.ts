import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dominantScript } from '@app/text';
import { FakeEmbedder } from '@app/embedding/testing';
import { CorpusRetriever } from '../corpus/corpus.retriever.js';
import { DomainRetriever } from '../domain/domain.retriever.js';
import {
  KnowledgeBootstrap,
  type KnowledgeStore,
  KnowledgeWriter,
  openKnowledge,
  stateDir,
  writeDrafts,
} from '@app/knowledge';
import { queryVector } from '../query-vector.js';
import { keepOrder } from '../rerank/reranker.js';
import { RetrieverError } from '../retriever.error.js';
import type { RetrievalQuery } from '../retriever.js';
import { KnowledgeFolder } from '@app/knowledge/testing';

const SIGNAL = new AbortController().signal;

describe('the retrievers over the knowledge tables', () => {
  const embedder = new FakeEmbedder();
  let folder: KnowledgeFolder;
  let store: KnowledgeStore;

  beforeAll(async () => {
    folder = await KnowledgeFolder.create();
    const bootstrap = new KnowledgeBootstrap(folder.config, embedder);
    await bootstrap.ensure();
    await writeOwnDocument('notes', 'My notebook says a nameless fear of the cellar returned.');
    await writeOwnDocument('letters', 'In her letters grandmother speaks of the fear of water.');
    store = await openKnowledge({ uri: folder.config.lancedbUri, expected: () => bootstrap.stamp() });
  });

  afterAll(async () => {
    store.close();
    await folder[Symbol.asyncDispose]();
  });

  async function writeOwnDocument(collection: string, text: string): Promise<void> {
    const { lancedbUri: uri, dataDir } = folder.config;
    const stamp = await new KnowledgeBootstrap(folder.config, embedder).stamp();
    const options = { uri, stateDir: stateDir(dataDir), stamp, intent: `ingest ${collection}` };
    await using writer = await KnowledgeWriter.begin(options);
    const document = {
      id: `${collection}#1`,
      collection,
      document: collection,
      hash: '1',
      domain: '',
      lang: 'en',
    } as const;
    const draft = { ...document, title: collection, text, source: `${collection}.md`, tags: [], facets: {} };
    await writeDrafts(writer, 'corpus', [draft], { embedder, signal: SIGNAL });
    await writer.commit();
  }

  const query = (text: string, given: Partial<RetrievalQuery> = {}): RetrievalQuery => ({
    text,
    locale: dominantScript(text) === 'hangul' ? 'ko' : 'en',
    facts: [],
    entities: [],
    topK: 5,
    vector: queryVector(embedder, text, { signal: SIGNAL }),
    ...given,
  });
  const domain = (asked: RetrievalQuery) => new DomainRetriever(store, keepOrder).retrieve(asked, SIGNAL);
  const corpus = (asked: RetrievalQuery) => new CorpusRetriever(store, keepOrder).retrieve(asked, SIGNAL);

  describe('domain', () => {
    it('finds a word with a particle and returns both ranks', async () => {
      const [first] = await domain(query('뱀을 보았다', { kind: 'dream' }));
      expect(first).toMatchObject({ id: 'dream:snake', title: '뱀', source: 'own text', tags: ['theme:change'] });
      expect(first?.origin).toEqual({ lexicalRank: 1 });
    });

    it('finds English by word and by meaning', async () => {
      const [first] = await domain(query('snake. a snake leaves its old skins behind.'));
      expect(first).toMatchObject({ id: 'dream:snake', title: 'Snake', origin: { lexicalRank: 1, vectorRank: 1 } });
    });

    it('returns the reading’s records first, in its order, with the requested facets', async () => {
      const entities = [{ id: 'tarot:the-fool', facets: ['reversed'] }, { id: 'dream:unknown' }, { id: 'dream:snake' }];
      const passages = await domain(query('집', { entities }));
      expect(passages.map(({ id, score }) => [id, score])).toEqual([
        ['tarot:the-fool', 1],
        ['dream:snake', 1],
        ['dream:house', 1],
      ]);
      expect(passages[0]?.text).toBe('절벽 끝에 선 젊은이입니다. 들뜬 마음을 살펴볼 때입니다.');
      expect(passages[1]?.text).toBe(
        '뱀은 허물을 벗는 동물입니다. 뱀에게 쫓기는 꿈은 피해 온 문제입니다. 구렁이 꿈은 태몽입니다. 뱀은 본능의 힘입니다.',
      );
    });

    it('returns the upright text when no facet is requested', async () => {
      const [fool] = await domain(query('', { locale: 'en', entities: [{ id: 'tarot:the-fool' }] }));
      expect(fool?.text).toBe('A young traveller at the edge of a cliff. A good time to begin lightly.');
    });

    it('searches by the facts when the query has no words', async () => {
      const [first] = await domain(query('', { locale: 'ko', facts: ['symbol:snake', 'emotion:unheard-of'] }));
      expect(first?.id).toBe('dream:snake');
    });

    it('searches in the language of the question and returns the reading’s language', async () => {
      const [first] = await domain(query('구렁이가 나왔다', { locale: 'en' }));
      expect(first).toMatchObject({ id: 'dream:snake', title: 'Snake' });
    });

    it('finds nothing for unknown words', async () => {
      expect(await domain(query('크르릉'))).toEqual([]);
    });

    it('searches by words only when the vector is unavailable', async () => {
      const vector = () => Promise.reject(new Error('the embedder is away'));
      const [first] = await domain(query('a snake', { vector }));
      expect(first).toMatchObject({ id: 'dream:snake', origin: { lexicalRank: 1 } });
    });

    it('searches the reading’s kind first, and everything when that has no hits', async () => {
      expect((await domain(query('젊은이', { kind: 'dream' }))).map(({ id }) => id)).toEqual(['tarot:the-fool']);
    });
  });

  describe('corpus', () => {
    it('searches the pack and all own documents', async () => {
      const ids = (await corpus(query('fear'))).map(({ id }) => id);
      expect(new Set(ids)).toEqual(new Set(['corpus:coping-fear', 'notes#1', 'letters#1', 'corpus:dream-journal']));
    });

    it('searches only the requested collections and the pack', async () => {
      const passages = await corpus(query('fear', { collections: ['notes'] }));
      const ids = passages.map(({ id }) => id);
      expect(ids).toContain('notes#1');
      expect(ids).toContain('corpus:coping-fear');
      expect(ids).not.toContain('letters#1');
      expect(passages.find(({ id }) => id === 'notes#1')).toMatchObject({ source: 'notes.md', tags: [] });
    });

    it('escapes collection names', async () => {
      const asked = query('fear', { collections: ["x' OR '1'='1", 'pack'] });
      expect((await corpus(asked)).every(({ id }) => id.startsWith('corpus:'))).toBe(true);
    });

    it('prefers the reading’s kind without excluding others', async () => {
      const ids = (await corpus(query('꿈 방', { kind: 'dream' }))).map(({ id }) => id);
      expect(ids).toEqual(['corpus:dream-journal', 'corpus:coping-fear']);
    });

    it('returns at most the requested number, scored from 0 to 1, best first', async () => {
      const passages = await corpus(query('fear', { topK: 2 }));
      const scores = passages.map(({ score }) => score);
      expect(scores).toHaveLength(2);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    });

    it('uses the reranker’s order', async () => {
      const reranker = { depth: 10, rerank: async (_question: string, hits: readonly unknown[]) => hits.toReversed() };
      const retriever = new CorpusRetriever(store, reranker as never);
      const ids = (passages: readonly { id: string }[]) => passages.map(({ id }) => id);
      expect(ids(await retriever.retrieve(query('fear'), SIGNAL))).toEqual(
        ids(await corpus(query('fear'))).toReversed(),
      );
    });
  });

  it('is unavailable, not broken, while there are no tables', async () => {
    const nothing = await openKnowledge({
      uri: `${folder.config.dataDir}/nowhere`,
      expected: () => new KnowledgeBootstrap(folder.config, embedder).stamp(),
    });
    const failure = new DomainRetriever(nothing, keepOrder).retrieve(query('뱀'), SIGNAL);
    await expect(failure).rejects.toBeInstanceOf(RetrieverError);
    await expect(failure).rejects.toMatchObject({ code: 'retriever.unavailable' });
    nothing.close();
  });
});
