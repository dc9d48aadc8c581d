import type { Work } from '../../db';
import { balanceOf } from '../ledger/balances';
import type { Notice } from '../core/messages/notice';
import type { Refusal } from '../core/result';
import type { Sale } from '../core/sales/sale';
import { enqueueNotices, tellOwners } from '../outbox';
import { loadShop } from '../shops/shops';
import type { StoredVoucher } from './rows';

type ToHolder = Extract<Notice, { kind: 'voucher-redeemed' | 'voucher-cancelled' | 'voucher-returned' }>;
/** Of each kind, what is about the voucher: shop and balance are filled in. */
type AboutVoucher = ToHolder extends infer One
  ? One extends ToHolder
    ? Omit<One, 'shop' | 'balance'>
    : never
  : never;

/** Tells a voucher's holder what became of it, with the balance that they have by now. */
export async function tellHolder(
  work: Work,
  { customerId }: StoredVoucher,
  cause: string,
  about: AboutVoucher,
): Promise<void> {
  const { name: shop } = await loadShop(work);
  const { cashback, points } = await balanceOf(work, customerId);
  const balance = { cashbackCents: cashback.available, points: points.available };
  const customer = await work
    .trx<{ messages_stopped: boolean; id: string }>('customers')
    .where({ id: customerId })
    .first('messages_stopped');
  const suppressed = customer?.messages_stopped === true ? 'opted-out' : null;
  await enqueueNotices(work, [{ cause, customerId, notice: { ...about, shop, balance }, suppressed }]);
}

/** An item was handed over, and cannot be posted back: a person has to see to it. */
export async function tellOfItem(
  work: Work,
  { id, benefit, holder }: StoredVoucher,
  refunded: 'earned-by' | 'used-on',
): Promise<void> {
  if (benefit.kind !== 'voucher-item') return;
  const { name: shop } = await loadShop(work);
  await tellOwners(work, {
    cause: `voucher:${id}:${refunded}`,
    notice: { kind: 'voucher-item-to-settle', shop, item: benefit.name, holder, refunded },
  });
}

/** A sale's voucher could not be honoured: told once a sale. */
export async function tellOfRefusal(work: Work, sale: Sale, refusal: Refusal): Promise<void> {
  const { name: shop } = await loadShop(work);
  const { externalId, totalCents: saleCents, occurredAt: at, terminal } = sale;
  await tellOwners(work, {
    cause: `voucher-of-sale:${externalId}`,
    notice: { kind: 'voucher-not-honoured', shop, saleCents, at, terminal, refusal },
  });
}
