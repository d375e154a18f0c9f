import { describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { decoderFor } from './body-decoder.js';

const TEXT = Buffer.from('data: {"choices":[{"delta":{"content":"뱀이 집으로 왔다"}}]}\n\n'.repeat(50));

describe('decoderFor', () => {
  it.each([
    ['gzip', gzipSync(TEXT), undefined],
    ['gzip labelled as plain', gzipSync(TEXT), 'identity'],
    ['deflate', deflateSync(TEXT), 'deflate'],
    ['deflate at its best level', deflateSync(TEXT, { level: 9 }), undefined],
    ['Brotli', brotliCompressSync(TEXT), 'br'],
  ])('decompresses %s', async (_, body, encoding) => {
    const decoder = decoderFor(body, encoding);
    decoder?.end(body);
    expect(decoder && (await buffer(decoder))).toEqual(TEXT);
  });

  it.each([undefined, 'gzip', 'deflate', 'br'])('leaves plain bytes labelled %s as they are', (encoding) => {
    expect(decoderFor(TEXT, encoding)).toBeUndefined();
  });
});
