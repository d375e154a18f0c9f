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
   * Id of the reading this key stands for. Undefined when it stands for none: then whoever asked must `remember` one
   * within the same turn. @throws ProblemError `idempotency.mismatch`
   */
  async find(request: IdempotentRequest): Promise<string | undefined> {
    const known = this.#here.get(nameOf(request)) ?? (await this.#fromRedis(request));
    // While Redis was asked somebody else may have begun.
    const remembered = this.#here.get(nameOf(request)) ?? known;
    if (!remembered) return undefined;
    if (remembered.fingerprint !== request.fingerprint) throw new ProblemError('idempotency.mismatch');
    return remembered.reading.catch(() => undefined);
  }

  /** A reading that does not begin is forgotten. */
  remember(request: IdempotentRequest, reading: Promise<string>): void {
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
