// Builds only when a source is newer than the last build, so that a second `npm start` is quick.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = 'dist/.built';
const SOURCES = [
  'apps',
  'libs',
  'bench',
  'clients/typescript/src',
  'test/harness',
  'test/understanding',
  'test/ops',
  'test/chaos',
  'test/fleet',
  'scripts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Newest modification time below a path, in ms. */
function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'node_modules');
  return Math.max(entry.mtimeMs, ...names.map((name) => newest(join(path, name))));
}

if (!existsSync(STAMP) || SOURCES.some((path) => newest(path) > statSync(STAMP).mtimeMs)) {
  process.stderr.write('Building (only when a source has changed) …\n');
  const startedAt = new Date();
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
  writeFileSync(STAMP, `${startedAt.toISOString()}\n`);
}
