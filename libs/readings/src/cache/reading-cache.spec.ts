import { describe, expect, it } from '@jest/globals';
import { Caches } from '@app/cache';
import { environmentSchema, slices } from '@app/config';
import { FakeEmbedder } from '@app/embedding/testing';
import { CacheMetrics, ReadingMetrics, TimingWindows } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import type { KnowledgeStore } from '@app/knowledge';
import type { EventBatch, ReadingDone, ReadingStarted } from '@app/streaming';
import { NEVER, type Observable, firstValueFrom, from, lastValueFrom } from 'rxjs';
import { dreamReading } from '../dream/dream.reading.js';
import { readingLayer } from './cache-layers.js';
import { type CacheableRequest, ReadingCache } from './reading-cache.js';
import type { SectionWriter } from '../section-writer.js';
import { SimilarReadings } from './similar-readings.js';

const definition = dreamReading;
const dream = 'A snake crossed the river at night';
const asked: CacheableRequest = {
  definition,
  input: { locale: 'en', dream } as CacheableRequest['input'],
  plan: { facts: { symbols: [] }, tags: [], entities: [], question: dream, followups: [] },
  tenant: 'alice',
};

interface Surroundings {
  readonly model?: string;
  readonly revision?: number | undefined;
  readonly variables?: Readonly<Record<string, string>>;
}

function readings({ model = 'm', revision = 1, variables = {} }: Surroundings = {}) {
  const registry = recordingRegistry();
  const config = slices.cache(environmentSchema.parse(variables));
  const writer: SectionWriter = { engine: 'openai', model, write: () => NEVER };
  const status = () =>
    revision === 0 ? { ready: false } : { ready: true, revision, committedAt: '2026-11-22T00:00:00Z' };
  return new ReadingCache(
    readingLayer(new Caches(new CacheMetrics(registry)), config),
    writer,
    config,
    { status } as unknown as KnowledgeStore,
    new SimilarReadings(new FakeEmbedder()),
    new ReadingMetrics(registry, new TimingWindows()),
  );
}

const events = (text: string, status: ReadingDone['status'] = 'ok'): Observable<EventBatch> => {
  const started: ReadingStarted = {
    reading: 'first',
    kind: 'dream',
    locale: 'en',
    sections: ['summary'],
    facts: {},
    llm: { engine: 'openai', model: 'm' },
  };
  const batches: readonly EventBatch[] = [
    [{ event: 'reading', data: started }],
    [{ event: 'section', data: { section: 'summary', status: 'start' } }],
    [{ event: 'delta', data: { section: 'summary', content: text } }],
    [
      {
        event: 'section',
        data: { section: 'summary', status: 'done', full_text: text, finish_reason: 'stop', ttft_ms: 1, ms: 1 },
      },
    ],
    [{ event: 'done', data: { done: true, status, ms: 1, timings: {} } }],
  ];
  return from(batches);
};

const replay = () => ({ id: 'second', arrivedAt: performance.now() });

async function keep(cached: ReadingCache, reading: CacheableRequest, text: string, status?: ReadingDone['status']) {
  const keys = cached.keysOf(reading);
  if (keys) await lastValueFrom(cached.remember(keys, events(text, status)));
}

async function find(cached: ReadingCache, reading: CacheableRequest): Promise<string | undefined> {
  const keys = cached.keysOf(reading);
  const found = keys && (await cached.find(keys, replay()));
  const delta = found && (await firstValueFrom(found)).find(({ event }) => event === 'delta');
  return delta && (delta.data as { content: string }).content;
}

