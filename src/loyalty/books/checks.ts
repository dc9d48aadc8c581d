/** What must hold of one shop's books, and the statement that finds where it does not. */
export interface Check {
  name: string;
  /** Rows `about` (of what: ids, never a person) and `detail` (how it differs); none where it holds. */
  sql: string;
}

// Where tellings of one thing are compared, the rows of all are added up in one pass, by total(): that costs half of
// adding up each and joining the sums.

/** What a posting does to its customer's account of that name. */
const to = (account: string): string =>
  `CASE '${account}' WHEN destination THEN quantity WHEN source THEN -quantity ELSE 0 END`;

const only = (asset: string, quantity: string): string =>
  `CASE asset WHEN '${asset}' THEN ${quantity} ELSE 0 END`;

const of = (customer: string, asset: string): string => `'customer ' || ${customer} || ' ' || ${asset}`;

export const checks: readonly Check[] = [
  {
    name: 'balances are what the postings sum to, and what remains in the lots',
    sql: `SELECT ${of('customer_id', 'asset')} AS about, CASE total(kept) WHEN 0 THEN 'moves and has no balance'
          ELSE format('differs from its postings by %s, held by %s, debt by %s, and from its lots by %s',
            total(balance), total(held), total(debt), total(lots)) END AS detail
      FROM (SELECT customer_id, asset, quantity AS balance, held, debt, quantity AS lots, 1 AS kept FROM balances
            UNION ALL SELECT customer_id, asset, -(${to('customer')}), -(${to('held')}), ${to('debt')}, 0, 0 FROM postings
              WHERE source IN ('customer', 'held', 'debt') OR destination IN ('customer', 'held', 'debt')
            UNION ALL SELECT customer_id, asset, 0, 0, 0, -remaining, 0 FROM lots) AS told
      GROUP BY customer_id, asset
      HAVING total(balance) <> 0 OR total(held) <> 0 OR total(debt) <> 0 OR total(lots) <> 0 OR total(kept) = 0`,
  },
  {
    name: 'what remains of a lot is what was granted less its uses',
    sql: `SELECT 'lot ' || l.id AS about, format('granted %s, used %s, remaining %s', l.granted, u.used, l.remaining) AS detail
      FROM lots l LEFT JOIN (SELECT customer_id, lot_id, sum(quantity) AS used FROM lot_uses GROUP BY 1, 2) AS u
        ON u.customer_id = l.customer_id AND u.lot_id = l.id
      WHERE l.granted - coalesce(u.used, 0) <> l.remaining OR l.remaining < 0 OR l.remaining > l.granted`,
  },
  {
    name: 'every transaction moves something, the lots as much as the account',
    sql: `SELECT 'transaction ' || id AS about, CASE WHEN total(kept) = 0 THEN 'is not there and moves something'
          WHEN total(moves) = 0 THEN 'moves nothing'
          ELSE format('lots differ from postings by %s cents and %s points', total(cashback), total(points)) END AS detail
      FROM (SELECT id, 1 AS kept, 0 AS moves, 0::bigint AS cashback, 0::bigint AS points FROM transactions
            UNION ALL SELECT transaction_id, 0, 1, ${only('cashback', `-(${to('customer')})`)}, ${only('points', `-(${to('customer')})`)} FROM postings
            UNION ALL SELECT transaction_id, 0, 0, ${only('cashback', 'granted')}, ${only('points', 'granted')} FROM lots
            UNION ALL SELECT u.transaction_id, 0, 0, ${only('cashback', '-u.quantity')}, ${only('points', '-u.quantity')}
              FROM lot_uses u JOIN lots l ON l.customer_id = u.customer_id AND l.id = u.lot_id) AS told
      GROUP BY id HAVING total(kept) = 0 OR total(moves) = 0 OR total(cashback) <> 0 OR total(points) <> 0`,
  },
  {
    name: 'a lot expires once, and not early',
    sql: `SELECT 'lot ' || l.id AS about, format('%s expiries, the first recorded at %s, due at %s', count(*), min(t.recorded_at), l.expires_at) AS detail
      FROM lots l JOIN lot_uses u ON u.customer_id = l.customer_id AND u.lot_id = l.id
      JOIN transactions t ON t.id = u.transaction_id AND t.kind = 'expiry'
      GROUP BY l.id, l.expires_at
      HAVING count(*) > 1 OR l.expires_at IS NULL OR min(t.recorded_at) < l.expires_at`,
  },
  {
    name: 'nothing was taken back of a sale that was not given',
    sql: `SELECT 'sale ' || t.sale_id AS about, format('%s %s given, %s taken back', p.asset,
          sum(p.quantity) FILTER (WHERE p.source = 'program'), sum(p.quantity) FILTER (WHERE p.destination = 'program')) AS detail
      FROM transactions t JOIN postings p ON p.transaction_id = t.id
      WHERE t.kind IN ('award', 'refund') AND t.sale_id IN (
        SELECT r.sale_id FROM transactions r JOIN postings q ON q.transaction_id = r.id
        WHERE r.kind IN ('award', 'refund') AND q.destination = 'program')
      GROUP BY t.sale_id, p.asset
      HAVING coalesce(sum(p.quantity) FILTER (WHERE p.destination = 'program'), 0)
           > coalesce(sum(p.quantity) FILTER (WHERE p.source = 'program'), 0)`,
  },
  {
    name: 'what is held is what waits in open vouchers',
    sql: `SELECT ${of('coalesce(b.customer_id, v.customer_id)', 'coalesce(b.asset, v.asset)')} AS about,
        format('held %s, in open vouchers %s', b.held, v.held) AS detail
      FROM balances b FULL JOIN (
        SELECT customer_id, CASE source WHEN 'points' THEN 'points' ELSE 'cashback' END AS asset, sum(held) AS held
        FROM vouchers WHERE state = 'open' AND held IS NOT NULL GROUP BY 1, 2) AS v
        ON v.customer_id = b.customer_id AND v.asset = b.asset
      WHERE coalesce(b.held, 0) <> coalesce(v.held, 0)`,
  },
  {
    name: 'a voucher ends once, and frees all that it held',
    sql: `SELECT 'voucher ' || v.id AS about, format('is %s and held %s: %s left it; paid %s, by the books %s', v.state, v.held,
          coalesce(m.freed, 0), v.paid_cents, coalesce(m.paid, 0)) AS detail
      FROM vouchers v LEFT JOIN (
        SELECT t.voucher_id, sum(p.quantity) FILTER (WHERE p.source = 'held') AS freed,
          sum(p.quantity) FILTER (WHERE p.source = 'program' AND p.destination = 'redeemed') AS paid
        FROM transactions t JOIN postings p ON p.transaction_id = t.id WHERE t.voucher_id IS NOT NULL GROUP BY 1) AS m
        ON m.voucher_id = v.id
      WHERE coalesce(m.freed, 0) <> CASE v.state WHEN 'open' THEN 0 ELSE coalesce(v.held, 0) END
        OR v.held IS NULL AND coalesce(m.paid, 0) <> coalesce(v.paid_cents, 0)`,
  },
  {
    name: 'what a merge took from one customer it gave to the other',
    sql: `SELECT 'asset ' || asset AS about, format('%s went, %s came', sum(quantity) FILTER (WHERE destination = 'merged'),
          sum(quantity) FILTER (WHERE source = 'merged')) AS detail
      FROM postings WHERE 'merged' IN (source, destination) GROUP BY asset
      HAVING sum(CASE destination WHEN 'merged' THEN quantity ELSE -quantity END) <> 0
      UNION ALL
      SELECT 'customer ' || b.customer_id, format('is merged and has %s, holds %s, owes %s', b.quantity, b.held, b.debt)
      FROM balances b JOIN customers c ON c.id = b.customer_id
      WHERE c.merged_into IS NOT NULL AND (b.quantity, b.held, b.debt) <> (0, 0, 0)
      UNION ALL
      SELECT 'customer ' || c.id, 'is merged into one who is merged' FROM customers c
      JOIN customers d ON d.id = c.merged_into WHERE d.merged_into IS NOT NULL`,
  },
  // Whoever has postings or lots has a balance: the first check asks for it.
  {
    name: 'every reference stays within the shop',
    sql: `SELECT DISTINCT 'customer ' || r.customer_id AS about, 'is named by ' || r.place || ' and is not known' AS detail
      FROM (SELECT customer_id, 'sales' AS place FROM sales
            UNION ALL SELECT customer_id, 'balances' FROM balances) AS r
      WHERE r.customer_id IS NOT NULL AND NOT EXISTS (SELECT FROM customers c WHERE c.id = r.customer_id)
      UNION ALL
      SELECT 'sale ' || t.sale_id, 'is named by transaction ' || t.id || ' and is not known' FROM transactions t
      WHERE t.sale_id IS NOT NULL AND NOT EXISTS (SELECT FROM sales s WHERE s.id = t.sale_id)
      UNION ALL
      SELECT 'voucher ' || t.voucher_id, 'is named by transaction ' || t.id || ' and is not known' FROM transactions t
      WHERE t.voucher_id IS NOT NULL AND NOT EXISTS (SELECT FROM vouchers v WHERE v.id = t.voucher_id)`,
  },
  {
    name: 'no budget is exceeded',
    sql: `SELECT 'rule ' || c.rule_id AS about, format('%s given of %s', c.quantity, b.budget) AS detail
      FROM rule_counters c JOIN LATERAL (
        SELECT max((v.rules -> (i - 1)::integer -> 'limits' ->> 'budget_cents')::bigint) AS budget
        FROM program_versions v CROSS JOIN LATERAL unnest(v.rule_ids) WITH ORDINALITY AS ids (id, i)
        WHERE ids.id = c.rule_id) AS b ON true
      WHERE c.period = 'budget' AND c.quantity > b.budget`,
  },
];
