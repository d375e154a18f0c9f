import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getBranchTenGod, getTenGod, HEAVENLY_STEMS, EARTHLY_BRANCHES } from 'manseryeok';
import { z } from 'zod';
import { BRANCHES, mainStem } from './branch.js';
import { ELEMENTS, stepsBetween } from './element.js';
import { elementCounts, elementShares, excessElements, lackingElements, total, weightsOf } from './element-balance.js';
import { type FourPillars, cycleIndex, hanjaOf, parsePillar, pillarAt, pillarName, pillarSlug } from './pillar.js';
import { STEMS } from './stem.js';
import { dayMasterStrength } from './strength.js';
import { TEN_GODS, TEN_GOD_NAMES, tenGodOf, tenGodOfBranch } from './ten-god.js';

const record = z.looseObject({
  id: z.string(),
  title_ko: z.string(),
  title_en: z.string(),
  hanja: z.string().optional(),
});
const RECORDS = readFileSync(new URL('../../../../knowledge/domain/saju.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => record.parse(JSON.parse(line)));
const byId = new Map(RECORDS.map((each) => [each.id, each]));

const pillars = fc.integer({ min: 0, max: 59 }).map(pillarAt);
const charts: fc.Arbitrary<FourPillars> = fc.record({
  year: fc.option(pillars),
  month: fc.option(pillars),
  day: pillars,
  hour: fc.option(pillars),
});
const chart = (text: string): FourPillars => {
  const [year, month, day, hour] = text.split(' ').map(parsePillar);
  if (!day) throw new Error('no day pillar');
  return { year: year ?? null, month: month ?? null, day, hour: hour ?? null };
};

describe('the cycle of sixty', () => {
  it('pairs every stem with every branch of its parity once', () => {
    const all = Array.from({ length: 60 }, (_, index) => pillarAt(index));
    expect(new Set(all.map(hanjaOf)).size).toBe(60);
    for (const [index, pillar] of all.entries()) {
      expect(cycleIndex(pillar)).toBe(index);
      expect(pillar.stem % 2).toBe(pillar.branch % 2);
      const next = pillarAt(index + 1);
      expect([next.stem, next.branch]).toEqual([(pillar.stem + 1) % 10, (pillar.branch + 1) % 12]);
      expect(pillarAt(index - 60)).toEqual(pillar);
    }
  });

  it('has the name of the knowledge pack and is parsed from every notation', () => {
    for (let index = 0; index < 60; index++) {
      const pillar = pillarAt(index);
      const known = byId.get(`saju:pillar-${pillarSlug(pillar)}`);
      expect(known).toMatchObject({ index, hanja: hanjaOf(pillar) });
      expect([known?.title_ko, known?.title_en]).toEqual([pillarName(pillar, 'ko'), pillarName(pillar, 'en')]);
      for (const text of [
        hanjaOf(pillar),
        pillarName(pillar, 'ko'),
        pillarSlug(pillar),
        pillarName(pillar, 'ko').slice(0, 2),
      ])
        expect(parsePillar(` ${text}`)).toEqual(pillar);
    }
  });

  it.each(['', '甲', '甲丑', '갑축', '子甲', 'hello', '__proto__'])('does not read %j', (text) =>
    expect(parsePillar(text)).toBeUndefined(),
  );
});

describe('stems, branches and ten gods', () => {
  it('are named as the knowledge pack names them', () => {
    for (const { slug, names, hanja } of STEMS)
      expect(byId.get(`saju:stem-${slug}`)).toMatchObject({ title_ko: names.ko, title_en: names.en, hanja });
    for (const { slug, hanja, element } of BRANCHES)
      expect(byId.get(`saju:branch-${slug}`)).toMatchObject({ hanja, element });
    for (const slug of TEN_GODS)
      expect(byId.get(`saju:tengod-${slug}`)).toMatchObject({ title_ko: TEN_GOD_NAMES[slug].ko });
  });

  it('agree with a second implementation for every pair', () => {
    for (const [self, dayMaster] of HEAVENLY_STEMS.entries()) {
      for (const [other, stem] of HEAVENLY_STEMS.entries())
        expect(TEN_GOD_NAMES[tenGodOf(self, other)].ko.slice(0, 2)).toBe(getTenGod(dayMaster, stem));
      for (const [place, branch] of EARTHLY_BRANCHES.entries())
        expect(TEN_GOD_NAMES[tenGodOfBranch(self, place)].ko.slice(0, 2)).toBe(getBranchTenGod(dayMaster, branch));
    }
  });

  it('hide thirty days of stems in every branch, the main one of the branch’s element last', () => {
    for (const [index, { hidden, element }] of BRANCHES.entries()) {
      expect(hidden.reduce((sum, { days }) => sum + days, 0)).toBe(30);
      expect(STEMS[mainStem(index)]?.element).toBe(element);
      expect(Math.max(...hidden.map(({ days }) => days))).toBe(hidden.at(-1)?.days);
    }
  });

  it('follow the generating cycle', () => {
    for (const element of ELEMENTS) expect(stepsBetween(element, element)).toBe(0);
    expect(stepsBetween('wood', 'fire')).toBe(1);
    expect(stepsBetween('wood', 'earth')).toBe(2);
    expect(stepsBetween('wood', 'metal')).toBe(3);
    expect(stepsBetween('wood', 'water')).toBe(4);
  });
});

describe('the balance of a chart', () => {
  it('counts the visible characters', () => {
    const counts = elementCounts(chart('丙戌 丙申 戊寅 丙辰'));
    expect(counts).toEqual({ wood: 1, fire: 3, earth: 3, metal: 1, water: 0 });
    expect(lackingElements(counts)).toEqual(['water']);
    expect(excessElements(counts)).toEqual([]);
    expect(excessElements(elementCounts(chart('丙午 甲午 丙午 甲午')))).toEqual(['fire']);
  });

  it('weighs a whole chart at a hundred points around the day master', () => {
    const weights = weightsOf(chart('丙戌 丙申 戊寅 丙辰'));
    expect(total(weights.filter(({ isDayMaster }) => !isDayMaster))).toBeCloseTo(100);
  });

  it('adds up to a hundred percent and names lacking and dominant elements', () => {
    fc.assert(
      fc.property(charts, (each) => {
        const shares = ELEMENTS.map((element) => elementShares(each)[element]);
        expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(3);
        const { percent = -1, strength } = dayMasterStrength(each);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(strength).toBe(percent >= 55 ? 'strong' : percent <= 45 ? 'weak' : 'balanced');
      }),
    );
    expect(dayMasterStrength(chart('甲寅 甲寅 甲寅 甲子')).strength).toBe('strong');
    expect(dayMasterStrength(chart('庚申 庚申 甲申 庚午')).strength).toBe('weak');
  });
});
