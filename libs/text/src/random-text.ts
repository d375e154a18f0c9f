import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4_096);
let used = pool.length;

/**
 * Unpredictable text for ids that must not be guessed. Takes the bytes from a pool, because a call of the system's
 * generator takes longer than the rest of most ids.
 * @param bytes number of random bytes, at most 4 096
 */
export function randomText(bytes: number, encoding: 'base64url' | 'hex'): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.toString(encoding, used, (used += bytes));
}
