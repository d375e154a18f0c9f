import { describe, expect, it } from '@jest/globals';
import { readDays } from './read-days.js';

describe('readDays', () => {
  it('merges the same relation to several pillars of the chart', () => {
    const bond = { id: 'stemCombination', name: '천간합(天干合)', characters: '甲己' };
    const other = { id: 'resentment', name: '원진(怨嗔)', characters: '寅酉' };
    const [day] = readDays({ days: [{ date: '2026-12-01', relations: [bond, other, bond, bond] }] })?.days ?? [];
    expect(day?.relations.map(({ characters, name, count }) => [characters, name, count])).toEqual([
      ['甲己', '천간합', 3],
      ['寅酉', '원진', 1],
    ]);
  });
});
