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

/**
 * Everything one reading has said, as the bytes that went out: outside the JavaScript heap, so that a kept reading
 * costs its bytes and the collector nothing.
 */
export class FrameLog {
  #chunks: FrameChunk[] = [];
  #bytes = 0;
  #lastSeq = 0;

  get lastSeq(): number {
    return this.#lastSeq;
  }

  get length(): number {
    return this.#bytes;
  }

  /** How many chunks there are: a reader that has had them all waits for the next. */
  get chunks(): number {
    return this.#chunks.length;
  }

  append(chunk: FrameChunk): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.bytes.length;
    this.#lastSeq = chunk.to;
  }

  /** All bytes after frame `seq`. */
  after(seq: number): Buffer {
    const due = this.#chunks.filter(({ to }) => to > seq).map((chunk) => bytesAfter(chunk, seq));
    return due.length === 1 ? (due[0] as Buffer) : Buffer.concat(due);
  }

  /** One buffer in place of many small ones, once nothing more will come. */
  compact(): void {
    if (this.#chunks.length > 1) this.#chunks = [{ from: 1, to: this.#lastSeq, bytes: this.after(0) }];
  }
}
