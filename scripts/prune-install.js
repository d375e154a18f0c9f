// Runs after installation. Removes files of dependencies that are never loaded, almost half of what npm unpacks:
// binaries for other platforms, source maps and their sources, manuals, and copies of the code in other module formats.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const MODULES = 'node_modules';
const platform = process.env.npm_config_os || process.platform;
const arch = process.env.npm_config_cpu || process.arch;

/** Folders and files that neither Node.js nor TypeScript resolves from this project. */
const NEVER_LOADED = {
  '@xenova/transformers': ['src', /^dist\/(?!transformers\.node\.[cm]js$)/],
  'apache-arrow': ['src'],
  astronomia: ['lib'],
  bintrees: ['test'],
  'caniuse-lite': ['data/regions'],
  'es-toolkit': ['src'],
  fflate: ['umd'],
  'gpt-tokenizer': ['cjs/model', 'data', 'esm/model', 'src', /^(cjs|esm)\/bpeRanks\/(?!o200k)/],
  hono: ['dist/cjs'],
  // A copy of the binary that is linked to `bin/node`, and headers.
  node: ['node_modules'],
  openai: ['src'],
  // Only the character maps are used; unpdf contains the parser.
  'pdfjs-dist': [/^(?!cmaps$|package\.json$|LICENSE$)[^/]+$/],
  'playwright-core': ['lib/vite'],
  rxjs: ['dist/bundles', 'dist/esm', 'dist/esm5', 'src'],
  'swagger-ui-dist': [/^swagger-ui-es-bundle/],
  typescript: [/^lib\/[a-z]{2}(-[a-z]{2})?$/],
  zod: ['src'],
};
/**
 * Folders that are imported as ES modules only: where there is a `.mjs`, the `.js` of the same name is CommonJS and
 * unused.
 */
const IMPORTED_ONLY = ['es-toolkit', 'openai/lib', 'openai/resources'];
const OPENTELEMETRY_BUILDS = ['build/esm', 'build/esnext'];

function pruneFolders() {
  const scoped = entries('@opentelemetry').map((name) => [`@opentelemetry/${name}`, OPENTELEMETRY_BUILDS]);
  for (const [name, unused] of [...Object.entries(NEVER_LOADED), ...scoped])
    for (const path of unused) {
      if (typeof path === 'string') remove(name, path);
      else for (const file of files(name)) if (path.test(file)) remove(name, file);
    }
}

function pruneCommonJsTwins() {
  for (const name of IMPORTED_ONLY) {
    const all = new Set(files(name));
    for (const file of all) if (/\.mjs$|\.d\.mts$/.test(file)) remove(name, file.replace(/\.m(?=[jt]s$)/, '.'));
  }
}

/** ONNX Runtime puts the libraries of every platform into one package: `bin/napi-v<n>/<platform>/<arch>`. */
function pruneOnnxRuntime(name) {
  for (const path of files(name)) {
    const [, os, cpu] = /^bin\/napi-v\d+\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (cpu && (os !== platform || cpu !== arch)) remove(name, path);
  }
}

function pruneDebuggingAids() {
  for (const file of files('')) if (/\.map$|\/(readme|changelog|history)[^/]*\.md$/i.test(file)) remove(file);
}

function entries(...path) {
  const folder = join(MODULES, ...path);
  return existsSync(folder) ? readdirSync(folder) : [];
}

function files(name) {
  const folder = join(MODULES, name);
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map((path) => path.replaceAll('\\', '/')) : [];
}

function remove(...path) {
  rmSync(join(MODULES, ...path), { recursive: true, force: true });
}

pruneFolders();
pruneCommonJsTwins();
pruneOnnxRuntime('@xenova/transformers/node_modules/onnxruntime-node');
pruneDebuggingAids();
