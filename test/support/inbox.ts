import type { Logger } from 'pino';
import type { Database } from '../../src/db';
import { FULL_PACE, readTurn, type ReadingPace } from '../../src/sync/inbox';
import { moment } from './until';

export { FULL_PACE };

/** Reads a shop's inbox until nothing is due, as a worker does that has nothing else to do. */
export async function readInbox(
  db: Database,
  merchantId: number,
  logger: Logger,
  pace: ReadingPace,
): Promise<void> {
  for (;;) {
    const left = await readTurn(db, merchantId, logger, pace);
    if (left === 'nothing') return;
    if (left === 'later') await moment(10);
  }
}
