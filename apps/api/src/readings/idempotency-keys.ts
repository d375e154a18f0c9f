import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRedisClient, RedisClient } from '@app/cache';
import { type ReadingsConfig, readingsConfig } from '@app/config';
import { LRUCache } from 'lru-cache';
import { ProblemError } from '../http/problem.error.js';

/** One request by its key. */
export interface IdempotentRequest {
  readonly tenant: string;
  readonly key: string;
  /** Hash of what was asked: the same key with another one is a mistake. */
  readonly fingerprint: string;
}

/** The reading a key stands for; `started` when it was this claim that started it. */
export interface Claim<Started> {
  readonly id: string;
  readonly started?: Started;
}

interface Remembered {
  readonly fingerprint: string;
  /** Rejects when the reading never began. */
  readonly reading: Promise<string>;
  /** Resolves when the other replicas have been told. */
  readonly published: Promise<void>;
}

/** What Redis holds under a key: the request's fingerprint, and the reading's id or who is about to start it. */
type Held = readonly [fingerprint: string, holder: string];

const MOST_KEYS = 50_000;
/** How long a replica may take from claiming a key to the reading's beginning; after that it counts as dead. */
const STARTING_MS = 15_000;
const LOOK_AGAIN_MS = 50;
const STARTING = 'starting:';

/** What is held under the key, else takes it. */
const CLAIM = `
local held = redis.call('GET', KEYS[1])
if not held then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return held`;

/** Deletes the key while this reading, or this starter, still holds it. */
const UNLINK_IF = `
local held = redis.call('GET', KEYS[1])
if held and cjson.decode(held)[2] == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** Which reading an Idempotency-Key started, for as long as that reading can be read again. */
@Injectable()
export class IdempotencyKeys {
  readonly #here: LRUCache<string, Remembered>;
  readonly #ttlSeconds: number;

  constructor(
    @Inject(readingsConfig.KEY) { resumeTtlSeconds, timeoutMs }: ReadingsConfig,
    @InjectRedisClient() private readonly redis?: RedisClient,
  ) {
    // The events are kept from the reading's end on, the key from its beginning.
    this.#ttlSeconds = Math.ceil(timeoutMs / 1_000) + Math.max(1, resumeTtlSeconds);
    this.#here = new LRUCache({ max: MOST_KEYS, ttl: this.#ttlSeconds * 1_000 });
  }

  /**
   * The id of the reading this key stands for, else the reading that is started for it. Of many who claim a key at once
   * one starts, on whatever replica while there is Redis.
   * @param start rejects when the reading does not begin; then the key stands for none
   * @throws ProblemError `idempotency.mismatch`
   */
  async claim<Started extends { readonly id: string }>(
    request: IdempotentRequest,
    start: () => Promise<Started>,
  ): Promise<Claim<Started>> {
    const known = this.#here.get(nameOf(request));
    if (!known) return this.#first(request, start);
    const id = await known.reading.catch(() => undefined);
    if (id === undefined) return this.claim(request, start);
    if (known.fingerprint !== request.fingerprint) throw new ProblemError('idempotency.mismatch');
    return { id };
  }

  /** Forgets a reading that must not answer the retry, unless the key has come to stand for another one. */
  async forget(request: IdempotentRequest, id: string): Promise<void> {
    const name = nameOf(request);
    const known = this.#here.get(name);
    const stillHere = known && (await known.reading.catch(() => undefined)) === id;
    if (stillHere && this.#here.get(name) === known) this.#here.delete(name);
    await known?.published;
    await this.#unlink(name, id);
  }

  /** The first of this process. What another replica has started is not remembered here, where nobody would hear that
   *  it has been forgotten there. */
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
      if (fingerprint !== request.fingerprint) throw new ProblemError('idempotency.mismatch');
      if (!holder.startsWith(STARTING)) return { id: holder };
      await delay(LOOK_AGAIN_MS);
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

  /** One turn of the event loop later: who reads the id in Redis must find the reading's first events there. */
  async #publish(request: IdempotentRequest, id: string): Promise<void> {
    await turn();
    const held = JSON.stringify([request.fingerprint, id] satisfies Held);
    await this.redis?.run((redis) => redis.set(nameOf(request), held, 'EX', this.#ttlSeconds)).catch(() => {});
  }

  /** Undefined when the key is this starter's now, or there is no Redis to ask. */
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
