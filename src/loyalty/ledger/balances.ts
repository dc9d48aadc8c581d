import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Asset } from '../core/money';
import type { Instant } from '../core/sales/sale';
import { isUsable } from '../core/ledger/spending';
import { loadShop, zoneAt } from '../shops/shops';

export interface AssetBalance {
  /** Usable now. */
  available: number;
  /** Granted, and usable from a later moment on. */
  pending: { quantity: number; nextAt: Instant } | null;
  /** What expires next of what is usable. */
  expiring: { quantity: number; at: Instant } | null;
  /** Waiting in vouchers. */
  held: number;
  /** Taken back by a refund after it was spent; later earnings pay it. */
  debt: number;
}

export type Balance = Record<Asset, AssetBalance>;

/** A lot with something left in it, and what its asset's balance row says; a row without a lot has no lot's fields. */
interface BalanceRow {
  asset: Asset;
  held: number;
  debt: number;
  remaining: number | null;
  availableAt: Instant;
  expiresAt: Instant | null;
}

/**
 * As of the transaction's moment: what has expired by then is gone, whether or not it was noted yet. One read, of the
 * customer's balance rows and open lots alone.
 */
export async function balanceOf(work: Work, customerId: string): Promise<Balance> {
  const rows = await query<BalanceRow>(
    work,
    `SELECT b.asset, b.held, b.debt, l.remaining, l.available_at AS "availableAt", l.expires_at AS "expiresAt"
     FROM balances b
     LEFT JOIN lots l ON l.merchant_id = b.merchant_id AND l.customer_id = b.customer_id AND l.asset = b.asset
       AND l.remaining > 0
     WHERE b.merchant_id = current_merchant() AND b.customer_id = ?
     ORDER BY l.expires_at NULLS LAST`,
    [customerId],
  );
  return balanceFrom(rows, work.now);
}

/**
 * As it was at a past moment: by what had been recorded up to then (inclusive), and what was available and expired then.
 * What lives on with each purchase is told as the last one up to then had left it, by the sales as they are known now.
 */
export async function balanceAt(work: Work, customerId: string, at: Instant): Promise<Balance> {
  const moment = new Date(at);
  const rows = await query<BalanceRow & { rollingDays: number | null; bought: Instant | null }>(
    work,
    `WITH moved AS (
       SELECT p.source, p.destination, p.asset, p.quantity FROM postings p
       WHERE p.merchant_id = current_merchant() AND p.customer_id = ? AND p.recorded_at <= ?),
     sums AS (
       SELECT asset,
         sum(CASE 'held' WHEN destination THEN quantity WHEN source THEN -quantity ELSE 0 END)::bigint AS held,
         sum(CASE 'debt' WHEN source THEN quantity WHEN destination THEN -quantity ELSE 0 END)::bigint AS debt
       FROM moved GROUP BY asset),
     stood AS (
       SELECT l.asset, l.available_at, l.expires_at, l.rolling_days, l.granted - coalesce((
         SELECT sum(u.quantity) FROM lot_uses u
         JOIN transactions t ON t.merchant_id = u.merchant_id AND t.id = u.transaction_id
         WHERE u.merchant_id = l.merchant_id AND u.customer_id = l.customer_id AND u.lot_id = l.id
           AND t.recorded_at <= ?), 0)::bigint AS remaining
       FROM lots l JOIN transactions g ON g.merchant_id = l.merchant_id AND g.id = l.transaction_id
       WHERE l.merchant_id = current_merchant() AND l.customer_id = ? AND g.recorded_at <= ?)
     SELECT s.asset, s.held, s.debt, l.remaining, l.available_at AS "availableAt", l.expires_at AS "expiresAt",
       l.rolling_days AS "rollingDays", (SELECT max(occurred_at) FROM sales
         WHERE merchant_id = current_merchant() AND customer_id = ? AND occurred_at <= ?
           AND total_cents > refunded_cents) AS bought
     FROM sums s LEFT JOIN stood l ON l.asset = s.asset AND l.remaining > 0`,
    [customerId, moment, moment, customerId, moment, customerId, moment],
  );
  const shop = await loadShop(work);
  const then = rows.map(({ rollingDays, bought, expiresAt, ...row }) => {
    const rolled =
      rollingDays === null || bought === null
        ? null
        : zoneAt(shop, bought).startOfDay(bought, rollingDays + 1);
    // Later purchases only ever moved it on, and nothing that had expired.
    const isSooner = rolled !== null && rolled > at && expiresAt !== null && rolled < expiresAt;
    return { ...row, expiresAt: isSooner ? rolled : expiresAt };
  });
  return balanceFrom(
    then.toSorted((a, b) => (a.expiresAt ?? Infinity) - (b.expiresAt ?? Infinity)),
    at,
  );
}

/** From lots with the soonest expiry first. */
function balanceFrom(rows: readonly BalanceRow[], at: Instant): Balance {
  const empty = (): AssetBalance => ({ available: 0, pending: null, expiring: null, held: 0, debt: 0 });
  const balance: Balance = { cashback: empty(), points: empty() };
  for (const { asset, held, debt, remaining, availableAt, expiresAt } of rows) {
    const of = balance[asset];
    Object.assign(of, { held, debt });
    if (remaining === null) continue;
    if (availableAt > at) {
      of.pending = {
        quantity: (of.pending?.quantity ?? 0) + remaining,
        nextAt: Math.min(of.pending?.nextAt ?? Infinity, availableAt),
      };
    } else if (isUsable({ availableAt, expiresAt }, at)) {
      of.available += remaining;
      // Soonest first: the first that expires at all sets the moment.
      if (expiresAt !== null && (of.expiring === null || of.expiring.at === expiresAt))
        of.expiring = { quantity: (of.expiring?.quantity ?? 0) + remaining, at: expiresAt };
    }
  }
  return balance;
}
