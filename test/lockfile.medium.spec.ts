import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface LockedPackage {
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
}

/** Binaries of other platforms, which an installation on this one never fetches, may lack a hash. */
const isForeign = ({ optional = false, os = [], cpu = [] }: LockedPackage): boolean =>
  optional && !(os.includes('linux') && cpu.includes('x64'));

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const installed = Object.entries(packages).filter(
    ([path, entry]) => path.includes('node_modules/') && !entry.link && !isForeign(entry),
  );

  it('pins every installed package by the hash of its contents', () => {
    expect(installed.length).toBeGreaterThan(100);
    const unpinned = installed.filter(([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity));
    expect(unpinned.map(([path]) => path)).toEqual([]);
  });
});
