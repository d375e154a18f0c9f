import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RETRIEVERS } from '@app/rag';
import { FakeRetriever, fakeRetrievers } from '@app/rag/testing';
import { readBytewise } from './harness/front-end-parsers.js';
import { ScriptableUpstream } from './harness/index.js';
import { ReadyKnowledge } from './harness/ready-knowledge.js';
import { type RunningServer, startServer } from './harness/start-server.js';

interface Call {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

const call = (name: string) => JSON.parse(readFileSync(`test/legacy-clients/${name}.json`, 'utf8')) as Call;
const passages = (kind: string) => [
  { id: `${kind}:health`, title: '건강', text: '몸의 소리를 들으세요.', source: 'test', score: 1, tags: [] },
];

/** One call of every kind that the older front ends make, without a model and with one. */
describe('calls of the older front ends', () => {
  const retrievers = fakeRetrievers().map(({ kind }) => new FakeRetriever(kind, passages(kind)));
  const overrides = [{ token: RETRIEVERS, value: retrievers }, new ReadyKnowledge().override];
  let upstream: ScriptableUpstream;
  let composing: RunningServer;
  let prompting: RunningServer;

  beforeAll(async () => {
    upstream = await new ScriptableUpstream({
      mode: `ok?text=${encodeURIComponent('건강을 먼저 살피세요 [1]. 천천히 걸으세요.')}`,
    }).start();
    composing = await startServer({ CACHE_TTL_SECONDS: '0' }, overrides);
    prompting = await startServer(
      { CACHE_TTL_SECONDS: '0', OPENAI_BASE_URL: upstream.url, OPENAI_API_KEY: 'key' },
      overrides,
    );
  });
  beforeEach(() => {
    upstream.reset();
    for (const retriever of retrievers) retriever.queries.length = 0;
  });
  afterAll(async () => {
    await composing.close();
    await prompting.close();
    await upstream.stop();
  });

  const post = async ({ url }: RunningServer, { path, headers, body }: Call) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const reads: string[] = [];
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) reads.push(decoder.decode(chunk as Uint8Array, { stream: true }));
    return { status: response.status, headers: response.headers, reads, bytes: reads.join('') };
  };
  const messages = () =>
    upstream.stats.bodies.flatMap((body) => (body as { messages: { role: string; content: string }[] }).messages);
  const lastQuestion = () => messages().at(-1)?.content.split('\n\n').at(-1);
  const searched = () => retrievers.flatMap(({ queries }) => queries.map(({ text }) => text)).join('\n');
  const sectionText = (bytes: string, section: string) =>
    readBytewise(bytes)
      .map((data) => JSON.parse(data) as { section?: string; content?: string })
      .map((data) => (data.section === section ? (data.content ?? '') : ''))
      .join('');

  describe('a question within instructions and 40 KB of charts', () => {
    const given = call('ask-long-prompt');
    const long = { ...given, body: { ...given.body, advanced_astro: { note: 'x'.repeat(40_000) } } };

    it('is the only text that is asked and searched', async () => {
      const { status, bytes } = await post(prompting, long);
      expect([status, readBytewise(bytes).at(-1)]).toEqual([200, '[DONE]']);
      expect(lastQuestion()).toBe('그럼 건강은 어떤가요?');
      expect(searched()).toContain('그럼 건강은 어떤가요?');
      expect(searched()).not.toMatch(/상담사|Conversation|직장/u);
      expect(messages()[0]?.content).not.toContain('첫 문장부터');
    });

    it('is the only text that the composer quotes', async () => {
      const { bytes } = await post(composing, long);
      const text = readBytewise(bytes).join('');
      expect(text).toContain('그럼 건강은 어떤가요?');
      expect(text).not.toMatch(/Conversation|상담사|일간을 언급/u);
    });

    it('may be 512 KB, and no more', async () => {
      const sized = (length: number) => ({ ...given, body: { ...given.body, advanced_astro: 'x'.repeat(length) } });
      expect((await post(composing, sized(500 * 1024))).status).toBe(200);
      expect((await post(composing, sized(512 * 1024))).status).toBe(413);
      const elsewhere = await post(composing, { path: '/v1/readings/dream', body: { dream: 'x'.repeat(65 * 1024) } });
      expect(elsewhere.status).toBe(413);
    });
  });

