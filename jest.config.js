import { availableParallelism } from 'node:os';

import { jestAliases } from './scripts/compile/path-aliases.js';
import { swcOptions } from './scripts/compile/swc-options.js';

const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { ...jestAliases(), '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swcOptions, module: { type: 'es6' }, sourceMaps: 'inline' }] },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

// Three tiers: unit (nothing real), medium (our own infrastructure, no HTTP), end-to-end (HTTP, a scriptable upstream).
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,clients,libs,scripts,bench}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.medium\\.spec\\.ts$'],
    },
    { ...base, displayName: 'medium', testMatch: ['<rootDir>/{apps,libs,test}/**/*.medium.spec.ts'] },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts', '<rootDir>/test/harness/**/*.spec.ts'],
    },
  ],
  // Modules of finished test files stay in the heap of their process (`--experimental-vm-modules`): workers that
  // have grown are replaced. Without workers (Jest's default on two cores) the whole run would grow in one process.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1GB',
  reporters: ['default', '<rootDir>/scripts/summary-reporter.js'],
  // Detects tests that hang; not a performance limit.
  testTimeout: 180_000,
};
