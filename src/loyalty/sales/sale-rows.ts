import type { Work } from '../../db';
import { insertRows, query, THIS_SHOP, updateRows } from '../../db/rows';
import { pastSeenAgain, type Gone, type Past } from '../core/rules/past';
import type { Sale } from '../core/sales/sale';
import type { Quantities } from '../core/ledger/settlement';
import type { Verdict } from '../core/rules/verdict';
import { detailsOf, NO_BUYER, type Details } from './sale-details';

/** What a sale was judged by, once: judging it again, in whatever state, is pure. */
export interface SaleVerdict extends Gone {
  /** Null where no program was in force. */
  version: number | null;
  /** Judged, but nothing granted. */
  dry: boolean;
  /** Null where the version asks for none of it. */
  past: Past | null;
}

/** What the sale's award as it stands was judged on. */
export const judgedOn = ({ past, ...gone }: Pick<SaleVerdict, 'past' | keyof Gone>): Past | null =>
  pastSeenAgain(past, gone);

/** A sale as it is known, with what stands in the books for it. */
export interface KnownSale {
  sale: Sale;
  customerId: string | null;
  revision: number;
  /** What its award stands at; where its verdict is dry, what it would. */
  stand: Quantities;
  verdict: SaleVerdict | null;
  /** Of before the shop was connected: not judged, unless its owner asks for it. */
  isHistory?: boolean;
  /** Its customer was erased: nobody buys in it any more, and it gives nobody anything. */
  erased?: boolean;
}

export interface SaleRow {
  id: string;
  customer_id: string | null;
  occurred_at: number;
  updated_at: number | null;
  total_cents: number;
  voucher_cents: number;
  refunded_cents: number;
  revision: number;
  cashback_cents: number;
  points: number;
  dry: boolean | null;
  program_version: number | null;
  past: Past | null;
  terminal: string | null;
  acquirer: string | null;
  details: Details;
  history: boolean;
}

/** The columns that `saleFrom` reads. */
export const SALE_STATE = `s.id, s.occurred_at, s.updated_at, s.total_cents, s.voucher_cents, s.refunded_cents, s.terminal,
  s.acquirer, s.details`;

type SaleState = Pick<
  SaleRow,
  | 'id'
  | 'occurred_at'
  | 'updated_at'
  | 'total_cents'
  | 'voucher_cents'
  | 'refunded_cents'
  | 'terminal'
  | 'acquirer'
  | 'details'
>;

export function saleFrom(row: SaleState): Sale {
  const { details } = row;
  return {
    externalId: row.id,
    occurredAt: row.occurred_at,
    updatedAt: row.updated_at,
    totalCents: row.total_cents,
    voucherCents: row.voucher_cents,
    refundedCents: row.refunded_cents,
    ...(details.cameBack === undefined ? {} : { cameBack: details.cameBack }),
    ...(details.voidedAt === undefined ? {} : { voidedAt: details.voidedAt }),
    voucherCode: details.voucherCode ?? null,
    method: details.method ?? null,
    brand: details.brand ?? null,
    terminal: row.terminal,
    acquirer: row.acquirer,
    store: details.store ?? null,
    storeName: details.storeName ?? null,
    nsu: details.nsu ?? null,
    authorizationCode: details.authorizationCode ?? null,
    fiscalKey: details.fiscalKey ?? null,
    buyer: { ...NO_BUYER, ...details.buyer },
    items: details.items ?? null,
  };
}

/** The columns that `knownFrom` reads. */
export const KNOWN_SALE = `${SALE_STATE}, s.customer_id, s.revision, s.cashback_cents, s.points, s.dry, s.program_version, s.past, s.history`;

export function knownFrom(row: SaleRow): KnownSale {
  return {
    sale: saleFrom(row),
    customerId: row.customer_id,
    revision: row.revision,
    stand: { cashback: row.cashback_cents, points: row.points },
    verdict:
      row.dry === null
        ? null
        : {
            version: row.program_version,
            dry: row.dry,
            past: row.past,
            ...goneIn(row.details),
          },
    isHistory: row.history && row.dry === null,
    erased: row.details.erased === true,
  };
}

/** What of its limits was gone when the sale was last judged again. */
export const goneIn = ({ budgetsGone, periodsGone }: Details): Gone => ({ budgetsGone, periodsGone });

