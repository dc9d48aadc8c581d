import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Work } from '../db';
import { programFault, tryLockSalesOfShop } from '../loyalty';
import { onlyLookUps } from '../db/planning';
import { LATER_MS, type Left } from '../jobs/answering';
import { logTraces, traceId, type Logger } from '../telemetry';
import { postponeFirst, takeDue, type DueEvent } from './due-events';
import { tellSubjects } from './report-subjects';
import { SetSize } from './set-size';
import { readSet, type SetRead } from './sets';

export interface ReadingPace {
  /** Events a transaction. */
  largestSet: number;
  /** What is waited for before each set. */
  beforeSet: () => Promise<void>;
  /** After it no set is begun. */
  stopping?: AbortSignal | undefined;
}

/** As fast as it goes. */
export const FULL_PACE: ReadingPace = { largestSet: 2_000, beforeSet: () => Promise.resolve() };

/**
 * The single door for a sale, whichever way it came: reads what is due of a shop in the order of arrival, a set in a
 * transaction. One set is a turn, after which other shops have theirs: one that has a backlog must not keep them waiting. A set
 * that fails is read again by halves within the turn, so that a bad row stands alone. Where another process is at its sales,
 * what came since is nobody's until it is looked at later.
 */
export async function readTurn(
  db: Database,
  merchantId: number,
  logger: Logger,
  { largestSet, beforeSet, stopping }: ReadingPace,
): Promise<Left> {
  const size = new SetSize(largestSet);
  for (;;) {
    await beforeSet();
    if (stopping?.aborted === true) return 'nothing';
    let taken: number | null = 0;
    try {
      const read = await db.asMerchant(merchantId, async (work) => {
        const events = await takeSet(work, size.next);
        taken = events === null ? null : events.length;
        return events === null || events.length === 0 ? NOTHING : readSet(work, events);
      });
      note(logger, merchantId, read);
      if (taken === null && !size.isSeeking) return 'later';
      if (taken === null) {
        // Whoever comes to it now would begin the search anew.
        await sleep(LATER_MS);
        continue;
      }
      if (taken < size.next) return 'nothing';
      size.read();
      if (!size.isSeeking) return 'more';
    } catch (error) {
      // What fails for the shop itself, or for want of a database, is no event's fault: the sweeper comes back to it.
      const fault = await db.asMerchant(merchantId, programFault);
      if (fault !== null) throw fault;
      size.failed(taken ?? 0);
      if (size.foundAlone()) {
        logger.error({ merchantId, err: error }, 'an event failed');
        await db.asMerchant(merchantId, postponeFirst);
        return 'more';
      }
      logger.warn({ merchantId, err: error }, 'a set of events failed; reading it by halves');
    }
  }
}

const NOTHING: SetRead = { sales: [], kept: [] };

function note(logger: Logger, merchantId: number, { sales, kept }: SetRead): void {
  logTraces(
    logger,
    sales.map(({ externalId }) => externalId),
    { merchantId },
    'sales judged',
  );
  for (const { event, reason, field } of kept)
    logger.info(
      { merchantId, event: traceId(event.deliveryId), reason, field },
      'an event is kept for a person',
    );
}

/**
 * One set of a shop at a time, in the order of arrival: the lock is taken before the rows are chosen, and without it none is.
 * Null: another has it.
 */
async function takeSet(work: Work, size: number): Promise<DueEvent[] | null> {
  tellSubjects(work);
  const [, isOurs, events] = await Promise.all([
    onlyLookUps(work),
    tryLockSalesOfShop(work),
    takeDue(work, size),
  ]);
  return isOurs ? events : null;
}
