import { describe, expect, it } from '@jest/globals';
import { type KnowledgeRecord, ofKind } from './knowledge-pack.js';

type Cyclic = KnowledgeRecord &
  Readonly<Record<'hanja' | 'element' | 'polarity' | 'stem' | 'branch' | 'branch_tengod', string>> & {
    readonly index: number;
    readonly longitude: number;
  };

const ordered = (kind: string) => (ofKind(kind) as readonly Cyclic[]).toSorted((a, b) => a.index - b.index);
const stems = ordered('stem');
const branches = ordered('branch');
const pillars = ordered('pillar');
const slug = ({ id }: Cyclic) => id.replace(/^saju:[a-z]+-/, '');

const PHASES = ['wood', 'fire', 'earth', 'metal', 'water'];
/** 지장간 정기: the principal stem of each branch. */
const PRINCIPAL_STEMS = ['gye', 'gi', 'gap', 'eul', 'mu', 'byeong', 'jeong', 'gi', 'gyeong', 'sin', 'mu', 'im'];
/** Ten gods by the distance of the other's phase in the cycle of generation: same polarity, then the other one. */
const TEN_GODS = [
  ['bigyeon', 'geopjae'],
  ['siksin', 'sanggwan'],
  ['pyeonjae', 'jeongjae'],
  ['pyeongwan', 'jeonggwan'],
  ['pyeonin', 'jeongin'],
];

describe('the four pillars', () => {
  it('have the ten stems in order, yang and yin of each phase', () => {
    expect(stems.map(({ hanja }) => hanja).join('')).toBe('甲乙丙丁戊己庚辛壬癸');
    for (const [index, { element, polarity }] of stems.entries()) {
      expect([element, polarity]).toEqual([PHASES[Math.floor(index / 2)], index % 2 === 0 ? 'yang' : 'yin']);
    }
  });

  it('have the twelve branches in order with their phases', () => {
    expect(branches.map(({ hanja }) => hanja).join('')).toBe('子丑寅卯辰巳午未申酉戌亥');
    expect(branches.map(({ element }) => element).join(' ')).toBe(
      'water earth wood wood earth fire fire earth metal metal earth water',
    );
  });

  it('cycle through sixty pillars, advancing stem and branch by one', () => {
    expect(pillars.map(({ index }) => index)).toEqual([...Array.from({ length: 60 }).keys()]);
    for (const pillar of pillars) {
      const [stem, branch] = [stems[pillar.index % 10]!, branches[pillar.index % 12]!];
      expect([pillar.stem, pillar.branch, pillar.hanja]).toEqual([slug(stem), slug(branch), stem.hanja + branch.hanja]);
      expect([pillar.element, pillar.polarity]).toEqual([stem.element, stem.polarity]);
      expect(pillar.id).toBe(`saju:pillar-${pillar.stem}${pillar.branch}`);
    }
  });

  it('have the ten god of the branch’s principal stem relative to the day stem', () => {
    for (const pillar of pillars) {
      const day = stems[pillar.index % 10]!;
      const other = stems.find((stem) => slug(stem) === PRINCIPAL_STEMS[pillar.index % 12])!;
      const distance = (PHASES.indexOf(other.element) - PHASES.indexOf(day.element) + 5) % 5;
      expect([pillar.id, pillar.branch_tengod]).toEqual([
        pillar.id,
        TEN_GODS[distance]?.[Number(day.polarity !== other.polarity)],
      ]);
    }
  });

  it('have the 24 terms 15 degrees of the Sun apart, from 315 at ipchun', () => {
    const terms = ordered('solar_term');
    expect(terms.map(({ longitude }) => longitude)).toEqual(terms.map((_, index) => (315 + 15 * index) % 360));
    expect([slug(terms[0]!), slug(terms[3]!), slug(terms[21]!)]).toEqual(['ipchun', 'chunbun', 'dongji']);
  });
});
