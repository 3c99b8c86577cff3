/** Jest runs the same TypeScript that Node runs: @swc/jest only strips the types, nothing is compiled down. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{api,bot,seeds,test,dashboards}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/data/', '<rootDir>/dashboards/grafana/plugin/'],
  modulePathIgnorePatterns: ['<rootDir>/data/', '<rootDir>/coverage/', '<rootDir>/dashboards/grafana/plugin/(node_modules|dist)/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'esnext',
          keepClassNames: true,
          transform: { useDefineForClassFields: true, verbatimModuleSyntax: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/setup/temporal-equality.ts'],
  collectCoverage: false,
  maxWorkers: '100%',
  // Long enough that a busy machine fails no test: a limit is here to end what hangs, not to measure.
  testTimeout: 30_000,
}
