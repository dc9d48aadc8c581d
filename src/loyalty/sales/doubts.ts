import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Buyer, Instant, Sale } from '../core/sales/sale';
import type { Touched } from './judging';

/** Where a report is not taken as it is without a person. */
export type Doubt = 'recorded-by-hand' | 'other-buyer';

/** Names the staff within the ids of sales; SmartPOS's are UUIDs. */
export const BY_HAND = 'staff:';
/** What a sale that staff told and its machine's report may lie apart. */
export const SAME_MS = 30 * 60_000;

const isByHand = (id: string): boolean => id.startsWith(BY_HAND);

/** A sale that staff recorded, and that stands. */
export interface HandSale {
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
    `SELECT customer_id AS "customerId", occurred_at AS "occurredAt", total_cents AS cents FROM sales
     WHERE merchant_id = ${THIS_SHOP} AND id LIKE '${BY_HAND}%' AND occurred_at BETWEEN ? AND ?
       AND refunded_cents < total_cents AND customer_id IS NOT NULL`,
    [new Date(first - SAME_MS), new Date(last + SAME_MS)],
  );
}

/** Whether a sale that would be judged now has been, as one that staff recorded: of one customer, one amount and one time. */
export const isRecordedByHand = (
  { sale, customerId, verdict, isHistory }: Touched,
  recorded: readonly HandSale[],
): boolean =>
  verdict === null &&
  isHistory !== true &&
  !isByHand(sale.externalId) &&
  recorded.some(
    (hand) =>
      hand.customerId === customerId &&
      hand.cents === sale.totalCents &&
      Math.abs(hand.occurredAt - sale.occurredAt) <= SAME_MS,
  );

const KINDS = ['phone', 'cpf'] as const;
type Kind = (typeof KINDS)[number];

/** A report that names somebody else than was known, or somebody where the sale was somebody's already. */
export interface NamedAnew {
  /** Its place among the reports. */
  report: number;
  saleId: string;
  kind: Kind;
  value: string;
  known: string | null;
}

/** What reports say of their buyers beside what was said before; `first` are the sales as they were known. */
export function namedAnew(
  first: ReadonlyMap<string, { sale: Sale; customerId: string | null }>,
  reports: readonly Sale[],
): NamedAnew[] {
  const told = new Map<string, Buyer>();
  return reports.flatMap(({ externalId: saleId, buyer }, report) => {
    const known = first.get(saleId);
    const before = told.get(saleId) ?? known?.sale.buyer;
    if (before === undefined) told.set(saleId, buyer);
    return KINDS.flatMap((kind) => {
      const [value, former] = [buyer[kind], before?.[kind] ?? null];
      const isAnew =
        value !== null && value !== former && (former !== null || (known?.customerId ?? null) !== null);
      return isAnew ? [{ report, saleId, kind, value, known: former }] : [];
    });
  });
}

/** The buyers of sales stay as they were told before. */
export function keepNamed(touched: readonly Touched[], named: readonly NamedAnew[]): void {
  if (named.length === 0) return;
  const byId = new Map(touched.map((known) => [known.sale.externalId, known]));
  for (const { saleId, kind, known: former } of named) {
    const known = byId.get(saleId);
    if (known !== undefined) known.sale = { ...known.sale, buyer: { ...known.sale.buyer, [kind]: former } };
  }
}

/**
 * Those of them that name another than the sale's customer: one who is known by other phones, or another CPF. What the
 * customer is not known by contradicts nothing.
 */
export async function namingOthers(
  work: Work,
  touched: readonly Touched[],
  named: readonly NamedAnew[],
): Promise<NamedAnew[]> {
  if (named.length === 0) return [];
  const customers = new Map(
    touched.map(({ sale, customerId, erased }) => [sale.externalId, erased === true ? null : customerId]),
  );
  const rows = await query<{ customerId: string; kind: string; values: string[] }>(
    work,
    `SELECT customer_id AS "customerId", kind, array_agg(value) AS values FROM customer_identities
     WHERE merchant_id = ${THIS_SHOP} AND customer_id = ANY(?::uuid[]) GROUP BY customer_id, kind`,
    [named.flatMap(({ saleId }) => customers.get(saleId) ?? [])],
  );
  const of = new Map(rows.map(({ customerId, kind, values }) => [`${customerId} ${kind}`, values]));
  return named.filter(({ saleId, kind, value }) => {
    const values = of.get(`${customers.get(saleId)} ${kind}`);
    return values !== undefined && !values.includes(value);
  });
}