  it('answers the last question of a conversation, also in the next call', async () => {
    const given = call('saju-question-in-scaffold');
    await post(prompting, given);
    expect(lastQuestion()).toBe('건강은요?');
    expect(searched()).not.toMatch(/직장|Conversation/u);
    upstream.reset();
    const prompt = `너는 사주 전문 상담사다.\n\nQuestion: 올해 여행은 어떨까요?`;
    await post(prompting, { ...given, body: { ...given.body, prompt, history: [] } });
    expect(lastQuestion()).toBe('올해 여행은 어떨까요?');
  });

  it('uses the hexagrams and the line that the front end displayed', async () => {
    const { bytes } = await post(composing, call('iching-given-result'));
    const [reading] = readBytewise(bytes).map((data) => JSON.parse(data) as { facts?: object });
    expect(reading?.facts).toMatchObject({ primary: { number: 64 }, changing: [3], resulting: { number: 4 } });
    const changing = sectionText(bytes, 'changing');
    expect(changing).toContain('육삼: 아직 건너지 못했는데 가면 흉하다');
    expect(changing).toContain('4번 괘 산수몽');
  });

  it.each([
    ['iching-crisis', 'overview'],
    ['dream-crisis', 'summary'],
  ])('shows help lines where the client displays text (%s)', async (name, section) => {
    const { bytes } = await post(prompting, call(name));
    expect(sectionText(bytes, section)).toMatch(/109[^]*1577-0199/);
    expect(upstream.stats.requests).toHaveLength(0);
  });

