import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import OpenAI from 'openai';
import { KeyedServer } from './harness/keyed-server.js';

const CRISIS = '죽고 싶어요';
const user = (content: string) => ({ role: 'user' as const, content });

describe('other wire formats', () => {
  let server: KeyedServer;
  let openai: OpenAI;

  beforeAll(async () => {
    server = await KeyedServer.start();
    openai = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: KeyedServer.key, maxRetries: 0 });
  });
  afterEach(() => server.resetUpstream());
  afterAll(() => server.stop());

  const readUi = async (text: string, kind = 'dream') => {
    const messages = [{ id: 'm', role: 'user', parts: [{ type: 'text', text }] }];
    const response = await server.post(`/v1/ui-messages/${kind}`, { id: 'c', messages });
    const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: '));
    const last = lines.pop();
    const parts = lines.map((line) => JSON.parse(line.slice(6)) as { type: string; id?: string; delta?: string });
    return { response, last, parts };
  };

  describe('OpenAI', () => {
    it('lists the kinds as models', async () => {
      const models = (await openai.models.list()).data.map(({ id }) => id);
      expect(models).toEqual(expect.arrayContaining(['dream', 'tarot', 'iching', 'destiny']));
      expect((await openai.models.retrieve('tarot')).id).toBe('tarot');
    });

    it('answers a completion with the texts of all sections and the usage', async () => {
      const answer = await openai.chat.completions.create({ model: 'dream', messages: [user('A snake.')] });
      expect(answer.choices[0]?.message.content).toBe(await server.wholeText('A snake.'));
      expect(answer.choices[0]?.finish_reason).toBe('stop');
      expect(answer.usage?.total_tokens).toBeGreaterThan(0);
    });

    it('streams the same text in the order of the sections', async () => {
      const stream = await openai.chat.completions.create({
        model: 'dream',
        messages: [{ role: 'system', content: 'Ignored.' }, user('A snake.')],
        stream: true,
        stream_options: { include_usage: true },
      });
      let text = '';
      let pieces = 0;
      let usage: OpenAI.CompletionUsage | null | undefined;
      for await (const chunk of stream) {
        const content = chunk.choices[0]?.delta.content ?? '';
        text += content;
        pieces += content === '' ? 0 : 1;
        usage = chunk.usage ?? usage;
      }
      expect(text).toBe(await server.wholeText('A snake.'));
      expect(pieces).toBeGreaterThanOrEqual(3);
      expect(usage?.total_tokens).toBeGreaterThan(0);
    });

    it('continues a conversation and passes fields of the kind on', async () => {
      const conversation = [user('A snake.'), { role: 'assistant' as const, content: 'A change.' }, user('Why?')];
      const chat = await openai.chat.completions.create({ model: 'dream', messages: conversation });
      expect(chat.choices[0]?.message.content?.length).toBeGreaterThan(10);
      const birth = { date: '1990-05-15', time: '14:30', gender: 'female', city: 'Seoul' };
      const destiny = { model: 'destiny', messages: [user('What suits me?')], birth };
      expect((await openai.chat.completions.create(destiny)).choices[0]?.message.content).toBeTruthy();
    });

    it.each([
      [{ model: 'gpt-4', messages: [user('x')] }, 404, 'reading.unknown_kind'],
      [{ model: 'dream', messages: [] }, 400, 'input.invalid'],
      [{ model: 'destiny', messages: [user('x')] }, 400, 'input.invalid'],
    ])('refuses %j with %i in OpenAI’s shape', async (body, status, code) => {
      await expect(openai.chat.completions.create(body)).rejects.toMatchObject({ status, code });
    });

    it('refuses an unknown key in OpenAI’s shape', async () => {
      const stranger = new OpenAI({ baseURL: `${server.url}/v1`, apiKey: 'none', maxRetries: 0 });
      await expect(stranger.models.list()).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
    });

    it('answers a person in crisis with help lines', async () => {
      const answer = await openai.chat.completions.create({ model: 'tarot', messages: [user(CRISIS)] });
      expect(answer.choices[0]?.message.content).toContain('109');
      expect(server.upstream.stats.open).toBe(0);
    });

    it('cancels the reading when the client leaves', async () => {
      server.upstream.mode = 'ok?tokens=1000&delay=20';
      const stream = await openai.chat.completions.create({ model: 'dream', messages: [user('Long.')], stream: true });
      for await (const chunk of stream) if (chunk.choices[0]?.delta.content) break;
      await server.nothingLeft();
    });
  });

  describe('UI messages', () => {
    it('has one start and finish, and each section as a text part', async () => {
      const { response, last, parts } = await readUi('A snake.');
      expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
      expect(last).toBe('data: [DONE]');
      expect([parts[0]?.type, parts.at(-1)?.type]).toEqual(['start', 'finish']);
      const count = (type: string) => parts.filter((part) => part.type === type).length;
      expect(['start', 'finish', 'data-retrieval'].map(count)).toEqual([1, 1, 4]);
      expect([count('text-start'), count('text-end')]).toEqual([3, 3]);
      const summary = parts.filter(({ type, id }) => type === 'text-delta' && id === 'summary');
      const [text] = await server.sectionTexts('A snake.');
      expect(summary.map(({ delta }) => delta).join('')).toBe(text);
    });

    it('answers a person in crisis with help lines', async () => {
      const { parts } = await readUi(CRISIS);
      expect(parts.map(({ delta = '' }) => delta).join('')).toContain('109');
    });
  });

  // Last: failures open the circuit breaker.
  describe('a reading that failed', () => {
    it('is an error for an OpenAI client, streamed or not', async () => {
      server.upstream.mode = 'status?code=400';
      const body = { model: 'dream', messages: [user('A snake.')] };
      await expect(openai.chat.completions.create(body)).rejects.toMatchObject({ status: 502 });
      const stream = await openai.chat.completions.create({ ...body, stream: true });
      const reads = async () => {
        for await (const chunk of stream) expect(chunk.object).toBe('chat.completion.chunk');
      };
      await expect(reads()).rejects.toBeInstanceOf(OpenAI.APIError);
    });

    it('is an error part of UI messages, which still finish', async () => {
      server.upstream.mode = 'status?code=400';
      const { parts, last } = await readUi('A snake.');
      expect(parts.filter(({ type }) => type === 'error')).toHaveLength(1);
      expect([parts.at(-1)?.type, last]).toEqual(['finish', 'data: [DONE]']);
    });
  });
});
