const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const COLON = 0x3a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const DATA = Buffer.from('data:');
const EVENT = Buffer.from('event:');
/** Not a field of SSE: older llama.cpp servers send `error: {…}`. */
const ERROR = Buffer.from('error:');
/** SSE lines that completions do not use. An entry with a colon is a prefix; one without a colon is a whole line. */
const IGNORED = ['id:', 'retry:', 'event', 'data', 'id', 'retry'].map((field) => Buffer.from(field));

/** A chunk holds a few tokens. A longer line is an error or an attack and is discarded without being buffered whole. */
export const MAX_LINE_BYTES = 1_048_576;

/** Receives the lines of a body. Byte ranges are valid only during the call. */
export interface LineReceiver {
  /** The value of a `data:` field, without white space after the colon. */
  data(bytes: Buffer, start: number, end: number): void;
  event(name: string): void;
  /** An empty line: the end of an SSE event. */
  blank(): void;
  /** A line that is not an SSE field. */
  raw(bytes: Buffer, start: number, end: number): void;
  /** A line longer than MAX_LINE_BYTES was skipped. */
  oversized(): void;
}

/**
 * Splits a body into lines, however its bytes are split into reads. Lines end in LF, CRLF or CR and are passed on only
 * when complete. Comments and SSE fields other than `data` and `event` are dropped.
 */
export class LineScanner {
  #rest: Buffer[] | undefined;
  #restBytes = 0;
  #discarding = false;
  #afterCarriageReturn = false;
  #begun = false;

  constructor(private readonly receiver: LineReceiver) {}

  push(bytes: Buffer): void {
    if (bytes.length === 0) return;
    let at = this.#afterCarriageReturn && bytes[0] === LINE_FEED ? 1 : 0;
    this.#afterCarriageReturn = false;
    let feed = bytes.indexOf(LINE_FEED, at);
    let carriage = bytes.indexOf(CARRIAGE_RETURN, at);
    while (feed >= 0 || carriage >= 0) {
      const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
      const end = isFeed ? feed : carriage;
      this.#lineEnd(bytes, at, end);
      at = end + 1;
      if (!isFeed) at = this.#skipLineFeed(bytes, at);
      if (feed >= 0 && feed < at) feed = bytes.indexOf(LINE_FEED, at);
      if (carriage >= 0 && carriage < at) carriage = bytes.indexOf(CARRIAGE_RETURN, at);
    }
    if (at < bytes.length) this.#keep(bytes, at, bytes.length);
  }

  /** Handles the end of the body, whose last line may have no line terminator. */
  end(): void {
    if (this.#rest) this.#lineEnd(Buffer.alloc(0), 0, 0);
  }

  #skipLineFeed(bytes: Buffer, at: number): number {
    this.#afterCarriageReturn = at === bytes.length;
    return bytes[at] === LINE_FEED ? at + 1 : at;
  }

  #lineEnd(bytes: Buffer, start: number, end: number): void {
    if (this.#discarding) {
      this.#discarding = false;
    } else if (this.#rest) {
      this.#keep(bytes, start, end);
      // The last piece may make the line too long.
      if (this.#discarding) this.#discarding = false;
      else this.#joined();
    } else if (end - start > MAX_LINE_BYTES) {
      this.receiver.oversized();
    } else {
      this.#line(bytes, start, end);
    }
  }

  #joined(): void {
    const line = Buffer.concat(this.#rest ?? []);
    this.#clear();
    this.#line(line, 0, line.length);
  }

  #keep(bytes: Buffer, start: number, end: number): void {
    if (this.#discarding || end === start) return;
    this.#restBytes += end - start;
    if (this.#restBytes <= MAX_LINE_BYTES) {
      // Copy: a slice of a few bytes would retain the whole 64 KB read buffer.
      (this.#rest ??= []).push(Buffer.from(bytes.subarray(start, end)));
      return;
    }
    this.#clear();
    this.#discarding = true;
    this.receiver.oversized();
  }

  #clear(): void {
    this.#rest = undefined;
    this.#restBytes = 0;
  }

  #line(bytes: Buffer, from: number, to: number): void {
    let start = this.#begun || !startsWith(bytes, from, to, BYTE_ORDER_MARK) ? from : from + BYTE_ORDER_MARK.length;
    this.#begun = true;
    while (start < to && isBlank(bytes[start])) start++;
    if (start === to) return this.receiver.blank();
    if (startsWith(bytes, start, to, DATA)) return this.#data(bytes, start, to);
    if (startsWith(bytes, start, to, EVENT))
      return this.receiver.event(bytes.toString('utf8', start + EVENT.length, to).trim());
    if (startsWith(bytes, start, to, ERROR)) {
      this.receiver.event('error');
      return this.receiver.data(bytes, start + ERROR.length, to);
    }
    if (bytes[start] !== COLON && !isIgnored(bytes, start, to)) this.receiver.raw(bytes, start, to);
  }

  /** Some servers write the field's name twice: `data: data: {…}`. */
  #data(bytes: Buffer, start: number, to: number): void {
    let at = start;
    do {
      at += DATA.length;
      while (at < to && isBlank(bytes[at])) at++;
    } while (startsWith(bytes, at, to, DATA));
    this.receiver.data(bytes, at, to);
  }
}

const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === 0x09;

function startsWith(bytes: Buffer, start: number, end: number, prefix: Buffer): boolean {
  if (end - start < prefix.length) return false;
  for (let index = 0; index < prefix.length; index++) if (bytes[start + index] !== prefix[index]) return false;
  return true;
}

const isIgnored = (bytes: Buffer, start: number, end: number): boolean =>
  IGNORED.some((field) =>
    field.at(-1) === COLON
      ? startsWith(bytes, start, end, field)
      : field.length === end - start && startsWith(bytes, start, end, field),
  );
