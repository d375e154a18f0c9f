import { describe, expect, it } from '@jest/globals';
import { presentedKey } from './credentials.js';

const request = (headers: Readonly<Record<string, string>>) => ({
  get: ((name: string) => headers[name]) as Parameters<typeof presentedKey>[0]['get'],
});

describe('presentedKey', () => {
  it.each([
    [{ Authorization: 'Bearer abc' }, 'abc'],
    [{ Authorization: 'bearer   abc ' }, 'abc'],
    [{ 'X-API-Key': ' abc ' }, 'abc'],
    [{ Authorization: 'Basic abc', 'X-API-Key': 'def' }, 'def'],
    [{ Authorization: 'Bearer ' }, undefined],
    [{ Authorization: 'Bearer a b' }, undefined],
    [{ 'X-API-Key': '' }, undefined],
    [{}, undefined],
  ])('reads %j as %s', (headers, key) => {
    expect(presentedKey(request(headers as Record<string, string>))).toBe(key);
  });
});
