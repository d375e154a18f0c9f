import { randomBytes } from 'node:crypto';
import type { MirrorRedis } from './mirror-redis.js';

/** TTL of the key that marks a replica as alive, and the interval at which it is refreshed. */
const ALIVE_MS = 3_000;
const MARK_EVERY_MS = 1_000;

/** Marks this replica as alive in Redis, so that other replicas can end the streams of a replica that has died. */
export class ReplicaMark {
  /** Id of this replica, written into every entry of a log. */
  readonly id = randomBytes(8).toString('base64url');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly redis: MirrorRedis) {}

  /** Called for every write; only the first call has an effect. */
  start(): void {
    if (this.#timer) return;
    this.#mark();
    this.#timer = setInterval(() => this.#mark(), MARK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #mark(): void {
    this.redis.run((redis) => redis.set(markName(this.id), '1', 'PX', ALIVE_MS)).catch(() => {});
  }
}

/** Name of the Redis key that exists while the replica is alive. */
export const markName = (replica: string): string => `replica:${replica}`;
