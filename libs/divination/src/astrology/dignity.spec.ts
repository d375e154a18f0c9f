import { describe, expect, it } from '@jest/globals';
import { dignitiesOf } from './dignity.js';

describe('essential dignities', () => {
  it.each([
    ['sun', 'leo', ['domicile']],
    ['sun', 'aquarius', ['detriment']],
    ['sun', 'libra', ['fall']],
    ['moon', 'taurus', ['exaltation']],
    ['mercury', 'virgo', ['domicile', 'exaltation']],
    ['mercury', 'pisces', ['detriment', 'fall']],
    ['saturn', 'aries', ['fall']],
    ['jupiter', 'aries', []],
    ['pluto', 'scorpio', []],
  ] as const)('of %s in %s are %j', (body, sign, dignities) => {
    expect(dignitiesOf(body, sign)).toEqual(dignities);
  });
});
