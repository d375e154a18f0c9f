import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningServer } from './harness/start-server.js';
import { startWithKnowledge } from './harness/start-with-knowledge.js';

describe('names in a request', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startWithKnowledge({ CACHE_TTL_SECONDS: '0' });
  }, 60_000);
  afterAll(() => server.close());

  const post = (body: object, query = '', headers = {}) =>
    fetch(`${server.url}/v1/readings/dream${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it.each([
    [{ dream: 'A snake.', locale: 'en', persona: 'pirate' }, 'persona', 'coach'],
    [{ dream: 'A snake.', locale: 'en', collections: ['diary'] }, 'collections.0', 'diary'],
    [{ dream: 'A snake.', locale: 'en', colour: 'red' }, 'colour', 'not a known field'],
    [{ dream: '뱀을 보았다.', locale: 'ko', colour: 'red' }, 'colour', '알 수 없는 항목'],
    [{ dream: '뱀을 보았다.', collections: ['diary'] }, 'collections.0', '그런 문서 모음이 없습니다: diary'],
  ])('refuses an unknown name in %j', async (body, field, message) => {
    const response = await post(body, '', { 'Accept-Language': 'ko-KR,ko;q=0.9' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ field, message: expect.stringContaining(message) }] });
  });

  it('leaves out unknown names with ?lenient=true, says so, and shares no such reading', async () => {
    const known = { dream: 'A snake in a garden.', locale: 'en' };
    const body = { ...known, persona: 'pirate', collections: ['diary', 'letters'], colour: 'red' };
    const lenient = (await (await post(body, '?lenient=true')).json()) as { warnings: { field: string }[] };
    expect(lenient).toMatchObject({ status: 'ok' });
    expect(lenient.warnings.map(({ field }) => field)).toEqual(['colour', 'persona', 'collections.0', 'collections.1']);
    expect(await (await post({ ...known, collections: [] })).json()).not.toHaveProperty('warnings');
    expect((await post({ ...body, dream: '' }, '?lenient=true')).status).toBe(400);
  });

  it('shows the text of a built-in record, and of no other', async () => {
    const passage = async (id: string, locale: string) =>
      fetch(`${server.url}/v1/passages/${encodeURIComponent(id)}?locale=${locale}`);
    const snake = (await (await passage('dream:snake', 'ko')).json()) as { title: string; text: string };
    expect(snake).toMatchObject({ id: 'dream:snake', title: '뱀' });
    expect(snake.text).toMatch(/[가-힣]/);
    expect((await passage('dream:no-such-thing', 'ko')).status).toBe(404);
  });

  it('explains a refusal in the language of the request', async () => {
    const explained = async (body: object, language: string) =>
      (await (await post(body, '', { 'Accept-Language': language })).json()) as { title: string; errors: object[] };
    expect(await explained({ dream: '' }, 'ko-KR,ko;q=0.9,en;q=0.8')).toMatchObject({
      title: '요청의 형식이 맞지 않습니다.',
      errors: [{ field: 'dream', message: '비어 있으면 안 됩니다.' }],
    });
    expect((await explained({ dream: '', locale: 'en' }, 'ko')).title).toMatch(/^The request/);
    expect((await explained({ dream: '' }, 'fr')).title).toMatch(/^The request/);
  });
});
