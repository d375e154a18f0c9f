// Compiles TypeScript to dist and copies the other files: `node scripts/build.js [folder …]`.
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { transformFile } from '@swc/core';
import { swcAliases } from './compile/path-aliases.js';
import { swcOptions } from './compile/swc-options.js';

const OUT = 'dist';
const folders =
  process.argv.length > 2
    ? process.argv.slice(2)
    : [
        'apps',
        'libs',
        'bench',
        'clients/typescript/src',
        'test/harness',
        'test/ops',
        'test/chaos',
        'test/fleet',
        'test/understanding',
      ];

const options = {
  ...swcOptions,
  jsc: { ...swcOptions.jsc, baseUrl: resolve('.'), paths: swcAliases() },
  module: { type: 'nodenext', resolveFully: true },
  sourceMaps: true,
};

async function compile(path) {
  const output = join(OUT, path.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(path, options);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${code}//# sourceMappingURL=${output.split('/').at(-1)}.map\n`);
  writeFileSync(`${output}.map`, map);
}

function copy(path) {
  const output = join(OUT, path);
  mkdirSync(dirname(output), { recursive: true });
  copyFileSync(path, output);
}

const files = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !/(^|\/)(node_modules|peers)(\/|$)/.test(entry.parentPath))
  .map(({ parentPath, name }) => join(parentPath, name))
  // build-page.js bundles these files for the browser.
  .filter((path) => !path.startsWith(join('apps', 'web')));
const sources = files.filter((path) => path.endsWith('.ts'));
await Promise.all(sources.filter((path) => !/[.-]spec\.ts$/.test(path)).map(compile));
for (const path of files) if (!path.endsWith('.ts')) copy(path);
// The compiled server reads its version and module type from this file.
copyFileSync('package.json', join(OUT, 'package.json'));
