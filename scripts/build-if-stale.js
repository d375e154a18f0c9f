// Compiles only when a source is newer than the last build, so that a second `npm start` is quick.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'dist/.built';
const SOURCES = [
  'apps',
  'libs',
  'bench',
  'test/harness',
  'scripts/build-model.js',
  'scripts/model',
  '.swcrc',
  'package-lock.json',
];

/** Newest modification time below a path, in ms. */
function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const stale = !existsSync(MARK) || SOURCES.some((path) => newest(path) > statSync(MARK).mtimeMs);
if (stale) {
  process.stderr.write('Compiling (only when a source has changed) …\n');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] });
}
