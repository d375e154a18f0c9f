import { strFromU8, unzipSync } from 'fflate';
import { DocumentRefusedError } from '../../document-refused.error.js';

/** Maximum size of the unpacked parts that are read. The text of a large book is about one percent of this size. */
const MAX_UNPACKED_BYTES = 200_000_000;
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';

/** Unpacks text parts of a zip file on demand. Sizes are checked before anything is unpacked. */
export class ZipArchive {
  /** Names of all parts. */
  readonly names: readonly string[];
  readonly #bytes: Uint8Array;
  readonly #maxBytes: number;
  readonly #sizes: ReadonlyMap<string, number>;
  /** Names as they are stored, by names as other parts refer to them. */
  readonly #stored: ReadonlyMap<string, string>;
  #unpackedBytes = 0;

  /** @throws DocumentRefusedError when the file is not a zip file */
  constructor(bytes: Uint8Array, maxBytes = MAX_UNPACKED_BYTES) {
    this.#bytes = bytes;
    this.#maxBytes = maxBytes;
    // Office programs put an encrypted document into a compound file.
    if (Buffer.from(bytes.subarray(0, 8)).toString('hex') === COMPOUND_FILE)
      throw new DocumentRefusedError('is protected by a password or saved in an older format; save it without');
    const sizes = new Map<string, number>();
    this.#unzip(({ name, originalSize }) => {
      sizes.set(name, originalSize);
      return false;
    });
    this.#sizes = sizes;
    this.names = [...sizes.keys()];
    this.#stored = new Map(
      this.names.flatMap((name) => [utf8Name(name), name].map((key) => [key.normalize('NFC'), name])),
    );
  }

  /** Returns a part as text; undefined when there is none of this name. @throws DocumentRefusedError */
  text(given: string): string | undefined {
    const name = this.#sizes.has(given) ? given : (this.#stored.get(given.normalize('NFC')) ?? '');
    const size = this.#sizes.get(name);
    if (size === undefined) return undefined;
    this.#unpackedBytes += size;
    if (this.#unpackedBytes > this.#maxBytes)
      throw new DocumentRefusedError(`unpacks to more than ${this.#maxBytes / 1_000_000} MB; split it`);
    const part = this.#unzip((entry) => entry.name === name)[name];
    return part && decodePart(part);
  }

  /** Returns a part that every file of this kind has. @throws DocumentRefusedError */
  required(name: string): string {
    const part = this.text(name);
    if (part === undefined) throw new DocumentRefusedError(`cannot be read: its part ${name} is missing`);
    return part;
  }

  #unzip(filter: (entry: { name: string; originalSize: number }) => boolean): Record<string, Uint8Array> {
    try {
      return unzipSync(this.#bytes, { filter });
    } catch (cause) {
      throw new DocumentRefusedError('is damaged: it cannot be unpacked', { cause });
    }
  }
}

/** Many programs store names in UTF-8 without saying so; they are then read as Latin-1. */
function utf8Name(name: string): string {
  const bytes = Buffer.from(name, 'latin1');
  const text = bytes.toString('latin1') === name ? bytes.toString('utf8') : name;
  return text.includes('\uFFFD') ? name : text;
}

/** XML is UTF-8, or UTF-16 with a byte order mark. */
function decodePart(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part).replace(/^\uFEFF/, '');
}
