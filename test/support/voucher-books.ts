import type { Database } from '../../src/db';
import type { Work } from '../../src/loyalty';
import { query } from '../../src/db/rows';

/** What of a shop's books does not hold, customer by customer and asset by asset; nothing where all is well. */
export async function faultsOf(db: Database, shop: number): Promise<unknown[]> {
  return db.asMerchant(shop, async (work) => [
    ...(await balancesThatDiffer(work)),
    ...(await lotsThatDiffer(work)),
    ...(await query(
      work,
      `SELECT id, state, held, paid_cents, returned_cents FROM vouchers
       WHERE merchant_id = current_merchant() AND source = 'cashback' AND paid_cents > held`,
    )),
  ]);
}

/** Balance rows, lots, postings and open vouchers tell the same of what each customer has, holds and owes. */
function balancesThatDiffer(work: Work): Promise<unknown[]> {
  return query(
    work,
    `WITH net AS (
       SELECT customer_id, asset, account, sum(quantity)::bigint AS quantity FROM (
         SELECT customer_id, asset, destination AS account, quantity FROM postings WHERE merchant_id = current_merchant()
         UNION ALL
         SELECT customer_id, asset, source, -quantity FROM postings WHERE merchant_id = current_merchant()) AS legs
       GROUP BY 1, 2, 3),
     told AS (
       SELECT b.customer_id, b.asset, b.quantity, b.held, b.debt,
         (SELECT coalesce(sum(remaining), 0)::bigint FROM lots l WHERE l.merchant_id = b.merchant_id
            AND l.customer_id = b.customer_id AND l.asset = b.asset) AS lots,
         (SELECT coalesce(sum(held), 0)::bigint FROM vouchers v WHERE v.merchant_id = b.merchant_id
            AND v.customer_id = b.customer_id AND v.source = b.asset AND v.state = 'open') AS vouchers,
         (SELECT coalesce(sum(quantity), 0)::bigint FROM net n WHERE n.customer_id = b.customer_id AND n.asset = b.asset
            AND n.account = 'customer') AS posted,
         (SELECT coalesce(sum(quantity), 0)::bigint FROM net n WHERE n.customer_id = b.customer_id AND n.asset = b.asset
            AND n.account = 'held') AS posted_held,
         (SELECT -coalesce(sum(quantity), 0)::bigint FROM net n WHERE n.customer_id = b.customer_id AND n.asset = b.asset
            AND n.account = 'debt') AS posted_debt
       FROM balances b WHERE b.merchant_id = current_merchant())
     SELECT * FROM told
     WHERE quantity <> lots OR quantity <> posted OR held <> posted_held OR held <> vouchers OR debt <> posted_debt`,
  );
}

function lotsThatDiffer(work: Work): Promise<unknown[]> {
  return query(
    work,
    `SELECT l.id, l.granted, l.remaining, coalesce(sum(u.quantity), 0) AS used
     FROM lots l
     LEFT JOIN lot_uses u ON u.merchant_id = l.merchant_id AND u.customer_id = l.customer_id AND u.lot_id = l.id
     WHERE l.merchant_id = current_merchant()
     GROUP BY l.merchant_id, l.customer_id, l.id HAVING l.remaining <> l.granted - coalesce(sum(u.quantity), 0)`,
  );
}
