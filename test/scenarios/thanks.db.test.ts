import { countAllChanges, makeRounds, type Sale } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, CASHIER, openShop, OWNER, percent, saleOf, sellToWilling } from '../support/shop';

const DAY = 86_400_000;

const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

const onDay = (day: number, change: Partial<Sale> = {}): Sale =>
  saleOf({ occurredAt: START + day * DAY, updatedAt: START + day * DAY, ...change });

async function morning(day: number): Promise<void> {
  test.clock.set(Date.parse('2026-11-23T12:30:00Z') + day * DAY);
  await countAllChanges(test);
  await makeRounds(test, test.clock.now());
}

const thanked = (shop: number): Promise<{ params: { purchases: number } }[]> =>
  test.db.asMerchant(shop, (work) => work.trx('outbox').where({ template: 'thank-you' }).select('params'));

it('customers are thanked on the purchase that the shop says', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['agradecer na 10ª compra', 'já vai na 10ª compra'],
    ['agradecer na 3ª compra', /Agradeço na 3ª compra\? Compras do mesmo dia contam uma vez/],
    ['sim', 'manhã seguinte à 3ª compra'],
    ['ver mensagem de agradecimento', 'Vai na 3ª compra'],
    ['histórico', 'passou o agradecimento para a 3ª compra'],
  ]);
  await test.db.asMerchant(shop, (work) => sellToWilling(work, [onDay(0), onDay(0), onDay(1)]));
  await morning(2);
  expect(await thanked(shop)).toEqual([]);
  await test.db.asMerchant(shop, (work) => sellToWilling(work, [onDay(2)]));
  await morning(3);
  await morning(4);
  expect(await thanked(shop)).toMatchObject([{ params: { purchases: 3 } }]);
});

it('says what can be, asks before it changes, and takes it back', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([
    ['agradecer na 1ª compra', /da 2ª à 1\.000ª compra/],
    ['agradecer na 5000ª compra', /da 2ª à 1\.000ª compra/],
    ['agradecer na quinta compra', 'Agradeço na 5ª compra?'],
    ['não', /./],
    ['thank customers on their 5th purchase', /5/],
    ['sim', /5/],
    ['desfazer', 'passou o agradecimento para a 5ª compra'],
    ['sim', /./],
    ['ver mensagem de agradecimento', 'Vai na 10ª compra'],
  ]);
  await new Chat(test, shop, CASHIER).dialog([['agradecer na 5ª compra', /gerência/]]);
  expect((await new Chat(test, shop, ANA).says('agradecer na 5ª compra')).text).not.toContain('Agradeço');
});
