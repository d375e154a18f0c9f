import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { decodeText, decoderFor } from './body-decoder.js';

const TEXT = Buffer.from('data: {"choices":[{"delta":{"content":"뱀이 집으로 왔다"}}]}\n\n'.repeat(50));

describe('decoderFor', () => {
  it.each([
    ['gzip', gzipSync(TEXT), undefined],
    ['gzip labelled as plain', gzipSync(TEXT), 'identity'],
    ['deflate', deflateSync(TEXT), 'deflate'],
    ['deflate at its best level', deflateSync(TEXT, { level: 9 }), undefined],
    ['raw deflate', deflateRawSync(TEXT), 'deflate'],
    ['Brotli', brotliCompressSync(TEXT), 'br'],
    ['Zstandard', zstdCompressSync(TEXT), undefined],
  ])('decompresses %s', async (_, body, encoding) => {
    const decoder = decoderFor(body, encoding);
    decoder?.end(body);
    expect(decoder && (await buffer(decoder))).toEqual(TEXT);
    expect(decodeText(body, encoding, TEXT.length)).toBe(TEXT.toString());
  });

  it.each([undefined, 'gzip', 'deflate', 'br'])('leaves plain bytes labelled %s as they are', (encoding) => {
    expect(decoderFor(TEXT, encoding)).toBeUndefined();
    expect(decodeText(TEXT, encoding, TEXT.length)).toBe(TEXT.toString());
  });

  it('leaves a whole body that is too long or broken as it is', () => {
    const body = gzipSync(TEXT);
    expect(decodeText(body, 'gzip', 10)).toBe(body.toString());
    expect(decodeText(body.subarray(0, 20), 'gzip', TEXT.length)).toBe(body.subarray(0, 20).toString());
  });
});
