import { describe, expect, it } from '@jest/globals';
import type { EntityLinker } from '@app/rag';
import { ichingInput } from './iching.input.js';
import { parseInput } from '../parse-input.js';
import { planIching } from './plan-iching.js';
import { noScenes } from '../testing/no-scenes.js';

const linker: EntityLinker = {
  named: () => undefined,
  link: (text) =>
    text.includes('이직') ? [{ id: 'theme:work', titles: { ko: '일', en: 'work' }, mention: '이직', spans: [] }] : [],
};

const plan = (body: Record<string, unknown>) =>
  planIching(() => new Date('2026-12-01T03:00Z'))(parseInput(ichingInput, body), { linker, scenes: noScenes });

const standstill = {
  id: 'iching:12',
  number: 12,
  name: '천지비',
  hanja: '否',
  symbol: '䷋',
  lower: '땅',
  lowerId: 'earth',
  upper: '하늘',
  upperId: 'heaven',
};

describe('planIching', () => {
  it('derives all hexagrams of the given lines, named in the locale', () => {
    const { facts } = plan({ lines: [7, 7, 7, 8, 8, 8], locale: 'ko' });
    expect(facts).toEqual({
      method: 'given',
      lines: [7, 7, 7, 8, 8, 8],
      primary: {
        id: 'iching:11',
        number: 11,
        name: '지천태',
        hanja: '泰',
        symbol: '䷊',
        lower: '하늘',
        lowerId: 'heaven',
        upper: '땅',
        upperId: 'earth',
        judgement: { text: '小往大來，吉亨。', omens: ['吉'] },
      },
      changing: [],
      changingLines: [],
      resulting: null,
      nuclear: {
        id: 'iching:54',
        number: 54,
        name: '뇌택귀매',
        hanja: '歸妹',
        symbol: '䷵',
        lower: '못',
        lowerId: 'lake',
        upper: '우레',
        upperId: 'thunder',
      },
      inverse: standstill,
      opposite: standstill,
    });
  });

  it('names changing lines and gives their received text', () => {
    expect(plan({ hexagram: '乾', changing: [1, 6] }).facts['changingLines']).toEqual([
      { line: 1, name: '초구', hanja: '初九', text: '潛龍勿用。', omens: [] },
      { line: 6, name: '상구', hanja: '上九', text: '亢龍有悔。', omens: ['悔'] },
    ]);
    expect(plan({ lines: [6, 6, 6, 6, 6, 6] }).facts['allLines']).toEqual({
      hanja: '用六',
      text: '利永貞。',
      omens: [],
    });
    expect(plan({ lines: [6, 6, 6, 6, 6, 9] }).facts).not.toHaveProperty('allLines');
  });

  it('casts by numbers and by time as 매화역수 does', () => {
    // 梅花易數, 觀梅占: year 辰 (5), month 12, day 17, hour 申 (9): 澤火革, first line, to 澤山咸.
    expect(plan({ method: 'plum-numbers', numbers: [34, 43, 43] }).facts).toMatchObject({
      primary: { number: 49 },
      changing: [1],
      resulting: { number: 31 },
    });
    // Lunar date 2026-10-23, year 午 (7), hour 巳 (6): the sums are 40 and 46.
    expect(plan({ method: 'plum-time', at: '2026-12-01 10:30' }).facts).toMatchObject({
      method: 'plum-time',
      primary: { number: 7 },
      changing: [4],
    });
    expect(plan({ method: 'plum-time', readerTimezone: 'Asia/Seoul' }).facts['method']).toBe('plum-time');
  });

  it('adds 육효 and the texts that decide when asked', () => {
    const { facts } = plan({
      hexagram: 44,
      changing: [1, 2],
      sixLines: true,
      changingRule: 'zhu-xi',
      at: '2026-12-01 10:30',
    });
    expect(facts).toMatchObject({
      sixLines: {
        palace: 'heaven',
        self: 1,
        other: 4,
        lines: [
          { pillar: '辛丑', kin: { id: 'parent' } },
          { pillar: '辛亥', kin: { id: 'offspring' } },
          { pillar: '辛酉', kin: { id: 'sibling' } },
          { pillar: '壬午', kin: { id: 'officer' } },
          { pillar: '壬申', kin: { id: 'sibling' } },
          { pillar: '壬戌', kin: { id: 'parent' } },
        ],
      },
      consult: [
        { hexagram: 'primary', part: 2, isChief: true },
        { hexagram: 'primary', part: 1, isChief: false },
      ],
    });
  });

  it.each([
    [{ hexagram: '없는괘' }, 'hexagram'],
    [{ hexagram: 'qian' }, 'hexagram'],
    [{ hexagram: 65 }, 'hexagram'],
    [{ hexagramm: 1 }, 'hexagramm'],
    [{ method: 'plum-time', at: '2026-02-30 10:30' }, 'at'],
    [{ method: 'plum-time', at: '1200-02-01 10:30' }, 'at'],
  ])('refuses %j and names %s', (body, field) => {
    expect(() => plan(body)).toThrow(expect.objectContaining({ field }));
  });

  it.each([
    [{ lines: [7, 7, 7, 8, 8, 8], hexagram: 11 }, 'hexagram'],
    [{ changing: [1] }, 'changing'],
    [{ method: 'plum-numbers' }, 'numbers'],
    [{ numbers: [1, 2] }, 'numbers'],
  ])('asks for what fits together in %j', (body, field) => {
    expect(ichingInput.safeParse(body).error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
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
