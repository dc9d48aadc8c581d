import type { Work } from '../../db';
import { insertRows, query, THIS_SHOP } from '../../db/rows';
import type { Instant, Sale } from '../core/sales/sale';
import type { Touched } from './deciding';
import { noteTerminals } from './terminals';

/** Names the staff within the ids of sales; SmartPOS's are UUIDs. */
export const BY_HAND = 'staff:';
/** What a sale that staff told and its machine's report may lie apart. */
export const SAME_MS = 30 * 60_000;

const isByHand = (id: string): boolean => id.startsWith(BY_HAND);

/** A sale that staff recorded, and that stands. */
export interface HandSale {
  id: string;
  customerId: string;
  occurredAt: Instant;
  cents: number;
}

/** Those of about the time of what machines report. */
export async function recordedAbout(work: Work, reports: readonly Sale[]): Promise<HandSale[]> {
  let [first, last] = [Infinity, -Infinity];
  for (const { externalId, occurredAt } of reports) {
    if (isByHand(externalId)) continue;
    first = Math.min(first, occurredAt);
    last = Math.max(last, occurredAt);
  }
  if (first > last) return [];
  return query<HandSale>(
    work,
    `SELECT s.id, s.customer_id AS "customerId", s.occurred_at AS "occurredAt", s.total_cents AS cents FROM sales s
     WHERE s.merchant_id = ${THIS_SHOP} AND s.id LIKE '${BY_HAND}%' AND s.occurred_at BETWEEN ? AND ?
       AND s.refunded_cents < s.total_cents AND s.customer_id IS NOT NULL`,
    [new Date(first - SAME_MS), new Date(last + SAME_MS)],
  );
}

/**
 * Whether staff recorded a sale of that customer, amount and time, which then is this one; unless it is another machine's sale,
 * or a person said that they are two.
 */
export async function isToldByHand(
  work: Work,
  {
    id,
    customerId,
    occurredAt,
    cents,
  }: { id: string; customerId: string; occurredAt: Instant; cents: number },
): Promise<boolean> {
  const rows = await query(
    work,
    `SELECT FROM sales s WHERE s.merchant_id = current_merchant() AND s.id LIKE '${BY_HAND}%' AND s.customer_id = ? AND s.total_cents = ?
       AND s.occurred_at BETWEEN ? AND ? AND s.refunded_cents < s.total_cents
       AND NOT EXISTS (SELECT FROM sales_told_twice t WHERE t.merchant_id = s.merchant_id AND t.hand_id = s.id
         AND (t.sale_id = ?) = (t.same IS FALSE)) LIMIT 1`,
    [customerId, cents, new Date(occurredAt - SAME_MS), new Date(occurredAt + SAME_MS), id],
  );
  return rows.length > 0;
}

/** A machine's sale that may be one that staff recorded; `same`: what a person said, null until then. */
export interface ToldTwice {
  saleId: string;
  handId: string;
  same: boolean | null;
}

/** Of a machine's sale `s`: it is one that staff recorded, or may be. */
export const IS_OF_STAFF = `EXISTS (SELECT FROM sales_told_twice t
  WHERE t.merchant_id = s.merchant_id AND t.sale_id = s.id AND t.same IS NOT FALSE)`;

/** What is known of these machines' sales beside those of staff. */
export async function toldTwice(
  work: Work,
  reports: readonly Pick<Sale, 'externalId'>[],
): Promise<Map<string, ToldTwice>> {
  const rows = await query<ToldTwice>(
    work,
    `SELECT sale_id AS "saleId", hand_id AS "handId", same FROM sales_told_twice
     WHERE merchant_id = ${THIS_SHOP} AND sale_id = ANY(?::text[])`,
    [reports.map(({ externalId }) => externalId)],
  );
  return new Map(rows.map((row) => [row.saleId, row]));
}

/** What is told of a machine's sale that a person said is one of staff's is told of that one. */
export const asMeant = (reports: readonly Sale[], twice: ReadonlyMap<string, ToldTwice>): Sale[] =>
  reports.map((report) => {
    const { same, handId } = twice.get(report.externalId) ?? {};
    return same === true && handId !== undefined ? { ...report, externalId: handId } : report;
  });

/**
 * Of the sales that would be judged now, those that staff recorded: of one customer, one amount and about one time, one for
 * each. They are noted, for a person to say whether they are the same; so are their machines, which have sold either way.
 */
export async function noteToldTwice(
  work: Work,
  touched: readonly Touched[],
  recorded: readonly HandSale[],
): Promise<ReadonlySet<string>> {
  if (recorded.length === 0 || touched.length === 0) return new Set();
  const free = await notYetTold(work, recorded);
  const found = touched.flatMap((known): ToldTwice[] => {
    const place = free.findIndex((hand) => isLike(known, hand));
    const [hand] = place < 0 ? [] : free.splice(place, 1);
    return hand === undefined ? [] : [{ saleId: known.sale.externalId, handId: hand.id, same: null }];
  });
  await insertRows(
    work,
    'sales_told_twice',
    { sale_id: 'text', hand_id: 'text' },
    found.map(({ saleId, handId }) => ({ sale_id: saleId, hand_id: handId })),
    'ON CONFLICT DO NOTHING',
  );
  const ids = new Set(found.map(({ saleId }) => saleId));
  await noteTerminals(
    work,
    touched.flatMap(({ sale }) => (ids.has(sale.externalId) ? [sale] : [])),
  );
  return ids;
}

/** Those that no machine's sale is taken for. */
async function notYetTold(work: Work, recorded: readonly HandSale[]): Promise<HandSale[]> {
  const taken = await query<{ id: string }>(
    work,
    `SELECT hand_id AS id FROM sales_told_twice
     WHERE merchant_id = ${THIS_SHOP} AND hand_id = ANY(?::text[]) AND same IS NOT FALSE`,
    [recorded.map(({ id }) => id)],
  );
  const ids = new Set(taken.map(({ id }) => id));
  return recorded.filter(({ id }) => !ids.has(id));
}

const isLike = ({ sale, customerId, verdict, isHistory }: Touched, hand: HandSale): boolean =>
  verdict === null &&
  isHistory !== true &&
  !isByHand(sale.externalId) &&
  hand.customerId === customerId &&
  hand.cents === sale.totalCents &&
  Math.abs(hand.occurredAt - sale.occurredAt) <= SAME_MS;
