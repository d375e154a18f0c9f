import { describe, expect, it } from '@jest/globals';
import { KnowledgeMetrics } from './knowledge.metrics.js';
import { recordingRegistry } from './testing/metrics-for-tests.js';

describe('KnowledgeMetrics', () => {
  it('counts a change of the served version, but neither the first version nor a repeated one', async () => {
    const registry = recordingRegistry();
    const metrics = new KnowledgeMetrics(registry);
    const counted: unknown[] = [];
    for (const revision of [7, 7, 8, 8, 9]) {
      metrics.version(revision);
      const { values } = (await registry.prometheus.getSingleMetric('retrieval_ingestions_total')?.get()) ?? {};
      counted.push(values?.[0]?.value);
    }
    expect(counted).toEqual([0, 0, 1, 1, 2]);
  });
});