describe('ReadingCache', () => {
  it('replays a reading that ended `ok` unchanged', async () => {
    const cached = readings();
    expect(await find(cached, asked)).toBeUndefined();
    await keep(cached, asked, 'Words – 말 🐍');
    expect(await find(cached, asked)).toBe('Words – 말 🐍');
  });

  const changes: Readonly<Record<string, Partial<CacheableRequest>>> = {
    tenant: { tenant: 'bob' },
    kind: { definition: { ...definition, kind: 'other' } },
    dream: { input: { ...asked.input, dream: `${dream}.` } as CacheableRequest['input'] },
    symbols: { input: { ...asked.input, symbols: ['snake'] } as CacheableRequest['input'] },
    locale: { input: { ...asked.input, locale: 'ko' } },
    persona: { input: { ...asked.input, persona: 'coach' } },
    collections: { input: { ...asked.input, collections: ['mine'] } },
    seed: { input: { ...asked.input, seed: 1 } },
    documents: { input: { ...asked.input, documents: [{ title: 'a', text: 'b' }] } as CacheableRequest['input'] },
    history: { input: { ...asked.input, messages: [{ role: 'user', content: 'x' }] } as CacheableRequest['input'] },
    'what the calculators made of it': { plan: { ...asked.plan, facts: { symbols: ['snake'] } } },
    entities: { plan: { ...asked.plan, entities: [{ id: 'dream:snake' }] } },
  };

  it.each(Object.entries(changes))('misses when the %s changes', async (_, change) => {
    const cached = readings();
    await keep(cached, asked, 'words');
    expect(await find(cached, { ...asked, ...change })).toBeUndefined();
    expect(await find(cached, asked)).toBe('words');
  });

  it('has different keys for another model or other knowledge', () => {
    const key = (surroundings: Surroundings) => readings(surroundings).keysOf(asked)?.key;
    expect(key({ model: 'n' })).not.toBe(key({}));
    expect(key({ revision: 2 })).not.toBe(key({}));
    expect(key({})).toBe(key({}));
  });

  it.each(['partial', 'failed', 'cancelled', 'safety'] as const)(
    'remembers no reading that ended %s',
    async (status) => {
      const cached = readings();
      await keep(cached, asked, 'words', status);
      expect(await find(cached, asked)).toBeUndefined();
    },
  );

  it('caches nothing without knowledge and has no keys when disabled', async () => {
    const blind = readings({ revision: 0 });
    await keep(blind, asked, 'words');
    expect(await find(blind, asked)).toBeUndefined();
    expect(readings({ variables: { CACHE_TTL_SECONDS: '0' } }).keysOf(asked)).toBeUndefined();
  });

  describe('for similar questions', () => {
    const similar = (words: string): CacheableRequest => ({
      ...asked,
      input: { ...asked.input, dream: words } as CacheableRequest['input'],
      plan: { ...asked.plan, question: words },
    });
    /** The fake embedder ignores word order, so these have the same vector. */
    const reordered = similar('at night A snake crossed the river');
    const on = { variables: { SIMILAR_CACHE: 'true' } };
    const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

    it('answers only when enabled', async () => {
      for (const [surroundings, answer] of [
        [{}, undefined],
        [on, 'words'],
      ] as const) {
        const cached = readings(surroundings);
        await keep(cached, asked, 'words');
        await settled();
        expect(await find(cached, reordered)).toBe(answer);
      }
    });

    it.each([
      ['tenant', { tenant: 'bob' }],
      ['locale', { input: { ...reordered.input, locale: 'ko' as const } }],
      ['persona', { input: { ...reordered.input, persona: 'coach' } }],
      ['facts', { plan: { ...reordered.plan, facts: { symbols: ['snake'] } } }],
    ])('never across another %s', async (_, change) => {
      const cached = readings(on);
      await keep(cached, asked, 'words');
      await settled();
      expect(await find(cached, { ...reordered, ...change })).toBeUndefined();
    });

    it('never answers in a script that the embedder does not support', async () => {
      const cached = readings(on);
      await keep(cached, similar('뱀이 강을 건넜다'), 'words');
      await settled();
      expect(await find(cached, similar('강을 뱀이 건넜다'))).toBeUndefined();
    });
  });
});
