import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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

/** Every method that takes a word, given the same made-up one. */
function everyConcern() {
  const registry = recordingRegistry();
  const windows = new TimingWindows();
  const [section, reading] = [new SectionMetrics(registry, windows), new ReadingMetrics(registry, windows)];
  const [retrieval, llm] = [new RetrievalMetrics(registry, windows), new LlmMetrics(registry)];
  const [embedding, knowledge] = [new EmbeddingMetrics(registry), new KnowledgeMetrics(registry)];
  const http = new HttpMetrics(registry);
  const say = (word: string) => {
    section.ended({ section: word, outcome: word, ms: 1, ttftMs: 1, characters: 1, tokens: 2 });
    reading.ended(word, word, 1, 1);
    reading.safety(word);
    retrieval.observe({ retriever: word, status: word, ms: 1, passages: [] });
    llm.started('primary');
    llm.ended('primary', word, 1);
    llm.retried('primary', word);
    embedding.embedded(word, 1);
    knowledge.rows(word, 1);
    http.observe(word, 'other', 404, 1);
  };
  const series = async () =>
    (await registry.prometheus.metrics()).split('\n').filter((line) => line && !line.startsWith('#')).length;
  return { say, series, windows };
}

describe('labels (S8)', () => {
  it(`adds no series for ${NAMES} made-up sections, kinds, outcomes, retrievers and methods`, async () => {
    const { say, series, windows } = everyConcern();
    say('made up');
    const before = await series();
    for (const word of fc.sample(fc.string({ minLength: 1, maxLength: 40 }), NAMES)) say(`${word} `);
    expect(await series()).toBe(before);
    expect(Object.keys(windows.summaries()).filter((name) => !/other|^reading(?:_ttft)?$/.test(name))).toEqual([]);
  });

  it('keeps what its set knows', () => {
    for (const [set, values] of Object.entries(LABEL_SETS))
      for (const value of values) expect(label(set as LabelSet, value)).toBe(value);
  });
});
