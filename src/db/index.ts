import type { Knex } from 'knex';
import type { Clock } from '../clock';
import { startEmbedded, type EmbeddedServer } from '../embedded/server';
import type { Bell, Doorbell } from '../jobs/doorbell';
import { every, type Loop } from '../jobs/every';
import { limitLog, maintain } from './maintain';
import { migrate, migrateUnless, MIGRATIONS } from './migrate';
import { sendingIn, type Send } from './pipeline';
import { isOvertaken } from './prepared';
import type { Binding } from './rows';
import { connect, embeddedSession } from './sessions';
import type { Secrets } from '../secrets';
import type { Logger } from '../telemetry';

const MAINTENANCE_SECONDS = 600;
const LOG_SECONDS = 5;

/** One transaction within one shop: all that a decision may read and write. */
export interface Work {
  readonly trx: Knex.Transaction;
  readonly merchantId: number;
  /** The moment of the whole transaction. */
  readonly now: number;
  readonly secrets: Secrets;
  readonly send: Send;
  /** A statement whose rows nobody needs: it travels with what follows, and the commit fails with it. */
  sendAlong(sql: string, bindings?: readonly Binding[]): void;
  /** Rings after the commit; a rollback rings nothing. */
  ring(bell: Bell, key: string, delayMs?: number): void;
}

