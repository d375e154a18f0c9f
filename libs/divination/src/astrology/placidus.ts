import { type Horizon, RADIAN, ascendant, longitudeAt, midheaven, sin, tan } from './horizon.js';
import { around } from './zodiac.js';

/** Each iteration reduces the error to at most two thirds, so 70 iterations leave less than a billionth of a degree. */
const STEPS = 70;

/**
 * The twelve Placidus cusps, longitudes in degrees, first house first; undefined within the polar circles, where some
 * degrees of the ecliptic never rise or set.
 *
 * A cusp is the ecliptic point that has covered a third or two thirds of its semi-arc. With the ascensional difference
 * AD = asin(tan φ tan δ), cusps 11 and 12 lie 1/3 and 2/3 of 90° + AD east of the meridian, and the right ascensions of
 * cusps 3 and 2 are 1/3 and 2/3 of 90° − AD less than that of the lower meridian (M. Munkasey, An Astrological House
 * Formulary; the definition is by Placidus de Titis). As tan δ = sin α tan ε on the ecliptic, α = α(δ(α)) is iterated
 * to its fixed point; the slope is at most 2/3 · tan φ tan ε < 1.
 */
export function placidusCusps(horizon: Horizon): readonly number[] | undefined {
  const { ramc, obliquity, latitude } = horizon;
  const rise = tan(latitude) * tan(obliquity);
  if (!(Math.abs(rise) < 1)) return undefined;
  const cusp = (from: number, fraction: number, side: 1 | -1): number => {
    let alpha = from + side * 90 * fraction;
    for (let step = 0; step < STEPS; step++)
      alpha = from + side * fraction * (90 + side * Math.asin(rise * sin(alpha)) * RADIAN);
    return longitudeAt(alpha, obliquity);
  };
  const east = [
    ascendant(horizon),
    cusp(ramc + 180, 2 / 3, -1),
    cusp(ramc + 180, 1 / 3, -1),
    around(midheaven(horizon) + 180),
    around(cusp(ramc, 1 / 3, 1) + 180),
    around(cusp(ramc, 2 / 3, 1) + 180),
  ];
  return [...east, ...east.map((longitude) => around(longitude + 180))];
}
