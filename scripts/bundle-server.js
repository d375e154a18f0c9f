// Replaces dist/apps/api/src/server.js by one file with all its modules: loading the three thousand modules of the server
// and its packages one by one takes half of the CPU time of a start.
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

const ENTRY = 'dist/apps/api/src/server.js';
const FOLDER = 'dist/apps/api/src';

/** Loaded from node_modules: packages with worker threads or native code, and those that are loaded on demand. */
const EXTERNAL = ['@lancedb/lancedb-*', '*.node', 'openai', 'pino', 'pino-pretty', 'piscina', 'unpdf', 'unpdf/*'];
/** Optional peers of the packages of NestJS that are not installed; NestJS handles their absence. */
const ABSENT = /^(@nestjs\/(websockets|microservices|axios|typeorm|mongoose|sequelize)|class-|@fastify\/|file-type)/;
/** Files whose `createRequire` loads a package that is part of the bundle. */
const REQUIRES_BUNDLED = /@nestjs\/terminus\/dist\/health-check\/health-check\.decorator\.js$/;

/** Keeps the location of each module, by which modules find the files and workers next to them. */
const ownLocation = {
  name: 'own-location',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: ABSENT }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const url = `new URL(${JSON.stringify(relative(FOLDER, path).replaceAll('\\', '/'))}, bundleUrl)`;
      const contents = REQUIRES_BUNDLED.test(path)
        ? source.replace('const require = createRequire(import.meta.url);', '')
        : source
            .replaceAll('import.meta.dirname', `nodePath.dirname(nodeUrl.fileURLToPath(${url}))`)
            .replaceAll(/import\.meta\.url\b/g, `${url}.href`);
      return { contents: withCommonJsLocation(contents, url), loader: 'js' };
    });
  },
};

function withCommonJsLocation(source, url) {
  if (!/\b__(dirname|filename)\b/.test(source) || /(const|let|var) __(dirname|filename)/.test(source)) return source;
  return `var __filename = nodeUrl.fileURLToPath(${url}), __dirname = nodePath.dirname(__filename);${source}`;
}

await build({
  entryPoints: [ENTRY],
  outfile: ENTRY,
  allowOverwrite: true,
  bundle: true,
  platform: 'node',
  // Without `module`, whose files the installation removes.
  conditions: [],
  format: 'esm',
  target: 'node22',
  external: EXTERNAL,
  // One copy for this code and for LanceDB, which requires it.
  alias: { 'apache-arrow': resolve('node_modules/apache-arrow/Arrow.node.js') },
  plugins: [ownLocation],
  banner: {
    js: [
      "import * as nodePath from 'node:path';",
      "import * as nodeUrl from 'node:url';",
      "import { createRequire as createRequireOfBundle } from 'node:module';",
      'const bundleUrl = import.meta.url;',
      'const require = createRequireOfBundle(bundleUrl);',
    ].join('\n'),
  },
  // Nest and the logs use the names of classes.
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
});
