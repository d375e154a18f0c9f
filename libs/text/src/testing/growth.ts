const ATTEMPTS = 6;
/**
 * Below this CPU time for the longer text the ratio is meaningless: the process clock ticks in milliseconds, and a
 * busy machine adds some.
 */
const NEGLIGIBLE_MS = 30;

/**
 * Ratio of the CPU time for a text to that for a text a quarter as long: about 4 for linear work, 16 for quadratic.
 * Uses the minimum of several runs for each text, because other processes and the garbage collector only add time. 0
 * when the work is negligible.
 */
export function growth(work: (text: string) => unknown, piece: string, length = 8_000): number {
  const [short, long] = [piece.repeat(length / piece.length), piece.repeat((4 * length) / piece.length)];
  let [shortMs, longMs] = [Infinity, Infinity];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    shortMs = Math.min(
      shortMs,
      cpuMs(() => work(short)),
    );
    longMs = Math.min(
      longMs,
      cpuMs(() => work(long)),
    );
    if (longMs < NEGLIGIBLE_MS || longMs / shortMs < 6) break;
  }
  return longMs < NEGLIGIBLE_MS ? 0 : longMs / shortMs;
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
