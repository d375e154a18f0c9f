import { describe, expect, it } from '@jest/globals';
import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { retrieveConcurrently } from './retrieve-concurrently.js';
import type { Passage, RetrievalQuery, Retriever } from './retriever.js';
import { RetrieverError } from './retriever.error.js';
import { FakeRetriever, fakeRetrievers } from './testing/fake-retriever.js';

const snake: Passage = { id: 'dream:snake', title: 'Snake', text: 'A snake.', source: 'pack', score: 1, tags: [] };
const query: RetrievalQuery = {
  text: 'a snake',
  locale: 'en',
  facts: [],
  entities: [],
  topK: 3,
  vector: async () => undefined,
};
const all = { timeoutMs: 200 };

const settle = (retrievers: readonly Retriever[], options = all) =>
  lastValueFrom(retrieveConcurrently(retrievers, query, options).pipe(toArray()));

describe('retrieveConcurrently', () => {
  it('runs all retrievers concurrently and emits each outcome as it settles', async () => {
    const retrievers = fakeRetrievers(
      new FakeRetriever('graph', [snake], 90),
      new FakeRetriever('corpus', [snake], 60),
      new FakeRetriever('persona', [], 30),
      new FakeRetriever('domain', [snake], 0),
    );
    const outcomes = await settle(retrievers);
    expect(outcomes.map(({ retriever, status }) => `${retriever} ${status}`)).toEqual([
      'domain ok',
      'persona empty',
      'corpus ok',
      'graph ok',
    ]);
    const slowest = Math.max(...outcomes.map(({ ms }) => ms));
    const oneAfterAnother = outcomes.reduce((sum, { ms }) => sum + ms, 0);
    expect(slowest).toBeLessThan(oneAfterAnother);
  });

  it('turns any error, also a synchronous one, into an outcome without affecting other retrievers', async () => {
    const atOnce = {
      kind: 'graph' as const,
      retrieve: () => {
        throw new TypeError('x');
      },
    };
    const retrievers = fakeRetrievers(
      atOnce,
      new FakeRetriever('corpus', new RetrieverError('retriever.unavailable', 'gone')),
      new FakeRetriever('domain', [snake]),
    );
    const byKind = Object.fromEntries((await settle(retrievers)).map((outcome) => [outcome.retriever, outcome]));
    expect(byKind['graph']).toMatchObject({ status: 'error', code: 'retriever.failed', passages: [] });
    expect(byKind['corpus']).toMatchObject({ status: 'error', code: 'retriever.unavailable' });
    expect(byKind['domain']).toMatchObject({ status: 'ok', passages: [snake] });
  });

  it('aborts a retriever at its own deadline', async () => {
    const slow = new FakeRetriever('graph', [snake], 60_000);
    const outcomes = await settle(fakeRetrievers(slow), { ...all, timeoutMs: 30 });
    expect(outcomes.at(-1)).toMatchObject({ retriever: 'graph', status: 'timeout', passages: [] });
    expect(slow.aborted).toBe(1);
  });

  it('emits one outcome per retriever in 200 runs with one that never settles', async () => {
    const runs = Array.from({ length: 200 }, () =>
      settle(fakeRetrievers(new FakeRetriever('graph', [], 60_000), new FakeRetriever('domain', [snake])), {
        ...all,
        timeoutMs: 50,
      }),
    );
    for (const outcomes of await Promise.all(runs))
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['empty', 'empty', 'ok', 'timeout']);
  });

  describe('without the vector of the query', () => {
    const byWords = (kind: string): Retriever => ({
      kind,
      retrieve: async ({ vector }) => {
        await vector().catch(() => undefined);
        return [snake];
      },
    });
    const without = async (vector: RetrievalQuery['vector']) => {
      const retrievers = [byWords('domain'), byWords('corpus'), new FakeRetriever('persona', [])];
      return lastValueFrom(retrieveConcurrently(retrievers, { ...query, vector }, { timeoutMs: 500 }).pipe(toArray()));
    };
    const seen = (outcomes: Awaited<ReturnType<typeof without>>) =>
      Object.fromEntries(outcomes.map(({ retriever, status, degraded }) => [retriever, [status, degraded]]));

    it('marks retrievers that requested it as degraded', async () => {
      const outcomes = await without(() => Promise.reject(new Error('the embedder is away')));
      expect(seen(outcomes)).toEqual({
        domain: ['ok', true],
        corpus: ['ok', true],
        persona: ['empty', undefined],
      });
    });

    it('does not wait for a slow embedder until the deadline', async () => {
      let calls = 0;
      const slow = () => {
        calls++;
        return new Promise<never>(() => {});
      };
      expect(seen(await without(slow))).toMatchObject({ domain: ['ok', true], corpus: ['ok', true] });
      expect(calls).toBe(1);
    });

    it('marks nothing when the query has no vector', async () => {
      expect(seen(await without(async () => undefined))).toMatchObject({ domain: ['ok', undefined] });
    });
  });

  it('starts on subscription and aborts on unsubscription', async () => {
    const slow = new FakeRetriever('graph', [snake], 60_000);
    const outcomes = retrieveConcurrently(fakeRetrievers(slow), query, all);
    expect(slow.queries).toHaveLength(0);
    await firstValueFrom(outcomes.pipe(take(1)));
    expect(slow.aborted).toBe(1);
  });

  it('aborts every retriever with the parent signal', async () => {
    const parent = new AbortController();
    const slow = new FakeRetriever('graph', [snake], 60_000);
    const done = lastValueFrom(
      retrieveConcurrently(fakeRetrievers(slow), query, { ...all, signal: parent.signal }).pipe(toArray()),
    );
    parent.abort();
    expect((await done).find(({ retriever }) => retriever === 'graph')?.status).toBe('error');
    expect(slow.aborted).toBe(1);
  });
});