export interface Database {
  /** A transaction that sees and writes only this shop's rows. */
  asMerchant<T>(merchantId: number, body: (work: Work) => Promise<T>): Promise<T>;
  /** The same, as of one moment, and without writing: for what reads a shop whole while it goes on. */
  snapshot<T>(merchantId: number, body: (work: Work) => Promise<T>): Promise<T>;
  /** The few functions of the database that look across shops. */
  call<Row>(sql: string, bindings?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface SessionLoad {
  most: number;
  inUse: number;
  /** Transactions that wait for a session. */
  waiting: number;
}

/** As `openDatabase` gives it: with how its sessions are taken. */
export interface OpenDatabase extends Database {
  sessions(): SessionLoad;
}

export interface DatabaseOptions {
  /** Null: embedded. */
  url: string | null;
  /** The tables' owner; null: the same login. */
  migrationsUrl: string | null;
  pool: number;
  /** How long a transaction waits for a session of the pool; ten seconds where it is not said. */
  patienceMs?: number;
  /** Only where every table stays small; false where it is not said. */
  keepsPlans?: boolean;
  /** Of the embedded database; undefined keeps it in memory. */
  dataDir: string | undefined;
  /** What an embedded database in memory begins from: the dump of another. */
  image?: string;
  clock: Clock;
  secrets: Secrets;
  doorbell: Doorbell;
  logger: Logger;
  /** Opening it is given up. */
  stopping?: AbortSignal | undefined;
}

/** Opens the database, migrates it, and returns it under the role that owns nothing. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { patienceMs, keepsPlans = false, stopping } = options;
  if (options.url !== null) {
    const newer = await migrateUnless(stopping, options.migrationsUrl ?? options.url).catch(mayNot);
    tellNewer(newer, options.logger);
    const pool = connect(options.url, { most: options.pool, patienceMs, keepsPlans });
    await takesItsRole(pool);
    return new KnexDatabase(pool, options);
  }
  const server = await startEmbedded({ directory: options.dataDir, image: options.image, stopping });
  try {
    const session = embeddedSession(server);
    tellNewer(await migrate(session, MIGRATIONS, stopping), options.logger);
    const pool = connect(session, { most: 1, patienceMs, keepsPlans, isEmbedded: true });
    // PGlite has neither autovacuum nor checkpoints of its own: without these its log grows without end.
    const jobs = [
      {
        what: 'maintenance of the embedded database',
        everySeconds: MAINTENANCE_SECONDS,
        run: () => maintain(pool, keepsPlans),
      },
      {
        what: 'a look at the embedded database’s log',
        everySeconds: LOG_SECONDS,
        run: () => limitLog(pool, keepsPlans),
      },
    ];
    const loops = jobs.map((job) => every(job, options.logger));
    return new KnexDatabase(pool, options, { loops, server });
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The login of `DATABASE_URL` may not take the role that the program works under. */
export class RoleNotGranted extends Error {
  constructor() {
    super(
      'The login of DATABASE_URL may not work as smartbis_app. As the owner of the tables: GRANT smartbis_app TO that login.',
    );
    this.name = 'RoleNotGranted';
  }
}

/** The login that migrates does not own the tables, or may not make the roles. */
export class MayNotMigrate extends Error {
  constructor(fault: string) {
    super(
      `The login that migrates may not (${fault}). It is MIGRATIONS_DATABASE_URL’s, or DATABASE_URL’s where that is not set: ` +
        'let it be the owner of the database and its tables, with CREATEROLE.',
    );
    this.name = 'MayNotMigrate';
  }
}

/** PostgreSQL's `insufficient_privilege`. */
const NOT_GRANTED = '42501';

/** The driver puts the statement, a migration's whole text, before the server's own words. */
function mayNot(error: unknown): never {
  const { code, message } = error as { code?: unknown; message: string };
  throw code === NOT_GRANTED ? new MayNotMigrate(message.split(' - ').at(-1) ?? message) : error;
}

/** Told of once, where it starts, and not by everything that is done from then on. */
async function takesItsRole(pool: Knex): Promise<void> {
  try {
    await pool.raw('SELECT 1');
  } catch (error) {
    await pool.destroy();
    throw (error as { code?: unknown }).code === NOT_GRANTED ? new RoleNotGranted() : error;
  }
}

/** A migration takes nothing away that the version before uses, so that one goes on. */
function tellNewer(migrations: readonly string[], logger: Logger): void {
  if (migrations.length > 0)
    logger.warn(
      { migrations },
      'the database is of a newer version than this process; bring this one up to it soon',
    );
}

/** What is asked of knex's own pool (tarn). */
interface Pool {
  max: number;
  numUsed(): number;
  numPendingAcquires(): number;
}

class KnexDatabase implements OpenDatabase {
  constructor(
    private readonly pool: Knex,
    private readonly options: DatabaseOptions,
    private readonly embedded: { loops: readonly Loop[]; server: EmbeddedServer } | null = null,
  ) {}

  asMerchant<T>(merchantId: number, body: (work: Work) => Promise<T>): Promise<T> {
    return this.within(merchantId, body, {});
  }

  snapshot<T>(merchantId: number, body: (work: Work) => Promise<T>): Promise<T> {
    return this.within(merchantId, body, { isolationLevel: 'repeatable read', readOnly: true });
  }

  private within<T>(
    merchantId: number,
    body: (work: Work) => Promise<T>,
    config: Knex.TransactionConfig,
  ): Promise<T> {
    return this.again(() => this.transaction(merchantId, body, config));
  }

  private async transaction<T>(
    merchantId: number,
    body: (work: Work) => Promise<T>,
    config: Knex.TransactionConfig,
  ): Promise<T> {
    const rings: [Bell, string, number?][] = [];
    const along: Promise<unknown>[] = [];
    const result = await this.pool.transaction(async (trx) => {
      const send = await sendingIn(trx);
      const sendAlong = (sql: string, bindings?: readonly Binding[]): void => {
        const sent = send(sql, bindings);
        // It is waited for at the end, and fails there.
        sent.catch(() => undefined);
        along.push(sent);
      };
      // A session runs its statements in their order, and the body's come after it.
      sendAlong("SELECT set_config('smartbis.merchant', ?, true)", [String(merchantId)]);
      const { clock, secrets } = this.options;
      return body({
        trx,
        merchantId,
        now: clock.now(),
        secrets,
        send,
        sendAlong,
        ring: (...ring) => void rings.push(ring),
      });
    }, config);
    // INVARIANT: the database rolls back a transaction of which a statement failed, whatever it is told.
    await Promise.all(along);
    for (const ring of rings) this.options.doorbell.ring(...ring);
    return result;
  }

  async call<Row>(sql: string, bindings: readonly unknown[] = []): Promise<Row[]> {
    const answer = await this.again(() => this.pool.raw<{ rows: Row[] }>(sql, bindings as Knex.RawBinding[]));
    return answer.rows;
  }

  /** Until no session is left that knew the tables as they were before a migration. */
  private async again<T>(body: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++)
      try {
        return await body();
      } catch (error) {
        if (!isOvertaken(error) || attempt === this.options.pool) throw error;
      }
  }

  sessions(): SessionLoad {
    const { pool } = this.pool.client as { pool: Pool };
    return { most: pool.max, inUse: pool.numUsed(), waiting: pool.numPendingAcquires() };
  }

  async close(): Promise<void> {
    await Promise.all(this.embedded?.loops.map((loop) => loop.stop()) ?? []);
    await this.pool.destroy();
    await this.embedded?.server.close();
  }
}
