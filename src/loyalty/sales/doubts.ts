import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Buyer, Sale } from '../core/sales/sale';
import type { Touched } from './deciding';

/** Where a report is not taken as it is without a person. */
export type Doubt = 'recorded-by-hand' | 'other-buyer';

const KINDS = ['phone', 'cpf'] as const;
type Kind = (typeof KINDS)[number];

/** A report that names somebody else than was known, or somebody where the sale was somebody's already. */
export interface NamedAnew {
  /** Its place among the reports. */
  report: number;
  saleId: string;
  kind: Kind;
  value: string;
  /** All that was said of the buyer before. */
  before: Buyer | undefined;
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
      return isAnew ? [{ report, saleId, kind, value, before }] : [];
    });
  });
}

/** The buyers of sales stay as they were told before. */
export function keepNamed(touched: readonly Touched[], named: readonly NamedAnew[]): void {
  if (named.length === 0) return;
  const byId = new Map(touched.map((known) => [known.sale.externalId, known]));
  for (const { saleId, kind, before } of named) {
    const known = byId.get(saleId);
    if (known !== undefined)
      known.sale = { ...known.sale, buyer: { ...known.sale.buyer, [kind]: before?.[kind] ?? null } };
  }
}

/** Nothing that another's report says is put beside it: no name, address or card of theirs. */
export function keepBuyers(touched: readonly Touched[], named: readonly NamedAnew[]): void {
  const before = new Map(named.map((one) => [one.saleId, one.before]));
  for (const known of touched) {
    const buyer = before.get(known.sale.externalId);
    if (buyer !== undefined) known.sale = { ...known.sale, buyer };
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
  const customers = new Map(touched.map(({ sale, customerId }) => [sale.externalId, customerId]));
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
