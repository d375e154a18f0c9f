import { ERROR_FIELDS } from './chunk-error.js';
import { REASONING_FIELDS } from './reasoning-fields.js';

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d] as const;
const [BRACE_OPEN, BRACE_CLOSE, BRACKET_OPEN, BRACKET_CLOSE] = [0x7b, 0x7d, 0x5b, 0x5d] as const;
const [ZERO, NINE] = [0x30, 0x39] as const;
const MAX_DEPTH = 16;
const NOTHING = Buffer.alloc(0);
/** Returned in place of a position when the chunk must be parsed. */
const PARSE = -1;

const keys = (...names: readonly string[]): readonly Buffer[] => names.map((name) => Buffer.from(name));
const [CHOICES, DELTA, CONTENT, FINISH, INDEX] = keys('choices', 'delta', 'content', 'finish_reason', 'index') as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
  Buffer,
];
const [TRUE, FALSE, NULL] = keys('true', 'false', 'null') as [Buffer, Buffer, Buffer];
/** Keys whose values, unless null, must be read by JSON.parse. */
const PARSED_ROOT = keys('usage', 'type', 'x_groq', ...ERROR_FIELDS);
const PARSED_CHOICE = keys('message', 'text', 'error', 'usage', 'finish_details');
const PARSED_DELTA = keys(...REASONING_FIELDS, 'finish_reason', 'refusal', 'tool_calls', 'function_call');

/**
 * Extracts the text and the finish reason of an ordinary streamed chunk from its bytes, for any order of keys and any
 * additional fields, without parsing the rest: parsing took three quarters of a stream's CPU time. Anything unusual (an
 * escape in a key, a second choice, a field that must be parsed, anything but strict JSON) is left to JSON.parse. A
 * property test checks that both give the same result.
 */
export class ChunkScanner {
  content = '';
  finishReason: string | undefined;
  #bytes: Buffer = NOTHING;
  #end = 0;
  /** Whether the last scanned string is ASCII only; `#escaped` is whether it contains escapes. */
  #ascii = true;
  #escaped = false;
  #seen = 0;

  /** @returns false when the chunk must be parsed. */
  scan(bytes: Buffer, start: number, end: number): boolean {
    this.#bytes = bytes;
    this.#end = end;
    this.#seen = 0;
    this.content = '';
    this.finishReason = undefined;
    const at = this.#object(this.#space(start), this.#root, 0);
    const isScanned = at !== PARSE && this.#space(at) === end;
    // Would retain the read buffer of the socket until the next chunk.
    this.#bytes = NOTHING;
    return isScanned;
  }

  readonly #root = (keyStart: number, keyEnd: number, at: number, depth: number): number => {
    if (this.#is(keyStart, keyEnd, CHOICES)) return this.#once(1) ? this.#choices(at) : PARSE;
    return this.#unlessParsed(PARSED_ROOT, keyStart, keyEnd, at, depth);
  };

