/** `npm test` needs only Node: what needs real servers or a browser is in jest.services.config.js. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.ts',
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  globalSetup: '<rootDir>/test/support/once.ts',
  globalTeardown: '<rootDir>/test/support/after.ts',
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.services\\.test\\.ts$'],
  // More than all waits of a test together (test/support/until.ts says what did not come), on a slow machine too.
  testTimeout: 600_000,
  maxWorkers: 2,
};
