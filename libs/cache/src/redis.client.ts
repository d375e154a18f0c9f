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
const MAX_RECONNECT_MS = 1_000;
/** Failed probes before the connection is replaced: it may be dead without a TCP reset. */
const MAX_PROBES_PER_CONNECTION = 5;

/**
 * A Redis connection that fails fast: at once while the breaker is open, after `commandTimeoutMs` otherwise. Commands are
 * never queued while Redis is unavailable. Recovers automatically.
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
      probesBeforeReset: MAX_PROBES_PER_CONNECTION,
      reset: () => this.#redis.disconnect(true),
      onChange: (up, first) => this.#announce(up, first),
    });
    this.#redis.on('ready', () => void this.#breaker.probe());
    this.#redis.on('close', () => this.#breaker.lost());
    // Every failure also rejects its command; without a listener, 'error' would end the process.
    this.#redis.on('error', () => {});
  }

  /** False while commands would be refused. */
  get available(): boolean {
    return this.#breaker.up;
  }

  /** @throws RedisUnavailableError at once or after the command timeout; Redis' own error replies pass unchanged. */
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

  /** A separate connection for blocking reads and subscriptions; it reconnects, resubscribes and queues. The caller
   *  disconnects it; the rest are closed with the client. */
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
    if (!up) this.#logger.warn('Circuit breaker opened (upstream=redis): using the memory level only');
    else if (!first) this.#logger.log('Circuit breaker closed (upstream=redis)');
  }
}

const QUICK: RedisOptions = {
  connectTimeout: CONNECT_TIMEOUT_MS,
  disconnectTimeout: CLOSE_TIMEOUT_MS,
  retryStrategy: (attempt) => Math.min(100 * attempt, MAX_RECONNECT_MS),
};
