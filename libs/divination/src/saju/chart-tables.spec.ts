import { describe, expect, it } from '@jest/globals';
import { BRANCHES, branchAt, hiddenStemsOf } from './branch.js';
import { LIFE_STAGES, lifeStage } from './life-stage.js';
import { type FourPillars, parsePillar, pillarAt } from './pillar.js';
import { soundElement } from './sound-element.js';
import { SPIRIT_STARS, passingStars, spiritStars } from './spirit-star.js';
import { STEMS } from './stem.js';
import { TWELVE_SPIRITS, twelveSpirit } from './twelve-spirits.js';
import { voidBranches } from './void-branches.js';

const chart = (text: string): FourPillars => {
  const [year, month, day, hour] = text.split(' ').map(parsePillar);
  if (!day) throw new Error('no day pillar');
  return { year: year ?? null, month: month ?? null, day, hour: hour ?? null };
};
const branch = (hanja: string): number => BRANCHES.findIndex((each) => each.hanja === hanja);
const stem = (hanja: string): number => STEMS.findIndex((each) => each.hanja === hanja);

describe('lifeStage', () => {
  it.each([
    ['甲', '亥', 'birth'],
    ['甲', '卯', 'peak'],
    ['乙', '午', 'birth'],
    ['乙', '卯', 'prosperity'],
    ['庚', '辰', 'nurture'],
    ['癸', '卯', 'birth'],
    ['戊', '戌', 'grave'],
  ])('of %s in %s is %s', (of, within, stage) => expect(lifeStage(stem(of), branch(within))).toBe(stage));

  it('passes every stem through all twelve branches once', () => {
    for (let at = 0; at < 10; at++)
      expect(new Set(BRANCHES.map((_, each) => lifeStage(at, each))).size).toBe(LIFE_STAGES.length);
  });

  it('has every stem prosper in a branch whose main stem it is', () => {
    for (let at = 0; at < 10; at++) {
      const prosperous = BRANCHES.findIndex((_, each) => lifeStage(at, each) === 'prosperity');
      // 戊 and 己 share the branches of 丙 and 丁.
      const expected = at === 4 ? 2 : at === 5 ? 3 : at;
      expect(hiddenStemsOf(prosperous, 'chinese')[0]).toBe(expected);
    }
  });
});

describe('voidBranches', () => {
  it.each([
    ['甲子', '戌亥'],
    ['癸酉', '戌亥'],
    ['甲戌', '申酉'],
    ['庚辰', '申酉'],
    ['癸亥', '子丑'],
  ])('of %s are %s', (pillar, branches) => {
    const parsed = parsePillar(pillar);
    expect(
      parsed &&
        voidBranches(parsed)
          .map((at) => branchAt(at).hanja)
          .join(''),
    ).toBe(branches);
  });

  it('are the two that the ten days of a pillar do not reach', () => {
    for (let index = 0; index < 60; index++) {
      const decade = Array.from({ length: 10 }, (_, day) => pillarAt(index - (index % 10) + day).branch);
      const missing = BRANCHES.map((_, at) => at).filter((at) => !decade.includes(at));
      expect([...voidBranches(pillarAt(index))].sort((a, b) => a - b)).toEqual(missing);
    }
  });
});

describe('soundElement', () => {
  it.each([
    ['甲子', '海中金'],
    ['乙丑', '海中金'],
    ['庚午', '路傍土'],
    ['庚辰', '白鑞金'],
    ['癸亥', '大海水'],
  ])('of %s is %s', (pillar, hanja) => {
    const parsed = parsePillar(pillar);
    expect(parsed && soundElement(parsed).hanja).toBe(hanja);
  });

  it('gives six names to each element, one to two pillars', () => {
    const names = Array.from({ length: 60 }, (_, index) => soundElement(pillarAt(index)));
    expect(new Set(names.map(({ hanja }) => hanja)).size).toBe(30);
    for (const element of ['wood', 'fire', 'earth', 'metal', 'water'])
      expect(names.filter((each) => each.element === element)).toHaveLength(12);
  });
});

describe('spirit stars', () => {
  it('are found on the pillars that have them', () => {
    expect(spiritStars(chart('庚午 辛巳 庚辰 己卯'))).toMatchObject({
      academicHall: ['month'],
      commander: ['day'],
      monthlyVirtue: ['year', 'day'],
      heavenlyVirtue: ['month'],
    });
    expect(spiritStars(chart('甲子 丙子 甲午 辛未'))).toMatchObject({ heavenlyNoble: ['hour'], redFlame: ['day'] });
    expect(spiritStars(chart('甲辰 丙寅 甲申 丁卯'))).toMatchObject({ whiteTiger: ['year'], blade: ['hour'] });
  });

  it('of a passing pillar are judged by the chart', () => {
    const pillar = parsePillar('丁丑');
    expect(pillar && passingStars(chart('甲子 丙子 甲午 辛未'), pillar)).toEqual(
      expect.arrayContaining(['heavenlyNoble', 'whiteTiger']),
    );
  });

  it('have names in both languages', () => expect(SPIRIT_STARS.length).toBeGreaterThanOrEqual(18));

  it('never need a year, month or hour', () => {
    for (let index = 0; index < 60; index++)
      expect(() => spiritStars({ year: null, month: null, day: pillarAt(index), hour: null })).not.toThrow();
  });
});

describe('twelveSpirit', () => {
  it.each([
    ['午', '亥', 'robbery'],
    ['午', '卯', 'peachBlossom'],
    ['午', '申', 'travellingHorse'],
    ['午', '戌', 'canopy'],
    ['子', '酉', 'peachBlossom'],
    ['卯', '巳', 'travellingHorse'],
    ['酉', '丑', 'canopy'],
    ['辰', '子', 'general'],
  ])('by %s has %s as %s', (base, at, spirit) => expect(twelveSpirit(branch(base), branch(at))).toBe(spirit));

  it('gives each base every spirit once, alike for the three of a combination', () => {
    for (let base = 0; base < 12; base++) {
      const spirits = BRANCHES.map((_, at) => twelveSpirit(base, at));
      expect(new Set(spirits).size).toBe(TWELVE_SPIRITS.length);
      expect(spirits).toEqual(BRANCHES.map((_, at) => twelveSpirit((base + 4) % 12, at)));
    }
  });
});

describe('hidden stems', () => {
  it('of both tables share the main stem, and all stems of the Chinese one', () => {
    for (const at of BRANCHES.keys()) {
      const [korean, chinese] = [hiddenStemsOf(at, 'korean'), hiddenStemsOf(at, 'chinese')];
      expect(chinese[0]).toBe(korean.at(-1));
      for (const each of chinese) expect(korean).toContain(each);
    }
  });
});
