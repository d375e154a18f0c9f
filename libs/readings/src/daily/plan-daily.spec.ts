import { ReadingInputError } from '@app/divination';
import { describe, expect, it } from '@jest/globals';
import { parseInput } from '../parse-input.js';
import { countTokens } from '../prompt/count-tokens.js';
import { noScenes } from '../testing/no-scenes.js';
import { dailyInput } from './daily.input.js';
import { dailyReadingAt } from './daily.reading.js';

const BIRTH = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };
const linker = { named: () => undefined, link: () => [] };
const reading = dailyReadingAt(() => new Date('2026-11-30T20:00Z'));
const plan = (body: Record<string, unknown>) =>
  reading.plan(parseInput(dailyInput, body), { linker, scenes: noScenes });

function fieldOf(body: Record<string, unknown>): string {
  try {
    plan(body);
  } catch (error) {
    return error instanceof ReadingInputError ? error.field : String(error);
  }
  return 'accepted';
}

describe('planDaily', () => {
  it('holds the day pillar against the chart', () => {
    const { facts, entities } = plan({ birth: BIRTH, day: '2026-12-01' });
    expect(facts).toMatchObject({
      period: { from: '2026-12-01', until: '2026-12-01', timezone: 'Asia/Seoul' },
      saju: { dayMaster: '庚' },
      days: [
        {
          from: '2026-12-01',
          pillar: '己酉',
          tenGods: { stem: '정인(正印)' },
          lifeStage: { id: expect.any(String), name: '제왕(帝旺)' },
          isVoid: true,
        },
      ],
      months: [{ pillar: '己亥' }],
      sky: { moonSign: { id: 'virgo', name: '처녀자리' } },
    });
    const [day] = facts['days'] as { relations: { id: string; characters: string }[] }[];
    expect(day?.relations.map(({ id, characters }) => `${id} ${characters}`)).toEqual(
      expect.arrayContaining(['sixCombination 辰酉', 'clash 卯酉', 'halfCombination 巳酉']),
    );
    expect(entities.map(({ id }) => id).slice(0, 4)).toEqual([
      'saju:day-clash',
      'saju:day-combination',
      'saju:day-void',
      'saju:day-resource',
    ]);
  });

  it('takes today where the reader is, else where the birth was', () => {
    const dayAt = (body: object) => (plan({ birth: BIRTH, ...body }).facts['period'] as { from: string }).from;
    expect(dayAt({})).toBe('2026-12-01');
    expect(dayAt({ locale: 'en' })).toBe('2026-12-01');
    expect(dayAt({ locale: 'en', birth: { ...BIRTH, city: 'New York' } })).toBe('2026-11-30');
    expect(dayAt({ locale: 'en', readerTimezone: 'Pacific/Auckland' })).toBe('2026-12-01');
  });

  it('takes `date` for the day, never for the birth', () => {
    const { birth, period } = plan({ birthDate: BIRTH.date, birthTime: BIRTH.time, date: '2026-12-05' }).facts;
    expect(birth).toMatchObject({ date: '1990-05-15' });
    expect(period).toMatchObject({ from: '2026-12-05' });
  });

  it('lists the days of a span, months apart, in facts that fit a prompt', () => {
    const { facts } = plan({ birth: BIRTH, day: '2026-12-01', until: '2026.12.14' });
    expect(facts['days']).toHaveLength(14);
    expect((facts['months'] as { pillar: string }[]).map(({ pillar }) => pillar)).toEqual(['己亥', '庚子']);
    expect(countTokens(JSON.stringify(facts))).toBeLessThan(8_000);
  });

  it('dates the transits of the day within it', () => {
    const { exact } = plan({ birth: BIRTH, day: '2026-12-01' }).facts['sky'] as { exact: { at: string }[] };
    expect(exact.length).toBeGreaterThan(0);
    for (const { at } of exact) expect(at).toMatch(/^2026-12-01 \d\d:\d\d$/);
  });

  it.each([
    [{ birth: BIRTH, day: '2026-02-30' }, 'day'],
    [{ birth: BIRTH, day: 'tomorrow' }, 'day'],
    [{ birth: BIRTH, day: '2026-12-02', until: '2026-12-01' }, 'until'],
    [{ birth: BIRTH, day: '2026-12-01', until: '2026-12-15' }, 'until'],
    [{ birth: { ...BIRTH, date: '1990-02-30' } }, 'birth.date'],
    [{ birth: BIRTH, date: '2026-13-01' }, 'date'],
  ])('refuses %j and names %s', (body, field) => {
    expect(fieldOf(body)).toBe(field);
  });

  it('reads one chart alone', () => {
    expect(plan({ saju: { day: '庚辰' } }).facts).not.toHaveProperty('sky');
    expect(plan({ astro: { sun: 'leo', moon: { sign: 'aries', degree: 3 } } }).facts).not.toHaveProperty('days');
  });
});
