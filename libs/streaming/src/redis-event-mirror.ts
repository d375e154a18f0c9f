import type { Redis } from 'ioredis';
import { Observable, type Subscriber } from 'rxjs';
import type { EventMirror, MirroredReading } from './event-mirror.js';
import { type FrameChunk, bytesAfter } from './frame-log.js';
import type { MirrorRedis } from './mirror-redis.js';
import { MirrorWriter } from './mirror-writer.js';
import type { FlushedFrames } from './reading-run.js';

export interface RedisEventMirrorOptions {
  /** How long a reading's events are kept after the last of them. */
  readonly ttlSeconds: number;
  /** A reading of another replica that says nothing for so long is given up: the replica may have died. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 60_000;
/** One blocking read; shorter than `silenceMs`, longer than any pause of a healthy reading. */
const BLOCK_MS = 2_000;
/** Beyond the block, for the answer to come. */
const ANSWER_MS = 1_000;
/** How long a reader is remembered, and how often it says that it is there. */
const READ_MS = 6_000;
const SAY_READ_MS = 2_000;
const CANCELLATIONS = 'readings:cancelled';

/**
 * Events of every reading in a Redis stream each, one entry an event-loop turn, named by the number of its last event:
 * `events:<id>`, entry `<to>-0 { f: from, b: bytes, e?: ended }`. `events:<id>:was` outlives it to tell "expired" from
 * "never was"; `events:<id>:read` is there while a replica follows it for somebody.
 */
export class RedisEventMirror implements EventMirror {
  readonly cancellations: Observable<string>;
  readonly #writer: MirrorWriter;
  readonly #silenceMs: number;

  constructor(
    private readonly redis: MirrorRedis,
    { ttlSeconds, silenceMs = SILENCE_MS }: RedisEventMirrorOptions,
  ) {
    this.#writer = new MirrorWriter(redis, ttlSeconds);
    this.#silenceMs = silenceMs;
    this.cancellations = new Observable((subscriber) => this.#hear(subscriber));
  }

  write(readingId: string, flushed: FlushedFrames): void {
    this.#writer.write(readingId, flushed);
  }

  async find(readingId: string): Promise<MirroredReading> {
    const name = streamName(readingId);
    const [last] = await this.redis.run((redis) => redis.xrevrangeBuffer(name, '+', '-', 'COUNT', 1));
    if (last) {
      const { to, ended } = entryOf(last);
      return { state: 'found', lastSeq: to, ended };
    }
    const was = await this.redis.run((redis) => redis.exists(`${name}:was`));
    return { state: was ? 'expired' : 'unknown' };
  }

  frames(readingId: string, after: number): Observable<Buffer> {
    return new Observable((subscriber) => {
      const connection = this.redis.connection();
      subscriber.add(() => connection.disconnect());
      connection.once('close', () => subscriber.error(new Error('The shared log of events went away.')));
      this.#follow(connection, { readingId, after }, subscriber).catch((error: unknown) => subscriber.error(error));
    });
  }

  async isRead(readingId: string): Promise<boolean> {
    return (await this.redis.run((redis) => redis.exists(readName(readingId)))) > 0;
  }

  async cancel(readingId: string): Promise<void> {
    await this.redis.run((redis) => redis.publish(CANCELLATIONS, readingId));
  }

  async #follow(
    connection: Redis,
    { readingId, after }: { readonly readingId: string; readonly after: number },
    subscriber: Subscriber<Buffer>,
  ): Promise<void> {
    let seq = after;
    let heardAt = performance.now();
    let saidAt = -Infinity;
    while (!subscriber.closed) {
      if (performance.now() - saidAt >= SAY_READ_MS) {
        saidAt = performance.now();
        connection.set(readName(readingId), '1', 'PX', READ_MS).catch(() => {});
      }
      const entries = await nextEntries(connection, streamName(readingId), seq);
      if (entries.length > 0) heardAt = performance.now();
      else if (performance.now() - heardAt > this.#silenceMs) throw new Error('The reading fell silent.');
      for (const entry of entries) {
        if (entry.from > seq + 1) throw new Error('Events are missing from the shared log.');
        subscriber.next(bytesAfter(entry, seq));
        seq = entry.to;
        if (entry.ended) return subscriber.complete();
      }
    }
  }

  #hear(subscriber: Subscriber<string>): () => void {
    const connection = this.redis.connection();
    connection.on('message', (_channel, readingId: string) => subscriber.next(readingId));
    // Waits for Redis where it is away, and is repeated by the client after every reconnection.
    connection.subscribe(CANCELLATIONS).catch(() => {});
    return () => connection.disconnect();
  }
}

const streamName = (readingId: string): string => `events:${readingId}`;
const readName = (readingId: string): string => `events:${readingId}:read`;

/** Id and the flat list of fields and values. */
type StreamEntry = readonly [id: Buffer, fields: readonly Buffer[]];

interface MirroredChunk extends FrameChunk {
  readonly ended: boolean;
}

function entryOf([id, fields]: StreamEntry): MirroredChunk {
  const values = new Map<string, Buffer>();
  for (let at = 0; at + 1 < fields.length; at += 2) values.set(String(fields[at]), fields[at + 1] as Buffer);
  const bytes = values.get('b') ?? Buffer.alloc(0);
  return { from: Number(String(values.get('f'))), to: Number.parseInt(String(id), 10), bytes, ended: values.has('e') };
}

/** Entries after event `seq`; none when there was none for a while. Rejects when Redis does not answer. */
async function nextEntries(connection: Redis, name: string, seq: number): Promise<readonly MirroredChunk[]> {
  const { promise: silent, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The shared log does not answer.')), BLOCK_MS + ANSWER_MS);
  try {
    const read = connection.xreadBuffer('BLOCK', BLOCK_MS, 'STREAMS', name, `${seq}-0`);
    const [stream] = (await Promise.race([read, silent])) ?? [];
    return ((stream?.[1] ?? []) as unknown as readonly StreamEntry[]).map(entryOf);
  } finally {
    clearTimeout(timer);
  }
}
