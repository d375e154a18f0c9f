const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = 0xfeff;

/** A chunk holds a few tokens; a line this long is a mistake or an attack, and is never kept in memory whole. */
export const MAX_LINE_BYTES = 1_048_576;

export interface LineReceiver {
  /** What stands behind `data:` and its optional space. */
  data(payload: string): void;
  /** A line longer than MAX_LINE_BYTES was skipped. */
  oversized(): void;
}

/**
 * Cuts the body of an SSE response into the payloads of its `data:` lines, wherever its bytes are split – also inside a
 * character, since only whole lines are decoded. Lines end in LF or CRLF; comments and other fields are skipped. Each
 * `data:` line counts by itself: no server splits a completion chunk over two, some leave out the blank line between.
 */
export class DataLineScanner {
  #rest: Buffer[] | undefined;
  #restBytes = 0;
  #discarding = false;
  #begun = false;

  constructor(private readonly receiver: LineReceiver) {}

  push(bytes: Buffer): void {
    const last = bytes.lastIndexOf(LINE_FEED);
    if (last < 0) return this.#keep(bytes);
    const from = this.#discarding ? bytes.indexOf(LINE_FEED) + 1 : 0;
    this.#discarding = false;
    const whole = from <= last ? this.#whole(bytes.subarray(from, last)) : '';
    this.#keep(bytes.subarray(last + 1));
    this.#lines(whole);
  }

  /** The body has ended: its last line may have no line end. */
  end(): void {
    this.#lines(this.#whole(Buffer.alloc(0)));
  }

  #keep(bytes: Buffer): void {
    if (this.#discarding || bytes.length === 0) return;
    this.#restBytes += bytes.length;
    if (this.#restBytes <= MAX_LINE_BYTES) {
      // Copied, since a few bytes would otherwise keep a whole 64 KB read alive.
      (this.#rest ??= []).push(Buffer.from(bytes));
      return;
    }
    this.#clear();
    this.#discarding = true;
    this.receiver.oversized();
  }

  #whole(bytes: Buffer): string {
    if (!this.#rest) return bytes.toString();
    const whole = Buffer.concat([...this.#rest, bytes]).toString();
    this.#clear();
    return whole;
  }

  #clear(): void {
    this.#rest = undefined;
    this.#restBytes = 0;
  }

  #lines(text: string): void {
    let at = !this.#begun && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    this.#begun ||= text.length > 0;
    while (at < text.length) {
      const found = text.indexOf('\n', at);
      const end = found < 0 ? text.length : found;
      this.#line(text, at, text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end);
      at = end + 1;
    }
  }

  #line(text: string, start: number, end: number): void {
    if (isTooLong(text, start, end)) return this.receiver.oversized();
    if (!text.startsWith('data:', start)) return;
    const payload = text.charCodeAt(start + 5) === 0x20 ? start + 6 : start + 5;
    this.receiver.data(text.slice(payload, end));
  }
}

/** In bytes, so that a line is too long however it was split; counted only where its characters could add up. */
function isTooLong(text: string, start: number, end: number): boolean {
  const characters = end - start;
  return characters * 3 > MAX_LINE_BYTES && Buffer.byteLength(text.slice(start, end)) > MAX_LINE_BYTES;
}
