import { Client } from 'pg';
import { until, type Patience } from './until';

/**
 * A session outside, which sees who waits for a lock: within a transaction the others stay as they were first seen. On the
 * embedded database (a `url` that is null) nobody can see it, and nothing is waited for.
 */
export class LockWatch {
  private constructor(private readonly client: Client | null) {}

  static async open(url: string | null): Promise<LockWatch> {
    if (url === null) return new LockWatch(null);
    const client = new Client(url);
    await client.connect();
    return new LockWatch(client);
  }

  /** Resolves once a statement like that waits, or so many do. */
  async waits(
    what: string,
    like: string,
    { sessions = 1, ...patience }: Patience & { sessions?: number } = {},
  ): Promise<void> {
    const { client } = this;
    if (client === null) return;
    const waiting = `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE $1`;
    await until(
      what,
      async () => ((await client.query(waiting, [like])).rowCount ?? 0) >= sessions,
      patience,
    );
  }

  async close(): Promise<void> {
    await this.client?.end();
  }
}
