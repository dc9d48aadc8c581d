import type { Work } from '../../db';
import { loadShop, tellOwners } from '../../loyalty';
import { query } from '../../db/rows';
import type { SmartPosFault } from '../smartpos/client';

const DAY_MS = 24 * 3_600_000;
/** How far back a shop's history is brought. */
const REACH_MS = 365 * DAY_MS;
/** Longer than a window may take: then another process goes on. */
const CLAIMED_MS = 5 * 60_000;
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 15 * 60_000;
const TELL_EVERY_MS = 60_000;

/** How far an import has come. */
export interface ImportState {
  from: number;
  until: number;
  /** Everything before it is in. */
  cursor: number;
  /** The owner asked for the sales to be judged. */
  judge: boolean;
  attempts: number;
}

/** Asks for what was sold before the connection was made; once a connection. */
export async function startImport(work: Work, connectionId: string, judge = false): Promise<void> {
  await query(
    work,
    `INSERT INTO history_imports (merchant_id, connection_id, from_at, until_at, cursor_at, judge, next_at, told_at)
     SELECT merchant_id, id, created_at - ?::interval, created_at, created_at - ?::interval, ?, ?, ? FROM connections
     WHERE merchant_id = current_merchant() AND id = ? ON CONFLICT DO NOTHING`,
    [
      `${REACH_MS} milliseconds`,
      `${REACH_MS} milliseconds`,
      judge,
      new Date(work.now),
      new Date(work.now),
      connectionId,
    ],
  );
}

/** Takes an import for this process; null where another has it, or it is finished. */
export async function claimImport(work: Work, id: string): Promise<ImportState | null> {
  const [row] = await query<ImportState>(
    work,
    `UPDATE history_imports SET next_at = ? WHERE merchant_id = current_merchant() AND connection_id = ? AND pull_is_due(next_at, ?)
     RETURNING from_at AS from, until_at AS until, cursor_at AS cursor, judge, attempts`,
    [new Date(work.now + CLAIMED_MS), id, new Date(work.now)],
  );
  return row ?? null;
}

/** A window is in, of which so many were sent to be judged. The owner is told how far it has come, now and then, and at the end. */
export async function advance(
  work: Work,
  id: string,
  { from, until }: ImportState,
  { cursor, sent }: { cursor: number; sent: number },
): Promise<void> {
  const isDone = cursor >= until;
  const [row] = await query<{ sales: number; told_at: number }>(
    work,
    `UPDATE history_imports SET cursor_at = ?, sales = sales + ?, attempts = 0, next_at = ?, finished_at = ?
     WHERE merchant_id = current_merchant() AND connection_id = ? RETURNING sales, told_at`,
    [
      new Date(cursor),
      sent,
      isDone ? null : new Date(work.now + CLAIMED_MS),
      isDone ? new Date(work.now) : null,
      id,
    ],
  );
  if (row === undefined || row.sales === 0 || (!isDone && work.now - row.told_at < TELL_EVERY_MS)) return;
  const percent = isDone ? 100 : Math.floor(((cursor - from) / (until - from)) * 100);
  await work
    .trx('history_imports')
    .where({ connection_id: id })
    .update({ told_at: new Date(work.now) });
  await tellOwners(work, {
    cause: `history:${id}:${percent}`,
    notice: { kind: 'history-progress', shop: (await loadShop(work)).name, percent, sales: row.sales },
  });
}

/** Everything is in, and what there is to judge was judged. */
export async function finishJudging(work: Work, id: string, sales: number): Promise<void> {
  await work.trx('history_imports').where({ connection_id: id }).update({ next_at: null });
  await tellOwners(work, {
    cause: `history-judged:${id}:${work.now}`,
    notice: { kind: 'history-judged', shop: (await loadShop(work)).name, sales },
  });
}

/** This process stops in the middle of judging: the next one need not wait. */
export async function resumeJudging(work: Work, id: string): Promise<void> {
  await work
    .trx('history_imports')
    .where({ connection_id: id })
    .update({ next_at: new Date(work.now) });
}

/** SmartPOS did not answer: later again, each time later. */
export async function postpone(
  work: Work,
  id: string,
  attempts: number,
  fault: SmartPosFault,
): Promise<void> {
  const backOff = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));
  const wait = Math.max(fault.retryAfterMs ?? 0, backOff);
  await work
    .trx('history_imports')
    .where({ connection_id: id })
    .update({ attempts: attempts + 1, next_at: new Date(work.now + wait) });
}

/** This process stops in the middle: the next one need not wait. */
export async function release(work: Work, id: string): Promise<void> {
  await work
    .trx('history_imports')
    .where({ connection_id: id })
    .whereNull('finished_at')
    .update({ next_at: new Date(work.now) });
}

/** New sales of a set, in its transaction. */
export const countImported = (work: Work, id: string, sales: number): Promise<unknown> =>
  query(
    work,
    'UPDATE history_imports SET sales = sales + ? WHERE merchant_id = current_merchant() AND connection_id = ?',
    [sales, id],
  );
