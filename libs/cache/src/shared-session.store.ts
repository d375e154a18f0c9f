import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CacheMetrics } from '@app/metrics';
import type { RedisClient } from './redis.client.js';
import { type SessionStore, SessionTooLargeError, type SessionValue } from './session.store.js';

const TTL_SECONDS = 3_600;
const MAX_SESSION_BYTES = 256 * 1024;
const ID_BYTES = 18;

/**
 * Sessions in Redis, shared by all replicas, with a copy in this process for when Redis is unavailable or not
 * configured.
 */
export class SharedSessionStore implements SessionStore {
  readonly #memory: LRUCache<string, string>;

  /** @param maxBytes maximum size of all sessions in this process; above it, the least recently used are dropped */
  constructor(
    private readonly metrics: CacheMetrics,
    maxBytes: number,
    private readonly redis?: RedisClient,
  ) {
    this.#memory = new LRUCache<string, string>({ maxSize: maxBytes, ttl: TTL_SECONDS * 1_000 });
  }

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
    if (Buffer.byteLength(text) > MAX_SESSION_BYTES) throw new SessionTooLargeError(MAX_SESSION_BYTES);
    const name = nameOf(owner, id);
    this.#memory.set(name, text, { size: text.length * 2 + name.length });
    this.metrics.entries('session', this.#memory.size);
    // Awaited because the next request may reach another replica; bounded by the command timeout.
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

/**
 * Redis key of a session. Includes the owner, so that no id opens another owner's session. Hashed, so that Redis stores
 * neither owner nor id.
 */
const nameOf = (owner: string, id: string): string =>
  `session:${createHash('sha256')
    .update(JSON.stringify([owner, id]))
    .digest('base64url')}`;
