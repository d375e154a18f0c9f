/** Consecutive complete frames in one buffer. */
export interface FrameChunk {
  /** Sequence number of the first frame. */
  readonly from: number;
  /** Sequence number of the last frame. */
  readonly to: number;
  readonly bytes: Buffer;
}

/** A frame ends with an empty line; JSON escapes line breaks, so none occurs inside. */
export const FRAME_END = Buffer.from('\n\n');

/**
 * The bytes of a chunk after frame `seq`: all when `seq` precedes the chunk, none when `seq` is its last frame or
 * later.
 */
export function bytesAfter({ from, to, bytes }: FrameChunk, seq: number): Buffer {
  if (seq < from) return bytes;
  if (seq >= to) return bytes.subarray(bytes.length);
  let at = 0;
  for (let skipped = from; skipped <= seq; skipped++) at = bytes.indexOf(FRAME_END, at) + FRAME_END.length;
  return bytes.subarray(at);
}

/** Bounds for the size of a new segment, which is half the log's size: few segments with little unused space. */
const MIN_SEGMENT_BYTES = 1_024;
const MAX_SEGMENT_BYTES = 16_384;

/** A preallocated buffer to which consecutive frames are appended. */
class Segment {
  readonly #buffer: Buffer;
  #used = 0;
  #to: number;

  constructor(
    readonly from: number,
    private readonly capacity: number,
  ) {
    // Not from Node's buffer pool: a few bytes of a kept reading would retain a whole block of the pool.
    this.#buffer = Buffer.allocUnsafeSlow(capacity);
    this.#to = from - 1;
  }

  get room(): number {
    return this.capacity - this.#used;
  }

  get to(): number {
    return this.#to;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#used);
  }

  write(to: number, text: string): Buffer {
    const start = this.#used;
    this.#used += this.#buffer.write(text, start);
    this.#to = to;
    return this.#buffer.subarray(start, this.#used);
  }
}

/**
 * All frames of one reading as bytes, outside the JavaScript heap, so that a kept reading adds no garbage-collection
 * work.
 */
export class FrameLog {
  #chunks: FrameChunk[] = [];
  #last: Segment | undefined;
  #bytes = 0;
  #lastSeq = 0;

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get length(): number {
    return this.#bytes;
  }

  /** Appends complete frames up to number `to`. @returns their bytes, which do not change afterwards */
  append(to: number, text: string): FrameChunk {
    const from = this.#lastSeq + 1;
    const size = Buffer.byteLength(text);
    const bytes = this.#segmentFor(from, size).write(to, text);
    this.#bytes += size;
    this.#lastSeq = to;
    return { from, to, bytes };
  }

  /** All bytes after frame `seq`. */
  after(seq: number): Buffer {
    const due = this.#chunks.filter(({ to }) => to > seq).map((chunk) => bytesAfter(chunk, seq));
    return due.length === 1 ? (due[0] as Buffer) : Buffer.concat(due);
  }

  /** Merges the segments into one buffer; call it after the last frame. */
  compact(): void {
    const from = 1;
    this.#chunks = [{ from, to: this.#lastSeq, bytes: Buffer.concat(this.#chunks.map(({ bytes }) => bytes)) }];
    this.#last = undefined;
  }

  #segmentFor(from: number, size: number): Segment {
    if (this.#last && this.#last.room >= size) return this.#last;
    const capacity = Math.min(Math.max(this.#bytes >> 1, MIN_SEGMENT_BYTES), MAX_SEGMENT_BYTES);
    this.#last = new Segment(from, Math.max(capacity, size));
    this.#chunks.push(this.#last);
    return this.#last;
  }
}
