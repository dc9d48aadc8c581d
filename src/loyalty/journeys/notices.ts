import type { Work } from '../../db';
import type { Shop } from '../shops/shops';
import { becomesUsable, birthdays, ends, milestones, vouchersEnding, type RoundDay } from './occasions';
import { usableBalances } from './recipients';
import type { JourneyNotice } from './round';

/** Days before the last on which something can be used. */
const REMIND_BEFORE = [7, 1] as const;
const DAY_MS = 86_400_000;

/** Of balances and vouchers: what becomes usable on that day, and what is about to end. */
export async function reminders(work: Work, shop: Shop, day: RoundDay): Promise<JourneyNotice[]> {
  const usable = gathered(await becomesUsable(work, day));
  const ending = new Map<number, ReturnType<typeof gathered>>();
  for (const days of REMIND_BEFORE) ending.set(days, gathered(await ends(work, day, days)));
  const vouchers = await vouchersEnding(work, day);
  const balanceOf = await usableBalances(work, [
    ...usable.keys(),
    ...[...ending.values()].flatMap((parts) => [...parts.keys()]),
  ]);
  return [
    ...[...usable].map(([customerId, part]): JourneyNotice => ({
      cause: `available:${day.day}:${customerId}`,
      customerId,
      notice: { kind: 'benefit-available', shop: shop.name, ...part, balance: balanceOf(customerId) },
      notAfter: part.expiresAt,
    })),
    ...[...ending].flatMap(([days, parts]) =>
      [...parts].map(([customerId, part]): JourneyNotice => {
        const expiresAt = part.expiresAt ?? day.at;
        return {
          cause: `expiring:${days}:${day.day}:${customerId}`,
          customerId,
          notice: {
            kind: 'balance-expiring',
            shop: shop.name,
            cashbackCents: part.cashbackCents,
            points: part.points,
            expiresAt,
            balance: balanceOf(customerId),
          },
          notAfter: expiresAt,
        };
      }),
    ),
    ...vouchers.map(({ customerId, ...voucher }): JourneyNotice => ({
      cause: `voucher-expiring:${voucher.voucherId}`,
      customerId,
      notice: { kind: 'voucher-expiring', shop: shop.name, ...voucher },
      notAfter: voucher.expiresAt,
    })),
  ];
}

/** Birthdays, and the day after a first purchase or one that is to be thanked for. */
export async function greetings(
  work: Work,
  shop: Shop,
  day: RoundDay,
  thanksAfter: number,
): Promise<JourneyNotice[]> {
  const celebrating = await birthdays(work, day);
  const bought = await milestones(work, day, thanksAfter);
  const balanceOf = await usableBalances(work, [
    ...celebrating,
    ...bought.map(({ customerId }) => customerId),
  ]);
  const endOfDay = day.zone.startOfDay(day.at, 1);
  return [
    ...celebrating.map((customerId): JourneyNotice => ({
      cause: `birthday:${day.day}:${customerId}`,
      customerId,
      notice: {
        kind: 'birthday',
        shop: shop.name,
        gift: null,
        voucher: null,
        balance: balanceOf(customerId),
      },
      notAfter: endOfDay,
    })),
    ...bought.map(({ customerId, days }): JourneyNotice => {
      const isFirst = days === 1;
      const said = { shop: shop.name, balance: balanceOf(customerId) };
      return {
        cause: `${isFirst ? 'first-purchase' : `thank-you:${days}`}:${customerId}`,
        customerId,
        notice: isFirst
          ? { kind: 'first-purchase', ...said }
          : { kind: 'thank-you', purchases: days, ...said },
        notAfter: day.at + 3 * DAY_MS,
      };
    }),
  ];
}

/** Both assets of a customer as one. */
function gathered(
  parts: Awaited<ReturnType<typeof ends>>,
): Map<string, { cashbackCents: number; points: number; expiresAt: number | null }> {
  const all = new Map<string, { cashbackCents: number; points: number; expiresAt: number | null }>();
  for (const { customerId, asset, quantity, expiresAt } of parts) {
    const before = all.get(customerId) ?? { cashbackCents: 0, points: 0, expiresAt: null };
    before[asset === 'cashback' ? 'cashbackCents' : 'points'] += quantity;
    before.expiresAt = Math.min(before.expiresAt ?? Infinity, expiresAt ?? Infinity);
    if (before.expiresAt === Infinity) before.expiresAt = null;
    all.set(customerId, before);
  }
  return all;
}
