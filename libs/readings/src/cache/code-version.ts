import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

let version: string | undefined;

/**
 * Version of the code that turns an input into prompts: a hash of this library's files, so that a changed prompt
 * invalidates the cache. Computed once per process.
 */
export function readingsCodeVersion(): string {
  return (version ??= hashOf(join(import.meta.dirname, '..')));
}

function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:[jt]s|json)$/.test(path) && !/\.spec\.|\.d\.ts$|testing/.test(path))
    .toSorted();
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest('base64url').slice(0, 16);
}
