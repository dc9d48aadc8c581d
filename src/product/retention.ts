import type { Work } from '../db';
import { visitShops, type Round } from '../db/rounds';
import { allShops } from '../loyalty';
import { query } from '../db/rows';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What came of age since the last look waits until it is of so long a span. */
const SPAN_MS = 6 * HOUR_MS;
/** Rows that one transaction forgets. */
const PORTION = 1_000;
/** Of one matter of one shop, until the next look: a long past is forgotten bit by bit. */
const PORTIONS = 50;

export interface Kept {
  what: string;
  days: number;
  table: string;
  /** The column that tells its age. */
  age: string;
  /** Which rows still have something to forget, and can. */
  where?: string;
  /** What is put in its place; without it the row is deleted. */
  set?: string;
}

/** What a person still has to look at waits for them. */
const LOOKED_AT = `NOT EXISTS (SELECT FROM inbox_due d WHERE d.merchant_id = t.merchant_id AND d.delivery_id = t.delivery_id)
  AND NOT EXISTS (SELECT FROM kept_events k WHERE k.merchant_id = t.merchant_id AND k.delivery_id = t.delivery_id
                  AND k.body_hash = t.body_hash AND k.resolved_at IS NULL)`;

/**
 * What is kept for how many days. Not here, since they are kept as long as the shop is: sales, books, vouchers, program
 * versions, consents and the history. What a person asks to have erased goes at once (`apagar meus dados`).
 */
export const RETENTION: readonly Kept[] = [
  {
    what: 'reports as they came',
    days: 180,
    table: 'inbox_events',
    age: 'received_at',
    where: `body <> '{}' AND ${LOOKED_AT}`,
    set: `body = '{}'`,
  },
  {
    what: 'reports that nobody looked at',
    days: 400,
    table: 'inbox_events',
    age: 'received_at',
    where: `body <> '{}'`,
    set: `body = '{}'`,
  },
  { what: 'what reports are about', days: 180, table: 'report_subjects', age: 'noted_at', where: LOOKED_AT },
  {
    what: 'what reports that nobody looked at are about',
    days: 400,
    table: 'report_subjects',
    age: 'noted_at',
  },
  { what: 'what pulls told again', days: 30, table: 'pulled_again', age: 'told_at' },
  {
    what: 'what people wrote',
    days: 180,
    table: 'inbound_messages',
    age: 'due_at',
    where: `handled_at IS NOT NULL AND (body <> '' OR name <> '')`,
    // The row stays: by its id a message that comes again is known.
    set: `body = '', name = ''`,
  },
  {
    what: 'what was written to them',
    days: 180,
    table: 'outbox',
    age: 'created_at',
    where: 'settled_at IS NOT NULL AND num_nonnulls(body, params, card, document, choices) > 0',
    // The row stays: by its id nothing is said twice.
    set: 'body = NULL, params = NULL, card = NULL, document = NULL, choices = NULL',
  },
  {
    what: 'pictures that wait for an answer',
    days: 7,
    table: 'inbound_media',
    age: '(SELECT i.due_at FROM inbound_messages i WHERE i.merchant_id = t.merchant_id AND i.id = t.message_id)',
  },
  { what: 'what was not understood', days: 90, table: 'not_understood', age: 'last_at' },
  { what: 'identities that nobody proved', days: 90, table: 'declared_identities', age: 'declared_at' },
  { what: 'links that ran out', days: 30, table: 'one_time_links', age: 'expires_at' },
  { what: 'what tills asked', days: 30, table: 'till_requests', age: 'created_at' },
  { what: 'wrong codes', days: 30, table: 'voucher_misses', age: 'at' },
  {
    what: 'callbacks that cannot be read',
    days: 30,
    table: 'cloud_api_events',
    age: 'received_at',
    where: 'failure IS NOT NULL',
  },
];

/** Forgets of every shop what has come of age, in small portions. */
export async function forgetOld(round: Round): Promise<void> {
  const { db } = round;
  await visitShops(round, await allShops(db), 'what is old was not forgotten', async (id) => {
    for (const aged of await db.asMerchant(id, cameOfAge)) await forgetAll(round, id, aged);
  });
}

/** Of a matter, what is from the one moment on and older than the other. */
interface Aged {
  kept: Kept;
  from: number;
  until: number;
}

async function cameOfAge(work: Work): Promise<Aged[]> {
  const rows = await query<{ what: string | null; until: number | null; at: number }>(
    work,
    `SELECT f.what, f.until, m.created_at AS at FROM merchants m LEFT JOIN forgotten f ON f.merchant_id = m.merchant_id
     WHERE m.merchant_id = current_merchant()`,
  );
  const reached = new Map(rows.map(({ what, until }) => [what, until]));
  // Nothing that is kept here is older than the shop, but for clocks that differ.
  const first = (rows[0]?.at ?? work.now) - DAY_MS;
  return RETENTION.map((kept) => ({
    kept,
    from: reached.get(kept.what) ?? first,
    until: work.now - kept.days * DAY_MS,
  })).filter(({ from, until }) => until - from >= SPAN_MS);
}

async function forgetAll({ db, stopping }: Round, merchantId: number, aged: Aged): Promise<void> {
  for (let portion = 0; portion < PORTIONS; portion++)
    if (stopping?.aborted === true || (await db.asMerchant(merchantId, (work) => forgetPortion(work, aged))))
      return;
}

/** True where nothing of it is left, which is noted then. */
async function forgetPortion(work: Work, { kept, from, until }: Aged): Promise<boolean> {
  const { table, age, where = 'true', set } = kept;
  const own = 't.merchant_id = current_merchant()';
  const rows = await query(
    work,
    `${set === undefined ? `DELETE FROM ${table} o` : `UPDATE ${table} o SET ${set}`}
     WHERE o.merchant_id = current_merchant() AND o.ctid = ANY (ARRAY(
       SELECT t.ctid FROM ${table} t WHERE ${own} AND ${age} >= ? AND ${age} < ? AND ${where} LIMIT ${PORTION}))
     RETURNING true`,
    [new Date(from), new Date(until)],
  );
  if (rows.length === PORTION) return false;
  await query(
    work,
    `INSERT INTO forgotten (merchant_id, what, until) VALUES (current_merchant(), ?, ?)
     ON CONFLICT (merchant_id, what) DO UPDATE SET until = excluded.until`,
    [kept.what, new Date(until)],
  );
  return true;
}
