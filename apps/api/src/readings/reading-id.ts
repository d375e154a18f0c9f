import { hash, randomBytes } from 'node:crypto';

const RANDOM_BYTES = 10;
const TAG_BYTES = 6;

/**
 * A new reading's id (UUID version 8, RFC 9562): 74 random bits and a tag of the tenant's, so that every replica can tell
 * whose reading it is without asking anybody.
 */
export function newReadingId(tenant: string): string {
  const random = randomBytes(RANDOM_BYTES);
  random[6] = ((random[6] as number) & 0x0f) | 0x80;
  random[8] = ((random[8] as number) & 0x3f) | 0x80;
  const digits = random.toString('hex');
  return `${digits}${tagOf(digits, tenant)}`.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Whether the reading is this tenant's; an id that leaked opens nothing to others. */
export function isReadingOf(id: string, tenant: string): boolean {
  const digits = id.replaceAll('-', '');
  return digits.slice(2 * RANDOM_BYTES) === tagOf(digits.slice(0, 2 * RANDOM_BYTES), tenant);
}

/** Bound to the random part: the tags of one tenant's readings have nothing in common. */
const tagOf = (random: string, tenant: string): string =>
  hash('sha256', JSON.stringify([random, tenant])).slice(0, 2 * TAG_BYTES);
