import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page with its compressed forms. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** Folder of the built page: next to the compiled code, or below `dist` when the sources run directly. */
function builtPage(): string | undefined {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  return [join(root, 'web'), join(root, 'dist/web')].find((folder) => existsSync(join(folder, 'index.html')));
}

/**
 * Reads the built page into memory: `index.html` and the assets by name. Empty when the page has not been built.
 * Requests look up names in this map, so no client-supplied path reaches the file system.
 */
export function readPageFiles(folder = builtPage()): ReadonlyMap<string, PageFile> {
  if (!folder) return new Map();
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => !/\.(?:br|gz)$/.test(name));
  const read = (path: string): PageFile => ({
    type: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    bytes: readFileSync(path),
    ...(existsSync(`${path}.br`) && { br: readFileSync(`${path}.br`) }),
    ...(existsSync(`${path}.gz`) && { gzip: readFileSync(`${path}.gz`) }),
  });
  return new Map([
    ['index.html', read(join(folder, 'index.html'))],
    ...names.map((name) => [name, read(join(assets, name))] as const),
  ]);
}
