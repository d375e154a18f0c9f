import { IANAZone } from 'luxon';
import { fixedOffset } from './timezone.js';
import zoneHistory from './tables/zone-history.generated.json' with { type: 'json' };

/** End of the generated table, 1970-01-01. tzdata merges only zones that agree from then on. */
const TABLE_ENDS_MS = 0;
/**
 * Upper bound of all offsets from Universal Time, including those of Alaska and the Philippines before they changed
 * sides of the date line.
 */
const MAX_OFFSET_MS = 16 * 3_600_000;
const MS_PER_DEGREE = 240_000;

/** Zones with a common history; instants in Unix seconds, offsets in seconds east of Greenwich. */
interface ZoneHistory {
  readonly zones: readonly string[];
  /** End of local mean time; null when before 1900. */
  readonly meanTimeUntil: number | null;
  /**
   * Pairs of an offset's first instant and the offset, earliest first; empty when Node's own data are complete.
   */
  readonly offsets: readonly (readonly number[])[];
}

const HISTORIES: ReadonlyMap<string, ZoneHistory> = new Map(
  zoneHistory.flatMap((history: ZoneHistory) => history.zones.map((zone) => [zone, history] as const)),
);

/**
 * Offset from Universal Time of the clocks at a place, in milliseconds: by the IANA database including the zones that
 * it merged, and by the place's local mean time before the zone had a standard time.
 * @param longitude degrees east
 */
export function clockOffsetMs(zone: string, atMs: number, longitude: number): number {
  const { meanTimeUntil, offsets } = HISTORIES.get(zone) ?? { meanTimeUntil: null, offsets: [] };
  if (meanTimeUntil !== null && atMs < meanTimeUntil * 1000) return longitude * MS_PER_DEGREE;
  if (atMs < TABLE_ENDS_MS && offsets.length > 0)
    return (offsets.findLast(([from = 0]) => from * 1000 <= atMs)?.[1] ?? 0) * 1000;
  return Math.round((fixedOffset(zone) ?? IANAZone.create(zone)).offset(atMs) * 60_000);
}

/**
 * The instants at which the clocks of a place showed a time: none when a clock change skipped it, two when it occurred
 * twice.
 */
export function instantsShowing(clockMs: number, zone: string, longitude: number): readonly number[] {
  const around = [-MAX_OFFSET_MS, 0, MAX_OFFSET_MS].map((ms) => clockOffsetMs(zone, clockMs + ms, longitude));
  const candidates = [...new Set(around)].map((offset) => clockMs - offset);
  const nearby = candidates.flatMap((atMs) => [atMs, clockMs - clockOffsetMs(zone, atMs, longitude)]);
  return [...new Set(nearby)]
    .filter((atMs) => atMs + clockOffsetMs(zone, atMs, longitude) === clockMs)
    .sort((a, b) => a - b);
}

/** The offset that was in force before a clock change that skipped a time. */
export const offsetBeforeMs = (clockMs: number, zone: string, longitude: number): number =>
  clockOffsetMs(zone, clockMs - MAX_OFFSET_MS, longitude);
