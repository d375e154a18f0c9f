import { type Transform } from 'node:stream';
import { createBrotliDecompress, createInflate, createUnzip } from 'node:zlib';

const GZIP = [0x1f, 0x8b];
/** First byte of a zlib stream with the usual window of 32 KB. */
const ZLIB = 0x78;
const ZLIB_LEVELS: ReadonlySet<number | undefined> = new Set([0x01, 0x5e, 0x9c, 0xda]);

/**
 * What decompresses a body, judged by its first bytes: relays compress although nothing asked for it, and say so or not.
 * Brotli has no signature, so its header counts – unless the bytes are plainly text. Undefined for a plain body.
 */
export function decoderFor(first: Buffer, contentEncoding: string | undefined): Transform | undefined {
  if (first[0] === GZIP[0] && first[1] === GZIP[1]) return createUnzip();
  if (first[0] === ZLIB && ZLIB_LEVELS.has(first[1])) return createInflate();
  return contentEncoding === 'br' && !isPlain(first) ? createBrotliDecompress() : undefined;
}

const isPlain = (first: Buffer): boolean =>
  /^\s*(?:data:|event:|id:|retry:|:|[{[<])/.test(first.toString('latin1', 0, 64));
