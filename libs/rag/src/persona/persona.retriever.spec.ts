import { describe, expect, it } from '@jest/globals';
import type { EntityLinker } from '../entity-linker.js';
import type { NeighbourSource } from '../neighbour-source.js';
import { RetrieverError } from '../retriever.error.js';
import type { RetrievalQuery } from '../retriever.js';
import { FakeNeighbourSource } from '../testing/fake-neighbour-source.js';
import { persona, rule } from '../testing/persona-items.js';
import { PersonaRetriever } from './persona.retriever.js';
import { bookOf } from './persona.store.js';

const book = bookOf([
  {
    persona: persona('counselor'),
    rules: [
      rule('persona:counselor.01', [], { weight: 0.3 }),
      rule('persona:counselor.02', ['symbol:snake'], { weight: 0.8, tags: ['theme:change'] }),
      rule('persona:counselor.03', ['theme:work'], {
        tags: ['emotion:fear', 'theme:change'],
        texts: { ko: '두려움', en: 'fear of change' },
      }),
      rule('persona:counselor.04', ['card:the-moon'], { tags: ['emotion:fear', 'theme:change'] }),
    ],
  },
  { persona: persona('coach', ['dream']), rules: [rule('persona:coach.01', ['emotion:fear'], { weight: 0.9 })] },
  { persona: persona('sage', ['iching']), rules: [rule('persona:sage.01', ['symbol:snake'])] },
]);
const linker: EntityLinker = {
  named: () => undefined,
  link: (text) =>
    text.includes('snake')
      ? [
          { id: 'dream:snake', titles: { ko: '뱀', en: 'Snake' }, mention: 'snake', spans: [] },
          { id: 'tarot:the-moon', titles: { ko: '달', en: 'The Moon' }, mention: 'snake', spans: [] },
        ]
      : [],
};
const query = (more: Partial<RetrievalQuery>): RetrievalQuery => ({
  text: '',
  locale: 'en',
  facts: [],
  entities: [],
  topK: 6,
  vector: async () => undefined,
  ...more,
});
const none = new FakeNeighbourSource([]);
const retrieve = (more: Partial<RetrievalQuery>, neighbours: NeighbourSource = none) =>
  new PersonaRetriever({ current: () => book }, linker, neighbours).retrieve(query(more), new AbortController().signal);
const ids = async (more: Partial<RetrievalQuery>, neighbours?: NeighbourSource) =>
  (await retrieve(more, neighbours)).map(({ id }) => id.slice('persona:'.length));

describe('PersonaRetriever', () => {
  it('returns the rules whose conditions hold, the default counsellor’s first, with the conditions', async () => {
    const passages = await retrieve({ facts: ['symbol:snake', 'emotion:fear'], kind: 'dream' });
    expect(passages.map(({ id }) => id)).toEqual(['persona:counselor.02', 'persona:coach.01', 'persona:counselor.01']);
    expect(passages[0]).toMatchObject({
      title: 'persona:counselor.02',
      text: 'Advice persona:counselor.02.',
      source: 'counselor: test',
      tags: ['theme:change'],
      origin: { matched: ['symbol:snake'] },
    });
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('omits counsellors of other kinds of reading', async () => {
    expect(await ids({ facts: ['symbol:snake'], kind: 'iching' })).toEqual(['counselor.02', 'sage.01', 'counselor.01']);
  });

  it('returns only the requested counsellor’s rules, after the description of the style', async () => {
    const [voice, ...rules] = await retrieve({ facts: ['emotion:fear'], persona: 'coach' });
    expect(voice).toMatchObject({ id: 'persona:coach', text: 'Who coach is. How coach speaks.' });
    expect(rules.map(({ id }) => id)).toEqual(['persona:coach.01']);
  });

  it('uses the default counsellor for an unknown one', async () => {
    expect(await ids({ facts: ['symbol:snake', 'emotion:fear'], persona: 'unknown' })).toEqual([
      'counselor.02',
      'counselor.01',
    ]);
  });

  it('links symbols in the text when the reading has no facts, but not cards that are only mentioned', async () => {
    expect(await ids({ text: 'a snake' })).toEqual(['counselor.02', 'sage.01', 'counselor.01']);
    expect(await ids({ text: 'a snake', facts: ['symbol:house'] })).toEqual(['counselor.01']);
  });

  it('adds similar rules, but never rules about a card that was not drawn', async () => {
    const found = await ids({ facts: ['emotion:fear', 'theme:change'], text: 'change' });
    expect(found).toContain('counselor.03');
    expect(found).not.toContain('counselor.04');
  });

  it('uses similar ideas as hints and works without them', async () => {
    const alike = new FakeNeighbourSource([
      { id: 'emotion:fear', similarity: 0.8 },
      { id: 'dream:snake', similarity: 0.9 },
    ]);
    expect(await ids({ text: 'I tremble' }, alike)).toEqual(['coach.01', 'counselor.01']);
    expect(await ids({ text: 'I tremble' }, new FakeNeighbourSource(new Error('busy')))).toEqual(['counselor.01']);
  });

  it('returns at most the requested number, in the reading’s language', async () => {
    const passages = await retrieve({ facts: ['symbol:snake', 'emotion:fear'], topK: 1, locale: 'ko' });
    expect(passages).toHaveLength(1);
  });

  it('rejects with the abort reason, and with RetrieverError while there are no rules', async () => {
    const retriever = new PersonaRetriever({ current: () => book }, linker, none);
    await expect(retriever.retrieve(query({}), AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    const unread = new PersonaRetriever(
      {
        current: () => {
          throw new RetrieverError('retriever.unavailable', 'coach.jsonl:3: is not JSON');
        },
      },
      linker,
      none,
    );
    await expect(unread.retrieve(query({}), new AbortController().signal)).rejects.toMatchObject({
      code: 'retriever.unavailable',
    });
  });
});
