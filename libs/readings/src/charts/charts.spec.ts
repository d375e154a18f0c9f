import { ReadingInputError } from '@app/divination';
import { describe, expect, it } from '@jest/globals';
import { parseInput } from '../parse-input.js';
import { chartDefinitions } from './chart-definitions.js';

const tools = { nowMs: Date.UTC(2026, 11, 1), linker: { link: () => [] } };
const BIRTH = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female', locale: 'en' };

function compute(kind: string, body: Record<string, unknown>): Record<string, unknown> {
  const definition = chartDefinitions.find((each) => each.kind === kind);
  if (!definition) throw new Error(`no chart ${kind}`);
  return definition.compute(parseInput(definition.input, body), tools);
}

const fieldOf = (kind: string, body: Record<string, unknown>): string => {
  try {
    compute(kind, body);
  } catch (error) {
    return error instanceof ReadingInputError ? error.field : String(error);
  }
  return 'accepted';
};

describe('charts', () => {
  it.each(chartDefinitions.map(({ kind, example }) => [kind, example] as const))(
    'compute their example: %s',
    (kind, example) => {
      const facts = compute(kind, example);
      expect(JSON.stringify(facts)).not.toMatch(/NaN|undefined/u);
      expect(Object.keys(facts).length).toBeGreaterThan(1);
    },
  );

  it('list the pillars of a span', () => {
    const { periods } = compute('saju', { ...BIRTH, periods: 'month', from: '2026-01-01', until: '2026-12-31' });
    const pillars = (periods as { pillar: string; from: string }[]).map(({ pillar, from }) => `${pillar} ${from}`);
    expect(pillars).toHaveLength(13);
    // Minor Cold was on 2026-01-05 at 17:23 in Korea, after noon.
    expect(pillars.slice(0, 3)).toEqual(['戊子 2026-01-01', '己丑 2026-01-06', '庚寅 2026-02-04']);
  });

  const astrology = (options: object = {}) =>
    compute('western', { ...BIRTH, ...options })['astrology'] as Record<string, Record<string, unknown>[]> &
      Record<string, Record<string, Record<string, unknown>>>;

  it('give nodes, Lilith, dignities and aspects to angles', () => {
    const facts = astrology();
    expect(facts['points']).toMatchObject({
      meanNode: { sign: 'aquarius' },
      trueNode: { sign: 'aquarius' },
      lilith: { sign: 'scorpio' },
    });
    expect(facts['dignities']).toEqual(
      expect.arrayContaining([expect.objectContaining({ body: 'jupiter', id: 'exaltation' })]),
    );
    const points = new Set(facts['aspects']?.flatMap(({ from, to }) => [from, to]));
    expect([...points]).toEqual(expect.arrayContaining(['ascendant', 'midheaven', 'lilith']));
  });

  it('filter aspects by kind, orb and point', () => {
    const names = (options: object) => new Set(astrology(options)['aspects']?.map(({ aspect }) => aspect));
    expect([...names({})]).not.toContain('quincunx');
    expect([...names({ aspects: 'all' })]).toEqual(expect.arrayContaining(['quincunx', 'trine']));
    for (const { orb, from, to } of astrology({ aspects: 'all', maxOrb: 1, points: ['moon'] })['aspects'] ?? []) {
      expect(orb).toBeLessThanOrEqual(1);
      expect([from, to]).toContain('moon');
    }
  });

  it('return the Sun to its natal longitude', () => {
    const { sun, solarReturn } = astrology({ solarReturnYear: 2026 }) as unknown as {
      sun: { sign: string; degree: number };
      solarReturn: { at: string; sun: { sign: string; degree: number } };
    };
    expect(solarReturn.at).toMatch(/^2026-05-1[45]T/);
    expect(solarReturn.sun.sign).toBe(sun.sign);
    expect(Math.abs(solarReturn.sun.degree - sun.degree)).toBeLessThan(0.011);
  });

  it('progress a day for a year', () => {
    const { progressions } = astrology({ progressedTo: '2020-05-15' }) as unknown as {
      progressions: { bodies: { sun: { sign: string; degree: number } } };
    };
    // Thirty days after birth the Sun has moved 28.7° from 23.8° of Taurus.
    expect(progressions.bodies.sun.sign).toBe('gemini');
    expect(progressions.bodies.sun.degree).toBeCloseTo(22.6, 0);
  });

  it('date the transits of a span', () => {
    const { transits } = astrology({ transitsFrom: '2026-01-01', transitsUntil: '2026-01-31' });
    expect(transits?.length).toBeGreaterThan(30);
    for (const { at } of transits ?? []) expect(at).toMatch(/^2026-01-/);
  });

  it.each([
    ['saju', { ...BIRTH, date: '1990-02-30' }, 'date'],
    ['saju', { ...BIRTH, tiem: '07:05' }, 'tiem'],
    ['saju', { ...BIRTH, periods: 'day', from: '2026-01-01', until: '2026-12-31' }, 'until'],
    ['western', { ...BIRTH, transitsFrom: '2026-01-01', transitsUntil: '2028-01-01' }, 'transitsUntil'],
    ['western', { ...BIRTH, progressedTo: 'soon' }, 'progressedTo'],
    ['compatibility', { first: BIRTH, second: { date: '1988-11-02' } }, 'first.locale'],
    ['tarot', { cards: ['The Unicorn'] }, 'cards.0.name'],
    ['iching', { hexagram: 'none' }, 'hexagram'],
  ])('refuse %s %j and name %s', (kind, body, field) => {
    expect(fieldOf(kind, body)).toBe(field);
  });
});
