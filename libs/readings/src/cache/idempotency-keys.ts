import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRedisClient, RedisClient } from '@app/cache';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import { LRUCache } from 'lru-cache';
import { ReadingError } from '../reading.error.js';

/** A request, identified by its Idempotency-Key. */
export interface IdempotentRequest {
  readonly tenant: string;
  readonly key: string;
  /** Hash of the request. A request with the same key and a different fingerprint is rejected. */
  readonly fingerprint: string;
}

/** Result of a claim: the id of the key's reading. `started` is present when this claim started the reading. */
export interface Claim<Started> {
  readonly id: string;
  readonly started?: Started;
}

interface Remembered {
  readonly fingerprint: string;
  /** Resolves with the reading's id; rejects when the reading did not start. */
  readonly reading: Promise<string>;
  /** Resolves once other replicas can read the id. */
  readonly published: Promise<void>;
}

/** Value in Redis: the request's fingerprint, and the id of the reading or of the claim that is starting it. */
type Held = readonly [fingerprint: string, holder: string];

const MAX_KEYS = 50_000;
/** Maximum time between claiming a key and the start of the reading; after that the key can be claimed again. */
const STARTING_MS = 15_000;
const POLL_MS = 50;
const STARTING = 'starting:';

/** Returns the key's current value; sets the claim when there is none. */
const CLAIM = `
local held = redis.call('GET', KEYS[1])
if not held then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return held`;

/** Deletes the key only if the given reading or claim still holds it. */
const UNLINK_IF = `
local held = redis.call('GET', KEYS[1])
if held and cjson.decode(held)[2] == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** Maps each Idempotency-Key to the reading it started, for as long as that reading can be resumed. */
@Injectable()
export class IdempotencyKeys {
  readonly #here: LRUCache<string, Remembered>;
  readonly #ttlSeconds: number;

  constructor(
    @Inject(readingsConfig.KEY) { resumeTtlSeconds, timeoutMs }: ReadingsConfig,
    @InjectRedisClient() private readonly redis?: RedisClient,
  ) {
    // Events expire `resumeTtlSeconds` after the end of the reading, but the TTL of the key starts at its beginning.
    this.#ttlSeconds = Math.ceil(timeoutMs / 1_000) + Math.max(1, resumeTtlSeconds);
    this.#here = new LRUCache({ max: MAX_KEYS, ttl: this.#ttlSeconds * 1_000 });
  }

  /**
   * Returns the reading of this key, or starts it. Exactly one of several concurrent claims starts the reading; with
   * Redis, across all replicas.
   * @param start rejects when the reading does not start; the key can then be claimed again
   * @throws ReadingError `idempotency.mismatch`
   */
  async claim<Started extends { readonly id: string }>(
    request: IdempotentRequest,
    start: () => Promise<Started>,
  ): Promise<Claim<Started>> {
    const known = this.#here.get(nameOf(request));
    if (!known) return this.#first(request, start);
    const id = await known.reading.catch(() => undefined);
    if (id === undefined) return this.claim(request, start);
    if (known.fingerprint !== request.fingerprint) throw new ReadingError('idempotency.mismatch');
    return { id };
  }

  /** Releases the key of a reading that must not answer a retry. No effect when the key has a newer reading. */
  async forget(request: IdempotentRequest, id: string): Promise<void> {
    const name = nameOf(request);
    const known = this.#here.get(name);
    const stillHere = known && (await known.reading.catch(() => undefined)) === id;
    if (stillHere && this.#here.get(name) === known) this.#here.delete(name);
    await known?.published;
    await this.#unlink(name, id);
  }

  /**
   * Handles the first claim in this process. Readings of other replicas are not kept in memory, because this process is
   * not notified when their keys are released.
   */
  async #first<Started extends { readonly id: string }>(
    request: IdempotentRequest,
    start: () => Promise<Started>,
  ): Promise<Claim<Started>> {
    const name = nameOf(request);
    const claim = this.#claimOrStart(request, start);
    const forget = () => void (this.#here.get(name) === remembered && this.#here.delete(name));
    const settle = ({ id, started }: Claim<Started>) => (started ? this.#publish(request, id) : forget());
    const published = claim.then(settle, forget);
    const remembered = { fingerprint: request.fingerprint, reading: claim.then(({ id }) => id), published };
    this.#here.set(name, remembered);
    remembered.reading.catch(() => {});
    return claim;
  }

  async #claimOrStart<Started extends { readonly id: string }>(
    request: IdempotentRequest,
    start: () => Promise<Started>,
  ): Promise<Claim<Started>> {
    const starter = `${STARTING}${randomUUID()}`;
    for (;;) {
      const held = await this.#claimInRedis(request, starter);
      if (!held) return this.#start(request, starter, start);
      const [fingerprint, holder] = held;
      if (fingerprint !== request.fingerprint) throw new ReadingError('idempotency.mismatch');
      if (!holder.startsWith(STARTING)) return { id: holder };
      await delay(POLL_MS);
    }
  }

  async #start<Started extends { readonly id: string }>(
    request: IdempotentRequest,
    starter: string,
    start: () => Promise<Started>,
  ): Promise<Claim<Started>> {
    try {
      const started = await start();
      return { id: started.id, started };
    } catch (error) {
      await this.#unlink(nameOf(request), starter);
      throw error;
    }
  }

  /**
   * Waits one event-loop turn before publishing the id, so that Redis already contains the first events when another
   * replica reads the id.
   */
  async #publish(request: IdempotentRequest, id: string): Promise<void> {
    await turn();
    const held = JSON.stringify([request.fingerprint, id] satisfies Held);
    await this.redis?.run((redis) => redis.set(nameOf(request), held, 'EX', this.#ttlSeconds)).catch(() => {});
  }

  /** The current holder; undefined when this claim now holds the key, or Redis is unavailable. */
  async #claimInRedis(request: IdempotentRequest, starter: string): Promise<Held | undefined> {
    const claim = JSON.stringify([request.fingerprint, starter] satisfies Held);
    try {
      const held = await this.redis?.run((redis) => redis.eval(CLAIM, 1, nameOf(request), claim, STARTING_MS));
      return typeof held === 'string' ? (JSON.parse(held) as Held) : undefined;
    } catch {
      return undefined;
    }
  }

  async #unlink(name: string, holder: string): Promise<void> {
    await this.redis?.run((redis) => redis.eval(UNLINK_IF, 1, name, holder)).catch(() => {});
  }
}

const nameOf = ({ tenant, key }: IdempotentRequest): string =>
  `idempotency:${createHash('sha256')
    .update(JSON.stringify([tenant, key]))
    .digest('base64url')}`;
