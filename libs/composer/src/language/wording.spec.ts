import { describe, expect, it } from '@jest/globals';
import { Wording } from './wording.js';

const PHRASES = { ko: ['{name}입니다.', '{name}{이/가} 있습니다.'], en: ['{name} is here.', '{missing} is here.'] };

describe('Wording', () => {
  it('is deterministic for a seed and alternates between phrases', () => {
    const say = (seed: number) => {
      const wording = new Wording('ko', seed, { name: '뱀' });
      return [wording.phrase(PHRASES), wording.phrase(PHRASES)];
    };
    expect(say(4)).toEqual(['뱀입니다.', '뱀이 있습니다.']);
    expect(say(4)).toEqual(say(4));
    expect(say(5)).toEqual(['뱀이 있습니다.', '뱀입니다.']);
  });

  it('skips phrases with unknown slots', () => {
    const wording = new Wording('en', 1, { name: 'the snake' });
    expect(wording.phrase(PHRASES)).toBe('The snake is here.');
    expect(new Wording('en', 1, {}).phrase(PHRASES)).toBe('');
  });

  it('uses the last lead only for the last item', () => {
    const leads = {
      only: { ko: [], en: ['only'] },
      first: { ko: [], en: ['first'] },
      next: { ko: [], en: ['next'] },
      last: { ko: [], en: ['last'] },
    };
    const wording = new Wording('en', 0, {});
    expect([0, 1, 2].map((index) => wording.lead(leads, {}, index, 3))).toEqual(['First', 'Next', 'Last']);
    expect(wording.lead(leads, {}, 0, 1)).toBe('Only');
    expect(wording.lead({ next: leads.next }, {}, 0, 1)).toBe('Next');
  });
});
