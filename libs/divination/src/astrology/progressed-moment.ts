/** Mean tropical year (Meeus, Astronomical Algorithms, ch. 27). */
const TROPICAL_YEAR_MS = 365.242_19 * 86_400_000;
const DAY_MS = 86_400_000;

/** Secondary progressions: each day after birth stands for a year of life (Placidus). @returns Unix milliseconds */
export const progressedMoment = (birthMs: number, atMs: number): number =>
  birthMs + ((atMs - birthMs) / TROPICAL_YEAR_MS) * DAY_MS;
