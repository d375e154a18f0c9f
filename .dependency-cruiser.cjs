const { readdirSync } = require('node:fs');

// The permission table of docs/architecture.md: whatever is not listed is forbidden.
const MAY_IMPORT = {
  'libs/config': [],
  'libs/text': [],
  'libs/divination': ['text'],
  'libs/metrics': ['config'],
  'libs/http': ['config', 'metrics'],
  'libs/embedding': ['config', 'metrics', 'text'],
  'libs/knowledge': ['config', 'metrics', 'text', 'embedding'],
  'libs/rag': ['config', 'metrics', 'text', 'embedding', 'knowledge'],
  'libs/llm': ['config', 'metrics'],
  'libs/composer': ['text', 'divination'],
  'libs/streaming': ['config', 'metrics', 'llm'],
  'libs/cache': ['config', 'metrics', 'text'],
  'libs/safety': ['config', 'metrics', 'text'],
  'libs/readings': [
    'config',
    'metrics',
    'text',
    'divination',
    'embedding',
    'knowledge',
    'rag',
    'llm',
    'composer',
    'streaming',
    'cache',
    'safety',
  ],
  'apps/web': [],
  'apps/model-server': ['config', 'metrics', 'embedding', 'http'],
};

const escape = (path) => path.replace('/', '\\/');

const rooms = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room.replace('/', '-')}-imports`,
  comment: `${room} may import ${allowed.length ? allowed.join(', ') : 'no other room'}`,
  severity: 'error',
  from: { path: `^${escape(room)}/src/`, pathNot: '/src/testing/|\\.spec\\.ts$' },
  to: {
    path: '^(apps|libs|test|bench)/',
    pathNot: [`^${escape(room)}/`, ...allowed.map((lib) => `^libs/${lib}/src/index\\.ts$`)],
  },
}));

/** Folders beside each other that must not know one another. */
const siblings = (room, folders) => ({
  name: `${room.replace('/', '-')}-siblings`,
  severity: 'error',
  from: { path: `^${escape(room)}/src/(${folders.join('|')})/` },
  to: { path: `^${escape(room)}/src/(${folders.join('|')})/`, pathNot: `^${escape(room)}/src/$1/` },
});

/** Folders of libs/rag that hold a retriever. */
const RETRIEVER_FOLDERS = readdirSync('libs/rag/src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(`libs/rag/src/${name}`).some((file) => file.endsWith('.retriever.ts')));

module.exports = {
  forbidden: [
    ...rooms,
    siblings('libs/rag', RETRIEVER_FOLDERS),
    siblings('libs/readings', ['dream', 'tarot', 'iching', 'destiny']),
    // A cast of lines may use the pillars of its day, for 육효 and 매화역수.
    siblings('libs/divination', ['tarot', 'iching', 'astrology']),
    siblings('libs/divination', ['tarot', 'saju', 'astrology']),
    {
      name: 'libs-only-through-their-index',
      severity: 'error',
      from: { path: '^(apps|libs|bench)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/src/',
        pathNot: [
          '^libs/$2/',
          '^libs/[^/]+/src/index\\.ts$',
          '^libs/[^/]+/src/testing/index\\.ts$',
          // Light entries, for what is asked before anything heavy is loaded.
          '^libs/config/src/environment\\.ts$',
          '^libs/knowledge/src/processes\\.ts$',
        ],
      },
    },
    {
      name: 'no-fakes-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '/testing/|\\.spec\\.ts$' },
      to: { path: '/src/testing/' },
    },
    {
      name: 'apps-are-islands',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-catch-all-folders',
      severity: 'error',
      from: {},
      to: { path: '^(apps|libs)/.*/(utils|common|shared|interfaces|types)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|knowledge)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
