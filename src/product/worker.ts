import { reportTests } from '../bot/reports/test-reports';
import { takeTurn } from '../bot/conversation';
import type { Understanding } from '../bot/understand';
import type { Clock } from '../clock';
import type { Config } from '../config';
import type { Database } from '../db';
import type { Doorbell } from '../jobs/doorbell';
import type { Job } from '../jobs/every';
import { sweep } from './sweeper';
import { lookAtMachines, noteExpiries, type InsightThread } from '../loyalty';
import { resultJobs } from './results';
import { forgetOld } from './retention';
import { FULL_PACE, readTurn } from '../sync/inbox';
import type { Logger } from '../telemetry';

/** What the worker stands on. */
export interface WorkerGround {
  config: Pick<Config, 'databaseUrl' | 'databasePool' | 'openShops' | 'sweepSeconds' | 'mail'>;
  db: Database;
  clock: Clock;
  logger: Logger;
  doorbell: Doorbell;
  /** Waited for before each set: those who wait for an answer go first. */
  giveWay: () => Promise<void>;
  understanding: Understanding;
}

/** Judges what came, and answers what was said, whenever it rings. */
export function answerBells(ground: WorkerGround): void {
  const { config, db, logger, doorbell, giveWay, understanding } = ground;
  const concurrency = config.databaseUrl === null ? 1 : Math.max(1, config.databasePool - 2);
  // A set holds up everyone on the embedded database.
  const largestSet = config.databaseUrl === null ? 100 : FULL_PACE.largestSet;
  doorbell.answer('sales', Math.min(4, concurrency), (key, stopping) =>
    readTurn(db, Number(key), logger, { largestSet, beforeSet: giveWay, stopping }),
  );
  doorbell.answer('turns', concurrency, (key) => {
    const separator = key.indexOf(':');
    const hearing = { understanding, strangersMayOpen: config.openShops, hasMail: config.mail !== null };
    return takeTurn(db, Number(key.slice(0, separator)), key.slice(separator + 1), { ...hearing, logger });
  });
}

/** What the worker looks after by itself, beside what it pulls of SmartPOS (`sync/pull`). */
export function workerJobs(ground: WorkerGround, thread: InsightThread): Job[] {
  const { config, db, clock, logger, doorbell } = ground;
  return [
    { what: 'a sweep', everySeconds: config.sweepSeconds, run: () => sweep(db, clock, doorbell) },
    { what: 'reporting on tests', everySeconds: 1, run: (stopping) => reportTests({ ...ground, stopping }) },
    {
      what: 'looking at the machines',
      everySeconds: 60,
      run: (stopping) => lookAtMachines({ ...ground, stopping }, clock.now()),
    },
    ...resultJobs({ db, clock, logger, thread }),
    {
      what: 'noting expiries',
      everySeconds: 60,
      run: (stopping) => noteExpiries({ ...ground, stopping }, clock.now()),
    },
    {
      what: 'forgetting what is old',
      everySeconds: 600,
      run: (stopping) => forgetOld({ ...ground, stopping }),
    },
  ];
}
