import { BooksWatch } from '../../src/product/books-watch';
import { applySales } from '../../src/loyalty';
import { query } from '../../src/db/rows';
import type { Logger } from '../../src/telemetry';
import { START, suiteDatabase } from '../support/database';
import { openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();

it('a shop’s books are checked once in its night, and what does not hold is told by its ids until it does', async () => {
  test.clock.set(START);
  const shops = [await openShop(test.db, [percent(1_000)]), await openShop(test.db, [], 'Outra')];
  const [shop = 0] = shops;
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf()]));
  const told: unknown[] = [];
  const logger = { error: (what: unknown) => void told.push(what) } as unknown as Logger;
  const watch = new BooksWatch();
  const at = (time: string): Promise<void> => {
    test.clock.set(Date.parse(`2026-11-${time}-03:00`));
    return watch.look({ db: test.db, logger }, test.clock.now());
  };
  const change = (sql: string): Promise<unknown> => test.db.asMerchant(shop, (work) => query(work, sql));

  await change('UPDATE balances SET held = held + 1');
  await at('24T03:59:59');
  await at('24T05:00:00');
  expect([told, watch.faultyShops]).toEqual([[], 0]);
  await at('25T04:00:00');
  await at('25T04:10:00');
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual(
    told.map(() => ({
      merchantId: shop,
      check: expect.any(String),
      about: expect.stringMatching(/^customer \S+ cashback$/),
      detail: expect.any(String),
      ofAll: 1,
    })),
  );
  expect(watch.faultyShops).toBe(1);
  const before = told.length;
  await change('UPDATE balances SET held = held - 1');
  await at('26T04:30:00');
  expect([told.length, watch.faultyShops]).toEqual([before, 0]);
});
