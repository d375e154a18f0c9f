import { FakeEmbedder } from '@app/embedding/testing';
import { describe, expect, it } from '@jest/globals';
import type { EntityLinker } from './entity-linker.js';
import { queryVector } from './query-vector.js';

const snake: EntityLinker = {
  named: () => undefined,
  link: (text) => {
    const start = text.indexOf('뱀');
    if (start < 0) return [];
    return [
      {
        id: 'dream:snake',
        mention: '뱀',
        titles: { ko: '뱀', en: 'Snake' },
        spans: [{ start, end: start + 1, name: '뱀' }],
      },
    ];
  },
};
const { signal } = new AbortController();

describe('queryVector', () => {
  it('embeds a supported question once', async () => {
    const embedder = new FakeEmbedder();
    const vector = queryVector(embedder, 'a snake', { linker: snake, signal });
    expect((await vector())?.confidence).toBe(1);
    await vector();
    expect(embedder.calls).toEqual([['a snake']]);
  });

  it('embeds the gloss of an unsupported question', async () => {
    const embedder = new FakeEmbedder();
    expect((await queryVector(embedder, '뱀을 봤다', { linker: snake, signal })())?.confidence).toBeCloseTo(0.4);
    expect(embedder.calls).toEqual([['Snake']]);
  });

  it('embeds the question itself when the model supports it', async () => {
    const embedder = Object.assign(new FakeEmbedder(), { scripts: new Set(['latin', 'hangul'] as const) });
    expect((await queryVector(embedder, '뱀을 봤다', { linker: snake, signal })())?.confidence).toBe(1);
    expect(embedder.calls).toEqual([['뱀을 봤다']]);
  });

  it.each(['오늘 날씨', 'HyDE 기법을 사용한 dense retrieval', 'what does 태몽 mean'])(
    'is undefined for %s',
    async (text) => {
      const embedder = new FakeEmbedder();
      expect(await queryVector(embedder, text, { linker: snake, signal })()).toBeUndefined();
      expect(embedder.calls).toEqual([]);
    },
  );

  it('is undefined without a linker', async () => {
    expect(await queryVector(new FakeEmbedder(), '뱀을 봤다', { signal })()).toBeUndefined();
  });
});
