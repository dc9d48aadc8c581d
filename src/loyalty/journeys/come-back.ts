import type { Work } from '../../db';
import { insertRows } from '../../db/rows';
import { explainDue } from '../insight';
import { loadSwitches } from '../messaging/kinds';
import { hearsOfSales } from '../shops/connection';
import type { Shop } from '../shops/shops';
import { timingOf } from './due-days';
import { lateBuyers, type RoundDay } from './occasions';
import { usableBalances } from './recipients';
import type { JourneyNotice } from './round';

const DAY_MS = 86_400_000;
/** Later than this they have come by themselves, or need another word. */
const VALID_DAYS = 7;

/**
 * Asks those back who became late for them, once for each silence, and keeps what that rested on. Not while nothing is heard of
 * sales: whoever bought yesterday would be missed.
 */
export async function comeBacks(work: Work, shop: Shop, day: RoundDay): Promise<JourneyNotice[]> {
  // What is switched off is not asked later either, but for those who fall silent again.
  if ((await loadSwitches(work)).get('come-back') === 'off') return [];
  if (!(await hearsOfSales(work))) return [];
  const late = await lateBuyers(work, day);
  if (late.length === 0) return [];
  const timing = await timingOf(work);
  await insertRows(
    work,
    'come_back_contacts',
    {
      customer_id: 'uuid',
      purchase_day: 'integer',
      told_on: 'integer',
      reason: 'json',
    },
    late.map(({ customerId, firstDay, lastDay, days }) => ({
      customer_id: customerId,
      purchase_day: lastDay,
      told_on: day.day,
      reason: explainDue(timing, { repeats: days - 1, recency: lastDay - firstDay, day: lastDay }, day.day),
    })),
    'ON CONFLICT DO NOTHING',
  );
  const balanceOf = await usableBalances(
    work,
    late.map(({ customerId }) => customerId),
  );
  return late.map(({ customerId, lastDay }) => ({
    cause: `come-back:${customerId}:${lastDay}`,
    customerId,
    notice: {
      kind: 'come-back',
      shop: shop.name,
      gift: null,
      voucher: null,
      balance: balanceOf(customerId),
    },
    notAfter: day.at + VALID_DAYS * DAY_MS,
  }));
}
