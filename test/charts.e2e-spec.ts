import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningServer, startServer } from './harness/start-server.js';

const BIRTH = { date: '1990-05-15', time: '07:05', city: 'Seoul', locale: 'en' };

describe('/v1/charts', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({});
  });
  afterAll(() => server.close());

  const get = (path: string) => fetch(`${server.url}/v1/charts${path}`);
  const post = (kind: string, body: object) =>
    fetch(`${server.url}/v1/charts/${kind}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('gives the same facts for a query and a body, the query cacheable by the client', async () => {
    const response = await get(`/saju?${new URLSearchParams(BIRTH).toString()}`);
    expect(response.headers.get('cache-control')).toBe('private, max-age=600');
    const facts = (await response.json()) as { saju: { pillars: object } };
    expect(facts.saju.pillars).toEqual({ year: '庚午', month: '辛巳', day: '庚辰', hour: '己卯' });
    expect(await (await post('saju', BIRTH)).json()).toEqual(facts);
  });

  it('lists its kinds with schemas and examples that it accepts', async () => {
    const { kinds } = (await (await get('')).json()) as { kinds: { kind: string; example: object }[] };
    expect(kinds.map(({ kind }) => kind)).toEqual(['saju', 'western', 'compatibility', 'iching', 'tarot']);
    for (const { kind, example } of kinds) expect([kind, (await post(kind, example)).status]).toEqual([kind, 200]);
  });

  it.each([
    ['GET', '/runes', 404, undefined],
    ['GET', '/saju', 400, 'date'],
    ['GET', '/saju?date=1990-02-30', 422, 'date'],
    ['GET', '/saju?date=1990-05-15&tiem=07:05', 422, 'tiem'],
    ['GET', '/compatibility?first.date=1990-05-15&second.date=1988-13-02', 422, 'second.date'],
    ['GET', '/tarot?cards=The%20Unicorn', 422, 'cards.0.name'],
  ])('answers %s %s with %i at %s', async (_, path, status, field) => {
    const response = await get(path);
    const problem = (await response.json()) as { errors?: { field: string }[] };
    expect([response.status, problem.errors?.[0]?.field]).toEqual([status, field]);
  });
});
