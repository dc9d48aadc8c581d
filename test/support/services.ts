/** What a suite on real services finds in its environment (scripts/with-services.mjs). */
export type ServiceVariable = 'TEST_DATABASE_URL' | 'TEST_REDIS_URL' | 'CHROME_PATH';

/** The variable's value. Throws when it is not set: a suite that needs a service must fail without it, never pass. */
export function requiredService(name: ServiceVariable): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run this suite by "npm run test:services"`);
  return value;
}
