import { describe, expect, it } from '@jest/globals';
import { RequestBody } from './request-body.js';

describe('RequestBody', () => {
  it('yields its bytes once', () => {
    const bytes = Buffer.from('{"꿈":"🐍"}');
    const body = new RequestBody(bytes);
    expect([...body]).toEqual([bytes]);
    expect(Buffer.concat([...body])).toHaveLength(0);
  });
});
