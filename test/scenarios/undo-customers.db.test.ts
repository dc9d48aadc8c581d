import { addStaff, applySales, checkBooks } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent, saleOf } from '../support/shop';

const MANAGER = '+5511988880006';

const test = suiteDatabase();
let shop: number;
let owner: Chat;
let manager: Chat;
let ana: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, async (work) => {
    await addStaff(work, { phone: MANAGER, name: 'Gerente', role: 'manager' });
    await applySales(work, [saleOf({ totalCents: 10_000 })]);
  });
  [owner, manager, ana] = [OWNER, MANAGER, ANA].map((phone) => new Chat(test, shop, phone)) as [
    Chat,
    Chat,
    Chat,
  ];
});
afterEach(async () => {
  expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
});

const rows = async (table: string): Promise<number> =>
  ((await test.db.asMerchant(shop, (work) => work.trx(table).select('merchant_id'))) as unknown[]).length;

it('a block is undone by who blocked, unless it was taken back since', async () => {
  await owner.dialog([
    ['bloquear 11 98888-0001', /sim/],
    ['sim', /./],
    ['desfazer', /bloque.*Desfaço\?/],
    ['sim', /^Desfeito, e não vale mais: “/],
    ['cliente 11 98888-0001', /^(?![^]*suspens|[^]*bloquead)/],
    ['bloquear 11 98888-0001', /sim/],
    ['sim', /./],
  ]);
  await manager.dialog([
    ['desfazer', /^(?!.*bloque)/],
    ['desbloquear 11 98888-0001', /sim/],
    ['sim', /./],
  ]);
  await owner.dialog([
    ['desfazer', /bloque.*Desfaço\?/],
    ['sim', 'já mudou de novo'],
  ]);
});

it('an adjustment is undone by another, and never where it was spent', async () => {
  await owner.dialog([
    ['ajustar +10 11 98888-0001 motivo festa', /sim/],
    ['sim', /20,00/],
  ]);
  const before = await rows('transactions');
  await owner.dialog([
    ['desfazer', /Desfaço\?/],
    ['sim', /^Desfeito/],
    ['sim', 'nada esperando'],
  ]);
  expect(await rows('transactions')).toBe(before + 1);
  await ana.dialog([['saldo', /10,00/]]);
  await owner.dialog([
    ['ajustar -4 11 98888-0001 motivo engano', /sim/],
    ['sim', /6,00/],
    ['desfazer', /Desfaço\?/],
    ['sim', /^Desfeito/],
  ]);
  await ana.dialog([['saldo', /10,00/]]);
  await owner.dialog([
    ['ajustar +15 11 98888-0001 motivo sorteio', /sim/],
    ['sim', /25,00/],
  ]);
  await ana.dialog([
    ['resgatar 20', /sim/],
    ['sim', /[0-9A-Z]{4}-[0-9A-Z]{4}/],
  ]);
  await owner.dialog([
    ['desfazer', /Desfaço\?/],
    ['sim', 'já foi usado'],
  ]);
});

it('who is labelled without a name is named by their phone as people write it', () =>
  owner.dialog([['etiqueta vip 11 98888-0001', /em 11 98888-0001\?|\(11\) 98888-0001/]]));
