import type { Work } from '../db';
import { query } from '../rows';
import type { Asset } from './core/money';
import type { Instant } from './core/sale';
import type { AccountKind } from './core/settlement';
import { isUsable } from './core/spending';
import { openLots } from './ledger-rows';

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

/** As of the transaction's moment: what has expired by then is gone, whether or not it was noted yet. */
export async function balanceOf(work: Work, customerId: string): Promise<Balance> {
  const empty = (): AssetBalance => ({ available: 0, pending: null, expiring: null, held: 0, debt: 0 });
  const balance: Balance = { cashback: empty(), points: empty() };
  for (const lot of await openLots(work, customerId)) {
    const of = balance[lot.asset];
    if (lot.availableAt > work.now) {
      of.pending = {
        quantity: (of.pending?.quantity ?? 0) + lot.remaining,
        nextAt: Math.min(of.pending?.nextAt ?? Infinity, lot.availableAt),
      };
    } else if (isUsable(lot, work.now)) {
      of.available += lot.remaining;
      // Soonest first: the first that expires at all sets the moment.
      if (lot.expiresAt !== null && (of.expiring === null || of.expiring.at === lot.expiresAt))
        of.expiring = { quantity: (of.expiring?.quantity ?? 0) + lot.remaining, at: lot.expiresAt };
    }
  }
  const rows = await work
    .trx<{ asset: Asset; held: number; debt: number; customer_id: string }>('balances')
    .where({ customer_id: customerId })
    .select('asset', 'held', 'debt');
  for (const { asset, held, debt } of rows) Object.assign(balance[asset], { held, debt });
  return balance;
}

export interface StatementEntry {
  at: Instant;
  kind: 'earned' | 'taken-back' | 'held' | 'released' | 'expired' | 'debt-paid';
  asset: Asset;
  /** Signed as the customer feels it. */
  quantity: number;
  /** Of the sale behind it. */
  saleCents: number | null;
}

/** How a customer feels a posting; what moves between accounts that are not theirs is not felt. */
const FELT: readonly {
  source: AccountKind;
  destination: AccountKind;
  kind: StatementEntry['kind'];
  sign: 1 | -1;
}[] = [
  { source: 'program', destination: 'customer', kind: 'earned', sign: 1 },
  { source: 'customer', destination: 'program', kind: 'taken-back', sign: -1 },
  { source: 'debt', destination: 'program', kind: 'taken-back', sign: -1 },
  { source: 'customer', destination: 'held', kind: 'held', sign: -1 },
  { source: 'held', destination: 'customer', kind: 'released', sign: 1 },
  { source: 'customer', destination: 'expired', kind: 'expired', sign: -1 },
  { source: 'customer', destination: 'debt', kind: 'debt-paid', sign: -1 },
];

/** The latest entries first; `more` is to be given as `before` for the older ones. */
export async function statementOf(
  work: Work,
  customerId: string,
  { limit, before }: { limit: number; before?: number },
): Promise<{ entries: StatementEntry[]; more: number | null }> {
  const rows = await query<{
    seq: number;
    source: AccountKind;
    destination: AccountKind;
    asset: Asset;
    quantity: number;
    occurred_at: number;
    total_cents: number | null;
  }>(
    work,
    `SELECT p.seq, p.source, p.destination, p.asset, p.quantity, t.occurred_at, s.total_cents
     FROM postings p
     JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
     LEFT JOIN sales s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id
     WHERE p.merchant_id = current_merchant() AND p.customer_id = ? AND p.seq < coalesce(?::bigint, 9223372036854775807)
       AND (p.source, p.destination) IN (SELECT * FROM unnest(?::text[], ?::text[]))
     ORDER BY p.seq DESC LIMIT ?`,
    [
      customerId,
      before ?? null,
      FELT.map((felt) => felt.source),
      FELT.map((felt) => felt.destination),
      limit + 1,
    ],
  );
  const shown = rows.slice(0, limit);
  const entries = shown.flatMap((row): StatementEntry[] => {
    const felt = FELT.find(
      ({ source, destination }) => source === row.source && destination === row.destination,
    );
    if (felt === undefined) return [];
    const { kind, sign } = felt;
    return [
      {
        at: row.occurred_at,
        kind,
        asset: row.asset,
        quantity: sign * row.quantity,
        saleCents: row.total_cents,
      },
    ];
  });
  return { entries, more: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}
