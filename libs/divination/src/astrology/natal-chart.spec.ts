import { describe, expect, it } from '@jest/globals';
import { birthFields } from '../birth/birth-fields.js';
import { readBirth } from '../birth/read-birth.js';
import { natalChart } from './natal-chart.js';
import type { Locale } from '@app/text';

function cast(birth: Record<string, unknown>, locale: Locale = 'ko') {
  const fields = birthFields({ birth });
  if (!fields) throw new Error('no birth date');
  return natalChart(readBirth(fields, locale));
}

describe('natalChart', () => {
  // A chart of public record (birth certificate), as astrological databases print it: Sun 12°33′ Leo, Moon 3°21′
  // Gemini, ascendant 18°03′ Aquarius, midheaven 28°53′ Scorpio.
  it('casts a published chart to the minute of arc', () => {
    const { chart, notes } = cast({ date: '1961-08-04', time: '19:24', city: 'Honolulu', lat: 21.3, lon: -157.867 });
    expect(chart.bodies.sun).toMatchObject({ sign: 'leo', house: 6, retrograde: false });
    expect(chart.bodies.sun?.degree).toBeCloseTo(12 + 33 / 60, 1);
    expect(chart.bodies.moon?.sign).toBe('gemini');
    expect(chart.bodies.moon?.degree).toBeCloseTo(3 + 21 / 60, 1);
    expect(chart.ascendant?.sign).toBe('aquarius');
    expect(Math.abs((chart.ascendant?.degree ?? 0) - (18 + 3 / 60))).toBeLessThan(0.1);
    expect(chart.midheaven?.sign).toBe('scorpio');
    expect(Math.abs((chart.midheaven?.degree ?? 0) - (28 + 53 / 60))).toBeLessThan(0.1);
    expect(chart.bodies.saturn?.retrograde).toBe(true);
    expect(notes.leftOut).toEqual([]);
  });

  it('leaves out what an unknown time leaves open, and says which signs it lies between', () => {
    const { chart, notes } = cast({ date: '1990-05-15', city: 'London' }, 'en');
    expect(chart).not.toHaveProperty('ascendant');
    expect(chart).not.toHaveProperty('houses');
    expect(chart.bodies.sun).toEqual({ sign: 'taurus', degree: expect.any(Number), retrograde: false });
    expect(chart.bodies).not.toHaveProperty('moon');
    expect(notes.leftOut).toEqual([
      {
        field: 'birth.time',
        ko: expect.stringContaining('염소자리에서 물병자리로'),
        en: expect.stringContaining('Capricorn'),
      },
    ]);
    expect(chart.aspects.flatMap(({ from, to }) => [from, to])).not.toContain('moon');
  });

  it('keeps the Moon’s sign but not its degree when it stayed in the sign all day', () => {
    const { chart, notes } = cast({ date: '1990-05-12', city: '서울' });
    expect(chart.bodies.moon).toEqual({ sign: expect.any(String), retrograde: false });
    expect(notes.leftOut).toEqual([]);
  });

  it('leaves out a Sun on the cusp of two signs', () => {
    const { chart, notes } = cast({ date: '1990-04-20', city: '서울' });
    expect(chart.bodies).not.toHaveProperty('sun');
    expect(notes.leftOut.map(({ en }) => en).join()).toContain('The sign of the Sun changed from Aries to Taurus');
  });

  it('uses whole signs within the polar circle and says so', () => {
    const { chart, notes } = cast({ date: '1990-05-15', time: '12:00', lat: 69.65, lon: 18.96 }, 'en');
    expect(chart.houses?.system).toBe('whole-sign');
    expect(chart.houses).not.toHaveProperty('placidus');
    expect(chart.houses?.wholeSign[0]).toBe(chart.ascendant?.sign);
    expect(notes.leftOut[0]?.en).toContain('polar');
  });
});
