import { describe, expect, it } from '@jest/globals';
import { chartDefinitions } from '@app/readings';
import { inputOfQuery } from './input-of-query.js';

const read = (kind: string, parameters: object): unknown => {
  const definition = chartDefinitions.find((each) => each.kind === kind);
  if (!definition) throw new Error(`no chart ${kind}`);
  return inputOfQuery(definition.input, parameters);
};

describe('inputOfQuery', () => {
  it.each([
    ['saju', { date: '19900515', leapMonth: 'true' }, { date: '19900515', leapMonth: true }],
    [
      'western',
      { solarReturnYear: '2026', maxOrb: '2.5', points: 'sun,moon' },
      { solarReturnYear: 2026, maxOrb: 2.5, points: ['sun', 'moon'] },
    ],
    ['iching', { lines: '9,7,7,8,6,8' }, { lines: [9, 7, 7, 8, 6, 8] }],
    ['iching', { hexagram: '乾', changing: ['1', '6'] }, { hexagram: '乾', changing: [1, 6] }],
    ['tarot', { cards: 'the-fool,Death', reversals: 'false' }, { cards: ['the-fool', 'Death'], reversals: false }],
    [
      'compatibility',
      { 'first.date': '1990-05-15', 'second.date': '1988-11-02' },
      { first: { date: '1990-05-15' }, second: { date: '1988-11-02' } },
    ],
    ['western', { solarReturnYear: 'soon', unknown: '1' }, { solarReturnYear: 'soon', unknown: '1' }],
  ])('reads %s %j', (kind, parameters, input) => {
    expect(read(kind, parameters)).toEqual(input);
  });
});
