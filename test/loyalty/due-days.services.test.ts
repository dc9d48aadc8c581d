import { applySales, countChanges, solveDueDays } from '../../src/loyalty';
import { suiteDatabase } from '../support/database';
import { LockWatch } from '../support/lock-watch';
import { BIA, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();

it('due days are solved behind a counting of the same buyers, whichever order each writes them in', async () => {
  const shop = await openShop(test.db, [percent(500)]);
  const sell = (): Promise<unknown> =>
    test.db.asMerchant(shop, (work) => applySales(work, [saleOf(), saleOf({ phone: BIA })]));
  await sell();
  await test.db.asMerchant(shop, (work) => countChanges(work));
  await sell();
  const watch = await LockWatch.open(test.url);
  let solving: Promise<void> = Promise.resolve();
  await test.db.asMerchant(shop, async (work) => {
    await countChanges(work);
    solving = test.db.asMerchant(shop, solveDueDays);
    await watch.waits('the other to wait before it writes', '%pg_advisory_xact_lock%');
  });
  await solving;
  const unsolved = await test.db.asMerchant(shop, (work) =>
    work.trx('buyers').whereRaw('due_for IS DISTINCT FROM last_day').select('customer_id'),
  );
  expect(unsolved).toEqual([]);
  await watch.close();
});
