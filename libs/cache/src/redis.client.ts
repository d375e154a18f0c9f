import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { type RedisAddress, parseRedisUrl } from '@app/config';
import { RedisBreaker } from './redis-breaker.js';
import { type RedisProblem, type RedisRefusal, adviceFor, refusalOf } from './redis-refusal.js';
import { RedisUnavailableError } from './redis-unavailable.error.js';

export interface RedisClientOptions {
  readonly url: string;
  /** Timeout of one command; the only way to detect a frozen Redis. */
  readonly commandTimeoutMs: number;
  /** Interval between two probes while Redis is unavailable. */
  readonly probeEveryMs?: number;
  readonly onChange?: (up: boolean) => void;
  /** Called for every refused command. */
  readonly onRefusal?: (reason: RedisRefusal) => void;
}

const PROBE_EVERY_MS = 1_000;
const CONNECT_TIMEOUT_MS = 2_000;
const CLOSE_TIMEOUT_MS = 200;
const MAX_RECONNECT_MS = 1_000;
/** Failed probes before the connection is replaced: it may be dead without a TCP reset. */
const MAX_PROBES_PER_CONNECTION = 5;
/** Key written by probes, because a Redis that answers may still refuse writes. */
const PROBE_KEY = 'probe:write';
const PROBE_TTL_MS = 1_000;

/**
 * A Redis connection that fails fast: at once while the breaker is open, after `commandTimeoutMs` otherwise. Commands
 * are never queued while Redis is unavailable. Recovers automatically.
 */
export class RedisClient implements OnModuleDestroy {
  readonly #redis: Redis;
  readonly #breaker: RedisBreaker;
  readonly #own = new Set<Redis>();
  readonly #logger = new Logger('Redis');

  constructor(private readonly options: RedisClientOptions) {
    this.#redis = new Redis({
      ...this.#connection(),
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      autoResendUnfulfilledCommands: false,
    });
    this.#breaker = new RedisBreaker({
      probe: () => this.#inTime(this.#redis.set(PROBE_KEY, '1', 'PX', PROBE_TTL_MS)),
      probeEveryMs: options.probeEveryMs ?? PROBE_EVERY_MS,
      probesBeforeReset: MAX_PROBES_PER_CONNECTION,
      reset: () => this.#reconnect(),
      problemOf: (error) => this.#refusal(error) ?? 'unreachable',
      onChange: (problem, first) => this.#announce(problem, first),
    });
    this.#redis.on('ready', () => void this.#breaker.probe());
    this.#redis.on('close', () => this.#breaker.open('unreachable'));
    // Authentication errors occur only here, before any command; other errors also reject their command.
    this.#redis.on('error', (error) => {
      const refusal = this.#refusal(error);
      if (refusal) this.#breaker.open(refusal);
    });
  }

  /** False while commands would be rejected. */
  get available(): boolean {
    return this.#breaker.up;
  }

  /** Why Redis cannot be used; undefined while it can be used, and before the first answer. */
  get problem(): RedisProblem | undefined {
    return this.#breaker.problem;
  }

  /**
   * Runs a command. Error replies other than refusals are rethrown unchanged.
   * @throws RedisUnavailableError at once while the breaker is open, when Redis refuses the command, or after the
   * command timeout
   */
  async run<Value>(command: (redis: Redis) => Promise<Value>): Promise<Value> {
    if (!this.#breaker.up) throw new RedisUnavailableError();
    try {
      const value = await this.#inTime(command(this.#redis));
      this.#breaker.succeeded();
      return value;
    } catch (error) {
      const refusal = this.#refusal(error);
      if (refusal) this.#breaker.open(refusal);
      else if (error instanceof Error && error.name === 'ReplyError') throw error;
      else this.#breaker.failed();
      throw new RedisUnavailableError(error);
    }
  }

  /**
   * A separate connection for blocking reads and subscriptions. It reconnects, resubscribes and queues commands. The
   * caller disconnects it; connections that are still open are closed with the client.
   */
  connection(): Redis {
    const redis = new Redis({ ...this.#connection(), maxRetriesPerRequest: null, enableOfflineQueue: true });
    redis.on('error', () => {});
    redis.on('end', () => this.#own.delete(redis));
    this.#own.add(redis);
    return redis;
  }

  onModuleDestroy(): void {
    this.#breaker.stop();
    for (const redis of [this.#redis, ...this.#own]) redis.disconnect();
  }

  /**
   * Rejects when no reply has arrived within the command timeout. After a blocked event loop the timer fires before the
   * replies that have arrived are read; `setImmediate` runs after them. (The `commandTimeout` of ioredis does not wait.)
   */
  async #inTime<Value>(reply: Promise<Value>): Promise<Value> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const expire = () => setImmediate(() => reject(new Error('Command timed out')));
    const timer = setTimeout(expire, this.options.commandTimeoutMs);
    try {
      return await Promise.race([reply, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Reconnects all connections: after a failover they may still be connected to the former primary. */
  #reconnect(): void {
    for (const redis of [this.#redis, ...this.#own]) redis.disconnect(true);
  }

  #refusal(error: unknown): RedisRefusal | undefined {
    const refusal = refusalOf(error);
    if (refusal) this.options.onRefusal?.(refusal);
    return refusal;
  }

  #announce(problem: RedisProblem | undefined, first: boolean): void {
    this.options.onChange?.(problem === undefined);
    if (problem === undefined) return first ? undefined : this.#logger.log('Circuit breaker closed (upstream=redis)');
    const state = `Circuit breaker opened (upstream=redis, reason=${problem})`;
    this.#logger.warn(`${state}: using the memory level only; ${adviceFor(problem)}`);
  }

  #connection(): RedisOptions {
    return { ...QUICK, ...addressOptions(parseRedisUrl(this.options.url)) };
  }
}

function addressOptions({ socket, hosts, primary, tls, username, password, db }: RedisAddress): RedisOptions {
  const login = { db, ...(username && { username }), ...(password && { password }) };
  if (socket !== undefined) return { path: socket, ...login };
  const [first] = hosts;
  if (primary === undefined) return { ...first, ...login, ...(tls && { tls: {} }) };
  // Sentinels usually use the same password as the servers they monitor.
  return {
    ...login,
    sentinels: hosts.map((host) => ({ ...host })),
    name: primary,
    ...(password && { sentinelPassword: password }),
    ...(username && { sentinelUsername: username }),
    ...(tls && { tls: {}, enableTLSForSentinelMode: true, sentinelTLS: {} }),
  };
}

const QUICK: RedisOptions = {
  // Would receive, and ignore, the error reply with which Redis refuses a connection.
  disableClientInfo: true,
  connectTimeout: CONNECT_TIMEOUT_MS,
  disconnectTimeout: CLOSE_TIMEOUT_MS,
  retryStrategy: (attempt) => Math.min(100 * attempt, MAX_RECONNECT_MS),
  sentinelRetryStrategy: (attempt) => Math.min(100 * attempt, MAX_RECONNECT_MS),
};
