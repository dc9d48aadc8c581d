import { applySales, type Language } from '../../src/loyalty';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, CASHIER, openShop, OWNER, percent, saleOf } from '../support/shop';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
let test: TestDatabase;
let shop: number;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  // The cashier has a wallet of their own, which nothing that they put right may touch.
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf(), saleOf({ phone: CASHIER, totalCents: 200_000 })]),
  );
});

const chat = (phone: string): Chat => new Chat(test, shop, phone);
const speak = async (phone: string, language: Language): Promise<Chat> => {
  const one = chat(phone);
  await one.says('oi');
  await test.db.asMerchant(shop, (work) => work.trx('customers').update({ language }));
  return one;
};
const count = (table: string): Promise<number> =>
  test.db.asMerchant(shop, async (work) => (await work.trx(table).select()).length);

async function voucher(): Promise<string> {
  const ana = chat(ANA);
  await ana.dialog([['resgatar 6', 'sim']]);
  return CODE.exec((await ana.says('sim')).text)?.[0] ?? '';
}

describe('the purchase of a voucher, said in a step', () => {
  it.each([
    ['pt', 'validar', ['não, 90', 'não, foi 90', 'na verdade foi 90', 'não é 80, é 90', '90', 'não, em 90']],
    ['en', 'validate', ['no, 90', 'no, it was 90', 'actually 90', 'make it 90', '90', 'no, on 90']],
    ['es', 'validar', ['no, 90', 'no, fue 90', 'en realidad 90', 'no, son 90', '90', 'no, en 90']],
  ] as const)('is put right in %s', async (lang, validate, corrections) => {
    const code = await voucher();
    const cashier = await speak(CASHIER, lang);
    for (const correction of corrections)
      await cashier.dialog([
        [`${validate} ${code}`, /\?/],
        ['80', /R\$ 80[.,]00/],
        [correction, /R\$ 90[.,]00/],
        [lang === 'pt' ? 'não' : 'no', /./],
      ]);
    await cashier.dialog([
      [validate, /\?|ABCD/],
      [code, /\?/],
      ['80', /R\$ 80[.,]00/],
      [lang === 'pt' ? 'não, 20' : 'no, 20', /R\$ 20[.,]00/],
      [lang === 'en' ? 'yes' : 'sim', /R\$ 6[.,]00/],
    ]);
    expect(await count('vouchers')).toBe(1);
  });

  it('that cannot be put right is asked about again, and no wallet of theirs', async () => {
    const code = await voucher();
    const cashier = await speak(CASHIER, 'en');
    await cashier.dialog([
      [`validate ${code}`, /\?/],
      ['80', /R\$ 80\.00/],
      ['no, 20 from the till over there', /R\$ 80\.00/],
      ['no', /./],
      ['no, 20', /^(?!.*(?:redeem|cashback))/i],
      ['yes', /./],
    ]);
    expect(await count('vouchers')).toBe(1);
  });
});

describe('what was said piece by piece', () => {
  it('of a sale: its amount and its phone', () =>
    chat(CASHIER).dialog([
      ['venda', 'Diga o valor'],
      ['52,90', 'De qual cliente?'],
      ['11 98888-0001', 'R$ 52,90'],
      ['não, 60', 'uma venda de *R$ 60,00* para 11 98888-0001?'],
      ['65', 'uma venda de *R$ 65,00* para 11 98888-0001?'],
      ['não, 11 98888-0002', 'uma venda de *R$ 65,00* para 11 98888-0002?'],
      ['não é 65, é 70', 'uma venda de *R$ 70,00* para 11 98888-0002?'],
      ['sim', 'registrada'],
    ]));

  it('of a sale that a machine may have told of', async () => {
    await test.db.asMerchant(shop, (work) =>
      applySales(work, [saleOf({ phone: null, totalCents: 5_290, occurredAt: START + 90_000 })]),
    );
    await chat(CASHIER).dialog([
      ['venda 52,90', 'De qual cliente?'],
      ['11 98888-0001', 'R$ 52,90'],
      ['não, 62,90', 'Registro uma venda de *R$ 62,90* para 11 98888-0001?'],
    ]);
  });

  it('of an adjustment: its amount, its sign and its reason', () =>
    chat(OWNER).dialog([
      ['ajustar -10 11 98888-0001', 'Qual o motivo?'],
      ['erro no caixa', 'Tiro *R$ 10,00*'],
      ['não, 5', 'Tiro *R$ 5,00* do saldo de 11 98888-0001? Motivo: erro no caixa.'],
      ['não, +5', 'Ponho *R$ 5,00* no saldo de 11 98888-0001? Motivo: erro no caixa.'],
      ['não, troca de produto', 'Ponho *R$ 5,00* no saldo de 11 98888-0001? Motivo: troca de produto.'],
      ['sim', 'Pronto'],
    ]));

  it('of what a customer redeems', () =>
    chat(ANA).dialog([
      ['resgatar', 'Quanto'],
      ['5', 'R$ 5,00'],
      ['não, 6', 'R$ 6,00'],
      ['7', 'R$ 7,00'],
      ['sim', 'Seu voucher'],
    ]));

  it('of a receipt: its amount', async () => {
    await test.db.asMerchant(shop, (work) =>
      applySales(work, [saleOf({ phone: null, totalCents: 5_290, nsu: '123456' })]),
    );
    await chat(ANA).dialog([
      ['nota 123456', 'Qual foi o valor'],
      ['25,90', 'Não achei'],
      ['não, foi 52,90', /agora é sua/],
    ]);
  });
});
