import { describe, expect, it } from '@jest/globals';
import type { NeighbourSource } from '../neighbour-source.js';
import type { RetrievalQuery } from '../retriever.js';
import { RetrieverError } from '../retriever.error.js';
import { FakeNeighbourSource } from '../testing/fake-neighbour-source.js';
import { edge, node } from '../testing/graph-items.js';
import { AliasLinker } from './alias-linker.js';
import { assembleGraph } from './assemble-graph.js';
import { readGraphLanguage } from './graph-language.js';
import { GraphRetriever } from './graph.retriever.js';

const titled = (id: string, ko: string, en: string, kind = 'dream_symbol') => node(id, { kind, titles: { ko, en } });
const { graph } = assembleGraph([
  {
    collection: 'pack',
    nodes: [
      titled('dream:snake', '뱀', 'Snake'),
      titled('dream:house', '집', 'House'),
      titled('dream:moon', '달', 'Moon'),
      titled('tarot:the-moon', '달', 'The Moon', 'tarot_card'),
      titled('theme:change', '변화', 'Change', 'theme'),
      titled('emotion:fear', '두려움', 'Fear', 'emotion'),
      titled('iching:11', '지천태', 'Peace', 'hexagram'),
      titled('iching:11.3', '지천태 3효', 'Peace, line 3', 'hexagram_line'),
      titled('element:water', '물의 기운', 'Water', 'element'),
    ],
    edges: [
      edge('dream:snake', 'theme:change'),
      edge('dream:snake', 'emotion:fear', 'evokes', 0.8),
      edge('dream:house', 'theme:change', 'evokes', 0.9),
      edge('dream:moon', 'tarot:the-moon', 'corresponds', 0.8, 'image'),
      edge('iching:11', 'iching:11.3', 'contains', 0.5, 'line'),
    ],
  },
  {
    collection: 'teas',
    nodes: [titled('own:tea', '녹차', 'Green tea', 'node')],
    edges: [edge('own:tea', 'dream:snake', 'soothes'), edge('dream:house', 'emotion:fear', 'hides')],
  },
]);
const { relations } = await readGraphLanguage('knowledge/language');
const store = { current: () => ({ graph, linker: new AliasLinker(graph.nodes), relations }) };
const query = (more: Partial<RetrievalQuery>): RetrievalQuery => ({
  text: '',
  locale: 'ko',
  facts: [],
  entities: [],
  topK: 6,
  vector: async () => undefined,
  ...more,
});
const none = new FakeNeighbourSource([]);
const retrieve = (more: Partial<RetrievalQuery>, neighbours: NeighbourSource = none) =>
  new GraphRetriever(store, neighbours).retrieve(query(more), new AbortController().signal);
const ids = async (more: Partial<RetrievalQuery>, neighbours?: NeighbourSource) =>
  (await retrieve(more, neighbours)).map(({ id }) => id);

describe('GraphRetriever', () => {
  it('returns the linked nodes, then related nodes with the path to them', async () => {
    const passages = await retrieve({ text: '뱀이 집에 들어왔다', collections: [] });
    expect(passages.map(({ id }) => id)).toEqual(['dream:snake', 'dream:house', 'theme:change', 'emotion:fear']);
    expect(passages[2]).toMatchObject({ title: '변화', source: 'test', origin: { path: ['집', '변화'] } });
    expect(passages[2]?.text).toMatch(/^theme:change 이야기\. 집.+니다\. 뱀.+니다\.$/);
    expect(passages.every(({ score }) => score > 0 && score <= 1)).toBe(true);
  });

  it('answers in the reader’s language', async () => {
    const [first] = await retrieve({ text: 'Snakes!', locale: 'en' });
    expect(first).toMatchObject({ id: 'dream:snake', title: 'Snake' });
    expect(first?.text).toMatch(/^About dream:snake\./);
  });

  it('puts the reading’s records first, in addition to the requested number', async () => {
    const passages = await retrieve({
      text: '뱀',
      entities: [{ id: 'dream:house' }, { id: 'dream:unknown' }],
      topK: 1,
    });
    expect(passages.map(({ id }) => id)).toEqual(['dream:house', 'theme:change']);
    expect(passages[0]?.score).toBe(1);
  });

  it.each([
    ['symbol:snake', 'dream:snake'],
    ['card:the-moon', 'tarot:the-moon'],
    ['hexagram:11', 'iching:11'],
    ['emotion:fear', 'emotion:fear'],
    ['suit:cups', 'element:water'],
  ])('starts at the node of the fact %s too', async (fact, id) => {
    expect((await ids({ facts: [fact] }))[0]).toBe(id);
  });

  it('starts at a cast line', async () => {
    expect(await ids({ kind: 'iching', entities: [{ id: 'iching:11', facets: ['line-3'] }] })).toEqual([
      'iching:11',
      'iching:11.3',
    ]);
    expect(await ids({ kind: 'iching', entities: [{ id: 'iching:11' }] })).not.toContain('iching:11.3');
  });

  it('resolves an ambiguous word by the kind of reading', async () => {
    expect((await ids({ text: '달', kind: 'dream' }))[0]).toBe('dream:moon');
    expect((await ids({ text: '달', kind: 'tarot' }))[0]).toBe('tarot:the-moon');
  });

  it('starts at the nearest records when no word is linked, and works without them', async () => {
    const alike = new FakeNeighbourSource([
      { id: 'dream:snake', similarity: 0.6 },
      { id: 'dream:house', similarity: 0.1 },
    ]);
    expect((await ids({ text: '스멀스멀' }, alike))[0]).toBe('dream:snake');
    expect(await ids({ text: '뱀' }, new FakeNeighbourSource(new Error('busy')))).toContain('dream:snake');
    expect(await ids({ text: '스멀스멀' }, new FakeNeighbourSource([]))).toEqual([]);
  });

  it('uses own graphs only when their collections are requested', async () => {
    expect(await ids({ text: '녹차' })).toContain('dream:snake');
    expect(await ids({ text: '녹차', collections: ['teas'] })).toContain('own:tea');
    expect(await ids({ text: '녹차', collections: ['other'] })).toEqual([]);
    const texts = async (collections: readonly string[]) =>
      (await retrieve({ text: '집', facts: ['emotion:fear'], collections })).map(({ text }) => text).join('\n');
    expect(await texts(['teas'])).toContain('집 —hides→ 두려움.');
    expect(await texts([])).not.toContain('hides');
  });

  it('is deterministic', async () => {
    expect(await retrieve({ text: '뱀과 집과 달' })).toEqual(await retrieve({ text: '뱀과 집과 달' }));
  });

  it('rejects with the abort reason, and with RetrieverError while there is no graph', async () => {
    const retriever = new GraphRetriever(store, none);
    await expect(retriever.retrieve(query({ text: '뱀' }), AbortSignal.abort(new Error('gone')))).rejects.toThrow(
      'gone',
    );
    const empty = new GraphRetriever(
      {
        current: () => {
          throw new RetrieverError('retriever.unavailable', 'not loaded');
        },
      },
      none,
    );
    await expect(empty.retrieve(query({}), new AbortController().signal)).rejects.toMatchObject({
      code: 'retriever.unavailable',
    });
  });
});
