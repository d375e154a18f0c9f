/** Bytes of whole frames that left together. */
export interface FrameChunk {
  /** Sequence number of the first frame. */
  readonly from: number;
  /** Sequence number of the last frame. */
  readonly to: number;
  readonly bytes: Buffer;
}

/** A frame ends with an empty line; JSON escapes line breaks, so there is none inside. */
const END = Buffer.from('\n\n');

/** The bytes of a chunk after its frame `seq`; all of them when `seq` comes before it, none when it is past it. */
export function bytesAfter({ from, to, bytes }: FrameChunk, seq: number): Buffer {
  if (seq < from) return bytes;
  if (seq >= to) return bytes.subarray(bytes.length);
  let at = 0;
  for (let skipped = from; skipped <= seq; skipped++) at = bytes.indexOf(END, at) + END.length;
  return bytes.subarray(at);
}

/** A further segment has half of what the log holds, within these bounds: few segments, and little of them unused. */
const LEAST_SEGMENT_BYTES = 1_024;
const MOST_SEGMENT_BYTES = 16_384;

/** Frames one after the other in a buffer that still has room. */
class Segment {
  readonly #buffer: Buffer;
  #used = 0;
  #to: number;

  constructor(
    readonly from: number,
    private readonly capacity: number,
  ) {
    // Not from Node's pool: a slab of it would stay as long as the longest reading that has a few bytes in it.
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
 * Everything one reading has said, as the bytes that went out: outside the JavaScript heap, so that a kept reading
 * costs its bytes and the collector nothing.
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

  /** Takes whole frames up to number `to` and gives back their bytes, which nobody writes to again. */
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

  /** One buffer in place of many small ones, once nothing more will come. */
  compact(): void {
    const from = 1;
    this.#chunks = [{ from, to: this.#lastSeq, bytes: Buffer.concat(this.#chunks.map(({ bytes }) => bytes)) }];
    this.#last = undefined;
  }

  #segmentFor(from: number, size: number): Segment {
    if (this.#last && this.#last.room >= size) return this.#last;
    const capacity = Math.min(Math.max(this.#bytes >> 1, LEAST_SEGMENT_BYTES), MOST_SEGMENT_BYTES);
    this.#last = new Segment(from, Math.max(capacity, size));
    this.#chunks.push(this.#last);
    return this.#last;
  }
}
