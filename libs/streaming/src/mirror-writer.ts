import type { MirrorRedis } from './mirror-redis.js';
import type { FlushedFrames } from './reading-run.js';

/** Maximum number of bytes that wait for Redis, over all readings; above it, the longest-waiting reading is dropped. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;
/** How long writes are retried while Redis is unavailable. */
const GIVE_UP_MS = 30_000;
const RETRY_MS = 250;
/** TTL of a reading's tombstone (the key `…:was`) as a multiple of its events' TTL. */
export const TOMBSTONE_FACTOR = 12;

interface Waiting {
  readonly chunks: FlushedFrames[];
  /** When Redis last accepted a chunk, or the first chunk was queued; as `performance.now()`. */
  since: number;
  bytes: number;
}

/**
 * Writes each reading's chunks in order, one command at a time; chunks that arrive meanwhile are merged into the next
 * command. A command with an unknown outcome is repeated, because Redis rejects duplicate entries.
 */
export class MirrorWriter {
  readonly #waiting = new Map<string, Waiting>();
  /** Readings with missing events: their remaining chunks are not written. */
  readonly #lost = new Set<string>();
  #bytes = 0;

  constructor(
    private readonly redis: MirrorRedis,
    private readonly ttlSeconds: number,
    /** Id of this replica. */
    private readonly replica: string,
  ) {}

  write(name: string, chunk: FlushedFrames): void {
    if (this.ttlSeconds <= 0) return;
    if (this.#lost.has(name)) return void (chunk.ended && this.#lost.delete(name));
    const waiting = this.#waiting.get(name);
    if (waiting) return this.#queue(name, waiting, chunk);
    const first: Waiting = { chunks: [], since: performance.now(), bytes: 0 };
    this.#waiting.set(name, first);
    this.#queue(name, first, chunk);
    void this.#send(name, first);
  }

  #queue(name: string, waiting: Waiting, chunk: FlushedFrames): void {
    waiting.chunks.push(chunk);
    waiting.bytes += chunk.bytes.length;
    this.#bytes += chunk.bytes.length;
    while (this.#bytes > MAX_WAITING_BYTES) {
      const [oldest = name] = this.#waiting.keys();
      this.#drop(oldest);
    }
  }

  async #send(name: string, waiting: Waiting): Promise<void> {
    while (this.#waiting.get(name) === waiting) {
      const chunk = merged(waiting.chunks);
      waiting.chunks.splice(0, waiting.chunks.length, chunk);
      try {
        await this.#add(name, chunk);
        this.#sent(name, waiting, chunk);
      } catch {
        if (performance.now() - waiting.since > GIVE_UP_MS) this.#drop(name);
        else await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  /** One round trip: the entry, its TTL and, with the first chunk, the tombstone. */
  async #add(name: string, { from, to, bytes, ended }: FlushedFrames): Promise<void> {
    const stream = streamName(name);
    await this.redis.run(async (redis) => {
      const commands = redis.pipeline();
      commands.xadd(stream, `${to}-0`, 'f', String(from), 'b', bytes, 'w', this.replica, ...(ended ? ['e', '1'] : []));
      commands.expire(stream, this.ttlSeconds);
      if (from === 1) commands.set(`${stream}:was`, '1', 'EX', this.ttlSeconds * TOMBSTONE_FACTOR);
      for (const [error] of (await commands.exec()) ?? []) if (error && !isKnown(error)) throw error;
    });
  }

  #sent(name: string, waiting: Waiting, chunk: FlushedFrames): void {
    waiting.chunks.shift();
    waiting.since = performance.now();
    waiting.bytes -= chunk.bytes.length;
    this.#bytes -= chunk.bytes.length;
    if (waiting.chunks.length === 0) this.#waiting.delete(name);
  }

  #drop(name: string): void {
    const waiting = this.#waiting.get(name);
    if (!waiting) return;
    this.#waiting.delete(name);
    this.#bytes -= waiting.bytes;
    if (!waiting.chunks.at(-1)?.ended) this.#lost.add(name);
  }
}

/** Redis key of the log with this name. */
export const streamName = (name: string): string => `events:${name}`;

/** Merges consecutive chunks into one. */
function merged(chunks: readonly FlushedFrames[]): FlushedFrames {
  const [first, last] = [chunks[0] as FlushedFrames, chunks.at(-1) as FlushedFrames];
  if (first === last) return first;
  const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
  return { from: first.from, to: last.to, bytes, ended: last.ended };
}

/** Whether the entry exists already: an earlier attempt succeeded although its reply was lost. */
const isKnown = (error: Error): boolean => error.message.includes('equal or smaller');
