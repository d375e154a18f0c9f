// Bundles the web page to dist/web: index.html, and assets named by a hash of their content, each with compressed
// copies.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { placeNames } from './page/place-names.js';

const SOURCE = 'apps/web';
const OUT = 'dist/web';
const ASSETS = join(OUT, 'assets');
/** Base path of the assets; must match the route of the controller. */
const PUBLIC = '/page';

rmSync(OUT, { recursive: true, force: true });
mkdirSync(ASSETS, { recursive: true });

function writeAsset(name, content) {
  writeFileSync(join(ASSETS, name), content);
  writeFileSync(join(ASSETS, `${name}.gz`), gzipSync(content, { level: 9 }));
  writeFileSync(join(ASSETS, `${name}.br`), brotliCompressSync(content));
}

function writeHashed(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const hashed = name.replace('.', `-${hash}.`);
  writeAsset(hashed, content);
  return `${PUBLIC}/${hashed}`;
}

const places = writeHashed('places.txt', placeNames());
const icon = writeHashed('icon.svg', readFileSync(join(SOURCE, 'icon.svg')));

const { outputFiles } = await build({
  entryPoints: { page: join(SOURCE, 'src/main.tsx') },
  entryNames: '[name]-[hash]',
  outdir: ASSETS,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  inject: ['scripts/page/jsx.js'],
  tsconfigRaw: {},
  define: { PLACES_URL: JSON.stringify(places) },
  write: false,
});
for (const { path, contents } of outputFiles) writeAsset(path.split('/').at(-1), contents);

const urlOf = (extension) => {
  const file = outputFiles.find(({ path }) => path.endsWith(extension));
  return `${PUBLIC}/${file.path.split('/').at(-1)}`;
};
const html = readFileSync(join(SOURCE, 'index.html'), 'utf8')
  .replace('%icon%', icon)
  .replace('%style%', urlOf('.css'))
  .replace('%script%', urlOf('.js'));
writeFileSync(join(OUT, 'index.html'), html);
