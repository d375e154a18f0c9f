import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Pillar, parsePillar, pillarAt } from './pillar.js';
import { type PillarPlace, type RelationName, relationsAmong, relationsWith } from './relations.js';

const PLACES: readonly PillarPlace[] = ['year', 'month', 'day', 'hour'];
const pillar = (text: string): Pillar => {
  const parsed = parsePillar(text);
  if (!parsed) throw new Error(`no pillar ${text}`);
  return parsed;
};
const chart = (text: string) =>
  text.split(' ').map((each, at) => ({ place: PLACES[at] ?? 'day', pillar: pillar(each) }));
const found = (text: string) =>
  relationsAmong(chart(text)).map(({ relation, characters }) => `${relation} ${characters}`);

describe('relationsAmong', () => {
  it.each<[string, RelationName, string]>([
    ['甲子 己丑', 'stemCombination', '甲己'],
    ['甲子 庚午', 'stemClash', '甲庚'],
    ['甲子 己丑', 'sixCombination', '子丑'],
    ['甲子 庚午', 'clash', '子午'],
    ['丙寅 己巳', 'punishment', '寅巳'],
    ['丙寅 己巳', 'harm', '寅巳'],
    ['戊辰 甲辰', 'punishment', '辰辰'],
    ['甲子 癸酉', 'break', '子酉'],
    ['甲子 辛未', 'resentment', '子未'],
    ['丁亥 辛卯', 'halfCombination', '亥卯'],
    ['丁亥 辛卯 乙未', 'tripleCombination', '亥卯未'],
    ['乙未 丁亥 辛卯', 'tripleCombination', '未亥卯'],
    ['丙寅 丁卯 戊辰', 'directionalCombination', '寅卯辰'],
    ['丙寅 己巳 壬申', 'punishment', '寅巳申'],
  ])('finds in %s the %s of %s', (pillars, relation, characters) =>
    expect(found(pillars)).toContain(`${relation} ${characters}`),
  );

  it('finds nothing between 子 and 寅', () => expect(found('甲子 丙寅')).toEqual([]));

  it('does not depend on the order of the pillars', () => {
    const pillars = fc.array(fc.integer({ min: 0, max: 59 }).map(pillarAt), { minLength: 2, maxLength: 4 });
    const kinds = (list: readonly Pillar[]) =>
      relationsAmong(list.map((each, at) => ({ place: PLACES[at] ?? 'day', pillar: each })))
        .map(({ relation, characters }) => `${relation} ${characters.split('').sort().join('')}`)
        .sort();
    fc.assert(fc.property(pillars, (list) => expect(kinds([...list].reverse())).toEqual(kinds(list))));
  });

  it('names an element for every combination and for nothing else', () => {
    const all = Array.from({ length: 60 }, (_, index) => pillarAt(index));
    for (const one of all)
      for (const other of all)
        for (const { relation, element } of relationsAmong([
          { place: 'year', pillar: one },
          { place: 'day', pillar: other },
        ]))
          expect(element !== undefined).toBe(relation.endsWith('Combination'));
  });
});

describe('relationsWith', () => {
  it('lists only what the passing pillar takes part in', () => {
    const relations = relationsWith(chart('甲子 己丑'), { place: 'yearLuck', pillar: pillar('庚午') });
    expect(relations.map(({ relation, places }) => [relation, places.join()])).toEqual([
      ['stemClash', 'year,yearLuck'],
      ['clash', 'year,yearLuck'],
      ['harm', 'month,yearLuck'],
      ['resentment', 'month,yearLuck'],
    ]);
  });
});
