/**
 * `npm run test:services`, run by scripts/with-services.mjs beside real PostgreSQL, Redis and Chromium: the suites that
 * need one of them, and once more the database tests of `npm test`, here on PostgreSQL (TEST_DATABASE_URL).
 */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/**/*.services.test.ts', '<rootDir>/test/**/*.db.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
