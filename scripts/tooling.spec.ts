import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;

describe('nest-cli.json', () => {
  it('names every app and lib', () => {
    const folders = ['apps', 'libs'].flatMap((parent) => readdirSync(parent));
    expect(new Set(Object.keys(json('nest-cli.json')['projects'] as object))).toEqual(new Set(folders));
  });
});

describe('docs/architecture.md', () => {
  const rows = readFileSync('docs/architecture.md', 'utf8')
    .split('\n')
    .map((line) => /^\| `((?:apps|libs)\/[\w-]+)` \|.*\| ([^|]+) \|$/.exec(line))
    .filter((row) => row !== null)
    .map(([, room = '', allowed = '']) => [room, allowed] as const);
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
    readonly forbidden: readonly { readonly name: string; readonly comment?: string }[];
  };

  it('has a row for every app and lib', () => {
    const folders = ['apps', 'libs'].flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}`));
    expect(new Set(rows.map(([room]) => room))).toEqual(new Set(folders));
  });

  it('permits exactly the imports that the boundary rules permit', () => {
    for (const [room, allowed] of rows) {
      const rule = forbidden.find(({ name }) => name === `${room.replace('/', '-')}-imports`);
      const expected = rule?.comment?.replace(/^.* may import /, '').replace('no other room', '–');
      expect([room, allowed]).toEqual([room, expected ?? 'every lib']);
    }
  });
});
