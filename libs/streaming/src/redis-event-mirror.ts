import type { OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Observable, type Subscriber } from 'rxjs';
import type { EventMirror, MirrorAlias, MirroredReading } from './event-mirror.js';
import { type FrameChunk, bytesAfter } from './frame-log.js';
import type { MirrorRedis } from './mirror-redis.js';
import { MirrorWriter, TOMBSTONE_FACTOR, streamName } from './mirror-writer.js';
import type { FlushedFrames } from './reading-run.js';
import { ReplicaMark, markName } from './replica-mark.js';

export interface RedisEventMirrorOptions {
  /** How long a reading's events are kept after the last event. */
  readonly ttlSeconds: number;
  /** A followed reading without events for this long ends with an error. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 60_000;
/** Duration of one blocking read. After a read without entries, the mark of the writing replica is checked. */
const BLOCK_MS = 1_000;
/** Additional time for the reply of a blocking read. */
const ANSWER_MS = 1_000;
/** TTL of the key that marks a reading as followed, and the interval at which it is refreshed. */
const READ_MS = 6_000;
const MARK_READ_EVERY_MS = 2_000;
const CANCELLATIONS = 'readings:cancelled';

/**
 * One Redis stream per reading with one entry per event-loop turn, whose id is the number of its last event:
 * `events:<name>` with entries `<to>-0 { f: from, b: bytes, w: writing replica, e?: ended }`. `events:<name>:was`
 * outlives the stream to distinguish "expired" from "unknown"; `events:<name>:read` exists while a replica follows the
 * reading; `events:<name>:of` refers to the log of a shared run.
 */
export class RedisEventMirror implements EventMirror, OnModuleDestroy {
  readonly cancellations: Observable<string>;
  readonly #writer: MirrorWriter;
  readonly #mark: ReplicaMark;
  readonly #silenceMs: number;
  readonly #ttlSeconds: number;

  constructor(
    private readonly redis: MirrorRedis,
    { ttlSeconds, silenceMs = SILENCE_MS }: RedisEventMirrorOptions,
  ) {
    this.#ttlSeconds = ttlSeconds;
    this.#mark = new ReplicaMark(redis);
    this.#writer = new MirrorWriter(redis, ttlSeconds, this.#mark.id);
    this.#silenceMs = silenceMs;
    this.cancellations = new Observable((subscriber) => this.#listen(subscriber));
  }

  onModuleDestroy(): void {
    this.#mark.stop();
  }

  write(name: string, flushed: FlushedFrames): void {
    this.#mark.start();
    this.#writer.write(name, flushed);
  }

  async find(name: string): Promise<MirroredReading> {
    const stream = streamName(name);
    const [last] = await this.redis.run((redis) => redis.xrevrangeBuffer(stream, '+', '-', 'COUNT', 1));
    if (last) {
      const { to, ended } = entryOf(last);
      return { state: 'found', lastSeq: to, ended };
    }
    const [was, alias] = await this.redis.run((redis) => redis.mget(`${stream}:was`, aliasName(name)));
    if (alias) return this.#findAlias(JSON.parse(alias) as MirrorAlias);
    return { state: was ? 'expired' : 'unknown' };
  }

  alias(name: string, alias: MirrorAlias): void {
    const seconds = this.#ttlSeconds * TOMBSTONE_FACTOR;
    if (seconds <= 0) return;
    const command = this.redis.run((redis) => redis.set(aliasName(name), JSON.stringify(alias), 'EX', seconds));
    command.catch(() => {});
  }

  unalias(name: string): void {
    this.redis.run((redis) => redis.del(aliasName(name))).catch(() => {});
  }

  async #writerOf(connection: Redis, name: string): Promise<string | undefined> {
    const [last] = await connection.xrevrangeBuffer(streamName(name), '+', '-', 'COUNT', 1);
    return last && entryOf(last).writer;
  }

  async #findAlias(alias: MirrorAlias): Promise<MirroredReading> {
    const found = await this.find(alias.name);
    return found.state === 'found' ? { ...found, alias } : found;
  }

  frames(name: string, after: number): Observable<Buffer> {
    return new Observable((subscriber) => {
      const connection = this.redis.connection();
      subscriber.add(() => connection.disconnect());
      connection.once('close', () => subscriber.error(new Error('The shared log of events went away.')));
      this.#follow(connection, { name, after }, subscriber).catch((error: unknown) => subscriber.error(error));
    });
  }