/** What a verdict's award amounts to. */
export function standOf(verdict: Verdict): Quantities {
  const stand = { cashback: 0, points: 0 };
  for (const grant of verdict.grants) stand[grant.asset] += grant.quantity;
  return stand;
}

/** Those of these sales that are known, by id. (LATERAL and OFFSET 0 keep it one look-up a sale, whatever the planner knows.) */
export async function loadSales(work: Work, ids: readonly string[]): Promise<Map<string, KnownSale>> {
  const rows = await query<SaleRow>(
    work,
    `SELECT ${KNOWN_SALE}
     FROM unnest(?::text[]) AS wanted (id)
     CROSS JOIN LATERAL (SELECT * FROM sales s WHERE s.merchant_id = ${THIS_SHOP} AND s.id = wanted.id OFFSET 0) AS s`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, knownFrom(row)]));
}

/** The latest sales by their own time. */
export async function latestSales(work: Work, limit: number): Promise<Sale[]> {
  const rows = await query<SaleRow>(
    work,
    `SELECT ${SALE_STATE} FROM sales s WHERE s.merchant_id = current_merchant() ORDER BY s.occurred_at DESC LIMIT ?`,
    [limit],
  );
  return rows.map(saleFrom);
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
  dry: 'boolean',
  program_version: 'integer',
  past: 'json',
  terminal: 'text',
  acquirer: 'text',
  details: 'json',
  history: 'boolean',
} as const;

function keptDetails(sale: Sale, erased: boolean, { budgetsGone, periodsGone }: Gone): Details {
  const details = detailsOf(sale);
  if (erased) details.erased = true;
  if (budgetsGone !== undefined) details.budgetsGone = budgetsGone;
  if (periodsGone !== undefined) details.periodsGone = periodsGone;
  return details;
}

/** One literal: of a million sales, spreading parts into each costs more than reading them. */
const rowOf = (
  { sale, customerId, revision, stand, verdict, isHistory = false, erased = false }: KnownSale,
  receivedAt: number,
) => ({
  id: sale.externalId,
  customer_id: customerId,
  occurred_at: sale.occurredAt,
  updated_at: sale.updatedAt,
  received_at: receivedAt,
  total_cents: sale.totalCents,
  voucher_cents: sale.voucherCents,
  refunded_cents: sale.refundedCents,
  revision,
  cashback_cents: stand.cashback,
  points: stand.points,
  dry: verdict?.dry ?? null,
  program_version: verdict?.version ?? null,
  past: verdict?.past ?? null,
  terminal: sale.terminal,
  acquirer: sale.acquirer,
  details: keptDetails(sale, erased, verdict ?? {}),
  history: isHistory,
});

const NOTHING: Quantities = { cashback: 0, points: 0 };

/** Adds sales of before the shop was connected, but for those that are known; how many are new. */
export async function addHistory(
  work: Work,
  sales: readonly { sale: Sale; customerId: string | null; erased?: boolean }[],
): Promise<number> {
  const added = await insertRows(
    work,
    'sales',
    SALE_COLUMNS,
    sales.map((known) =>
      rowOf({ ...known, revision: 1, stand: NOTHING, verdict: null, isHistory: true }, work.now),
    ),
    'ON CONFLICT DO NOTHING RETURNING 1 AS added',
  );
  return added.length;
}

/** Adds sales that are new and brings the others to their new state. */
export async function writeSales(
  work: Work,
  sales: readonly (KnownSale & { before: Sale | null })[],
): Promise<void> {
  const rows = (isNew: boolean) =>
    sales.filter(({ before }) => (before === null) === isNew).map((sale) => rowOf(sale, work.now));
  await insertRows(work, 'sales', SALE_COLUMNS, rows(true));
  await updateRows(
    work,
    'sales',
    SALE_COLUMNS,
    ['id'],
    `customer_id = u.customer_id, updated_at = u.updated_at, total_cents = u.total_cents, voucher_cents = u.voucher_cents,
     refunded_cents = u.refunded_cents, revision = u.revision, cashback_cents = u.cashback_cents, points = u.points,
     dry = u.dry, program_version = u.program_version, past = u.past::json,
     terminal = u.terminal, acquirer = u.acquirer, details = u.details::json`,
    rows(false),
  );
}
