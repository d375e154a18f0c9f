import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { allowHosts } from './allowed-hosts.js';

const answer = (allowed: readonly string[], host: string | undefined): unknown => {
  let outcome: unknown = 'not called';
  allowHosts(allowed)({ headers: { host } } as Request, {} as Response, (error?: unknown) => (outcome = error));
  return outcome;
};

describe('allowHosts', () => {
  it.each([
    ['localhost:3000'],
    ['LOCALHOST.'],
    ['127.0.0.1:3000'],
    ['[::1]:3000'],
    ['10.0.0.7'],
    ['api.example.com'],
    [undefined],
  ])('allows %s', (host) => {
    expect(answer(['localhost', '.example.com'], host)).toBeUndefined();
  });

  it.each([['evil.example'], ['localhost.evil.example'], ['example.com.evil'], ['127.0.0.1.evil.example']])(
    'refuses %s',
    (host) => {
      expect(answer(['localhost', '.example.com'], host)).toMatchObject({
        code: 'route.host_not_allowed',
        status: 421,
      });
      expect(answer(['*'], host)).toBeUndefined();
    },
  );
});
