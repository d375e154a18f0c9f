/** Items per second, rounded. */
export const rateOf = (count: number, elapsedMs: number): number =>
  elapsedMs > 0 ? Math.round((count * 1_000) / elapsedMs) : 0;

/** Estimated remaining time at the current rate: `40 s`, `3 min 20 s`, `1 h 5 min`; `?` before anything is done. */
export function remaining(done: number, total: number, elapsedMs: number): string {
  return done > 0 ? duration(((total - done) * elapsedMs) / done) : '?';
}

export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
}
