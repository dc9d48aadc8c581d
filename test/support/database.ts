import { pino, type Logger } from 'pino';
import { ManualClock, systemClock } from '../../src/clock';
import { openDatabase, type Database, type Work } from '../../src/db';
import type { Bell, Doorbell } from '../../src/jobs/doorbell';
import { Secrets } from '../../src/secrets';
import { migratedImage } from '../../src/simulation/image';
import { createDatabase, migratedTemplate } from './postgres';

/** Monday, 23 November 2026, 14:00 in São Paulo. */
export const START = Date.parse('2026-11-23T17:00:00Z');

/** Rings are counted, and nobody comes: tests take the next step themselves. */
export class SilentDoorbell implements Doorbell {
  readonly rings: [Bell, string][] = [];

  ring(bell: Bell, key: string): void {
    this.rings.push([bell, key]);
  }

  ringHere(): void {
    // Nobody answers.
  }

  answer(): void {
    // Nobody answers.
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

export interface TestDatabase {
  db: Database;
  clock: ManualClock;
  secrets: Secrets;
  doorbell: SilentDoorbell;
  logger: Logger;
  /** Null on the embedded database. */
  url: string | null;
  close(): Promise<void>;
}

/** What processes of the product work on as well, in real time; migrated, where it was not. What rings here is heard by nobody. */
export const openBeside = (url: string, secrets: Secrets, pool = 2): ReturnType<typeof openDatabase> =>
  openDatabase({
    logger: pino({ level: 'silent' }),
    url,
    migrationsUrl: null,
    pool,
    dataDir: undefined,
    clock: systemClock,
    secrets,
    doorbell: new SilentDoorbell(),
  });

/** A new, migrated database: embedded, or with TEST_DATABASE_URL on that PostgreSQL; or one that is there, at `at`. */
export async function openTestDatabase(pool = 10, at?: string): Promise<TestDatabase> {
  const clock = new ManualClock(START);
  const secrets = new Secrets(Buffer.alloc(32, 7));
  const doorbell = new SilentDoorbell();
  const server = process.env['TEST_DATABASE_URL'];
  const own =
    server === undefined || at !== undefined ? null : await createDatabase(server, migratedTemplate());
  const url = at ?? own?.url ?? null;
  const logger = pino({ level: 'silent' });
  const db = await openDatabase({
    logger,
    url,
    migrationsUrl: null,
    pool,
    // A race of hundreds queues for its few sessions, on a machine of any speed.
    patienceMs: 300_000,
    dataDir: undefined,
    ...(url === null ? { image: migratedImage() } : {}),
    clock,
    secrets,
    doorbell,
  });
  return {
    db,
    clock,
    secrets,
    doorbell,
    logger,
    url,
    close: async () => {
      await db.close();
      await own?.drop();
    },
  };
}

/** One for all tests of a suite: opened before the first of them, closed after the last. */
export function suiteDatabase(pool?: number): TestDatabase {
  const suite = {} as TestDatabase;
  beforeAll(async () => {
    Object.assign(suite, await openTestDatabase(pool));
  });
  afterAll(() => suite.close());
  return suite;
}

/** The database as seen by whom `through` stands before: it gets each transaction's work and gives what is worked with. */
export const databaseThrough = (db: Database, through: (work: Work) => Work): Database => ({
  call: (...given) => db.call(...given),
  snapshot: (id, body) => db.snapshot(id, (work) => body(through(work))),
  asMerchant: (id, body) => db.asMerchant(id, (work) => body(through(work))),
  close: () => Promise.resolve(),
});