  it.each(['/counselor/init', '/saju/counselor/init', '/astrology/counselor/init'])(
    'opens a session for a browser (%s)',
    async (path) => {
      const { headers = {}, body } = call('counselor-init-browser');
      const preflight = await fetch(composing.url + path, { method: 'OPTIONS', headers });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
      expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
      const opened = await post(composing, { path, body, headers: { Origin: 'http://localhost:3000' } });
      expect(opened.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
      expect(JSON.parse(opened.bytes)).toMatchObject({ status: 'success', session_id: expect.any(String) });
    },
  );

  it('talks about both cards in the counsellor’s voice, in small frames and without citations', async () => {
    const given = call('tarot-counselor');
    const { reads, bytes } = await post(prompting, given);
    expect(messages()[0]?.content).not.toContain('형식 규칙');
    const asked = messages().at(-1)?.content;
    expect(asked).toContain('은둔자');
    expect(asked).toContain('"reversed":true');
    expect(retrievers.flatMap(({ queries }) => queries).every(({ persona }) => persona === 'sage')).toBe(true);
    for (const frame of bytes.split(/(?<=\n\n)/)) expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(1_400);
    expect(bytes).not.toMatch(/\[1\]|event: (?:reading|retrieval|section)/);
    // A client that parses each read independently finds only whole events.
    for (const read of reads) expect(read).toMatch(/\n\n$/);
    const composed = await post(composing, given);
    expect(composed.bytes).toMatch(/은둔자/u);
    for (const frame of composed.bytes.split(/(?<=\n\n)/)) expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(1_400);
  });

  it('answers a question as one document', async () => {
    const { status, headers, bytes } = await post(prompting, call('ask-json'));
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('application/json')]);
    expect(JSON.parse(bytes)).toEqual({
      status: 'success',
      data: {
        fusion_layer: '건강을 먼저 살피세요. 천천히 걸으세요.',
        model: expect.stringMatching(/./),
        performance: { total_ms: expect.any(Number), timings: expect.any(Object) },
      },
    });
  });

  it('interprets a spread as one document with a text for each card', async () => {
    const { status, bytes } = await post(composing, call('tarot-interpret-json'));
    expect(status).toBe(200);
    const document = JSON.parse(bytes) as Record<string, unknown>;
    expect(document).toMatchObject({
      overall_message: expect.stringMatching(/다시 만날 수 있을까요/u),
      card_insights: [
        { position: 'Past', card_name: '바보', is_reversed: false, interpretation: expect.stringContaining('바보') },
        { position: 'Present', card_name: '탑', is_reversed: true, interpretation: expect.stringContaining('탑') },
        { position: 'Future', card_name: '별', is_reversed: false, interpretation: expect.stringContaining('별') },
      ],
      guidance: expect.stringMatching(/./),
      affirmation: expect.stringMatching(/./),
      followup_questions: [{}, {}, {}].map(() => expect.any(String)),
    });
  });

  it('answers a chat about cards as one document', async () => {
    const { body } = call('tarot-counselor');
    const { bytes } = await post(prompting, { path: '/api/tarot/chat', body });
    expect(JSON.parse(bytes)).toMatchObject({ reply: '건강을 먼저 살피세요. 천천히 걸으세요.' });
  });

  it.each(['/api/tarot/prefetch', '/rlhf/feedback'])('accepts %s', async (path) => {
    expect(await post(composing, { path, body: { rating: 5 } })).toMatchObject({ status: 204, bytes: '' });
  });

  it('answers the realtime counsellor with pieces, follow-ups in the text and one done', async () => {
    const { body } = call('saju-question-in-scaffold');
    const { status, bytes } = await post(prompting, { path: '/api/counselor/realtime', body });
    expect(status).toBe(200);
    const data = readBytewise(bytes).map((line) => JSON.parse(line) as { content: string; done: boolean });
    expect(data.map(({ content }) => content).join('')).toMatch(
      /^건강을 먼저 살피세요\. 천천히 걸으세요\.\n\|\|FOLLOWUP\|\|\["/u,
    );
    expect(data.filter(({ done }) => done)).toEqual([{ content: '', done: true }]);
  });

  it('sends `error` in the request’s language when a reading failed as a whole', async () => {
    upstream.mode = '500';
    const { path, body } = call('dream-crisis');
    const { bytes } = await post(prompting, { path, body: { ...body, dream: '바다를 걷는 꿈', locale: 'ko' } });
    const data = readBytewise(bytes).map((line) => JSON.parse(line) as { error?: string; done?: boolean });
    expect(data.flatMap(({ error }) => error ?? [])).toEqual([expect.stringMatching(/^지금은 답을/u)]);
    expect(data.at(-1)).toMatchObject({ done: true, status: 'failed' });
  });
});

describe('a deployment with keys', () => {
  it('lets browsers open sessions that its server asks with, when it says so', async () => {
    const token = 'token-of-an-older-deployment';
    const variables = { ADMIN_API_TOKEN: token, OPEN_COUNSELOR_INIT: 'true', CORS_ALLOWED_ORIGINS: '*' };
    const server = await startServer(variables, [
      { token: RETRIEVERS, value: fakeRetrievers() },
      new ReadyKnowledge().override,
    ]);
    const send = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(server.url + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: 'https://pages.example', ...headers },
        body: JSON.stringify(body),
      });
    try {
      const opened = await send('/counselor/init', call('counselor-init-browser').body);
      expect([opened.status, opened.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      const { session_id: session } = (await opened.json()) as { session_id: string };
      const ask = { prompt: '건강은요?', session_id: session };
      expect((await send('/ask-stream', ask)).status).toBe(401);
      const answer = await send('/ask-stream', ask, { 'X-API-KEY': token });
      expect([answer.status, (await answer.text()).endsWith('data: [DONE]\n\n')]).toEqual([200, true]);
    } finally {
      await server.close();
    }
  });
});
