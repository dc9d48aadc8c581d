import { currentProgram } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, OWNER, openShop, percent } from '../support/shop';

const test = suiteDatabase();

it('no name of a rule brings a link to the customers who read it', async () => {
  test.clock.set(START);
  const shop = await openShop(test.db, [percent(500)]);
  const owner = new Chat(test, shop, OWNER);
  const refused = /não pode ter link/;
  await owner.dialog([
    ['cashback 5% em "visite http://mau.com"', refused],
    ['cashback 5% exceto "www.mau.com.br"', refused],
    ['voucher de "brinde em mau.com" a cada 5 compras', refused],
    ['na regra 1, só na categoria "mau.com/x"', refused],
    ['sim', 'nada esperando'],
    // A till shortens with dots.
    ['cashback 5% em "BEB.ALCOOL"', /BEB\.ALCOOL[^]*sim/],
    ['sim', 'Regra 2'],
  ]);
  const listed = (await test.db.asMerchant(shop, currentProgram))?.listed ?? [];
  expect(listed).toHaveLength(2);
  expect((await new Chat(test, shop, ANA).says('regras')).text).not.toMatch(/mau/);
});
