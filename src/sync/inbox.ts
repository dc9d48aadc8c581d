import type { Database, Work } from '../db';
import {
  applySales,
  checkProgram,
  noteArrivals,
  type Arrival,
  type ReportOutcome,
  type Sale,
} from '../loyalty';
import { insertRows, query } from '../rows';
import type { Logger } from '../telemetry';
import { parseSale, type Fault, type ParseOptions } from './smartpos/parse-sale';

const ATTEMPTS = 8;
const FIRST_RETRY_MS = 1_000;
/** A sale dated further ahead than clocks differ. */
const FUTURE_MS = 24 * 3_600_000;

interface DueEvent {
  seq: number;
  deliveryId: string;
  bodyHash: Buffer;
  connectionId: string;
  source: 'webhook' | 'pull';
  body: string;
  receivedAt: number;
  /** The same delivery id came before with another body. */
  conflicting?: boolean;
  attempts: number;
}

export interface ReadingPace {
  /** Events a transaction. */
  largestSet: number;
  /** What is waited for before each set. */
  beforeSet: () => Promise<void>;
}

/** As fast as it goes. */
export const FULL_PACE: ReadingPace = { largestSet: 1_000, beforeSet: () => Promise.resolve() };

interface Kept {
  event: DueEvent;
  reason: string;
  field: string | null;
}

/**
 * The single door for a sale, whichever way it came: reads what is due of a shop in the order of arrival, a set a
 * transaction, until nothing is. A set that fails is read again one by one, so that a bad row stands alone.
 */
export async function readInbox(
  db: Database,
  merchantId: number,
  logger: Logger,
  { largestSet, beforeSet }: ReadingPace,
): Promise<void> {
  let single = 0;
  for (;;) {
    const size = single > 0 ? 1 : largestSet;
    await beforeSet();
    try {
      const read = await db.asMerchant(merchantId, (work) => readSet(work, size));
      if (read < size) return;
      single = Math.max(0, single - 1);
    } catch (error) {
      if (size > 1) {
        logger.warn({ merchantId, err: error }, 'a set of events failed; reading them one by one');
        single = largestSet;
      } else {
        logger.error({ merchantId, err: error }, 'an event failed');
        // What fails for the shop itself is no event's fault: the sweeper comes back to it.
        await db.asMerchant(merchantId, checkProgram);
        await db.asMerchant(merchantId, postponeFirst);
      }
    }
  }
}

/** One set of a shop at a time, in the order of arrival: the lock is taken before the rows are chosen. */
async function readSet(work: Work, size: number): Promise<number> {
  await onlyLookUps(work);
  await work.trx.raw('SELECT pg_advisory_xact_lock(?, 0)', [work.merchantId]);
  const events = await dueEvents(work, size, TAKEN);
  if (events.length === 0) return 0;
  const options = await parseOptions(work);
  const kept: Kept[] = [];
  const sales: Sale[] = [];
  const sources: DueEvent[] = [];
  for (const event of events) {
    const read = readEvent(event, options.get(event.connectionId) ?? { totalIs: 'after-discount' }, work.now);
    if (read === 'nothing') continue;
    if ('reason' in read) kept.push({ event, reason: read.reason, field: read.field });
    else {
      sales.push(read.sale);
      sources.push(event);
    }
  }
  const outcomes = sales.length === 0 ? [] : await applySales(work, sales);
  outcomes.forEach((outcome: ReportOutcome, i) => {
    const event = sources[i];
    if (outcome === 'conflict' && event !== undefined)
      kept.push({ event, reason: 'contradicts-known-sale', field: null });
  });
  await keep(work, kept);
  await noteArrivals(work, arrivalsOf(sources, sales, kept));
  return events.length;
}

/** What a test of the shop's would be told: the sales, and the fields that kept others from being read. */
function arrivalsOf(sources: readonly DueEvent[], sales: readonly Sale[], kept: readonly Kept[]): Arrival[] {
  const read = sources.map(({ source, receivedAt }, i) => ({
    way: source,
    receivedAt,
    saleId: sales[i]?.externalId ?? '',
  }));
  const unread = kept.flatMap(({ event, field }) =>
    field === null ? [] : [{ way: event.source, receivedAt: event.receivedAt, field }],
  );
  return [...read, ...unread];
}

/**
 * A set reads rows by their keys and nothing else. Without statistics (a young table, the embedded database) the planner
 * would rather read the whole backlog and sort it, for every set anew.
 */
async function onlyLookUps(work: Work): Promise<void> {
  const ways = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin'];
  await query(work, `SELECT ${ways.map((way) => `set_config('enable_${way}', 'off', true)`).join(', ')}`);
}

type EventRead = 'nothing' | { sale: Sale } | { reason: string; field: string | null };

