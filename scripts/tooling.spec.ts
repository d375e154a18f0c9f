import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;

describe('nest-cli.json', () => {
  it('names every app and lib', () => {
    const folders = ['apps', 'libs'].flatMap((parent) => readdirSync(parent));
    expect(Object.keys(json('nest-cli.json')['projects'] as object).toSorted()).toEqual(folders.toSorted());
  });
});
