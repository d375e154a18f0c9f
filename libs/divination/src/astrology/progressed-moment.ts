/** Mean tropical year (Meeus, Astronomical Algorithms, ch. 27). */
const TROPICAL_YEAR_MS = 365.242_19 * 86_400_000;
const DAY_MS = 86_400_000;

/**
 * The moment whose positions are the secondary progressions for `atMs`: each day after birth stands for one year of
 * life (Placidus).
 * @returns Unix milliseconds
 */
export const progressedMoment = (birthMs: number, atMs: number): number =>
  birthMs + ((atMs - birthMs) / TROPICAL_YEAR_MS) * DAY_MS;
