import { describe, expect, it } from '@jest/globals';
import { RequestBody } from './request-body.js';

describe('RequestBody', () => {
  it('counts bytes, not characters, and hands its text over once', () => {
    const body = new RequestBody('{"꿈":"🐍"}');
    expect(body.bytes).toBe(Buffer.byteLength('{"꿈":"🐍"}'));
    expect([...body]).toEqual(['{"꿈":"🐍"}']);
    expect([...body].join('')).toBe('');
  });
});
