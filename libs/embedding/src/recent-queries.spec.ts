import { EmbeddingMetrics } from '@app/metrics';
import { recordingRegistry } from '@app/metrics/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RecentQueries } from './recent-queries.js';

describe('RecentQueries', () => {
  let asked: string[][];
  let recent: RecentQueries;
  const embed = async (texts: readonly string[]) => {
    asked.push([...texts]);
    return texts.map((text) => Float32Array.of(text.length));
  };

  beforeEach(() => {
    asked = [];
    recent = new RecentQueries(new EmbeddingMetrics(recordingRegistry()));
  });

  it('embeds only unknown texts, each once, and keeps the order', async () => {
    await recent.through(['snake'], embed);
    const vectors = await recent.through(['sea', 'snake', 'house', 'sea'], embed);
    expect(asked).toEqual([['snake'], ['sea', 'house']]);
    expect(vectors.map(([length]) => length)).toEqual([3, 5, 5, 3]);
  });

  it('does not embed what it has cached', async () => {
    await recent.through(['snake'], embed);
    await recent.through(['snake'], embed);
    expect(asked).toHaveLength(1);
  });

  it('evicts the least recently used query', async () => {
    await recent.through(['first'], embed);
    await recent.through(
      Array.from({ length: 1_000 }, (_, at) => `query ${at}`),
      embed,
    );
    await recent.through(['first'], embed);
    expect(asked.at(-1)).toEqual(['first']);
  });

  it('does not cache failures', async () => {
    await expect(recent.through(['snake'], () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    await recent.through(['snake'], embed);
    expect(asked).toEqual([['snake']]);
  });

  it('returns copies', async () => {
    const [first] = await recent.through(['snake'], embed);
    first![0] = -1;
    const [second] = await recent.through(['snake'], embed);
    expect(second![0]).toBe(5);
  });
});
