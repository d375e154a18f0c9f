import { randomBytes } from 'node:crypto';
import type { MirrorRedis } from './mirror-redis.js';

/** How long a replica counts as alive after its last mark, and how often it marks. */
const ALIVE_MS = 3_000;
const MARK_EVERY_MS = 1_000;

/** Tells other replicas that this one is alive, so that they can end the readers of a replica that has died. */
export class ReplicaMark {
  /** Written into every entry of a log. */
  readonly id = randomBytes(8).toString('base64url');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly redis: MirrorRedis) {}

  /** Starts with the first reading; no effect later. */
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

/** Exists while the replica is alive. */
export const markName = (replica: string): string => `replica:${replica}`;
