import type { Work } from '../db';
import { query } from '../rows';
import { balanceOf } from './balances';
import { ok, refuse, type Refusal, type Result } from './core/result';
import type { Instant } from './core/sale';
import { usableOf } from './core/voucher';
import { hashInput, transactionId, writeEntries } from './ledger';
import { lockBalances } from './ledger-rows';
import { enqueueNotices } from './outbox';
import { currentSettings } from './program';
import { loadShop } from './shops';
import { audit, type StaffMember } from './team';
import { hashCode, readVouchers, type StoredVoucher } from './voucher-rows';
import { settlementOf } from './voucher-settlement';

const DAY_MS = 86_400_000;
/** Wrong codes in a day, after which a sender, or anyone of the shop, has to wait. */
const MISSES_OF_SENDER = 10;
const MISSES_OF_SHOP = 200;

export interface VoucherToValidate {
  code: string;
  valueCents: number;
  minimumPurchaseCents: number | null;
  expiresAt: Instant;
  holder: string | null;
}

/** What a voucher is worth, for the shop's own staff. Unknown and foreign codes get one same answer. */
export async function inspectVoucher(
  work: Work,
  { code, by }: { code: string; by: StaffMember },
): Promise<Result<VoucherToValidate>> {
  const found = await findVoucher(work, code, by, '');
  if (!found.ok) return found;
  const refusal = refusalOf(found.value);
  if (refusal !== null) return refuse(refusal);
  const { valueCents, minimumPurchaseCents, expiresAt, holder } = found.value;
  return ok({ code, valueCents, minimumPurchaseCents, expiresAt, holder });
}

export interface Redemption {
  /** What the voucher paid. */
  valueCents: number;
  /** What of it the purchase could not use, and went back. */
  returnedCents: number;
  holder: string | null;
}

/**
 * Spends a voucher on a purchase, once: the voucher's row is locked, and its final state written with the postings.
 * The same key again gives the first answer.
 */
export async function redeemVoucher(
  work: Work,
  { code, purchaseCents, by, key }: { code: string; purchaseCents: number; by: StaffMember; key: string },
): Promise<Result<Redemption>> {
  const found = await findVoucher(work, code, by, 'FOR UPDATE OF v');
  if (!found.ok) return found;
  const voucher = found.value;
  const settings = await currentSettings(work);
  const valueCents = usableOf(
    voucher.valueCents,
    voucher.purchaseCents ?? purchaseCents,
    settings.redeem_max_bps,
  );
  const redemption = { valueCents, returnedCents: voucher.valueCents - valueCents, holder: voucher.holder };
  if (voucher.state === 'redeemed' && (await wasSettledBy(work, voucher.id, key))) return ok(redemption);
  const refusal = refusalOf(voucher);
  if (refusal !== null) return refuse(refusal);
  const minimum = await minimumOfLots(work, voucher.id);
  if (minimum !== null && purchaseCents < minimum)
    return refuse({ code: 'purchase-below-voucher-minimum', minimum });

  const balances = await lockBalances(work, [voucher.customerId]);
  await work
    .trx('vouchers')
    .where({ id: voucher.id })
    .update({
      state: 'redeemed',
      settled_at: new Date(work.now),
      purchase_cents: purchaseCents,
      redeemed_by: by.id,
    });
  await writeEntries(
    work,
    await settlementOf(work, voucher, {
      captured: valueCents,
      debt: balances.get(voucher.customerId)?.debt.cashback ?? 0,
      key,
    }),
  );
  await audit(work, by, 'redeem-voucher', { voucher: voucher.id, purchaseCents, valueCents });
  await notifyHolder(work, voucher, { valueCents, purchaseCents });
  return ok(redemption);
}

async function findVoucher(
  work: Work,
  code: string,
  by: StaffMember,
  lock: string,
): Promise<Result<StoredVoucher>> {
  const since = new Date(work.now - DAY_MS);
  const misses = await work
    .trx<{ sender: string; at: number }>('voucher_misses')
    .where('at', '>', since as never)
    .orderBy('at')
    .select('sender', 'at');
  const mine = misses.filter((miss) => miss.sender === by.id);
  if (mine.length >= MISSES_OF_SENDER || misses.length >= MISSES_OF_SHOP) {
    const first = mine.length >= MISSES_OF_SENDER ? mine[0] : misses[0];
    return refuse({ code: 'too-many-tries', retryAt: (first?.at ?? work.now) + DAY_MS });
  }
  const [voucher] = await readVouchers(work, 'v.code_hash = ?', [hashCode(work, code)], lock);
  if (voucher !== undefined) return ok(voucher);
  await work
    .trx('voucher_misses')
    .insert({ merchant_id: work.merchantId, sender: by.id, at: new Date(work.now) });
  return refuse({ code: 'voucher-not-found' });
}

function refusalOf(voucher: StoredVoucher): Refusal | null {
  const at = voucher.state === 'expired' ? voucher.expiresAt : (voucher.settledAt ?? voucher.expiresAt);
  if (voucher.state === 'redeemed') return { code: 'voucher-redeemed', at, valueCents: voucher.valueCents };
  if (voucher.state === 'expired') return { code: 'voucher-expired', at };
  if (voucher.state === 'cancelled') return { code: 'voucher-cancelled', at };
  return null;
}

async function wasSettledBy(work: Work, voucherId: string, key: string): Promise<boolean> {
  const row = await work
    .trx<{ input_hash: Buffer }>('transactions')
    .where({ id: transactionId(`voucher:${voucherId}:settle`) } as never)
    .first('input_hash');
  return row !== undefined && row.input_hash.equals(hashInput(key));
}

async function minimumOfLots(work: Work, voucherId: string): Promise<number | null> {
  const rows = await query<{ minimum: number | null }>(
    work,
    `SELECT max(l.use_min_cents) AS minimum
     FROM transactions t
     JOIN lot_uses u ON u.merchant_id = t.merchant_id AND u.transaction_id = t.id
     JOIN lots l ON l.merchant_id = u.merchant_id AND l.customer_id = u.customer_id AND l.id = u.lot_id
     WHERE t.merchant_id = current_merchant() AND t.id = ?`,
    [transactionId(`voucher:${voucherId}:hold`)],
  );
  return rows[0]?.minimum ?? null;
}

async function notifyHolder(
  work: Work,
  voucher: StoredVoucher,
  paid: { valueCents: number; purchaseCents: number },
): Promise<void> {
  const shop = await loadShop(work);
  const balance = await balanceOf(work, voucher.customerId);
  const customer = await work
    .trx<{ messages_stopped: boolean; id: string }>('customers')
    .where({ id: voucher.customerId })
    .first('messages_stopped');
  await enqueueNotices(work, [
    {
      cause: `voucher:${voucher.id}:settle`,
      customerId: voucher.customerId,
      notice: {
        kind: 'voucher-redeemed',
        shop: shop.name,
        ...paid,
        balance: { cashbackCents: balance.cashback.available, points: balance.points.available },
      },
      suppressed: customer?.messages_stopped === true ? 'opted-out' : null,
    },
  ]);
}
