import { describe, expect, it } from '@jest/globals';
import { parseInput } from '../parse-input.js';
import { noScenes } from '../testing/no-scenes.js';
import { compatibilityWords } from './compatibility-words.js';
import { compatibilityInput } from './compatibility.input.js';
import { compatibilityReading } from './compatibility.reading.js';

const linker = { named: () => undefined, link: () => [] };
const BUSAN = { date: '1989-11-05', time: '21:10', city: '부산', gender: 'male' };
const DAEJEON = { date: '1996-09-09', time: '12:00', city: '대전', gender: 'male' };
const CHICAGO = { date: '1987-01-30', city: 'Chicago', gender: 'female' };
const INCHEON = { date: '1998-05-01', time: '18:30', city: '인천', gender: 'female' };

const plan = (body: Record<string, unknown>) =>
  compatibilityReading.plan(parseInput(compatibilityInput, body), { linker, scenes: noScenes });

describe('compatibilityWords', () => {
  it.each([
    ['동업을 해도 괜찮을까요?', 'work'],
    ['My sister and I barely talk. Can this get better?', 'family'],
    ['친구와 여행을 가도 될까요?', 'friends'],
    ['Is my boyfriend right for me?', 'couple'],
    ['우리 둘 잘 맞을까요?', 'couple'],
  ])('takes the relationship from %j', (question, relationship) => {
    expect(plan({ first: BUSAN, second: DAEJEON, question }).facts['relationship']).toBe(relationship);
  });

  it('uses records about partners for couples only', () => {
    const ids = (relationship: string) =>
      plan({ first: BUSAN, second: DAEJEON, relationship }).entities.map(({ id }) => id);
    expect(ids('couple')).toContain('saju:bond-partner-seats-combine');
    expect(ids('work').filter((id) => id.includes('partner'))).toEqual([]);
  });

  it('answers with a verdict and names the strongest harmony and tension', () => {
    const { slots } = compatibilityWords(plan({ first: BUSAN, second: DAEJEON }).facts, 'ko', '');
    expect(slots['balance']).toMatch(/니다\.$/u);
    expect(slots['strongestBond']).toBe('첫째 분의 일지 사(巳)와 둘째 분의 일지 유(酉)의 반합(半合)');
    expect(slots['strongestFriction']).toMatch(/^첫째 분의 .+\)$/u);
  });

  it('names a day pillar that depends on the unknown time', () => {
    const { slots } = compatibilityWords(plan({ first: CHICAGO, second: INCHEON }).facts, 'ko', '');
    expect(slots['uncertainName']).toBe('첫째 분');
    expect(slots['uncertainPillars']).toContain('기묘(己卯)');
    expect(slots['uncertainPillars']).toContain('경진(庚辰)');
  });

  it('calls an element plentiful from two characters on', () => {
    const { groups } = compatibilityWords(plan({ first: DAEJEON, second: INCHEON }).facts, 'ko', '');
    expect(groups['gifts']?.map(({ records }) => records)).toEqual([[], []]);
  });
});
