import { meetCustomer } from '../../src/loyalty';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { ANA, openShop } from '../support/shop';

let test: TestDatabase;
let shop: number;
beforeAll(async () => {
  test = await openTestDatabase(20);
  shop = await openShop(test.db);
});
afterAll(() => test.close());

it('twenty who meet one person at once meet the same, and one of them is the first', async () => {
  const met = await Promise.all(
    Array.from({ length: 20 }, () =>
      test.db.asMerchant(shop, (work) => meetCustomer(work, { kind: 'phone', value: ANA }, 'Ana')),
    ),
  );
  expect(new Set(met.map(({ customer }) => customer.id)).size).toBe(1);
  expect(met.filter(({ isNew }) => isNew)).toHaveLength(1);
  // What is said of a new one is what is read of them later.
  for (const { customer } of met) expect(customer).toEqual(met[0]?.customer);
});
