// The permission table of docs/architecture.md: whatever is not listed is forbidden.
const MAY_IMPORT = {
  'libs/config': [],
  'libs/metrics': ['config'],
  'libs/embedding': ['config', 'metrics'],
  'libs/rag': ['config', 'metrics', 'embedding'],
  'libs/llm': ['config', 'metrics'],
  'libs/streaming': ['config', 'metrics', 'llm'],
  'libs/cache': ['config', 'metrics'],
  'libs/safety': ['config', 'metrics'],
  'libs/readings': ['config', 'metrics', 'embedding', 'rag', 'llm', 'streaming', 'cache', 'safety'],
  'apps/model-server': ['config', 'metrics', 'embedding'],
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

module.exports = {
  forbidden: [
    ...rooms,
    siblings('libs/rag', ['graph', 'corpus', 'persona', 'domain']),
    siblings('libs/readings', ['dream', 'tarot', 'iching', 'destiny']),
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
          '^libs/rag/src/writer-lock\\.ts$',
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
