import type { Work } from '../db';
import { insertRows, query, updateRows } from '../rows';
import type { Instant, Sale } from './core/sale';
import type { Quantities } from './core/settlement';
import type { Verdict } from './core/verdict';

/** A sale as it is known, with what stands in the books for it. */
export interface KnownSale {
  sale: Sale;
  customerId: string | null;
  revision: number;
  /** What its award stands at. */
  stand: Quantities;
  verdict: { version: number | null; dry: boolean } | null;
}

interface SaleRow {
  id: string;
  customer_id: string | null;
  revision: number;
  cashback_cents: number;
  points: number;
  details: Sale;
  program_version: number | null;
  dry: boolean | null;
}

/** Those of these sales that are known, by id. (LATERAL and OFFSET 0 keep it one look-up a sale, whatever the planner knows.) */
export async function loadSales(work: Work, ids: readonly string[]): Promise<Map<string, KnownSale>> {
  const rows = await query<SaleRow>(
    work,
    `SELECT s.id, s.customer_id, s.revision, s.cashback_cents, s.points, s.details, v.program_version, v.dry
     FROM unnest(?::text[]) AS wanted (id)
     CROSS JOIN LATERAL (SELECT * FROM sales s WHERE s.merchant_id = current_merchant() AND s.id = wanted.id OFFSET 0) AS s
     LEFT JOIN LATERAL (SELECT * FROM verdicts v WHERE v.merchant_id = current_merchant() AND v.sale_id = s.id OFFSET 0)
       AS v ON true`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        sale: row.details,
        customerId: row.customer_id,
        revision: row.revision,
        stand: { cashback: row.cashback_cents, points: row.points },
        verdict: row.dry === null ? null : { version: row.program_version, dry: row.dry },
      },
    ]),
  );
}

const SALE_COLUMNS = {
  id: 'text',
  customer_id: 'uuid',
  occurred_at: 'timestamptz',
  updated_at: 'timestamptz',
  received_at: 'timestamptz',
  total_cents: 'bigint',
  voucher_cents: 'bigint',
  refunded_cents: 'bigint',
  revision: 'integer',
  cashback_cents: 'bigint',
  points: 'bigint',
  terminal: 'text',
  acquirer: 'text',
  details: 'json',
} as const;

/** Adds sales that are new and brings the others to their new state. */
export async function writeSales(
  work: Work,
  sales: readonly (KnownSale & { isNew: boolean })[],
): Promise<void> {
  const row = (known: KnownSale) => ({
    id: known.sale.externalId,
    customer_id: known.customerId,
    occurred_at: known.sale.occurredAt,
    updated_at: known.sale.updatedAt,
    received_at: work.now,
    total_cents: known.sale.totalCents,
    voucher_cents: known.sale.voucherCents,
    refunded_cents: known.sale.refundedCents,
    revision: known.revision,
    cashback_cents: known.stand.cashback,
    points: known.stand.points,
    terminal: known.sale.terminal,
    acquirer: known.sale.acquirer,
    details: known.sale,
  });
  await insertRows(work, 'sales', SALE_COLUMNS, sales.filter((sale) => sale.isNew).map(row));
  await updateRows(
    work,
    'sales',
    SALE_COLUMNS,
    ['id'],
    `customer_id = u.customer_id, updated_at = u.updated_at, total_cents = u.total_cents, voucher_cents = u.voucher_cents,
     refunded_cents = u.refunded_cents, revision = u.revision, cashback_cents = u.cashback_cents, points = u.points,
     terminal = u.terminal, acquirer = u.acquirer, details = u.details::json`,
    sales.filter((sale) => !sale.isNew).map(row),
  );
}

export interface NewVerdict {
  saleId: string;
  version: number | null;
  dry: boolean;
  verdict: Verdict;
}

export async function writeVerdicts(work: Work, verdicts: readonly NewVerdict[]): Promise<void> {
  const total = (verdict: Verdict, asset: 'cashback' | 'points'): number =>
    verdict.grants.reduce((sum, grant) => (grant.asset === asset ? sum + grant.quantity : sum), 0);
  await insertRows(
    work,
    'verdicts',
    {
      sale_id: 'text',
      program_version: 'integer',
      dry: 'boolean',
      cashback_cents: 'bigint',
      points: 'bigint',
      trace: 'json',
      judged_at: 'timestamptz',
    },
    verdicts.map(({ saleId, version, dry, verdict }) => ({
      sale_id: saleId,
      program_version: version,
      dry,
      cashback_cents: total(verdict, 'cashback'),
      points: total(verdict, 'points'),
      trace: { base: verdict.baseCents, rules: verdict.trace },
      judged_at: work.now,
    })),
  );
}

/** Notes the machines behind these sales, each with its last sale. */
export async function noteTerminals(work: Work, sales: readonly Sale[]): Promise<void> {
  const seen = new Map<
    string,
    { id: string; acquirer: string | null; store: string | null; first: Instant; last: Instant }
  >();
  for (const { terminal, acquirer, store, occurredAt } of sales) {
    if (terminal === null) continue;
    const row = seen.get(terminal) ?? { id: terminal, acquirer, store, first: occurredAt, last: occurredAt };
    row.first = Math.min(row.first, occurredAt);
    row.last = Math.max(row.last, occurredAt);
    seen.set(terminal, row);
  }
  await insertRows(
    work,
    'terminals',
    {
      id: 'text',
      acquirer: 'text',
      store: 'text',
      first_sale_at: 'timestamptz',
      last_sale_at: 'timestamptz',
    },
    [...seen.values()].map(({ first, last, ...row }) => ({
      ...row,
      first_sale_at: first,
      last_sale_at: last,
    })),
    `ON CONFLICT (merchant_id, id) DO UPDATE SET last_sale_at = greatest(terminals.last_sale_at, excluded.last_sale_at),
       acquirer = coalesce(excluded.acquirer, terminals.acquirer), store = coalesce(excluded.store, terminals.store)
     WHERE terminals.last_sale_at < excluded.last_sale_at`,
  );
}
