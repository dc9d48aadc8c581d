/** What a suite on real services finds in its environment (scripts/with-services.mjs). */
export type ServiceVariable = 'TEST_DATABASE_URL' | 'TEST_REDIS_URL' | 'CHROME_PATH';

/** The variable's value. Throws when it is not set: a suite that needs a service must fail without it, never pass. */
export function requiredService(name: ServiceVariable): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run this suite by "npm run test:services"`);
  return value;
}

/** The suites that run processes of the product over Redis. */
const SUITES = [
  'processes',
  'hosts',
  'rotate-key',
  'between-answers',
  'live-migration',
  'main-job',
  'traces',
  'canaries',
] as const;

/** A part of Redis that nobody else uses: leases and rings name shops, whose numbers are each database's own. */
export function ownRedis(suite: (typeof SUITES)[number]): string {
  const url = new URL(requiredService('TEST_REDIS_URL'));
  url.pathname = `/${SUITES.indexOf(suite) + 1}`;
  return url.href;
}
