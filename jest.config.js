const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@app/([^/]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^@app/([^/]+)/(environment|writer-lock)$': '<rootDir>/libs/$1/src/$2.ts',
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: false, ...swcOptions() }] },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

/** The decorators' metadata is what Nest injects by, so tests compile like the build does, without its path rewriting. */
function swcOptions() {
  return {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  };
}

// Three tiers: unit (nothing real), medium (our own infrastructure, no HTTP), end-to-end (HTTP, a scriptable upstream).
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,scripts,bench}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.medium\\.spec\\.ts$'],
    },
    { ...base, displayName: 'medium', testMatch: ['<rootDir>/{apps,libs,test}/**/*.medium.spec.ts'] },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts', '<rootDir>/test/harness/**/*.spec.ts'],
    },
  ],
  reporters: ['default', '<rootDir>/scripts/summary-reporter.js'],
  // Far above what a test takes on a quiet machine: a bound for one that hangs, not a measurement.
  testTimeout: 180_000,
};
