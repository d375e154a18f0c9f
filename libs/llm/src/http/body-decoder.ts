import { type Transform } from 'node:stream';
import { createBrotliDecompress, createInflate, createUnzip } from 'node:zlib';

const GZIP = [0x1f, 0x8b];
/** First byte of a zlib stream with the usual window of 32 KB. */
const ZLIB = 0x78;
const ZLIB_LEVELS: ReadonlySet<number | undefined> = new Set([0x01, 0x5e, 0x9c, 0xda]);

/**
 * The decompressor for a body, chosen by its first bytes: proxies compress unrequested, with or without a header.
 * Brotli has no signature, so the header decides, unless the bytes look like SSE, JSON or HTML. Undefined for an
 * uncompressed body.
 */
export function decoderFor(first: Buffer, contentEncoding: string | undefined): Transform | undefined {
  if (first[0] === GZIP[0] && first[1] === GZIP[1]) return createUnzip();
  if (first[0] === ZLIB && ZLIB_LEVELS.has(first[1])) return createInflate();
  return contentEncoding === 'br' && !isPlain(first) ? createBrotliDecompress() : undefined;
}

const isPlain = (first: Buffer): boolean =>
  /^\s*(?:data:|event:|id:|retry:|:|[{[<])/.test(first.toString('latin1', 0, 64));
