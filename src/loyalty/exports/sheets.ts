import { ONE_PERSON } from '../campaigns/audience';

export const EXPORT_KINDS = ['sales', 'customers', 'ledger', 'vouchers', 'campaign'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface Column {
  /** Under which its heading stands in the texts. */
  name: ColumnName;
  /** How it is written: amounts are cents, days are YYYY-MM-DD or their number since 1970. */
  as: 'text' | 'money' | 'count' | 'instant' | 'day' | 'asset-quantity' | 'word';
  sql: string;
}

export type ColumnName =
  | 'at'
  | 'sale'
  | 'total'
  | 'refunded'
  | 'voucher'
  | 'method'
  | 'brand'
  | 'terminal'
  | 'acquirer'
  | 'store'
  | 'nsu'
  | 'authorization'
  | 'customer'
  | 'phone'
  | 'cashback'
  | 'points'
  | 'birthday'
  | 'labels'
  | 'marketing'
  | 'firstPurchase'
  | 'lastPurchase'
  | 'purchaseDays'
  | 'bought'
  | 'movement'
  | 'from'
  | 'to'
  | 'asset'
  | 'quantity'
  | 'worth'
  | 'state'
  | 'validUntil'
  | 'settledAt'
  | 'purchase'
  | 'paid'
  | 'arm'
  | 'given'
  | 'skipped'
  | 'boughtInWindow';

/** What a file is made of: where its lines come from, and what stands in each. */
export interface Sheet {
  /** From and where, without the period; with a place for the number where it is asked `byNumber`. */
  from: string;
  byNumber?: true;
  /** The moment that a period is asked of. */
  at: string;
  /** By which the latest come first. */
  latest: string;
  columns: readonly Column[];
}

const phoneOf = (table: string): string =>
  `(SELECT min(i.value) FROM customer_identities i WHERE i.merchant_id = ${table}.merchant_id
    AND i.customer_id = ${table}.customer_id AND i.kind = 'phone')`;
const nameOf = (table: string): string =>
  `(SELECT c.name FROM customers c WHERE c.merchant_id = ${table}.merchant_id AND c.id = ${table}.customer_id)`;
const person = (table: string): Column[] => [
  { name: 'customer', as: 'text', sql: nameOf(table) },
  { name: 'phone', as: 'text', sql: phoneOf(table) },
];
const detail = (name: ColumnName, field: string): Column => ({
  name,
  as: 'text',
  sql: `s.details->>'${field}'`,
});

/** Two stores may have one name. */
const STORE = `s.details->>'storeName'`;
const STORE_AND_ID = `${STORE} || ' (' || (s.details->>'store') || ')'`;

export const SHEETS: Readonly<Record<ExportKind, Sheet>> = {
  sales: {
    from: 'sales s WHERE s.merchant_id = current_merchant()',
    at: 's.occurred_at',
    latest: 's.occurred_at',
    columns: [
      { name: 'at', as: 'instant', sql: 's.occurred_at' },
      { name: 'sale', as: 'text', sql: 's.id' },
      { name: 'total', as: 'money', sql: 's.total_cents' },
      { name: 'refunded', as: 'money', sql: 's.refunded_cents' },
      { name: 'voucher', as: 'money', sql: 's.voucher_cents' },
      { name: 'method', as: 'word', sql: `s.details->>'method'` },
      detail('brand', 'brand'),
      { name: 'terminal', as: 'text', sql: 's.terminal' },
      { name: 'acquirer', as: 'text', sql: 's.acquirer' },
      { name: 'store', as: 'text', sql: `coalesce((${STORE_AND_ID}), ${STORE}, s.details->>'store')` },
      detail('nsu', 'nsu'),
      detail('authorization', 'authorizationCode'),
      ...person('s'),
      { name: 'cashback', as: 'money', sql: 'CASE WHEN s.dry IS FALSE THEN s.cashback_cents ELSE 0 END' },
      { name: 'points', as: 'count', sql: 'CASE WHEN s.dry IS FALSE THEN s.points ELSE 0 END' },
    ],
  },
  customers: {
    from: `customers c LEFT JOIN buyers b ON b.merchant_id = c.merchant_id AND b.customer_id = c.id
      CROSS JOIN LATERAL (SELECT c.merchant_id, c.id AS customer_id) AS p WHERE c.merchant_id = current_merchant()
      AND EXISTS (SELECT FROM customer_identities i WHERE i.merchant_id = c.merchant_id AND i.customer_id = c.id)`,
    at: 'c.created_at',
    latest: 'c.created_at',
    columns: [
      ...person('p'),
      { name: 'birthday', as: 'text', sql: `substr(c.birthday, 4) || '/' || substr(c.birthday, 1, 2)` },
      {
        name: 'labels',
        as: 'text',
        sql: `(SELECT string_agg(l.label, ', ' ORDER BY l.label) FROM customer_labels l
          WHERE l.merchant_id = c.merchant_id AND l.customer_id = c.id)`,
      },
      {
        name: 'marketing',
        as: 'word',
        sql: `CASE c.marketing_consent WHEN true THEN 'yes' WHEN false THEN 'no' END`,
      },
      { name: 'firstPurchase', as: 'day', sql: 'b.first_day' },
      { name: 'lastPurchase', as: 'day', sql: 'b.last_day' },
      { name: 'purchaseDays', as: 'count', sql: 'coalesce(b.days, 0)' },
      { name: 'bought', as: 'money', sql: 'coalesce(b.cents, 0)' },
      { name: 'cashback', as: 'money', sql: balance('cashback') },
      { name: 'points', as: 'count', sql: balance('points') },
    ],
  },
  ledger: {
    from: `postings p JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
      WHERE p.merchant_id = current_merchant()`,
    at: 'p.recorded_at',
    latest: 'p.seq',
    columns: [
      { name: 'at', as: 'instant', sql: 'p.recorded_at' },
      { name: 'movement', as: 'word', sql: 't.kind' },
      { name: 'asset', as: 'word', sql: 'p.asset' },
      { name: 'quantity', as: 'asset-quantity', sql: 'p.quantity' },
      { name: 'from', as: 'word', sql: 'p.source' },
      { name: 'to', as: 'word', sql: 'p.destination' },
      { name: 'sale', as: 'text', sql: 't.sale_id' },
      ...person('p'),
    ],
  },
  vouchers: {
    from: 'vouchers v WHERE v.merchant_id = current_merchant()',
    at: 'v.issued_at',
    latest: 'v.issued_at',
    columns: [
      { name: 'at', as: 'instant', sql: 'v.issued_at' },
      // Its code is money to whoever reads it: it is not in the file.
      {
        name: 'worth',
        as: 'text',
        sql: `CASE v.benefit->>'kind' WHEN 'voucher-item' THEN v.benefit->>'name'
          WHEN 'voucher-percent' THEN round((v.benefit->>'bps')::numeric / 100, 2) || '%'
          ELSE round((v.benefit->>'cents')::numeric / 100, 2)::text END`,
      },
      { name: 'state', as: 'word', sql: 'v.state' },
      { name: 'validUntil', as: 'instant', sql: 'v.expires_at' },
      { name: 'settledAt', as: 'instant', sql: 'v.settled_at' },
      { name: 'purchase', as: 'money', sql: 'v.purchase_cents' },
      { name: 'paid', as: 'money', sql: 'v.paid_cents' },
      ...person('v'),
    ],
  },
  /** Who was in which arm, and what they bought in its window: what its result is counted from. */
  campaign: {
    from: `campaign_members m JOIN campaigns k ON k.merchant_id = m.merchant_id AND k.number = m.campaign
      WHERE m.merchant_id = current_merchant() AND m.campaign = ? AND ${ONE_PERSON('m')}`,
    byNumber: true,
    at: 'm.assigned_at',
    latest: 'm.customer_id',
    columns: [
      ...person('m'),
      { name: 'arm', as: 'word', sql: 'm.arm' },
      { name: 'given', as: 'instant', sql: 'm.given_at' },
      { name: 'skipped', as: 'word', sql: 'm.skipped' },
      {
        name: 'boughtInWindow',
        as: 'money',
        sql: `coalesce((SELECT sum(s.total_cents - s.refunded_cents) FROM sales s WHERE s.merchant_id = m.merchant_id
          AND s.customer_id = m.customer_id AND s.occurred_at >= k.starts_at AND s.occurred_at < k.ends_at), 0)::bigint`,
      },
    ],
  },
};

function balance(asset: string): string {
  return `coalesce((SELECT a.quantity FROM balances a WHERE a.merchant_id = c.merchant_id AND a.customer_id = c.id
    AND a.asset = '${asset}'), 0)`;
}
