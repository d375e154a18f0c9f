import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pillarNamed } from './saju-names.js';

interface Pillar {
  readonly id: string;
  readonly kind: string;
  readonly title_ko: string;
  readonly title_en: string;
}

const pillars = readFileSync('knowledge/domain/saju.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Pillar)
  .filter(({ kind }) => kind === 'pillar');

describe('pillarNamed', () => {
  it('finds every pillar of the knowledge pack by each of its names', () => {
    expect(pillars).toHaveLength(60);
    for (const { id, title_ko: korean, title_en: english } of pillars) {
      const [hangul = '', hanja = ''] = korean.split(/[()]/);
      for (const text of [hangul, hanja, korean]) expect(pillarNamed(text, 'ko')).toEqual({ id, name: korean });
      expect(english.startsWith(`${pillarNamed(hanja, 'en')?.name},`)).toBe(true);
    }
  });

  it('knows no pillar of a yang stem on a yin branch', () => {
    expect(pillarNamed('甲丑', 'ko')).toBeUndefined();
    expect(pillarNamed('甲', 'ko')).toBeUndefined();
  });
});
