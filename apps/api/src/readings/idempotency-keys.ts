import { createHash } from 'node:crypto';
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

interface Remembered {
  readonly fingerprint: string;
  /** Id of the reading; rejects when it never began. */
  readonly reading: Promise<string>;
}

const MOST_KEYS = 50_000;

/** Deletes the key while it still holds this reading's id, `[fingerprint, id]`. */
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
    @Inject(readingsConfig.KEY) config: ReadingsConfig,
    @InjectRedisClient() private readonly redis?: RedisClient,
  ) {
    this.#ttlSeconds = Math.max(1, config.resumeTtlSeconds);
    this.#here = new LRUCache({ max: MOST_KEYS, ttl: this.#ttlSeconds * 1_000 });
  }

  /**
   * The id of the reading this key stands for, else the reading that is started for it. Of two who claim a key at once
   * in one process, one starts.
   * @param start rejects when the reading does not begin; then the key stands for none
   * @throws ProblemError `idempotency.mismatch`
   */
  async claim<Started extends { readonly id: string }>(
    request: IdempotentRequest,
    start: () => Promise<Started>,
  ): Promise<{ readonly id: string; readonly started?: Started }> {
    const fromRedis = this.#here.has(nameOf(request)) ? undefined : await this.#fromRedis(request);
    // From looking to remembering nothing is awaited: nobody can begin in between.
    const known = this.#here.get(nameOf(request)) ?? fromRedis;
    if (!known) return this.#begin(request, start());
    if (known.fingerprint !== request.fingerprint) throw new ProblemError('idempotency.mismatch');
    const id = await known.reading.catch(() => undefined);
    return id === undefined ? this.claim(request, start) : { id };
  }

  async #begin<Started extends { readonly id: string }>(request: IdempotentRequest, starting: Promise<Started>) {
    this.#remember(
      request,
      starting.then(({ id }) => id),
    );
    const started = await starting;
    return { id: started.id, started };
  }

  /** A reading that does not begin is forgotten. */
  #remember(request: IdempotentRequest, reading: Promise<string>): void {
    const name = nameOf(request);
    const remembered = { fingerprint: request.fingerprint, reading };
    this.#here.set(name, remembered);
    reading.then(
      (id) => this.#toRedis(name, JSON.stringify([request.fingerprint, id])),
      () => this.#here.get(name) === remembered && this.#here.delete(name),
    );
  }

  /** A reading that failed must not answer the retry. */
  forget(request: IdempotentRequest): void {
    this.#here.delete(nameOf(request));
    this.redis?.run((redis) => redis.unlink(nameOf(request))).catch(() => {});
  }

  /** Forgets a reading that can no longer be read, unless the key has come to stand for another one. */
  async forgetExpired(request: IdempotentRequest, id: string): Promise<void> {
    const known = this.#here.get(nameOf(request));
    const stillHere = known && (await known.reading.catch(() => undefined)) === id;
    if (stillHere && this.#here.get(nameOf(request)) === known) this.#here.delete(nameOf(request));
    await this.redis?.run((redis) => redis.eval(UNLINK_IF, 1, nameOf(request), id)).catch(() => {});
  }

  async #fromRedis(request: IdempotentRequest): Promise<Remembered | undefined> {
    try {
      const text = await this.redis?.run((redis) => redis.get(nameOf(request)));
      if (!text) return undefined;
      const [fingerprint, id] = JSON.parse(text) as [string, string];
      return { fingerprint, reading: Promise.resolve(id) };
    } catch {
      return undefined;
    }
  }

  #toRedis(name: string, text: string): void {
    this.redis?.run((redis) => redis.set(name, text, 'EX', this.#ttlSeconds)).catch(() => {});
  }
}

const nameOf = ({ tenant, key }: IdempotentRequest): string =>
  `idempotency:${createHash('sha256')
    .update(JSON.stringify([tenant, key]))
    .digest('base64url')}`;
