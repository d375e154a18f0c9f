import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  'clients/typescript/README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ...['apps', 'libs'].flatMap((parent) => readdirSync(parent).map((name) => `${parent}/${name}/README.md`)),
].filter((path) => existsSync(path));

/** Paths in code spans; patterns such as `test/*.ts` and `libs/<name>` are not checked. */
const PATH = /(?<![\w/.@-])(?:apps|bench|clients|docs|knowledge|libs|ops|scripts|test)\/[^\s`'"|,;:()[\]]+/g;
const PATTERN = /[*<>{}$…#]/;
const CODE = /```[\s\S]*?```|`[^`\n]+`/g;

/** Expands `a/{b,c}.ts` to `a/b.ts` and `a/c.ts`. */
function expandBraces(text: string): string {
  return text.replace(/([\w./-]*)\{([\w.,\s-]+)\}([\w./-]*)/g, (_, before: string, names: string, after: string) =>
    names
      .split(',')
      .map((name) => `${before}${name.trim()}${after}`)
      .join(' '),
  );
}

const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(CODE)].flatMap(([code]) =>
    [...expandBraces(code).matchAll(PATH)]
      .map(([path]) => path.replace(/[.]$/, ''))
      .filter((path) => !PATTERN.test(path)),
  );

describe('paths in documents', () => {
  it('are found in code spans, also with braces', () => {
    expect(pathsIn('see `libs/a/{b,c}.ts`, libs/x and `apps/*/y`')).toEqual(['libs/a/b.ts', 'libs/a/c.ts']);
  });

  it.each(documents)('exist in %s', (document) => {
    const missing = pathsIn(readFileSync(document, 'utf8')).filter(
      (path) => !existsSync(path) && !existsSync(`${path}.ts`),
    );
    expect(missing).toEqual([]);
  });
});
