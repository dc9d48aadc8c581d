import type { Knex } from 'knex';

/** A plan that was kept from when a table was young may read it whole, for each row anew: what is kept is the parsing alone. */
export const setUp = (keepsPlans: boolean): string =>
  `SET ROLE smartbis_app; SET plan_cache_mode = ${keepsPlans ? 'force_generic_plan' : 'force_custom_plan'}`;

/** On the pool's one connection, held throughout: nobody else may find it while it is the owner's. */
export async function maintain(pool: Knex, keepsPlans: boolean): Promise<void> {
  const client = pool.client as {
    acquireConnection(): Promise<{ query(sql: string): Promise<unknown>; end(): Promise<void> }>;
    releaseConnection(connection: unknown): Promise<void>;
  };
  const connection = await client.acquireConnection();
  try {
    for (const statement of ['RESET ROLE', 'VACUUM ANALYZE', 'CHECKPOINT']) await connection.query(statement);
  } finally {
    await connection.query(setUp(keepsPlans));
    await client.releaseConnection(connection);
  }
}