  async isRead(name: string): Promise<boolean> {
    return (await this.redis.run((redis) => redis.exists(readName(name)))) > 0;
  }

  async cancel(name: string): Promise<void> {
    await this.redis.run((redis) => redis.publish(CANCELLATIONS, name));
  }

  async #follow(
    connection: Redis,
    { name, after }: { readonly name: string; readonly after: number },
    subscriber: Subscriber<Buffer>,
  ): Promise<void> {
    let seq = after;
    let writer = await this.#writerOf(connection, name);
    let lastEventAt = performance.now();
    let markedAt = -Infinity;
    while (!subscriber.closed) {
      if (performance.now() - markedAt >= MARK_READ_EVERY_MS) {
        markedAt = performance.now();
        connection.set(readName(name), '1', 'PX', READ_MS).catch(() => {});
      }
      const entries = await nextEntries(connection, streamName(name), seq);
      if (entries.length > 0) lastEventAt = performance.now();
      else if (performance.now() - lastEventAt > this.#silenceMs)
        throw new Error('The reading sent no events for too long.');
      else if (!(await isAlive(connection, writer))) throw new Error('The replica that wrote the reading has died.');
      // Emit one chunk: a client that is far behind must not be treated as a slow reader.
      const [due, last] = joined(entries, seq);
      if (due.length > 0) subscriber.next(due);
      if (last?.ended) return subscriber.complete();
      seq = last?.to ?? seq;
      writer = last?.writer ?? writer;
    }
  }

  #listen(subscriber: Subscriber<string>): () => void {
    const connection = this.redis.connection();
    connection.on('message', (_channel, name: string) => subscriber.next(name));
    // ioredis queues the subscription while Redis is unavailable and repeats it after every reconnection.
    connection.subscribe(CANCELLATIONS).catch(() => {});
    return () => connection.disconnect();
  }
}

const aliasName = (name: string): string => `${streamName(name)}:of`;
const readName = (name: string): string => `${streamName(name)}:read`;

/** Id and the flat list of fields and values. */
type StreamEntry = readonly [id: Buffer, fields: readonly Buffer[]];

interface MirroredChunk extends FrameChunk {
  readonly ended: boolean;
  /** Id of the writing replica; undefined in entries of earlier versions. */
  readonly writer: string | undefined;
}

function entryOf([id, fields]: StreamEntry): MirroredChunk {
  const values = new Map<string, Buffer>();
  for (let at = 0; at + 1 < fields.length; at += 2) values.set(String(fields[at]), fields[at + 1] as Buffer);
  const bytes = values.get('b') ?? Buffer.alloc(0);
  return {
    from: Number(String(values.get('f'))),
    to: Number.parseInt(String(id), 10),
    bytes,
    ended: values.has('e'),
    writer: values.get('w')?.toString(),
  };
}

/** The bytes of all entries after event `seq`, and the last entry. @throws Error when events are missing */
function joined(entries: readonly MirroredChunk[], seq: number): readonly [Buffer, MirroredChunk | undefined] {
  let last = seq;
  const due = entries.map((entry) => {
    if (entry.from > last + 1) throw new Error('Events are missing from the shared log.');
    // Entries overlap where a write was repeated.
    const bytes = bytesAfter(entry, last);
    last = entry.to;
    return bytes;
  });
  return [Buffer.concat(due), entries.at(-1)];
}

const isAlive = async (connection: Redis, writer: string | undefined): Promise<boolean> =>
  writer === undefined || (await connection.exists(markName(writer))) > 0;

/** Entries after event `seq`; empty when none arrived within BLOCK_MS. Rejects when Redis does not answer. */
async function nextEntries(connection: Redis, stream: string, seq: number): Promise<readonly MirroredChunk[]> {
  const { promise: silent, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The shared log does not answer.')), BLOCK_MS + ANSWER_MS);
  try {
    const read = connection.xreadBuffer('BLOCK', BLOCK_MS, 'STREAMS', stream, `${seq}-0`);
    const [found] = (await Promise.race([read, silent])) ?? [];
    return ((found?.[1] ?? []) as unknown as readonly StreamEntry[]).map(entryOf);
  } finally {
    clearTimeout(timer);
  }
}
