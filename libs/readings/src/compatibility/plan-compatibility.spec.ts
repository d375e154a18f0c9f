import { readFileSync } from 'node:fs';
import { ReadingInputError } from '@app/divination';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseInput } from '../parse-input.js';
import { countTokens } from '../prompt/count-tokens.js';
import { noScenes } from '../testing/no-scenes.js';
import { compatibilityInput } from './compatibility.input.js';
import { compatibilityReading } from './compatibility.reading.js';

const PACK = new Set(
  ['saju', 'astrology'].flatMap((file) =>
    readFileSync(`knowledge/domain/${file}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly id: string }).id),
  ),
);
const FIRST = { date: '1990-05-15', time: '07:05', city: 'Seoul', gender: 'female' };
const SECOND = { date: '1988-11-02', time: '21:40', city: 'Busan', gender: 'male' };
const linker = { named: () => undefined, link: () => [] };
const plan = (body: Record<string, unknown>) =>
  compatibilityReading.plan(parseInput(compatibilityInput, body), { linker, scenes: noScenes });

function fieldOf(body: Record<string, unknown>): string {
  try {
    plan(body);
  } catch (error) {
    return error instanceof ReadingInputError ? error.field : String(error);
  }
  return 'accepted';
}

describe('planCompatibility', () => {
  it('compares day masters, pillars, elements and charts', () => {
    const { facts } = plan({ first: { ...FIRST, name: '민지' }, second: SECOND });
    expect(facts).toMatchObject({
      relationship: 'couple',
      people: [
        { id: 'first', name: '민지', saju: { pillars: { day: '庚辰' } }, astrology: { sun: { sign: 'taurus' } } },
        { id: 'second', name: '둘째 분', saju: { pillars: { day: '辛酉' } } },
      ],
      pair: {
        dayMasters: { first: '경금(庚金)', second: '신금(辛金)', flow: 'same', secondToFirst: { id: 'geopjae' } },
        elementGifts: [
          { element: 'water', to: 'first', count: 2 },
          { element: 'fire', to: 'second', count: 2 },
          { element: 'wood', to: 'second', count: 1 },
        ],
      },
    });
    const { pair, synastry } = facts as { pair: { relations: unknown[] }; synastry: { aspects: unknown[] } };
    expect(pair.relations[0]).toMatchObject({ id: 'sixCombination', first: 'day', second: 'day', characters: '辰酉' });
    expect(synastry.aspects[0]).toHaveProperty('aspect.id');
  });

  it('compares given charts, as far as both have them', () => {
    const saju = { pillars: { year: '甲子', month: '丙寅', day: '戊午', hour: '壬子' } };
    const { facts } = plan({ first: { saju }, second: SECOND });
    expect(facts).toHaveProperty('pair');
    expect(facts).not.toHaveProperty('synastry');
  });

  it.each([
    [{ first: FIRST }, 'second'],
    [{ first: { ...FIRST, date: '1990-02-30' }, second: SECOND }, 'first.date'],
    [{ first: FIRST, second: { ...SECOND, time: '25:99' } }, 'second.time'],
    [{ first: FIRST, second: { ...SECOND, tiem: '21:40' } }, 'second.tiem'],
    [{ first: FIRST, second: SECOND, relation: 'couple' }, 'relation'],
    [{ first: { saju: { day: '庚辰' } }, second: { astro: { sun: 'leo' } } }, 'second'],
  ])('refuses %j and names %s', (body, field) => {
    const invalid = compatibilityInput.safeParse(body).error?.issues.some(({ code }) => code === 'invalid_type');
    if (invalid) expect(compatibilityInput.safeParse(body).error?.issues[0]?.path.join('.')).toBe(field);
    else expect(fieldOf(body)).toBe(field);
  });

  it('asks each person for a date or a chart', () => {
    const { error } = compatibilityInput.safeParse({ first: {}, second: SECOND });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['first.date']);
  });

  it('names the person of each note and omits notes on luck pillars', () => {
    const { facts } = plan({ first: FIRST, second: { date: '1979-02-14' }, locale: 'en' });
    const notes = [...(facts['leftOut'] as object[]), ...(facts['assumed'] as object[])] as {
      field: string;
      reason: string;
    }[];
    expect(notes.length).toBeGreaterThan(1);
    for (const { field, reason } of notes) {
      expect(field).toMatch(/^second\./);
      expect(reason).toMatch(/^The second person: /);
      expect(reason).not.toContain('luck');
    }
  });

  const births = fc.record(
    {
      date: fc
        .date({ min: new Date('1900-01-02'), max: new Date('2100-12-30'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
      time: fc.constantFrom('00:10', '07:05', '12:00', '23:40', '축시'),
      city: fc.constantFrom('서울', 'London', 'Sydney'),
    },
    { requiredKeys: ['date'] },
  );

  it('names only existing records, in facts that fit a prompt, for any two births', () => {
    fc.assert(
      fc.property(births, births, fc.constantFrom('ko', 'en'), (first, second, locale) => {
        const { entities, facts, followups } = plan({ first, second, locale });
        expect(entities.length).toBeGreaterThanOrEqual(4);
        for (const { id } of entities) expect([id, PACK.has(id)]).toEqual([id, true]);
        expect(countTokens(JSON.stringify(facts))).toBeLessThan(3_500);
        expect(JSON.stringify(facts)).not.toMatch(/NaN|undefined/u);
        expect(new Set(followups).size).toBe(3);
      }),
      { numRuns: 40 },
    );
  });
});
