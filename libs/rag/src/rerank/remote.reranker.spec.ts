import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FusedHit } from '../fusion/fused-hit.js';
import { RemoteReranker } from './remote.reranker.js';
import { rerankTop } from './rerank-top.js';

const { signal } = new AbortController();
const hit = (id: string, score: number): FusedHit => ({
  score,
  row: {
    id,
    title: id,
    text: `About ${id}.`,
    collection: 'c',
    document: id,
    hash: '',
    domain: '',
    lang: 'en',
    source: '',
    tags: [],
    facets: {},
  },
});
const hits = [hit('a', 1), hit('b', 0.8), hit('snake', 0.6)];
const ids = (found: readonly FusedHit[]) => found.map(({ row }) => row.id);
/** Gives texts about the snake the highest score. */
const scoreOf = (text: string) => (text.includes('snake') ? 0.9 : 0.1);

interface Body {
  readonly texts?: readonly string[];
  readonly documents?: readonly string[];
  readonly query?: string;
}
type Answer = (request: IncomingMessage, body: Body) => readonly [status: number, document: unknown];

/** Rejects unknown fields, as a strict server may. */
const tei: Answer = ({ url }, { texts, query, ...rest }) => {
  if (url !== '/rerank') return [404, {}];
  if (!texts || !query || Object.keys(rest).some((key) => !['raw_scores', 'truncate'].includes(key))) return [422, {}];
  return [200, texts.map((text, index) => ({ index, score: scoreOf(text) })).toReversed()];
};
const cohere: Answer = ({ url }, { documents, query, ...rest }) => {
  if (url !== '/v1/rerank') return [404, {}];
  if (!documents || !query || Object.keys(rest).some((key) => !['model', 'top_n'].includes(key))) return [400, {}];
  return [200, { results: documents.map((text, index) => ({ index, relevance_score: scoreOf(text) })) }];
};

describe('RemoteReranker', () => {
  let server: Server;
  let reranker: RemoteReranker;
  let requests = 0;

  async function start(answer: Answer, { path = '', timeoutMs = 10_000 } = {}): Promise<void> {
    requests = 0;
    server = createServer((request: IncomingMessage, response: ServerResponse) => {
      requests++;
      void json(request).then((body) => {
        const [status, document] = answer(request, body as Body);
        if (status === 0) return;
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    reranker = new RemoteReranker({ url, timeoutMs });
  }
  afterEach(async () => {
    await reranker.close();
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['TEI', tei, ''],
    ['TEI by its full address', tei, '/rerank'],
    ['a server with Cohere’s protocol', cohere, ''],
    ['a server with Cohere’s protocol by its version', cohere, '/v1'],
    ['a server with Cohere’s protocol by its full address', cohere, '/v1/rerank'],
  ])('reorders by %s', async (_name, answer, path) => {
    await start(answer, { path });
    const [first, ...others] = await reranker.rerank('a snake', hits, signal);
    expect(first).toMatchObject({ score: 0.9, row: { id: 'snake' } });
    expect(ids(others)).toEqual(['a', 'b']);
    const asked = requests;
    await reranker.rerank('a snake', hits, signal);
    expect(requests).toBe(asked + 1);
  });

  it('reads raw logits as probabilities', async () => {
    await start(() => [
      200,
      [
        { index: 0, score: -4 },
        { index: 1, score: 6 },
        { index: 2, score: 0 },
      ],
    ]);
    expect(ids(await reranker.rerank('a snake', hits, signal))).toEqual(['b', 'snake', 'a']);
  });

  it.each<[string, Answer]>([
    ['a broken server', () => [500, {}]],
    ['an unknown protocol', () => [404, {}]],
    ['a score that is missing', () => [200, [{ index: 0, score: 1 }]]],
    ['another document', () => [200, { ok: true }]],
  ])('keeps the fused order for %s, and stops asking', async (_name, answer) => {
    await start(answer);
    for (let round = 0; round < 5; round++) expect(await reranker.rerank('a snake', hits, signal)).toEqual(hits);
    const asked = requests;
    await reranker.rerank('a snake', hits, signal);
    expect(requests).toBe(asked);
  });

  it('keeps the fused order when its time is up', async () => {
    await start(() => [0, undefined], { timeoutMs: 20 });
    expect(await reranker.rerank('a snake', hits, signal)).toEqual(hits);
  });

  it('rejects with the reason of an abort', async () => {
    await start(() => [0, undefined]);
    const controller = new AbortController();
    const pending = reranker.rerank('a snake', hits, controller.signal);
    controller.abort(new Error('gone'));
    await expect(pending).rejects.toThrow('gone');
  });

  it('reorders the first fifty and leaves the others behind them', async () => {
    await start(tei);
    const many = [...Array.from({ length: 51 }, (_, index) => hit(`h${index}`, 0.5)), hit('snake', 0.4)];
    const ranked = await rerankTop(reranker, 'a snake', many, signal);
    expect(ids(ranked).slice(-2)).toEqual(['h50', 'snake']);
    expect(ranked.at(-1)?.score).toBeLessThanOrEqual(0.1);
  });
});
