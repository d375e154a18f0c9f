import { describe, expect, it } from '@jest/globals';
import { parseInput } from '../parse-input.js';
import { noScenes } from '../testing/no-scenes.js';
import { dailyWords } from './daily-words.js';
import { dailyInput } from './daily.input.js';
import { dailyReading } from './daily.reading.js';

const linker = { named: () => undefined, link: () => [] };
const YORKER = { date: '1985-07-14', time: '03:15', city: 'New York', gender: 'male' };
const SEOULITE = { date: '1991-03-22', time: '07:40', city: '서울', gender: 'female' };

function words(body: { readonly birth: object; readonly locale?: 'ko' | 'en'; readonly question?: string }) {
  const locale = body.locale ?? 'ko';
  const { facts } = dailyReading.plan(parseInput(dailyInput, { date: '2026-12-02', ...body }), {
    linker,
    scenes: noScenes,
  });
  return dailyWords(facts, locale, body.question ?? '');
}

describe('dailyWords', () => {
  it('names the zone after its city and prefers waking hours', () => {
    const { slots, groups } = words({ birth: YORKER, locale: 'en' });
    expect(slots['timezone']).toBe('New York time');
    expect(words({ birth: SEOULITE }).slots['timezone']).toBe('서울 시각');
    expect(words({ birth: YORKER }).slots['timezone']).toBe('뉴욕 시각');
    for (const { slots: transit } of groups['exact'] ?? [])
      expect(Number(transit['at']?.slice(0, 2))).toBeGreaterThanOrEqual(6);
  });

  it('opens with whether the day supports what was asked', () => {
    const interview = words({ birth: SEOULITE, question: '내일 면접이 있어요. 어떤 날일까요?' });
    expect(interview.slots['verdict']).toMatch(/^일과 면접에 힘이 되는 날입니다\. /u);
    const raise = words({ birth: YORKER, locale: 'en', question: 'Is it a good day to ask for a raise?' });
    expect(raise.slots['verdict']).toMatch(/^the day asks more effort of you for making a request\. /u);
  });

  it('names the day pillars that an unknown time of birth leaves open', () => {
    const { slots } = words({ birth: { date: '1987-01-30', city: 'Chicago', gender: 'female' } });
    expect(slots['uncertainPillars']).toContain('경진(庚辰)');
    expect(words({ birth: SEOULITE }).slots['uncertainPillars']).toBe('');
  });

  it('reads one day of a week as one day', () => {
    expect(words({ birth: SEOULITE, question: '이번 주에 계약을 해도 될까요?' }).slots['oneDayOfWeek']).toBe('yes');
    expect(words({ birth: SEOULITE, question: '오늘 계약을 해도 될까요?' }).slots['oneDayOfWeek']).toBe('');
  });

  it('puts three-way relations first, then the day pillar, without repetition', () => {
    const relations = (words({ birth: YORKER, locale: 'en' }).groups['relations'] ?? []).map(({ slots }) => slots);
    expect(relations[0]?.['relation']).toBe('punishment (刑)');
    expect(relations[1]?.['place']).toBe('day stem Gap (甲)');
    expect(relations.filter(({ relation }) => relation === 'punishment (刑)')).toHaveLength(1);
    expect(relations.filter(({ relation }) => relation === 'stem combination (天干合)')).toHaveLength(1);
  });

  it('bases the tip on a relation of the day pillar, otherwise on the ten god', () => {
    expect(words({ birth: SEOULITE }).groups['tips']?.[0]?.records[0]?.id).toBe('saju:day-combination');
    const first = words({ birth: { date: '1989-11-05', time: '21:10', city: '부산', gender: 'male' } });
    expect(first.groups['tips']?.at(-1)?.records[0]?.id).toMatch(
      /^saju:day-(?:companion|output|wealth|officer|resource)$/u,
    );
  });
});
