import { type Transform } from 'node:stream';
import {
  brotliDecompressSync,
  createBrotliDecompress,
  createInflate,
  createInflateRaw,
  createUnzip,
  createZstdDecompress,
  inflateRawSync,
  inflateSync,
  unzipSync,
  zstdDecompressSync,
} from 'node:zlib';

type Encoding = 'gzip' | 'zlib' | 'deflate' | 'br' | 'zstd';

const DECODERS: Readonly<Record<Encoding, () => Transform>> = {
  gzip: createUnzip,
  zlib: createInflate,
  deflate: createInflateRaw,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};
const DECODE = {
  gzip: unzipSync,
  zlib: inflateSync,
  deflate: inflateRawSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
} as const satisfies Readonly<Record<Encoding, unknown>>;

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5];
/** First byte of a zlib stream with the usual window of 32 KB. */
const ZLIB = 0x78;
const ZLIB_LEVELS: ReadonlySet<number | undefined> = new Set([0x01, 0x5e, 0x9c, 0xda]);

/**
 * The decompressor for a body, chosen by its first bytes: proxies compress unrequested, with or without a header.
 * Brotli and raw deflate have no signature, so the header decides, unless the bytes look like SSE, JSON or HTML.
 * Undefined for an uncompressed body.
 */
export function decoderFor(first: Buffer, contentEncoding: string | undefined): Transform | undefined {
  const encoding = encodingOf(first, contentEncoding);
  return encoding && DECODERS[encoding]();
}

/** A whole body as text, decompressed if necessary; as it is when it cannot be, or is longer than `maxBytes`. */
export function decodeText(body: Buffer, contentEncoding: string | undefined, maxBytes: number): string {
  const encoding = encodingOf(body, contentEncoding);
  try {
    return (encoding ? DECODE[encoding](body, { maxOutputLength: maxBytes }) : body).toString();
  } catch {
    return body.toString();
  }
}

function encodingOf(first: Buffer, contentEncoding: string | undefined): Encoding | undefined {
  if (first[0] === GZIP[0] && first[1] === GZIP[1]) return 'gzip';
  if (first[0] === ZSTD[0] && first[1] === ZSTD[1]) return 'zstd';
  if (first[0] === ZLIB && ZLIB_LEVELS.has(first[1])) return 'zlib';
  const isNamed = contentEncoding === 'br' || contentEncoding === 'deflate';
  return isNamed && !isPlain(first) ? contentEncoding : undefined;
}

const isPlain = (first: Buffer): boolean =>
  first.length === 0 || /^\s*(?:data:|event:|id:|retry:|:|[{[<])/.test(first.toString('latin1', 0, 64));