function readEvent(event: DueEvent, options: ParseOptions, now: number): EventRead {
  if (event.conflicting === true) return { reason: 'same-id-other-body', field: null };
  const raw = JSON.parse(event.body) as unknown;
  const { type, data } =
    event.source === 'pull' ? { type: 'sale.updated', data: raw } : (raw as { type: string; data: object });
  if (!type.startsWith('sale.'))
    return type === 'customer.updated' || type === 'terminal.updated'
      ? 'nothing'
      : { reason: 'unknown-type', field: 'type' };
  const parsed = parseSale(data, options);
  if (!parsed.ok) return kept(parsed.fault);
  if (parsed.sale.occurredAt > now + FUTURE_MS) return { reason: 'in-the-future', field: 'creationDate' };
  // Of these all came back, whatever the amounts in the event say.
  if (type === 'sale.cancelled' || type === 'sale.charged_back')
    parsed.sale.refundedCents = parsed.sale.totalCents;
  return { sale: parsed.sale };
}

const kept = (fault: Fault): EventRead => ({ reason: fault.reason, field: fault.field });

const FIRST_DUE =
  'SELECT * FROM inbox_due WHERE merchant_id = current_merchant() AND due_at <= ? ORDER BY seq LIMIT ?';
/** Found and taken out in one pass: a transaction that fails leaves them where they were. */
const TAKEN = `DELETE FROM inbox_due d USING (${FIRST_DUE}) AS f WHERE d.merchant_id = f.merchant_id AND d.seq = f.seq RETURNING d.*`;

async function dueEvents(work: Work, size: number, due = FIRST_DUE): Promise<DueEvent[]> {
  // By the delivery's id alone, so that another body under the same id comes along.
  const rows = await query<DueEvent & { own: boolean }>(
    work,
    `WITH d AS (${due})
     SELECT d.seq, d.attempts, e.delivery_id AS "deliveryId", e.body_hash AS "bodyHash", e.connection_id AS "connectionId",
       e.source, e.body, e.received_at AS "receivedAt", e.body_hash = d.body_hash AS own
     FROM d JOIN inbox_events e ON e.merchant_id = d.merchant_id AND e.delivery_id = d.delivery_id
     ORDER BY d.seq`,
    [new Date(work.now), size],
  );
  const events = rows.filter((row) => row.own);
  if (events.length < rows.length) markConflicts(events, rows);
  return events;
}

/** The first body under a delivery's id is the delivery; those that arrived after it are conflicts. */
function markConflicts(events: readonly DueEvent[], rows: readonly (DueEvent & { own: boolean })[]): void {
  const seqOf = new Map(
    events.map((event) => [`${event.deliveryId} ${event.bodyHash.toString('hex')}`, event.seq]),
  );
  for (const event of events)
    event.conflicting =
      event.source === 'webhook' &&
      rows.some((other) => {
        if (other.own || other.seq !== event.seq || other.receivedAt > event.receivedAt) return false;
        // Of one moment: what is not due any more was read before.
        const otherSeq = seqOf.get(`${other.deliveryId} ${other.bodyHash.toString('hex')}`);
        return other.receivedAt < event.receivedAt || otherSeq === undefined || otherSeq < event.seq;
      });
}

async function parseOptions(work: Work): Promise<Map<string, ParseOptions>> {
  const rows = await query<{ id: string; totalIs: ParseOptions['totalIs'] }>(
    work,
    'SELECT id, total_is AS "totalIs" FROM connections WHERE merchant_id = current_merchant()',
  );
  return new Map(rows.map(({ id, totalIs }) => [id, { totalIs }]));
}

/** What cannot be read is kept whole, with the reason, for a person. */
async function keep(work: Work, rows: readonly Kept[]): Promise<void> {
  await insertRows(
    work,
    'kept_events',
    { delivery_id: 'text', body_hash: 'bytea', reason: 'text', field: 'text', kept_at: 'timestamptz' },
    rows.map(({ event, reason, field }) => ({
      delivery_id: event.deliveryId,
      body_hash: event.bodyHash,
      reason,
      field,
      kept_at: work.now,
    })),
  );
}

/** The first due event failed on its own: later again, and after the last attempt for a person. */
async function postponeFirst(work: Work): Promise<void> {
  await work.trx.raw('SELECT pg_advisory_xact_lock(?, 0)', [work.merchantId]);
  const [event] = await dueEvents(work, 1);
  if (event === undefined) return;
  if (event.attempts + 1 >= ATTEMPTS) {
    await keep(work, [{ event, reason: 'cannot-be-processed', field: null }]);
    await work.trx('inbox_due').where({ seq: event.seq }).delete();
    return;
  }
  await work
    .trx('inbox_due')
    .where({ seq: event.seq })
    .update({
      attempts: event.attempts + 1,
      due_at: new Date(work.now + FIRST_RETRY_MS * 2 ** event.attempts),
    });
}
