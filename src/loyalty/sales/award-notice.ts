import type { Notice } from '../core/messages/notice';
import type { Verdict } from '../core/rules/verdict';
import type { Entry } from '../ledger/ledger';
import type { CustomerBalance } from '../ledger/ledger-rows';
import type { Instant } from '../core/sales/sale';
import type { KnownSale } from './sale-rows';
import type { Shop } from '../shops/shops';

/** Whether all that it gives had expired before it was told: nobody is glad of it. What later purchases prolong has not. */
export const isOver = ({ movement: { lots } }: Entry, now: Instant): boolean =>
  lots.length > 0 &&
  lots.every(({ expiresAt, rollingDays }) => expiresAt !== null && expiresAt <= now && rollingDays === null);

/** What a customer is told of a sale that gave them something, or lost it. */
export function awardNotice(
  shop: Shop,
  known: KnownSale,
  verdict: Verdict,
  entry: Entry,
  balance: CustomerBalance,
): Notice {
  const moved = (asset: 'cashback' | 'points'): number =>
    entry.movement.postings.reduce((sum, posting) => {
      if (posting.asset !== asset) return sum;
      if (posting.source === 'program') return sum + posting.quantity;
      return posting.destination === 'program' ? sum + posting.quantity : sum;
    }, 0);
  const common = {
    shop: shop.name,
    saleCents: known.sale.totalCents,
    cashbackCents: moved('cashback'),
    points: moved('points'),
    balance: { cashbackCents: balance.quantity.cashback, points: balance.quantity.points },
  };
  if (entry.kind === 'refund')
    return { kind: 'benefit-taken-back', refundedCents: known.sale.refundedCents, ...common };
  const availableAt = Math.max(...verdict.grants.map((grant) => grant.availableAt));
  const expiries = verdict.grants.flatMap((grant) => grant.expiresAt ?? []);
  return {
    kind: 'benefit-earned',
    availableAt: availableAt > known.sale.occurredAt ? availableAt : null,
    expiresAt: expiries.length === 0 ? null : Math.min(...expiries),
    ...common,
  };
}
