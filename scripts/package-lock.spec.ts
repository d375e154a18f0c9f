import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

interface Locked {
  readonly name?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Locations where Node resolves a package from another one, nearest first. */
function* places(from: string, name: string): Generator<string> {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    yield base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (base === '') return;
  }
}

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

  // `npm ci` rejects a lock file without them on any platform; `npm install` omits those a registry does not have yet.
  it('lists the binaries of every platform', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => ![...places(place, name)].some((at) => at in packages)),
    );
    expect(missing).toEqual([]);
  });

  it('has one ONNX Runtime, none for browsers and no image library', () => {
    const installed = Object.entries(packages).filter(([, { name }]) => name !== 'empty-npm-package');
    const matching = (pattern: RegExp) => installed.map(([place]) => place).filter((place) => pattern.test(place));
    expect(matching(/onnxruntime-node$/)).toHaveLength(1);
    expect(matching(/onnxruntime-web$|\/sharp$|@img\//)).toEqual([]);
    expect(matching(/\/openai$/)).toEqual(['node_modules/openai']);
  });

  it('names no registry', () => {
    expect(JSON.stringify(packages)).not.toContain('"resolved"');
  });
});
