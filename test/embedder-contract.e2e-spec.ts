import { Test, type TestingModule } from '@nestjs/testing';
import { SettingsModule, readEnvironment } from '@app/config';
import { EMBEDDER, type Embedder, EmbeddingModule, EmbeddingStatus } from '@app/embedding';
import { FakeEmbedder } from '@app/embedding/testing';
import { MetricsModule } from '@app/metrics';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../apps/model-server/src/create-app.js';
import { ScriptableUpstream } from './harness/index.js';

interface Subject {
  readonly embedder: Embedder;
  readonly close: () => Promise<void>;
}

const settings = (variables: Readonly<Record<string, string>> = {}) =>
  readEnvironment({ NODE_ENV: 'test', LOG_LEVEL: 'warn', EMBEDDING_TIMEOUT_MS: '20000', ...variables });

async function embedderOf(variables: Readonly<Record<string, string>>): Promise<Subject> {
  const imports = [SettingsModule.forRoot(settings(variables)), MetricsModule.of(), EmbeddingModule];
  const module: TestingModule = await Test.createTestingModule({ imports }).compile();
  await module.init();
  await module.get(EmbeddingStatus).ready();
  return { embedder: module.get<Embedder>(EMBEDDER), close: () => module.close() };
}

async function behindModelServer(): Promise<Subject> {
  const app = await createApp(settings({ EMBEDDINGS_API_KEY: 'shared' }));
  await app.listen(0, '127.0.0.1');
  const subject = await embedderOf({ EMBEDDINGS_URL: await app.getUrl(), EMBEDDINGS_API_KEY: 'shared' });
  return { ...subject, close: () => subject.close().then(() => app.close()) };
}

async function behindOtherServer(): Promise<Subject> {
  const upstream = await new ScriptableUpstream().start();
  const subject = await embedderOf({ EMBEDDINGS_URL: upstream.url });
  return { ...subject, close: () => subject.close().then(() => upstream.stop()) };
}

const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
  'in process': () => embedderOf({}),
  'behind our model server': behindModelServer,
  'behind another OpenAI-compatible server': behindOtherServer,
  'the fake': async () => ({ embedder: new FakeEmbedder(), close: async () => {} }),
};

const forever = () => new AbortController().signal;
const similarity = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0);

describe.each(Object.entries(subjects))('Embedder %s', (_, create) => {
  let subject: Subject;
  let embedder: Embedder;
  beforeAll(async () => {
    subject = await create();
    ({ embedder } = subject);
  });
  afterAll(() => subject.close());

  it('has a name, dimensions and at least one script', () => {
    expect(embedder.model).not.toBe('');
    expect(embedder.dimensions).toBeGreaterThan(0);
    expect(embedder.scripts.has('latin')).toBe(true);
  });

  it.each(['query', 'passage', undefined] as const)(
    'returns unit vectors in the order of the texts (%s)',
    async (role) => {
      const texts = [
        'a snake in the house',
        'the sea',
        'a snake in the house',
        'teeth falling out while everybody looks',
      ];
      const vectors = await embedder.embed(texts, forever(), role);
      expect(vectors).toHaveLength(4);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(embedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
      }
      for (const [at, text] of texts.entries()) {
        const [alone] = await embedder.embed([text], forever(), role);
        expect(similarity(alone!, vectors[at]!)).toBeGreaterThan(0.999);
      }
    },
  );

  it('keeps the order across several batches', async () => {
    const texts = Array.from({ length: 40 }, (_, at) => `dream ${at}${' of the sea'.repeat(at % 5)}`);
    const vectors = await embedder.embed(texts, forever());
    const [last] = await embedder.embed([texts[39]!], forever());
    expect(vectors).toHaveLength(40);
    expect(similarity(vectors[39]!, last!)).toBeGreaterThan(0.999);
  });

  it('returns an empty array for no texts', async () => {
    await expect(embedder.embed([], forever())).resolves.toEqual([]);
  });

  it('returns vectors the caller may modify', async () => {
    const [first] = await embedder.embed(['a house'], forever(), 'query');
    const copy = first!.slice();
    first!.fill(0);
    const [second] = await embedder.embed(['a house'], forever(), 'query');
    expect(similarity(second!, copy)).toBeGreaterThan(0.999);
  });

  it('rejects with the reason of an aborted signal', async () => {
    const reason = new Error('the reader left');
    await expect(embedder.embed(['a snake'], AbortSignal.abort(reason), 'query')).rejects.toBe(reason);
  });
});

describe('the same model in process and behind the model server', () => {
  it('has the same name and returns the same vectors', async () => {
    const own = await embedderOf({});
    const remote = await behindModelServer();
    const text = 'a snake in the house';
    const [a] = await own.embedder.embed([text], forever(), 'query');
    const [b] = await remote.embedder.embed([text], forever(), 'query');
    expect(similarity(a!, b!)).toBeGreaterThan(0.999_9);
    expect(remote.embedder).toMatchObject({ model: own.embedder.model, dimensions: own.embedder.dimensions });
    expect([...remote.embedder.scripts]).toEqual([...own.embedder.scripts]);
    await Promise.all([own.close(), remote.close()]);
  });
});
