import { describe, expect, it } from '@jest/globals';
import type { EntityLinker } from '@app/rag';
import { ichingInput } from './iching.input.js';
import { planIching } from './plan-iching.js';
import { noScenes } from '../testing/no-scenes.js';

const linker: EntityLinker = {
  named: () => undefined,
  link: (text) =>
    text.includes('이직') ? [{ id: 'theme:work', titles: { ko: '일', en: 'work' }, mention: '이직', spans: [] }] : [],
};

const plan = (body: Record<string, unknown>) => planIching(ichingInput.parse(body), { linker, scenes: noScenes });

describe('planIching', () => {
  it('derives all hexagrams of the given lines, named in the locale', () => {
    const { facts } = plan({ lines: [7, 7, 7, 8, 8, 8], locale: 'ko' });
    expect(facts).toEqual({
      method: 'given',
      lines: [7, 7, 7, 8, 8, 8],
      primary: { id: 'iching:11', number: 11, name: '지천태', symbol: '䷊', lower: '하늘', upper: '땅' },
      changing: [],
      resulting: null,
      nuclear: { id: 'iching:54', number: 54, name: '뇌택귀매', symbol: '䷵', lower: '못', upper: '우레' },
      inverse: { id: 'iching:12', number: 12, name: '천지비', symbol: '䷋', lower: '땅', upper: '하늘' },
      opposite: { id: 'iching:12', number: 12, name: '천지비', symbol: '䷋', lower: '땅', upper: '하늘' },
    });
  });

  it('requests judgement, image and changing lines', () => {
    const { entities, tags, searchText } = plan({ lines: [9, 7, 7, 8, 6, 8], question: '이직해도 될까요?' });
    expect(entities).toEqual([
      { id: 'iching:11', facets: ['judgement', 'image', 'line-1', 'line-5'] },
      { id: 'iching:48', facets: ['judgement'] },
    ]);
    expect(tags).toEqual([
      'kind:iching',
      'hexagram:11',
      'trigram:heaven',
      'trigram:earth',
      'changing:yes',
      'theme:work',
    ]);
    expect(searchText).toBe('이직해도 될까요? 지천태 수풍정');
  });

  it('lists a doubled trigram once and states that no line changes', () => {
    expect(plan({ lines: [7, 7, 7, 7, 7, 7] }).tags).toEqual([
      'kind:iching',
      'hexagram:1',
      'trigram:heaven',
      'changing:no',
    ]);
  });

  it('is deterministic for a seed', () => {
    expect(plan({ seed: 11, method: 'yarrow' })).toEqual(plan({ seed: 11, method: 'yarrow' }));
  });

  it.each(['ko', 'en'])('asks three different questions about this cast (%s)', (locale) => {
    const { followups } = plan({ lines: [9, 7, 7, 8, 6, 8], locale });
    const still = plan({ lines: [7, 7, 7, 8, 8, 8], locale }).followups;
    expect(new Set(followups).size).toBe(3);
    expect(new Set(still).size).toBe(3);
    expect(followups.join()).toContain(locale === 'ko' ? '수풍정' : 'Village Well');
    expect(followups.slice(0, 2)).not.toEqual(still.slice(0, 2));
  });

  it.each([
    [{ lines: [7, 7, 7] }, 'lines'],
    [{ lines: [7, 7, 7, 8, 8, 5] }, 'lines.5'],
    [{ method: 'dice' }, 'method'],
  ])('refuses %j and names the field', (body, field) => {
    const { error } = ichingInput.safeParse(body);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});