  #choices(start: number): number {
    if (this.#bytes[start] !== BRACKET_OPEN) return PARSE;
    let at = this.#space(start + 1);
    if (this.#bytes[at] === BRACKET_CLOSE) return at + 1;
    at = this.#object(at, this.#choice, 2);
    if (at === PARSE) return PARSE;
    at = this.#space(at);
    return at < this.#end && this.#bytes[at] === BRACKET_CLOSE ? at + 1 : PARSE;
  }

  readonly #choice = (keyStart: number, keyEnd: number, at: number, depth: number): number => {
    if (this.#is(keyStart, keyEnd, DELTA)) return this.#once(2) ? this.#object(at, this.#delta, depth) : PARSE;
    if (this.#is(keyStart, keyEnd, FINISH)) return this.#once(4) ? this.#finish(at) : PARSE;
    if (this.#is(keyStart, keyEnd, INDEX)) return this.#bytes[at] === ZERO ? this.#value(at, depth) : PARSE;
    return this.#unlessParsed(PARSED_CHOICE, keyStart, keyEnd, at, depth);
  };

  readonly #delta = (keyStart: number, keyEnd: number, at: number, depth: number): number => {
    if (this.#is(keyStart, keyEnd, CONTENT)) return this.#once(8) ? this.#content(at) : PARSE;
    return this.#unlessParsed(PARSED_DELTA, keyStart, keyEnd, at, depth);
  };

  #content(start: number): number {
    const end = this.#nullOrString(start);
    if (end === PARSE || this.#bytes[start] !== QUOTE) return end;
    if (this.#escaped) this.content = JSON.parse(this.#bytes.toString('utf8', start, end)) as string;
    else this.content = this.#bytes.toString(this.#ascii ? 'latin1' : 'utf8', start + 1, end - 1);
    return end;
  }

  #finish(start: number): number {
    const end = this.#nullOrString(start);
    if (end === PARSE || this.#bytes[start] !== QUOTE) return end;
    if (this.#escaped) return PARSE;
    this.finishReason = this.#bytes.toString('utf8', start + 1, end - 1);
    return end;
  }

  #nullOrString(at: number): number {
    if (at < this.#end && this.#bytes[at] === QUOTE) return this.#string(at);
    return this.#literal(at, NULL);
  }

  #unlessParsed(parsed: readonly Buffer[], keyStart: number, keyEnd: number, at: number, depth: number): number {
    for (const key of parsed) if (this.#is(keyStart, keyEnd, key)) return this.#literal(at, NULL);
    return this.#value(at, depth);
  }

  /** @returns false for a repeated key: JSON.parse uses its last value, so the chunk must be parsed */
  #once(flag: number): boolean {
    const first = (this.#seen & flag) === 0;
    this.#seen |= flag;
    return first;
  }

  /** @returns the position after the object, or PARSE. */
  #object(
    start: number,
    member: ((keyStart: number, keyEnd: number, at: number, depth: number) => number) | undefined,
    depth: number,
  ): number {
    const bytes = this.#bytes;
    if (start >= this.#end || bytes[start] !== BRACE_OPEN || depth > MAX_DEPTH) return PARSE;
    let at = this.#space(start + 1);
    if (at < this.#end && bytes[at] === BRACE_CLOSE) return at + 1;
    for (;;) {
      const keyEnd = this.#string(at);
      if (keyEnd === PARSE || this.#escaped) return PARSE;
      const colon = this.#space(keyEnd);
      if (colon >= this.#end || bytes[colon] !== COLON) return PARSE;
      const value = this.#space(colon + 1);
      at = member ? member(at + 1, keyEnd - 1, value, depth + 1) : this.#value(value, depth + 1);
      if (at === PARSE) return PARSE;
      at = this.#space(at);
      if (at >= this.#end) return PARSE;
      if (bytes[at] === BRACE_CLOSE) return at + 1;
      if (bytes[at] !== COMMA) return PARSE;
      at = this.#space(at + 1);
    }
  }

  #array(start: number, depth: number): number {
    if (depth > MAX_DEPTH) return PARSE;
    let at = this.#space(start + 1);
    if (at < this.#end && this.#bytes[at] === BRACKET_CLOSE) return at + 1;
    for (;;) {
      at = this.#value(at, depth + 1);
      if (at === PARSE) return PARSE;
      at = this.#space(at);
      if (at >= this.#end) return PARSE;
      if (this.#bytes[at] === BRACKET_CLOSE) return at + 1;
      if (this.#bytes[at] !== COMMA) return PARSE;
      at = this.#space(at + 1);
    }
  }

  #value(at: number, depth: number): number {
    if (at >= this.#end) return PARSE;
    switch (this.#bytes[at]) {
      case QUOTE:
        return this.#string(at);
      case BRACE_OPEN:
        return this.#object(at, undefined, depth);
      case BRACKET_OPEN:
        return this.#array(at, depth);
      case 0x74:
        return this.#literal(at, TRUE);
      case 0x66:
        return this.#literal(at, FALSE);
      case 0x6e:
        return this.#literal(at, NULL);
      default:
        return this.#integer(at);
    }
  }

  /** Scans an integer. Numbers with a fraction or exponent are rare and left to JSON.parse. */
  #integer(start: number): number {
    const bytes = this.#bytes;
    const first = bytes[start] === MINUS ? start + 1 : start;
    let at = first;
    while (at < this.#end && (bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at++;
    if (at === first || (bytes[first] === ZERO && at - first > 1)) return PARSE;
    const next = bytes[at];
    return at < this.#end && (next === 0x2e || next === 0x65 || next === 0x45) ? PARSE : at;
  }

  #literal(at: number, word: Buffer): number {
    return this.#is(at, Math.min(at + word.length, this.#end), word) ? at + word.length : PARSE;
  }

  /** @returns the position after the closing quote, or PARSE. */
  #string(start: number): number {
    const bytes = this.#bytes;
    this.#ascii = true;
    this.#escaped = false;
    if (start >= this.#end || bytes[start] !== QUOTE) return PARSE;
    for (let at = start + 1; at < this.#end; at++) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) return at + 1;
      if (byte < 0x20) return PARSE;
      if (byte >= 0x80) this.#ascii = false;
      if (byte !== BACKSLASH) continue;
      this.#escaped = true;
      at = this.#escape(at + 1);
      if (at === PARSE) return PARSE;
    }
    return PARSE;
  }

  /** @returns the position of the escape's last byte, or PARSE. */
  #escape(at: number): number {
    if (at >= this.#end) return PARSE;
    const byte = this.#bytes[at] as number;
    if (byte !== 0x75) return ESCAPABLE.has(byte) ? at : PARSE;
    for (let digit = at + 1; digit <= at + 4; digit++)
      if (digit >= this.#end || !isHexadecimal(this.#bytes[digit] as number)) return PARSE;
    return at + 4;
  }

  #space(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    while (at < this.#end) {
      const byte = bytes[at];
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) break;
      at++;
    }
    return at;
  }

  #is(start: number, end: number, word: Buffer): boolean {
    if (end - start !== word.length) return false;
    for (let index = 0; index < word.length; index++) if (this.#bytes[start + index] !== word[index]) return false;
    return true;
  }
}

const ESCAPABLE: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));

const isHexadecimal = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
