import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const exclude = ['**/node_modules/**'];
const documents = globSync(['{README,CONTRIBUTING,SECURITY}.md', '{apps,bench,clients,docs,libs,ops,test}/**/*.md'], {
  exclude,
});
const guides = documents.filter((path) => /^(?:apps|libs)\/[^/]+\/README\.md$/.test(path));
const sources = globSync('{apps,bench,clients,libs,ops,scripts,test}/**/*.{ts,tsx,js}', { exclude });

/** Paths in code spans; patterns such as `test/*.ts` and `libs/<name>` are not checked. */
const PATH = /(?<![\w/.@-])(?:apps|bench|clients|docs|knowledge|libs|ops|scripts|test)\/[^\s`'"|,;:()[\]]+/g;
const PATTERN = /[*<>{}$…#]/;
const CODE = /```[\s\S]*?```|`[^`\n]+`/g;
const LINK = /\]\((?!https?:|mailto:)([^)\s]+)\)/g;
/** An identifier of the code, such as `TwoLevelCache.get`, `cacheKey` or `composeSection(brief, plan)`. */
const IDENTIFIER = /^`([A-Za-z][\w$]*(?:\.[a-z]\w*)*)(?:\(.*\))?`$/;
const FILE = /^`([\w.-]+\.(?:ts|tsx|js))`$/;

/** Expands `a/{b,c}.ts` to `a/b.ts` and `a/c.ts`. */
function expandBraces(text: string): string {
  return text.replace(/([\w./-]*)\{([\w.,\s-]+)\}([\w./-]*)/g, (_, before: string, names: string, after: string) =>
    names
      .split(',')
      .map((name) => `${before}${name.trim()}${after}`)
      .join(' '),
  );
}

const codeIn = (text: string): readonly string[] => [...text.matchAll(CODE)].map(([code]) => code);

const pathsIn = (text: string): readonly string[] =>
  codeIn(text).flatMap((code) =>
    [...expandBraces(code).matchAll(PATH)]
      .map(([path]) => path.replace(/[.]$/, ''))
      .filter((path) => !PATTERN.test(path)),
  );

/** Anchors of a document's headings, as GitHub derives them. */
const anchorsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

function isBroken(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
}

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

  it.each(documents)('are the targets of the links in %s', (document) => {
    const links = [...readFileSync(document, 'utf8').matchAll(LINK)].map(([, link = '']) => link);
    expect(links.filter((link) => isBroken(document, link))).toEqual([]);
  });
});

describe('the README of a lib or app', () => {
  const words = new Set(sources.flatMap((path) => readFileSync(path, 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? []));
  const names = new Set(sources.map((path) => basename(path)));
  const isUnknown = (code: string): boolean => {
    const file = FILE.exec(code)?.[1];
    if (file !== undefined) return !names.has(file);
    const identifier = IDENTIFIER.exec(code)?.[1] ?? '';
    return /[a-z][A-Z]/.test(identifier) && identifier.split('.').some((word) => !words.has(word));
  };

  it.each(guides)('names only files and identifiers that exist: %s', (guide) => {
    expect(codeIn(readFileSync(guide, 'utf8')).filter(isUnknown)).toEqual([]);
  });

  it.each(guides)('has at most 60 lines: %s', (guide) => {
    expect(readFileSync(guide, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });

  it('exists for every lib', () => {
    expect(readdirSync('libs').filter((lib) => !guides.includes(`libs/${lib}/README.md`))).toEqual([]);
  });
});
