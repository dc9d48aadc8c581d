import type { Knex } from 'knex';

/** For a server to let a session in: what else listens at such an address may say nothing at all. */
const LET_IN_MS = 10_000;

export const reaching = (url: string): Knex.PgConnectionConfig => ({
  connectionString: url,
  connectionTimeoutMillis: LET_IN_MS,
});
