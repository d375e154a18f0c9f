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
  // A chart of public record (birth certificate), as printed in astrological databases: Sun 12°33′ Leo, Moon 3°21′
  // Gemini, ascendant 18°03′ Aquarius, midheaven 28°53′ Scorpio.
  it('matches a published chart to the minute of arc', () => {
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

  it('leaves out what an unknown time does not determine, and notes the possible signs', () => {
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

  it('takes the ascendant that follows the midheaven within the polar circle', () => {
    const { chart } = cast({ date: '1990-12-01', time: '13:00', lat: 69.65, lon: 18.96 });
    expect(chart.ascendant?.sign).toBe('aries');
    expect(chart.ascendant?.degree).toBeCloseTo(6.1, 1);
  });

  it('finds the zone of Ciudad Juárez after its change of 2022', () => {
    const { chart } = cast({ date: '2023-07-10', time: '12:00', lat: 31.69, lon: -106.42 });
    expect(chart.ascendant?.sign).toBe('libra');
    expect(chart.ascendant?.degree).toBeCloseTo(1.7, 1);
  });

  it('uses whole signs within the polar circle and says so', () => {
    const { chart, notes } = cast({ date: '1990-05-15', time: '12:00', lat: 69.65, lon: 18.96 }, 'en');
    expect(chart.houses?.system).toBe('whole-sign');
    expect(chart.houses?.wholeSign[0]).toBe(chart.ascendant?.sign);
    expect(notes.leftOut[0]?.en).toContain('polar');
  });

  // Swiss Ephemeris: Lahiri 23°51′11″ mean at J2000 (23.857° with rounding), Fagan–Bradley 24°44′12″.
  it.each([
    ['lahiri', 23.853],
    ['fagan-bradley', 24.736],
    ['krishnamurti', 23.76],
    ['raman', 22.41],
  ] as const)('counts the sidereal zodiac of %s from its own point', (ayanamsha, degrees) => {
    const birth = { date: '2000-01-01', time: '12:00', lat: 51.48, lon: 0, zodiac: 'sidereal', ayanamsha };
    const { chart } = cast(birth);
    const tropical = cast({ ...birth, zodiac: 'tropical' }).chart;
    expect(Math.abs((chart.ayanamsha?.degrees ?? 0) - degrees)).toBeLessThan(0.01);
    expect(chart.bodies.sun?.sign).toBe('sagittarius');
    expect(tropical.bodies.sun?.sign).toBe('capricorn');
    expect(tropical.ayanamsha).toBeUndefined();
  });

  it('divides houses by the system asked for', () => {
    const birth = { date: '1990-05-15', time: '07:05', city: '서울' };
    for (const houseSystem of ['placidus', 'whole-sign', 'koch', 'equal', 'regiomontanus', 'campanus'])
      expect(cast({ ...birth, houseSystem }).chart.houses?.system).toBe(houseSystem);
  });

  it('keeps the sign of an angle that does not change within the span, and no houses', () => {
    const { chart } = cast({ date: '1990-05-15', time: '07:00-07:20', city: '서울' });
    expect(chart.ascendant).toEqual({ sign: 'gemini' });
    expect(chart).not.toHaveProperty('houses');
    expect(cast({ date: '1990-05-15', time: '06:00-12:00', city: '서울' }).chart).not.toHaveProperty('ascendant');
  });
});
