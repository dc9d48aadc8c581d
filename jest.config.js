const base = {
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
};

/** `npm test` needs only Node; the `services` project needs PostgreSQL, Redis and Chromium (see scripts/services). */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '\\.services\\.test\\.ts$'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
