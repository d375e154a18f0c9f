import { describe, expect, it } from '@jest/globals';
import type { ReadingEvent, ReadingStatus, RetrievalSettled } from '@app/streaming';
import { replayReading } from './replay-reading.js';
import { ReadingRecorder } from './stored-reading.js';

const source = { n: 1, id: 'dream:snake', title: '뱀', source: 'knowledge pack', score: 1 };
const llm = { engine: 'openai', model: 'm' } as const;
const delta = (section: string, content: string): ReadingEvent => ({ event: 'delta', data: { section, content } });

function reading(status: ReadingStatus = 'ok', retrieval: RetrievalSettled['status'] = 'ok'): readonly ReadingEvent[] {
  return [
    {
      event: 'reading',
      data: { reading: 'first', kind: 'dream', locale: 'ko', sections: ['summary', 'symbols'], facts: { a: 1 }, llm },
    },
    { event: 'retrieval', data: { retriever: 'graph', status: retrieval, ms: 12, sources: [source] } },
    { event: 'section', data: { section: 'summary', status: 'start' } },
    { event: 'section', data: { section: 'symbols', status: 'start' } },
    delta('summary', '뱀'),
    delta('symbols', '물'),
    delta('summary', '은 [1]'),
    { event: 'citation', data: { section: 'summary', n: 1, id: 'dream:snake' } },
    {
      event: 'section',
      data: { section: 'symbols', status: 'done', full_text: '물', finish_reason: 'stop', ttft_ms: 5, ms: 9 },
    },
    {
      event: 'section',
      data: { section: 'summary', status: 'done', full_text: '뱀은 [1]', finish_reason: 'stop', ttft_ms: 5, ms: 9 },
    },
    { event: 'done', data: { done: true, status, ms: 40, timings: {}, grounded: true, followups: ['?'] } },
  ];
}

function record(events: readonly ReadingEvent[]) {
  const recorder = new ReadingRecorder();
  for (const event of events) recorder.observe([event]);
  return recorder.stored;
}

describe('a stored reading', () => {
  const stored = record(reading());
  const replayed = stored ? replayReading(stored, { id: 'second', arrivedAt: performance.now() }) : [];
  const texts = (events: readonly ReadingEvent[]) => {
    const all: Record<string, string> = {};
    for (const { event, data } of events)
      if (event === 'delta') all[data.section] = (all[data.section] ?? '') + data.content;
    return all;
  };

  it('is replayed with the same text under a new id, marked as cached', () => {
    expect(texts(replayed)).toEqual(texts(reading()));
    expect(replayed[0]?.data).toMatchObject({ reading: 'second', cached: true, facts: { a: 1 }, llm });
    expect(replayed.at(-1)?.data).toMatchObject({ done: true, status: 'ok', grounded: true, followups: ['?'] });
  });

  it('keeps the order of the protocol: reading, retrieval, then each section from start to done', () => {
    expect(replayed.map(({ event }) => event)).toEqual([
      'reading',
      'retrieval',
      'section',
      'delta',
      'section',
      'section',
      'delta',
      'citation',
      'section',
      'done',
    ]);
  });

  it('cites only what the replayed retrieval announced', () => {
    expect(replayed.filter(({ event }) => event === 'citation').map(({ data }) => data)).toEqual([
      { section: 'summary', n: 1, id: 'dream:snake' },
    ]);
  });

  it('survives serialization', () => {
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });

  it.each(['partial', 'failed', 'cancelled', 'safety'] as const)('is undefined when the reading ended %s', (status) => {
    expect(record(reading(status))).toBeUndefined();
  });

  it.each(['timeout', 'error'] as const)('is undefined when a retriever ended in %s', (status) => {
    expect(record(reading('ok', status))).toBeUndefined();
  });

  it('is undefined when a retriever searched by words alone because of the embedder', () => {
    const degraded = reading().map((event) =>
      event.event === 'retrieval' ? { ...event, data: { ...event.data, degraded: true } } : event,
    );
    expect(record(degraded)).toBeUndefined();
  });

  it('is undefined when the reading was cut off', () => {
    expect(record(reading().slice(0, -1))).toBeUndefined();
  });
});
