import type { Work } from '../db';
import { HAS_SALES_LOCK, lockSalesOfShop, tellOfKept } from '../loyalty';
import { arrayLiteral, insertRows, query, THIS_SHOP } from '../db/rows';
import { gistOf } from './smartpos/gist';

const ATTEMPTS = 8;
const FIRST_RETRY_MS = 1_000;

/** What came and is still to be read. */
export interface DueEvent {
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
  /** A person said that it is to be taken as it is. */
  approved: boolean;
}

export interface Kept<Event = DueEvent> {
  event: Event;
  reason: string;
  field: string | null;
  /** What a person decides once, however many events tell of it, and the sale that it is about. */
  matter?: string;
  sale?: string;
  /** What it says of the matter, where all that is told until then is to be read: what says the same again says nothing. */
  told?: string;
  approved?: boolean;
}

const FIRST_DUE = `SELECT * FROM inbox_due WHERE merchant_id = ${THIS_SHOP} AND event_is_due(due_at, attempts, ?) ORDER BY seq LIMIT ?`;
/** Found and taken out in one pass: a transaction that fails leaves them where they were. (An array keeps it one look-up each.) */
const TAKEN = `DELETE FROM inbox_due d WHERE d.merchant_id = ${THIS_SHOP}
  AND d.seq = ANY(ARRAY(SELECT f.seq FROM (${FIRST_DUE}) AS f)) AND ${HAS_SALES_LOCK} RETURNING d.*`;

/** The first events that are due, in the order of arrival, taken out; none without the lock (`tryLockSalesOfShop`). */
export const takeDue = (work: Work, size: number): Promise<DueEvent[]> => dueEvents(work, size, TAKEN);

async function dueEvents(work: Work, size: number, due: string): Promise<DueEvent[]> {
  // By the delivery's id alone, so that another body under the same id comes along.
  const rows = await query<DueEvent & { own: boolean }>(
    work,
    `WITH d AS (${due})
     SELECT d.seq, d.attempts, d.approved, e.delivery_id AS "deliveryId", e.body_hash AS "bodyHash",
       e.connection_id AS "connectionId", e.source, e.body, e.received_at AS "receivedAt", e.body_hash = d.body_hash AS own
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
  const seqOf = new Map(events.map((event) => [bodyKey(event), event.seq]));
  for (const event of events)
    event.conflicting =
      event.source === 'webhook' &&
      !event.approved &&
      rows.some((other) => {
        if (other.own || other.seq !== event.seq || other.receivedAt > event.receivedAt) return false;
        // Of one moment: what is not due any more was read before.
        const otherSeq = seqOf.get(bodyKey(other));
        return other.receivedAt < event.receivedAt || otherSeq === undefined || otherSeq < event.seq;
      });
}

/** Those that told otherwise than what was known, and that a person chose. */
export async function chosenAmong(work: Work, events: readonly DueEvent[]): Promise<ReadonlySet<DueEvent>> {
  const approved = events.filter((event) => event.approved);
  if (approved.length === 0) return new Set();
  const rows = await query<{ deliveryId: string; bodyHash: Buffer }>(
    work,
    `SELECT delivery_id AS "deliveryId", body_hash AS "bodyHash" FROM kept_events
     WHERE merchant_id = current_merchant() AND delivery_id = ANY(?::text[])
       AND reason IN ('contradicts-known-sale', 'same-id-other-body')`,
    [approved.map(({ deliveryId }) => deliveryId)],
  );
  const chosen = new Set(rows.map(bodyKey));
  return new Set(approved.filter((event) => chosen.has(bodyKey(event))));
}

const bodyKey = ({ deliveryId, bodyHash }: Pick<DueEvent, 'deliveryId' | 'bodyHash'>): string =>
  `${deliveryId} ${bodyHash.toString('hex')}`;

type Arrived = Pick<DueEvent, 'deliveryId' | 'bodyHash' | 'body'>;
export type KeptEntry = Kept<Arrived>;

/** What cannot be read is kept whole, with the reason, for a person; the owners are told, once a day. */
export async function keep(work: Work, all: readonly KeptEntry[]): Promise<void> {
  const rows = await notYetKept(work, all);
  if (rows.length === 0) return;
  await insertRows(
    work,
    'kept_events',
    {
      delivery_id: 'text',
      body_hash: 'bytea',
      reason: 'text',
      field: 'text',
      detail: 'text',
      kept_at: 'timestamptz',
    },
    rows.map(({ event, reason, field, matter, sale, told, approved }) => ({
      delivery_id: event.deliveryId,
      body_hash: event.bodyHash,
      reason,
      field,
      detail: JSON.stringify({ ...gistOf(event.body), matter, sale, told, approved }),
      kept_at: work.now,
    })),
  );
  await tellOfKept(work);
}

/** A matter is kept once, and again where something else is told of it than before; what was decided of it is no more before. */
async function notYetKept(work: Work, rows: readonly KeptEntry[]): Promise<KeptEntry[]> {
  const matters = rows.flatMap(({ matter }) => matter ?? []);
  if (matters.length === 0) return [...rows];
  const known = await query<{ matter: string; told: string | null }>(
    work,
    `SELECT DISTINCT ON (matter) matter, told FROM (
       SELECT id, resolved_at, detail::json ->> 'matter' AS matter, detail::json ->> 'told' AS told FROM kept_events
       WHERE merchant_id = current_merchant() AND detail::json ->> 'matter' = ANY(?::text[])) AS k
     WHERE told IS NULL OR resolved_at IS NULL ORDER BY matter, id DESC`,
    [matters],
  );
  const latest = new Map(known.map(({ matter, told }) => [matter, told]));
  return rows.filter(({ matter, told = null }) => {
    if (matter === undefined) return true;
    const isNew = !latest.has(matter) || latest.get(matter) !== told;
    latest.set(matter, told);
    return isNew;
  });
}

type Again = Pick<DueEvent, 'deliveryId' | 'bodyHash' | 'attempts' | 'approved'>;

/** Events that were taken out come again later. */
export async function putBack(work: Work, events: readonly Again[], dueAt: number): Promise<void> {
  if (events.length === 0) return;
  await query(work, 'SELECT read_again(?::text[], ?::bytea[], ?::integer[], ?::boolean[], ?)', [
    arrayLiteral('text', events, 'deliveryId'),
    arrayLiteral('bytea', events, 'bodyHash'),
    arrayLiteral('integer', events, 'attempts'),
    arrayLiteral('boolean', events, 'approved'),
    new Date(dueAt),
  ]);
}

/** The first due event failed on its own: later again, and after the last attempt for a person. */
export async function postponeFirst(work: Work): Promise<void> {
  await lockSalesOfShop(work);
  const [event] = await dueEvents(work, 1, FIRST_DUE);
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
