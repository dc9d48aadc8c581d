import { applySales, checkBooks, type Rule, type Sale, type Work } from '../../src/loyalty';
import { START, suiteDatabase } from './database';
import { openShop } from './shop';

/** A suite whose tests each open a shop and sell in it. The clock begins anew before each of them, and after it the books hold. */
export function suiteShop() {
  const test = suiteDatabase();
  let shop: number;
  beforeEach(() => test.clock.set(START));
  afterEach(async () => {
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  });
  const inShop = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop, body);
  return {
    test,
    inShop,
    opens: async (rules?: readonly Rule[]): Promise<void> => {
      shop = await openShop(test.db, rules);
    },
    sell: (...sales: Sale[]) => inShop((work) => applySales(work, sales)),
    /** What each of these sales stands at, in cents of cashback and points together; -1: it is not known. */
    stands: (...sales: Sale[]): Promise<number[]> =>
      inShop(async (work) => {
        const rows = await work
          .trx<{ id: string; cashback_cents: number; points: number }>('sales')
          .whereIn(
            'id',
            sales.map(({ externalId }) => externalId),
          )
          .select('id', 'cashback_cents', 'points');
        return sales.map(({ externalId }) => {
          const row = rows.find(({ id }) => id === externalId);
          return row === undefined ? -1 : row.cashback_cents + row.points;
        });
      }),
  };
}

let told = 0;
/** The sale as it is told of later than before, with that much come back in all. */
export const refunded = (sale: Sale, cents: number): Sale => ({
  ...sale,
  refundedCents: cents,
  updatedAt: (sale.updatedAt ?? 0) + (told += 1000),
});
export const restored = (sale: Sale): Sale => refunded(sale, 0);
