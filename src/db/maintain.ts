import type { Knex } from 'knex';

/** After a kill its log is read again from the last checkpoint on, at about 15 MB in 0.1 s. */
const LONGEST_LOG = 64 * 1024 * 1024;

/** A plan that was kept from when a table was young may read it whole, for each row anew: what is kept is the parsing alone, but for `keepPlans`. */
export const setUp = (keepsPlans: boolean): string =>
  `SET ROLE smartbis_app; SET plan_cache_mode = ${keepsPlans ? 'force_generic_plan' : 'force_custom_plan'}`;

interface Connection {
  query(sql: string): Promise<{ rows: Record<string, unknown>[] }>;
}

/** On the pool's one connection, held throughout: nobody else may find it while it is the owner's. */
async function asOwner(
  pool: Knex,
  keepsPlans: boolean,
  body: (connection: Connection) => Promise<void>,
): Promise<void> {
  const client = pool.client as {
    acquireConnection(): Promise<Connection>;
    releaseConnection(connection: Connection): Promise<void>;
  };
  const connection = await client.acquireConnection();
  try {
    await connection.query('RESET ROLE');
    await body(connection);
  } finally {
    await connection.query(setUp(keepsPlans));
    await client.releaseConnection(connection);
  }
}

/** What autovacuum does elsewhere. */
export const maintain = (pool: Knex, keepsPlans: boolean): Promise<void> =>
  asOwner(pool, keepsPlans, async (connection) => {
    for (const statement of ['VACUUM ANALYZE', 'CHECKPOINT']) await connection.query(statement);
  });

/** What the checkpointer does elsewhere, where much was written: a start after a kill is to take no longer than another. */
export const limitLog = (pool: Knex, keepsPlans: boolean): Promise<void> =>
  asOwner(pool, keepsPlans, async (connection) => {
    const { rows } = await connection.query(
      'SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 AS length FROM pg_control_checkpoint()',
    );
    if (Number(rows[0]?.['length']) > LONGEST_LOG) await connection.query('CHECKPOINT');
  });
