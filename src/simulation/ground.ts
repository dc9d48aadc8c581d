import type { DestinationStream } from 'pino';
import { ManualClock } from '../clock';
import { openDatabase, type Database } from '../db';
import type { Doorbell } from '../jobs/doorbell';
import { imageIfPossible } from './image';
import { Secrets } from '../secrets';
import { createLogger, type Logger } from '../telemetry';

/** What one world after another stands on: a database with room for a shop a seed. */
export interface Ground {
  db: Database;
  clock: ManualClock;
  secrets: Secrets;
  logger: Logger;
  /** What was logged as an error since it was last asked, but for the faults that the simulation makes itself. */
  errors(): string[];
  /** What committed transactions ring from now on. */
  ringing(doorbell: Doorbell): void;
  close(): Promise<void>;
}

/** `url`: of an empty database that nobody else uses; null is an embedded one in memory. */
export async function openGround(url: string | null): Promise<Ground> {
  const image = url === null ? await imageIfPossible() : undefined;
  const clock = new ManualClock(0);
  const secrets = new Secrets(Buffer.alloc(32, 7));
  const logged: string[] = [];
  const logger = createLogger('error', collecting(logged));
  let present: Doorbell | null = null;
  const doorbell: Doorbell = {
    ring: (...ring) => present?.ring(...ring),
    ringHere: (...ring) => present?.ringHere(...ring),
    answer: () => undefined,
    close: () => Promise.resolve(),
  };
  const db = await openDatabase({
    url,
    migrationsUrl: null,
    pool: 2,
    keepsPlans: true,
    dataDir: undefined,
    ...(image !== undefined && { image }),
    clock,
    secrets,
    doorbell,
    logger,
  });
  return {
    db,
    clock,
    secrets,
    logger,
    errors: () => logged.splice(0),
    ringing: (bell) => {
      present = bell;
    },
    close: () => db.close(),
  };
}

/** What the faults that a simulation makes look like where they end. */
const EXPECTED: ReadonlySet<string> = new Set(['MadeFault', 'SmartPosFault']);

const collecting = (into: string[]): DestinationStream => ({
  write: (line) => {
    const { err } = JSON.parse(line) as { err?: { type?: string } };
    if (!EXPECTED.has(err?.type ?? '')) into.push(line.trim());
  },
});
