import type { Work } from '../../db';
import { query } from '../../db/rows';
import { balanceOf, type Balance } from '../ledger/balances';
import { statementOf, type StatementEntry } from '../ledger/statement';
import { saleFrom, SALE_STATE, type SaleRow } from '../sales/sale-rows';
import { vouchersOf, type VoucherView } from '../vouchers/views';
import type { Sale } from '../core/sales/sale';
import { loadCustomer, type Customer, type Identity } from './customers';

/** More than any person has. */
const ALL = 1_000_000;

/** Everything that is held of a customer but what was said in chats. Quantities as in the books, instants in epoch ms. */
export interface CustomerData {
  customer: Customer & { birthday: string | null; since: number };
  identities: Identity[];
  labels: string[];
  consents: { purpose: string; granted: boolean; at: number; messageId: string }[];
  balance: Balance;
  entries: StatementEntry[];
  vouchers: VoucherView[];
  /** With the awards that stand for them, in cents and points. */
  sales: (Sale & { cashbackCents: number; points: number })[];
}

export async function customerData(work: Work, id: string): Promise<CustomerData> {
  const [own] = await query<{ birthday: string | null; since: number }>(
    work,
    `SELECT birthday, created_at AS since FROM customers WHERE merchant_id = current_merchant() AND id = ?`,
    [id],
  );
  if (own === undefined) throw new Error('there is no such customer');
  const of = <Row>(columns: string, table: string, order: string): Promise<Row[]> =>
    query<Row>(
      work,
      `SELECT ${columns} FROM ${table} WHERE merchant_id = current_merchant() AND customer_id = ? ORDER BY ${order}`,
      [id],
    );
  const sales = await of<SaleRow>(`${SALE_STATE}, s.cashback_cents, s.points`, 'sales s', 'occurred_at');
  const labels = await of<{ label: string }>('label', 'customer_labels', 'label');
  return {
    customer: { ...(await loadCustomer(work, id)), ...own },
    identities: await of('kind, value', 'customer_identities', 'kind, value'),
    labels: labels.map(({ label }) => label),
    consents: await of('purpose, granted, at, message_id AS "messageId"', 'consents', 'id'),
    balance: await balanceOf(work, id),
    entries: (await statementOf(work, id, { limit: ALL })).entries,
    vouchers: await vouchersOf(work, id),
    sales: sales.map((row) => ({ ...saleFrom(row), cashbackCents: row.cashback_cents, points: row.points })),
  };
}
