import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const text = (path: string) => readFileSync(path, 'utf8');
const { version } = JSON.parse(text('package.json')) as { readonly version: string };

describe('the version', () => {
  it.each([
    ['ops/helm/Chart.yaml', /^(?:appV|v)ersion: (.*)$/gm, 2],
    ['ops/helm/values.yaml', /^ {2}tag: '(.*)'$/gm, 1],
    ['ops/kubernetes/reading-server.yml', /image: reading-server:(.*)$/gm, 2],
    ['package-lock.json', /"name": "saju-astro-chat-reading-server",\s+"version": "(.*)"/g, 2],
  ])('is the same in %s', (file, pattern, times) => {
    expect([...text(file).matchAll(pattern)].map(([, found]) => found)).toEqual(Array(times).fill(version));
  });

  it('has a section in the change log', () => {
    expect(text('CHANGELOG.md')).toContain(`## ${version}`);
  });
});

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
}

/** Packages whose package.json has no licence in the field that npm reads; licences are from their LICENSE files. */
const FROM_LICENSE_FILE: Readonly<Record<string, string>> = {
  'node_modules/busboy': 'MIT',
  'node_modules/json-bignum': 'MIT',
  'node_modules/streamsearch': 'MIT',
};
/** Packages with the binaries of LanceDB, which are published without the licence field. */
const LANCEDB = /^node_modules\/@lancedb\/lancedb-/;

/** Licences whose copyleft extends over a network or to the linked program; LGPL and MPL do not match. */
const REFUSED = /(?<![A-Za-z])A?GPL-/;

describe('the licences of production packages', () => {
  const { packages } = JSON.parse(text('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };
  const licenceOf = (place: string, { license }: Locked) =>
    license ?? FROM_LICENSE_FILE[place] ?? (LANCEDB.test(place) ? 'Apache-2.0' : '');
  const production = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, locked]) => ({ place, license: licenceOf(place, locked) }));

  it('are stated', () => {
    expect(production.length).toBeGreaterThan(100);
    expect(production.filter(({ license }) => license === '').map(({ place }) => place)).toEqual([]);
  });

  it('allow a choice without GPL or AGPL', () => {
    const bound = production.filter(({ license }) => license.split(/ OR /).every((one) => REFUSED.test(one)));
    expect(bound.map(({ place }) => place)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', true],
    ['AGPL-3.0-or-later', true],
    ['(MIT OR GPL-3.0-or-later)', false],
    ['LGPL-3.0-or-later', false],
  ])('would refuse %s: %s', (license, refused) => {
    expect(license.split(/ OR /).every((one) => REFUSED.test(one))).toBe(refused);
  });
});
