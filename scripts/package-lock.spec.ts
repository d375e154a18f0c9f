import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Where Node would look for a package from the place of another, nearest first. */
function* places(from: string, name: string): Generator<string> {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    yield base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (base === '') return;
  }
}

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

  // `npm ci` refuses a lock file without them, also where their platform is not this one; `npm install` leaves them out
  // when a registry does not have them yet.
  it('knows the binaries of every platform', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => ![...places(place, name)].some((at) => at in packages)),
    );
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(JSON.stringify(packages)).not.toContain('"resolved"');
  });
});
