import { randomUUID } from 'node:crypto';
import type { RedisClient } from '@app/cache';

/** Takes a place when one is free. A place nobody gave back (a crashed replica’s) is free again when its time is up. */
const TAKE = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[4])
redis.call('PEXPIREAT', KEYS[1], ARGV[2])
return 1`;

/** Counts the readings a caller has open, over all replicas while there is Redis, else in this process. */
export class OpenReadings {
  readonly #here = new Map<string, number>();

  /** @param longestMs no reading is open for longer. */
  constructor(
    private readonly longestMs: number,
    private readonly redis?: RedisClient,
  ) {}

  /** Takes one of `most` places; undefined when all are taken. What it returns gives the place back. */
  async take(key: string, most: number): Promise<(() => void) | undefined> {
    const held = this.#here.get(key) ?? 0;
    if (held >= most) return undefined;
    // Before Redis is asked, or two at once would both find the last place free.
    this.#here.set(key, held + 1);
    const place = randomUUID();
    const taken = await this.#takeInRedis(key, most, place);
    if (taken) return () => this.#giveBack(key, place);
    this.#leaveHere(key);
    return undefined;
  }

  async #takeInRedis(key: string, most: number, place: string): Promise<boolean> {
    if (!this.redis?.available) return true;
    const now = Date.now();
    try {
      const taken = await this.redis.run((redis) =>
        redis.eval(TAKE, 1, nameOf(key), now, now + this.longestMs, most, place),
      );
      return taken === 1;
    } catch {
      return true;
    }
  }

  #giveBack(key: string, place: string): void {
    this.#leaveHere(key);
    this.redis?.run((redis) => redis.zrem(nameOf(key), place)).catch(() => {});
  }

  #leaveHere(key: string): void {
    const held = (this.#here.get(key) ?? 1) - 1;
    if (held > 0) this.#here.set(key, held);
    else this.#here.delete(key);
  }
}

const nameOf = (key: string): string => `open:${key}`;
