import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitUntil } from '../../../../test/harness/wait-until.js';
import { ApiKeysError, readApiKeys } from './api-keys.js';
import { KeyRing, sameSecret } from './key-ring.js';

const sha = (key: string) => hash('sha256', key);

describe('API keys', () => {
  let folder: string;
  let path: string;
  const write = (content: unknown) =>
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keys-'));
    path = join(folder, 'keys.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are read with their limits', () => {
    write({ keys: [{ name: 'web', sha256: sha('a').toUpperCase(), limits: { requestsPerMinute: 60 } }] });
    expect(readApiKeys({ path })).toEqual([{ name: 'web', sha256: [sha('a')], limits: { requestsPerMinute: 60 } }]);
  });

  it.each([
    ['a file that is not JSON', 'nonsense'],
    ['no keys', { keys: [] }],
    ['a key in plain text', { keys: [{ name: 'web', sha256: 'secret' }] }],
    ['three hashes', { keys: [{ name: 'web', sha256: [sha('a'), sha('b'), sha('c')] }] }],
    [
      'one name twice',
      {
        keys: [
          { name: 'web', sha256: sha('a') },
          { name: 'web', sha256: sha('b') },
        ],
      },
    ],
    [
      'one hash for two keys',
      {
        keys: [
          { name: 'web', sha256: sha('a') },
          { name: 'app', sha256: sha('a') },
        ],
      },
    ],
    ['a misspelt limit', { keys: [{ name: 'web', sha256: sha('a'), limits: { requestPerMinute: 1 } }] }],
    ['a limit of zero', { keys: [{ name: 'web', sha256: sha('a'), limits: { tokensPerDay: 0 } }] }],
  ])('are rejected with %s', (_, content) => {
    write(content);
    expect(() => readApiKeys({ path })).toThrow(ApiKeysError);
  });

  it('are read from the value of API_KEYS', () => {
    const inline = JSON.stringify({ keys: [{ name: 'web', sha256: sha('a') }] });
    const ring = new KeyRing({ inline });
    expect([ring.find('a')?.name, ring.find('b')]).toEqual(['web', undefined]);
    for (const bad of ['nonsense', '{"keys":[]}']) expect(() => readApiKeys({ inline: bad })).toThrow(/- API_KEYS: /);
  });

  it('are found by either of two active secrets and nothing else', () => {
    write({
      keys: [
        { name: 'web', sha256: [sha('old'), sha('new')] },
        { name: 'app', sha256: sha('other') },
      ],
    });
    const ring = new KeyRing({ path });
    expect(['old', 'new', 'other', 'ol', '', sha('old')].map((key) => ring.find(key)?.name)).toEqual([
      'web',
      'web',
      'app',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are reloaded when their file changes; an invalid file changes nothing', async () => {
    write({ keys: [{ name: 'web', sha256: sha('old') }] });
    const ring = new KeyRing({ path }, 20);
    ring.watch();
    write({ keys: [{ name: 'web', sha256: [sha('old'), sha('brand new')] }] });
    await waitUntil(() => ring.find('brand new') !== undefined);
    write('{ "keys": [');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ring.find('old')?.name).toBe('web');
    write({ keys: [{ name: 'web', sha256: sha('brand new') }] });
    await waitUntil(() => ring.find('old') === undefined);
    ring.stop();
  });

  it('compare secrets of different lengths', () => {
    expect(sameSecret('admin', 'admin')).toBe(true);
    expect(sameSecret('admin', 'admin ')).toBe(false);
    expect(sameSecret('', 'admin')).toBe(false);
  });
});
