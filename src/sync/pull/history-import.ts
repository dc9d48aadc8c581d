import type { Clock } from '../../clock';
import type { Database } from '../../db';
import { Answering } from '../../jobs/answering';
import { judgeHistory } from '../../loyalty';
import type { Logger } from '../../telemetry';
import { openConnection } from '../connections';
import type { Intake } from '../intake';
import { keyOf, partsOf } from './connection-key';
import { SmartPos, SmartPosFault, type Way } from '../smartpos/client';
import { takeInHistory } from './history-intake';
import { advance, claimImport, finishJudging, postpone, release, resumeJudging } from './history-rows';

const IMPORTS_AT_ONCE = 3;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** SmartPOS answers for no longer window. */
const LONGEST_WINDOW_MS = 120 * DAY_MS;
const FIRST_WINDOW_MS = 4 * DAY_MS;
/** Answers of about this many sales: memory stays flat however many there are. */
const FEW_SALES = 1_000;
const MANY_SALES = 8_000;

export interface ImportOptions {
  db: Database;
  intake: Intake;
  clock: Clock;
  logger: Logger;
  /** To SmartPOS; without it, the internet. */
  way?: Way;
}

/**
 * Goes on with every import whose turn it is, window by window; a restart goes on where the last window ended. A few at a time,
 * so that a long one holds up no other, and memory stays flat.
 */
export class Importer {
  private readonly imports: Answering;

  constructor(private readonly options: ImportOptions) {
    this.imports = new Answering(
      IMPORTS_AT_ONCE,
      (key, stopping) => importOne(options, ...partsOf(key), stopping),
      (key, error) => {
        const [merchantId, connection] = partsOf(key);
        options.logger.error({ merchantId, connection, err: error }, 'the import of a history failed');
      },
    );
  }

  /** Starts on the imports whose turn it is. */
  async importDue(): Promise<void> {
    const { db, clock } = this.options;
    const due = await db.call<{ merchant_id: number; connection_id: string }>(
      'SELECT * FROM imports_due(?)',
      [new Date(clock.now())],
    );
    for (const { merchant_id: merchantId, connection_id: id } of due)
      this.imports.ring(keyOf(merchantId, id));
  }

  /** Resolves when nothing is being imported. */
  idle(): Promise<void> {
    return this.imports.idle();
  }

  /** Starts on no more, and waits for the windows under way. */
  close(): Promise<void> {
    return this.imports.close();
  }
}

async function importOne(
  options: ImportOptions,
  merchantId: number,
  id: string,
  stopping?: AbortSignal,
): Promise<void> {
  const { db } = options;
  const claimed = await db.asMerchant(merchantId, async (work) => {
    const state = await claimImport(work, id);
    const connection = state === null ? null : await openConnection(work, id);
    return state === null || connection === null ? null : { state, connection };
  });
  if (claimed === null) return;
  const { state, connection } = claimed;
  // What is finished comes up again only where its judging was asked for.
  if (state.cursor >= state.until) return judgeAll(db, merchantId, id, stopping);
  const api = new SmartPos(connection, undefined, options.way);
  let length = FIRST_WINDOW_MS;
  let { cursor } = state;
  while (cursor < state.until) {
    if (stopping?.aborted === true) break;
    const end = Math.min(state.until, cursor + length);
    let entries: unknown[];
    try {
      entries = await api.sales(cursor, end);
    } catch (error) {
      if (!(error instanceof SmartPosFault)) throw error;
      if (error.kind === 'too-large' && length > HOUR_MS) {
        length = Math.max(HOUR_MS, length / 4);
        continue;
      }
      return db.asMerchant(merchantId, (work) => postpone(work, id, state.attempts, error));
    }
    const sent = await takeInHistory(options, merchantId, connection, entries, {
      judge: state.judge,
      connectedAt: state.until,
    });
    await db.asMerchant(merchantId, (work) => advance(work, id, state, { cursor: end, sent }));
    cursor = end;
    if (entries.length < FEW_SALES) length = Math.min(LONGEST_WINDOW_MS, length * 2);
    if (entries.length > MANY_SALES) length = Math.max(HOUR_MS, length / 2);
  }
  await db.asMerchant(merchantId, (work) => release(work, id));
}

/** Set by set; where it is stopped, the next claim goes on. */
async function judgeAll(
  db: Database,
  merchantId: number,
  id: string,
  stopping: AbortSignal | undefined,
): Promise<void> {
  let sales = 0;
  for (;;) {
    if (stopping?.aborted === true) return db.asMerchant(merchantId, (work) => resumeJudging(work, id));
    const judged = await db.asMerchant(merchantId, judgeHistory);
    if (judged === 0) return db.asMerchant(merchantId, (work) => finishJudging(work, id, sales));
    sales += judged;
  }
}
