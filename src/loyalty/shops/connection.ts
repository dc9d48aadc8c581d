import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import { record } from '../history/record';
import type { StaffMember } from './team';

/** The shop's connection to SmartPOS, as its own people see it. */
export interface ShopConnection {
  id: string;
  /** As SmartPOS calls the account; null where it does not say. */
  company: string | null;
  connectedAt: Instant;
  /** Up to when its sales were pulled. */
  pulledUntil: Instant | null;
  /** Why the last pull failed. */
  failure: string | null;
  /** How far the sales of before the connection have come; null where none are asked for. */
  history: { percent: number; sales: number } | null;
}

interface Row {
  id: string;
  company: string | null;
  created_at: Instant;
  polled_until: Instant | null;
  poll_failure: string | null;
  percent: number | null;
  sales: number | null;
}

/** Null where nothing is connected. */
export async function connectionOf(work: Work): Promise<ShopConnection | null> {
  const [row] = await query<Row>(
    work,
    `SELECT c.id, c.company, c.created_at, c.polled_until, c.poll_failure, h.sales,
       floor(100 * extract(epoch FROM h.cursor_at - h.from_at) / extract(epoch FROM h.until_at - h.from_at))::integer AS percent
     FROM connections c
     LEFT JOIN history_imports h ON h.merchant_id = c.merchant_id AND h.connection_id = c.id
     WHERE c.merchant_id = current_merchant() AND c.ended_at IS NULL LIMIT 1`,
  );
  if (row === undefined) return null;
  const { id, company, created_at: connectedAt, polled_until: pulledUntil, poll_failure: failure } = row;
  const { percent, sales } = row;
  const history = percent === null || sales === null ? null : { percent, sales };
  return { id, company, connectedAt, pulledUntil, failure, history };
}

/**
 * Up to when SmartPOS has told what was sold; null where it is not asked, or was never connected: its events, or nothing but
 * the staff, tell of sales then.
 */
export async function heardFromSmartPos(work: Work): Promise<Instant | null> {
  const [last] = await query<{
    endedAt: Instant | null;
    failure: string | null;
    polledUntil: Instant | null;
  }>(
    work,
    `SELECT ended_at AS "endedAt", poll_failure AS failure, polled_until AS "polledUntil" FROM connections
     WHERE merchant_id = current_merchant() ORDER BY ended_at DESC NULLS FIRST, created_at DESC LIMIT 1`,
  );
  if (last === undefined) return null;
  const { endedAt, failure, polledUntil } = last;
  return endedAt !== null || failure !== null ? (polledUntil ?? 0) : polledUntil;
}

const DAY_MS = 86_400_000;

/** Whether what was sold of late is known: SmartPOS has told it, or some sale came another way. */
export async function hearsOfSales(work: Work): Promise<boolean> {
  const heardUntil = await heardFromSmartPos(work);
  const since = work.now - DAY_MS;
  if (heardUntil === null || heardUntil > since) return true;
  const sold = await query(
    work,
    'SELECT FROM sales WHERE merchant_id = current_merchant() AND occurred_at > ? LIMIT 1',
    [new Date(since)],
  );
  return sold.length > 0;
}

/** Ends the connection; the sales that came and all that was earned stay, and its address can be taken up again. */
export async function disconnect(work: Work, by: StaffMember): Promise<ShopConnection | null> {
  const connection = await connectionOf(work);
  if (connection === null) return null;
  await work
    .trx('connections')
    .where({ id: connection.id })
    .update({ ended_at: new Date(work.now) });
  await record(work, by, 'disconnect-smartpos', { connection: connection.id });
  return connection;
}

/** The sales of before that connection are due to be judged. False where they are not all in. */
export async function letHistoryBeJudged(work: Work, connectionId: string): Promise<boolean> {
  const asked = await work
    .trx('history_imports')
    .where({ connection_id: connectionId })
    .whereNotNull('finished_at')
    .update({ next_at: new Date(work.now) });
  return asked > 0;
}

/** Has the sales of before the connection judged, once all of them are in: the pull takes it up. False where they are not. */
export async function askToJudgeHistory(work: Work, by: StaffMember): Promise<boolean> {
  const connection = await connectionOf(work);
  if (connection === null) return false;
  if (!(await letHistoryBeJudged(work, connection.id))) return false;
  await record(work, by, 'judge-history', { connection: connection.id });
  return true;
}
