/**
 * Types of the functions of `astronomia` that the specs use; the package ships none. Angles are in radians, times in
 * Julian ephemeris days.
 */
declare module 'astronomia/planetposition' {
  export class Planet {
    constructor(series: unknown);
  }
}
declare module 'astronomia/elliptic' {
  import type { Planet } from 'astronomia/planetposition';
  /** Apparent equatorial coordinates. */
  export function position(planet: Planet, earth: Planet, jde: number): { readonly ra: number; readonly dec: number };
}
declare module 'astronomia/solar' {
  import type { Planet } from 'astronomia/planetposition';
  export function apparentVSOP87(earth: Planet, jde: number): { readonly lon: number };
}
declare module 'astronomia/moonposition' {
  /** Mean equinox of date, without nutation. */
  export function position(jde: number): { readonly lon: number };
  /**
   * Longitudes of the mean ascending node, mean perigee and true ascending node: mean equinox of date, without
   * nutation.
   */
  export function node(jde: number): number;
  export function perigee(jde: number): number;
  export function trueNode(jde: number): number;
}
declare module 'astronomia/pluto' {
  import type { Planet } from 'astronomia/planetposition';
  /** Astrometric equatorial coordinates at the equinox J2000, corrected for light time. */
  export function astrometric(jde: number, earth: Planet): { readonly ra: number; readonly dec: number };
}
declare module 'astronomia/nutation' {
  /** Nutation in longitude (Δψ) and in obliquity (Δε). */
  export function nutation(jde: number): readonly [number, number];
  export function meanObliquity(jde: number): number;
}
declare module 'astronomia/deltat' {
  /** ΔT in seconds for a decimal year. */
  export function deltaT(year: number): number;
}
declare module 'astronomia/data' {
  const data: Readonly<Record<string, unknown>>;
  export default data;
}
