import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { RedisBreaker } from './redis-breaker.js';
import { RedisUnavailableError } from './redis-unavailable.error.js';

export interface RedisClientOptions {
  readonly url: string;
  /** A command that takes longer has failed; the only sign of a Redis that is frozen. */
  readonly commandTimeoutMs: number;
  /** Between two questions whether Redis is back. */
  readonly probeEveryMs?: number;
  readonly onChange?: (up: boolean) => void;
}

const PROBE_EVERY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;
const CLOSE_TIMEOUT_MS = 200;
const LONGEST_RECONNECT_MS = 1_000;
/** Probes on one connection before it is given up: a connection may be dead without either end having been told. */
const PROBES_A_CONNECTION = 5;

/**
 * Redis as something that may be away at any moment. A command fails fast: at once while Redis is known to be away,
 * after `commandTimeoutMs` otherwise; nothing waits in a queue for better times. It comes back by itself.
 */
export class RedisClient implements OnModuleDestroy {
  readonly #redis: Redis;
  readonly #breaker: RedisBreaker;
  readonly #own = new Set<Redis>();
  readonly #logger = new Logger('Redis');

  constructor(private readonly options: RedisClientOptions) {
    this.#redis = new Redis(options.url, {
      ...QUICK,
      enableOfflineQueue: false,
      commandTimeout: options.commandTimeoutMs,
      maxRetriesPerRequest: 1,
      autoResendUnfulfilledCommands: false,
    });
    this.#breaker = new RedisBreaker({
      probe: () => this.#redis.ping(),
      probeEveryMs: options.probeEveryMs ?? PROBE_EVERY_MS,
      probesBeforeReset: PROBES_A_CONNECTION,
      reset: () => this.#redis.disconnect(true),
      onChange: (up, first) => this.#announce(up, first),
    });
    this.#redis.on('ready', () => void this.#breaker.probe());
    this.#redis.on('close', () => this.#breaker.lost());
    // Every failure also reaches the command it broke; unheard, it would end the process.
    this.#redis.on('error', () => {});
  }

  /** False while commands would be refused. */
  get available(): boolean {
    return this.#breaker.up;
  }

  /** @throws RedisUnavailableError at once or after the command timeout; Redis' own refusals pass unchanged. */
  async run<Value>(command: (redis: Redis) => Promise<Value>): Promise<Value> {
    if (!this.#breaker.up) throw new RedisUnavailableError();
    try {
      const value = await command(this.#redis);
      this.#breaker.succeeded();
      return value;
    } catch (error) {
      if (error instanceof Error && error.name === 'ReplyError') throw error;
      this.#breaker.failed();
      throw new RedisUnavailableError(error);
    }
  }

  /** A connection of one's own for blocking reads and subscriptions; it reconnects, resubscribes and waits. Whoever
   *  asks disconnects it; what is left is closed with the client. */
  connection(): Redis {
    const redis = new Redis(this.options.url, { ...QUICK, maxRetriesPerRequest: null, enableOfflineQueue: true });
    redis.on('error', () => {});
    redis.on('end', () => this.#own.delete(redis));
    this.#own.add(redis);
    return redis;
  }

  onModuleDestroy(): void {
    this.#breaker.stop();
    for (const redis of [this.#redis, ...this.#own]) redis.disconnect();
  }

  #announce(up: boolean, first: boolean): void {
    this.options.onChange?.(up);
    if (!up) this.#logger.warn('Redis does not answer: carrying on with what this process remembers.');
    else if (!first) this.#logger.log('Redis answers again.');
  }
}

const QUICK: RedisOptions = {
  connectTimeout: CONNECT_TIMEOUT_MS,
  disconnectTimeout: CLOSE_TIMEOUT_MS,
  retryStrategy: (attempt) => Math.min(100 * attempt, LONGEST_RECONNECT_MS),
};
