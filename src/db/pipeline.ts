import type { Knex } from 'knex';
import type { Binding } from './rows';

/** Sends a statement at once, behind those that were sent before it; resolves with its rows. */
export type Send = <Row>(sql: string, bindings?: readonly Binding[]) => Promise<Row[]>;

/** What is asked of knex's client of a transaction. */
interface TransactionClient {
  acquireConnection(): Promise<unknown>;
  query(
    connection: unknown,
    statement: { sql: string; bindings: readonly Binding[] },
  ): Promise<{ response: { rows: unknown[] } }>;
}

/** By which this transaction's statements are sent, without what knex does to build one. */
export async function sendingIn(trx: Knex.Transaction): Promise<Send> {
  const client = trx.client as TransactionClient;
  const connection = await client.acquireConnection();
  let cause: unknown;
  return async <Row>(sql: string, bindings: readonly Binding[] = []) => {
    try {
      const { response } = await client.query(connection, { sql, bindings });
      return response.rows as Row[];
    } catch (error) {
      // Those behind the one that failed fail for it, and whoever asked for them may be heard first.
      if ((error as { code?: unknown }).code !== IS_ABORTED) cause = error;
      throw cause ?? error;
    }
  };
}

/** PostgreSQL's `in_failed_sql_transaction`. */
const IS_ABORTED = '25P02';

interface Transaction {
  begin(connection: unknown): Promise<unknown>;
}

/**
 * A transaction's first statements travel with its BEGIN. Where that fails the session is gone, and they fail too; outside a
 * transaction none of them would see a shop.
 */
export function beginAlong(pool: Knex): void {
  const client = pool.client as { transaction(...given: unknown[]): Transaction };
  const open = client.transaction.bind(client);
  client.transaction = (...given) => {
    const transaction = open(...given);
    const begin = transaction.begin.bind(transaction);
    transaction.begin = (connection) => {
      void begin(connection);
      return Promise.resolve();
    };
    return transaction;
  };
}

/** What is written to a session within one turn of the event loop leaves in one piece: each piece wakes the database. */
export function leaveTogether({ stream }: { stream: Stream }): void {
  if (corked.has(stream)) return;
  corked.add(stream);
  stream.cork();
  process.nextTick(() => {
    corked.delete(stream);
    stream.uncork();
  });
}

export interface Stream {
  cork(): void;
  uncork(): void;
}

const corked = new WeakSet<Stream>();
