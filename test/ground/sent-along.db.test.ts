import type { Work } from '../../src/db';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { openShop } from '../support/shop';

let test: TestDatabase;
let shop: number;
beforeAll(async () => {
  test = await openTestDatabase();
  shop = await openShop(test.db);
});
afterAll(() => test.close());
beforeEach(() => {
  test.doorbell.rings.length = 0;
});

const rename = (work: Work, name: string | null): void =>
  work.sendAlong('UPDATE merchants SET name = ? WHERE merchant_id = current_merchant()', [name]);

const name = (): Promise<unknown> =>
  test.db.asMerchant(shop, (work) =>
    work
      .trx('merchants')
      .first('name')
      .then((row) => row?.name),
  );

it('a statement that nobody waits for is in the transaction, and read by what follows', async () => {
  const read = await test.db.asMerchant(shop, async (work) => {
    rename(work, 'Bem');
    return work.send('SELECT name FROM merchants');
  });
  expect([read, await name()]).toEqual([[{ name: 'Bem' }], 'Bem']);
});

it('one that fails undoes the transaction and rings nothing, though the rest of it had ended well', async () => {
  await test.db.asMerchant(shop, (work) => Promise.resolve(rename(work, 'Antes')));
  const failing = test.db.asMerchant(shop, (work) => {
    rename(work, 'Depois');
    rename(work, null);
    work.ring('sales', 'x');
    return Promise.resolve('done');
  });
  await expect(failing).rejects.toMatchObject({ code: '23502' });
  expect([await name(), test.doorbell.rings]).toEqual(['Antes', []]);
});

it('what fails itself undoes what was sent along', async () => {
  await test.db.asMerchant(shop, (work) => Promise.resolve(rename(work, 'Antes')));
  const failing = test.db.asMerchant(shop, (work) => {
    rename(work, 'Depois');
    return Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect(await name()).toBe('Antes');
});

it('nothing is sent once the transaction is over: another has its session', async () => {
  let past: Work | undefined;
  await test.db.asMerchant(shop, (work) => {
    past = work;
    return Promise.resolve();
  });
  await expect(past?.send('SELECT 1')).rejects.toThrow('already complete');
});
