import { describe, expect, it } from '@jest/globals';
import type { ReadingEvent, ReadingStarted } from '@app/streaming';
import { UsageMeter } from './usage-meter.js';

const started = (data: Partial<ReadingStarted> = {}): ReadingEvent => ({
  event: 'reading',
  data: {
    reading: 'r',
    kind: 'dream',
    locale: 'en',
    sections: ['summary', 'symbols'],
    facts: {},
    llm: { engine: 'openai', model: 'm' },
    ...data,
  },
});
const delta = (section: string, content: string): ReadingEvent => ({ event: 'delta', data: { section, content } });
const done = (section: string, usage?: { promptTokens: number; completionTokens: number }): ReadingEvent => ({
  event: 'section',
  data: { section, status: 'done', full_text: '', finish_reason: 'stop', ttft_ms: 1, ms: 1, ...(usage && { usage }) },
});
const words = (count: number) => 'snake '.repeat(count);

function measured(...events: readonly ReadingEvent[]) {
  const meter = new UsageMeter();
  for (const section of ['summary', 'symbols']) meter.prompted(section, [{ role: 'user', content: words(100) }]);
  for (const event of events) meter.observe(event);
  return meter.total;
}

describe('UsageMeter', () => {
  it('adds the usage that the upstream reported', () => {
    const total = measured(
      started(),
      delta('summary', words(10)),
      done('summary', { promptTokens: 7, completionTokens: 5 }),
      done('symbols', { promptTokens: 2, completionTokens: 1 }),
    );
    expect(total).toEqual({ promptTokens: 9, completionTokens: 6 });
  });

  it('estimates prompt and text of sections without a report, also when they never ended', () => {
    const total = measured(
      started(),
      delta('summary', words(10)),
      delta('summary', words(10)),
      done('symbols', { promptTokens: 2, completionTokens: 1 }),
    );
    expect(total).toEqual({ promptTokens: 2 + 150, completionTokens: 1 + 26 });
  });

  it('counts nothing for a replayed reading or one written offline', () => {
    const nothing = { promptTokens: 0, completionTokens: 0 };
    expect(measured(started({ cached: true }), delta('summary', words(10)))).toEqual(nothing);
    expect(measured(started({ llm: { engine: 'offline', model: 'm' } }), delta('summary', words(10)))).toEqual(nothing);
  });
});
