import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CacheMetrics } from './cache.metrics.js';
import { EmbeddingMetrics } from './embedding.metrics.js';
import { HttpMetrics } from './http.metrics.js';
import { KnowledgeMetrics } from './knowledge.metrics.js';
import { LABEL_SETS, type LabelSet, label } from './label-sets.js';
import { LlmMetrics } from './llm.metrics.js';
import { ReadingMetrics } from './reading.metrics.js';
import { RetrievalMetrics } from './retrieval.metrics.js';
import { SectionMetrics } from './section.metrics.js';
import { recordingRegistry } from './testing/metrics-for-tests.js';
import { TimingWindows } from './timing-windows.js';

const NAMES = 10_000;

/** Calls every method that takes a label value with the same made-up word. */
function everyConcern() {
  const registry = recordingRegistry();
  const windows = new TimingWindows();
  const [section, reading] = [new SectionMetrics(registry, windows), new ReadingMetrics(registry, windows)];
  const [retrieval, llm] = [new RetrievalMetrics(registry, windows), new LlmMetrics(registry)];
  const [embedding, knowledge] = [new EmbeddingMetrics(registry), new KnowledgeMetrics(registry)];
  const [http, cache] = [new HttpMetrics(registry), new CacheMetrics(registry)];
  const say = (word: string) => {
    section.ended({ section: word, outcome: word, ms: 1, ttftMs: 1, characters: 1, tokens: 2 });
    reading.ended(word, word, 1, 1);
    reading.safety(word);
    retrieval.observe({ retriever: word, status: word, ms: 1, passages: [] });
    llm.register('primary', { engine: 'openai', model: 'small' });
    llm.used('primary', { promptTokens: 1, completionTokens: 1 });
    llm.started('primary');
    llm.ended('primary', word, 1);
    llm.retried('primary', word);
    embedding.embedded(word, 1);
    knowledge.rows(word, 1);
    cache.redisRefused(word);
    http.observe(word, 'other', 404, 1);
  };
  const series = async () =>
    (await registry.prometheus.metrics()).split('\n').filter((line) => line && !line.startsWith('#')).length;
  return { say, series, windows };
}

describe('labels', () => {
  it(`adds no series for ${NAMES} made-up sections, kinds, outcomes, retrievers and methods`, async () => {
    const { say, series, windows } = everyConcern();
    say('made up');
    const before = await series();
    for (const word of fc.sample(fc.string({ minLength: 1, maxLength: 40 }), NAMES)) say(`${word} `);
    expect(await series()).toBe(before);
    expect(Object.keys(windows.summaries()).filter((name) => !/other|^reading(?:_ttft)?$/.test(name))).toEqual([]);
  });

  it('keeps registered kinds, sections and retrievers', async () => {
    const registry = recordingRegistry();
    const windows = new TimingWindows();
    const [reading, section] = [new ReadingMetrics(registry, windows), new SectionMetrics(registry, windows)];
    const retrieval = new RetrievalMetrics(registry, windows);
    reading.register(['coin']);
    section.register([{ kind: 'coin', section: 'answer', title: 'The coin’s answer' }]);
    retrieval.register(['stars']);
    reading.ended('coin', 'ok', 1, 1);
    section.ended({ section: 'answer', outcome: 'done', ms: 1, ttftMs: 1, characters: 1, tokens: 2 });
    retrieval.observe({ retriever: 'stars', status: 'ok', ms: 1, passages: [] });
    const text = await registry.prometheus.metrics();
    expect(text).toContain('reading_duration_seconds_count{kind="coin",outcome="ok"} 1');
    expect(text).toContain('reading_section_duration_seconds_count{section="answer",outcome="done"} 1');
    expect(text).toContain('reading_section_info{kind="coin",section="answer",title="The coin’s answer"} 1');
    expect(text).toContain('retrieval_results_count{retriever="stars"} 1');
  });

  it('keeps values of its set', () => {
    for (const [set, values] of Object.entries(LABEL_SETS))
      for (const value of values) expect(label(set as LabelSet, value)).toBe(value);
  });
});
