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
  /** A followed reading without events for this long ends with an error: its replica may have died. */
  readonly silenceMs?: number;
}

const SILENCE_MS = 60_000;
/** One blocking read; shorter than `silenceMs`, longer than any pause of a healthy reading. */
const BLOCK_MS = 2_000;
/** Time for the reply beyond the block. */
const ANSWER_MS = 1_000;
/** TTL of a reader's mark, and how often it is refreshed. */
const READ_MS = 6_000;
const MARK_READ_EVERY_MS = 2_000;
const CANCELLATIONS = 'readings:cancelled';

/**
 * One Redis stream per reading, one entry per event-loop turn, its id the number of the last event: `events:<name>`, entry
 * `<to>-0 { f: from, b: bytes, e?: ended }`. `events:<name>:was` outlives it to tell "expired" from "unknown";
 * `events:<name>:read` exists while a replica follows the reading.
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
    this.cancellations = new Observable((subscriber) => this.#listen(subscriber));
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
    let lastEventAt = performance.now();
    let markedAt = -Infinity;
    while (!subscriber.closed) {
      if (performance.now() - markedAt >= MARK_READ_EVERY_MS) {
        markedAt = performance.now();
        connection.set(readName(readingId), '1', 'PX', READ_MS).catch(() => {});
      }
      const entries = await nextEntries(connection, streamName(readingId), seq);
      if (entries.length > 0) lastEventAt = performance.now();
      else if (performance.now() - lastEventAt > this.#silenceMs) throw new Error('The reading fell silent.');
      for (const entry of entries) {
        if (entry.from > seq + 1) throw new Error('Events are missing from the shared log.');
        subscriber.next(bytesAfter(entry, seq));
        seq = entry.to;
        if (entry.ended) return subscriber.complete();
      }
    }
  }

  #listen(subscriber: Subscriber<string>): () => void {
    const connection = this.redis.connection();
    connection.on('message', (_channel, readingId: string) => subscriber.next(readingId));
    // Queued while Redis is unavailable, and repeated by the client after every reconnection.
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

/** Entries after event `seq`; empty when none arrived within the block. Rejects when Redis does not answer. */
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
