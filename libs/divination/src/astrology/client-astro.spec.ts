import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clientAstro } from './client-astro.js';

describe('clientAstro', () => {
  const sun = { sign: 'leo', degree: 12.5, house: 5 };

  it.each<[string, Record<string, unknown>]>([
    ['a list of planets', { planets: [{ name: 'Sun', sign: 'Leo', degree: 12.5, house: 5 }] }],
    ['a map of planets', { planets: { sun: { sign: 'LEO', degree: '12.5', house: '5' } } }],
    ['Korean names', { planets: [{ planet: '태양', sign: '사자자리', degree: 12.5, house: 5 }] }],
    ['longitudes', { bodies: { 'The Sun': { longitude: 132.5, house: 5, sign: '♌' } } }],
    ['bodies at the top', { sun: { sign: { name: 'leo' }, degree: 12.5, house: 5 } }],
  ])('reads %s', (_how, value) => expect(clientAstro(value)?.bodies).toEqual({ sun }));

  it('reads signs without degrees, angles and retrograde motion', () => {
    expect(
      clientAstro({
        moon: '궁수자리',
        ascendant: 'Cap',
        mc: { sign: '♎' },
        mercury: { sign: 'Virgo', isRetrograde: true },
      }),
    ).toEqual({
      bodies: { moon: { sign: 'sagittarius' }, mercury: { sign: 'virgo', retrograde: true } },
      ascendant: { sign: 'capricorn' },
      midheaven: { sign: 'libra' },
      aspects: [],
    });
  });

  it('computes aspects from the given degrees', () => {
    const { aspects } = clientAstro({ sun: { longitude: 10 }, moon: { longitude: 191 } }) ?? {};
    expect(aspects).toEqual([{ from: 'sun', to: 'moon', aspect: 'opposition', orb: 1 }]);
  });

  it('skips unknown parts; undefined when nothing is left', () => {
    expect(
      clientAstro({ planets: [{ name: 'Vulcan', sign: 'Leo' }, 7, null, { name: 'sun', sign: 'Ophiuchus' }] }),
    ).toBe(undefined);
    expect(clientAstro({ sun: { sign: 'leo', degree: 95, house: 13, retrograde: 'no' } })?.bodies).toEqual({
      sun: { sign: 'leo' },
    });
  });

  it('never throws', () => {
    const keys = fc.constantFrom('planets', 'bodies', 'sun', 'moon', 'ascendant', 'mc', '__proto__');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (value) => {
        expect(() => clientAstro(value)).not.toThrow();
      }),
    );
  });
});
