import type { Response } from 'express';

/** Maximum bytes per write, so that a slow connection receives a large replay in pieces. */
const PIECE_BYTES = 65_536;

export interface FrameWriterOptions {
  /** Maximum bytes queued behind the chunk that is being written. */
  readonly maxBacklogBytes: number;
  /** Called when the queue exceeds the maximum: the client reads too slowly. */
  readonly onOverflow: () => void;
}

/**
 * Writes chunks to a response no faster than its client reads. A single chunk may have any size, for example when a
 * finished reading is replayed; only chunks queued behind it count as backlog.
 */
export class FrameWriter {
  /** Remaining bytes of the chunk that is being written. */
  #current: Buffer | undefined;
  readonly #behind: Buffer[] = [];
  #backlogBytes = 0;
  #isCongested = false;
  #isEnding = false;

  constructor(
    private readonly response: Pick<Response, 'write' | 'end' | 'on' | 'destroyed'>,
    private readonly options: FrameWriterOptions,
  ) {
    response.on('drain', () => {
      this.#isCongested = false;
      this.#pump();
    });
  }

  write(chunk: Buffer): void {
    if (this.#current) return this.#enqueue(chunk);
    this.#current = chunk;
    this.#pump();
  }

  /** Ends the response after all queued chunks. */
  end(): void {
    this.#isEnding = true;
    this.#pump();
  }

  #enqueue(chunk: Buffer): void {
    this.#behind.push(chunk);
    this.#backlogBytes += chunk.length;
    if (this.#backlogBytes > this.options.maxBacklogBytes) this.options.onOverflow();
  }

  #pump(): void {
    while (this.#current && !this.#isCongested && !this.response.destroyed) {
      this.#isCongested = !this.response.write(this.#current.subarray(0, PIECE_BYTES));
      const rest = this.#current.subarray(PIECE_BYTES);
      this.#current = rest.length > 0 ? rest : this.#next();
    }
    if (this.#isEnding && !this.#current) this.response.end();
  }

  #next(): Buffer | undefined {
    const chunk = this.#behind.shift();
    this.#backlogBytes -= chunk?.length ?? 0;
    return chunk;
  }
}
