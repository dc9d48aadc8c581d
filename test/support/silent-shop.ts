import type { Sale } from '../../src/loyalty';
import { START, type TestDatabase } from './database';
import { openShop, percent, saleOf, sellToWilling } from './shop';

const DAY = 86_400_000;

export const phoneOf = (customer: number): string => `+55119000${String(customer).padStart(5, '0')}`;

/** What that customer bought so many days after the start. */
export const bought = (customer: number, days: number, change: Partial<Sale> = {}): Sale =>
  saleOf({
    phone: phoneOf(customer),
    occurredAt: START + days * DAY,
    updatedAt: START + days * DAY,
    ...change,
  });

/** A shop whose customers want offers and bought once, sixty days ago. */
export async function silentShop({ db }: TestDatabase, customers: number): Promise<number> {
  const shop = await openShop(db, [percent(100)]);
  await db.asMerchant(shop, (work) =>
    sellToWilling(
      work,
      [...Array(customers).keys()].map((customer) => bought(customer, -60)),
    ),
  );
  return shop;
}
