import { dropDatabase, migratedTemplate } from './postgres';

/** Once after all suites (jest's `globalTeardown`): what was made for this run alone. */
async function after(): Promise<void> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server !== undefined) await dropDatabase(server, migratedTemplate());
}

export = after;
