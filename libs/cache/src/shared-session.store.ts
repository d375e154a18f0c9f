import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CacheMetrics } from '@app/metrics';
import type { RedisClient } from './redis.client.js';
import { type SessionStore, SessionTooLargeError, type SessionValue } from './session.store.js';

const TTL_SECONDS = 3_600;
const MOST_BYTES_EACH = 256 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;
const ID_BYTES = 18;

/**
 * Sessions in Redis, where every replica sees them, and a copy in this process: the copy serves while Redis is away and
 * is all there is without one.
 */
export class SharedSessionStore implements SessionStore {
  readonly #memory = new LRUCache<string, string>({ maxSize: MOST_BYTES, ttl: TTL_SECONDS * 1_000 });

  constructor(
    private readonly metrics: CacheMetrics,
    private readonly redis?: RedisClient,
  ) {}

  async open(owner: string, value: SessionValue): Promise<string> {
    const id = randomBytes(ID_BYTES).toString('base64url');
    await this.write(owner, id, value);
    return id;
  }

  async read<Value extends SessionValue>(owner: string, id: string): Promise<Value | undefined> {
    const name = nameOf(owner, id);
    const text = (await this.#fromRedis(name)) ?? this.#memory.get(name);
    this.metrics.lookup('session', this.redis?.available ? 'redis' : 'memory', text === undefined ? 'miss' : 'hit');
    return text === undefined ? undefined : (JSON.parse(text) as Value);
  }

  async write(owner: string, id: string, value: SessionValue): Promise<void> {
    const text = JSON.stringify(value);
    if (Buffer.byteLength(text) > MOST_BYTES_EACH) throw new SessionTooLargeError(MOST_BYTES_EACH);
    const name = nameOf(owner, id);
    this.#memory.set(name, text, { size: text.length * 2 + name.length });
    this.metrics.entries('session', this.#memory.size);
    // The next request may go to another replica: worth waiting for, but never longer than one command.
    await this.redis?.run((redis) => redis.set(name, text, 'EX', TTL_SECONDS)).catch(() => {});
  }

  async close(owner: string, id: string): Promise<void> {
    const name = nameOf(owner, id);
    this.#memory.delete(name);
    await this.redis?.run((redis) => redis.unlink(name)).catch(() => {});
  }

  async #fromRedis(name: string): Promise<string | undefined> {
    try {
      return (await this.redis?.run((redis) => redis.get(name))) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** The owner is part of the name, so no id opens another owner's session; hashed, so that Redis learns neither. */
const nameOf = (owner: string, id: string): string =>
  `session:${createHash('sha256')
    .update(JSON.stringify([owner, id]))
    .digest('base64url')}`;
