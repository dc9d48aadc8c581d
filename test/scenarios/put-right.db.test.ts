import { addStaff, applySales, type Language } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, CASHIER, openShop, OWNER, percent, saleOf } from '../support/shop';

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
const test = suiteDatabase();
let shop: number;

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

describe('what was said before the open question is put right at it', () => {
  const MANAGER = '+5511988880006';
  beforeEach(() =>
    test.db.asMerchant(shop, (work) => addStaff(work, { phone: MANAGER, name: 'Gerente', role: 'manager' })),
  );

  it.each([
    ['pt', 'ajustar', 'não, 5', 'não, é pra 11 98888-0003', 'sim', 'motivo: festa', 'não'],
    ['en', 'adjust', 'no, 5', 'no, it is for 11 98888-0003', 'yes', 'reason: festa', 'no'],
    ['es', 'ajustar', 'no, 5', 'no, es para 11 98888-0003', 'sí', 'motivo: festa', 'no'],
  ] as const)(
    'the amount and the phone of an adjustment, never taken for its reason: %s',
    async (lang, verb, amount, phone, yes, reason, no) => {
      const manager = await speak(MANAGER, lang);
      await manager.dialog([
        [`${verb} +10 11 98888-0003`, /motivo|reason/],
        [amount, /motivo|reason/],
        [yes, /motivo|reason/],
        ['7', /motivo|reason/],
        [`${verb} +10 11 98888-0009`, /motivo|reason/],
        [phone, /motivo|reason/],
        [amount, /motivo|reason/],
        [reason, /R\$ 5[.,]00(.|\n)*11 98888-0003(.|\n)*: (?:\*)?festa|R\$ 5[.,]00(.|\n)*festa/],
        [no, /./],
        [`${verb} +10 11 98888-0003`, /motivo|reason/],
        [no, /cancel/i],
      ]);
    },
  );

  it('the number of a receipt, whose amount is asked for', async () => {
    const sales = ['111222', '111333'].map((nsu) => saleOf({ phone: null, totalCents: 5_290, nsu }));
    await test.db.asMerchant(shop, (work) => applySales(work, sales));
    await chat(ANA).dialog([
      ['nota', /NSU/],
      ['111222', 'Qual foi o valor'],
      ['não, é 111333', 'Qual foi o valor'],
      ['não, 52,90', /R\$ 52,90/],
    ]);
    const claimed = await test.db.asMerchant(shop, (work) =>
      work.trx('sales').join('sale_claims', 'sale_claims.sale_id', 'sales.id').select('sales.*'),
    );
    expect(claimed).toHaveLength(1);
    expect(JSON.stringify(claimed)).toContain('111333');
  });

  it('the phone of a sale, in ordinary words, and the amount beside it', () =>
    chat(CASHIER).dialog([
      ['venda 70 11 98888-0002', 'para 11 98888-0002?'],
      ['não, é pra 11 98888-0001', 'R$ 70,00* para 11 98888-0001?'],
      ['o telefone tá errado, é 11 98888-0002', 'R$ 70,00* para 11 98888-0002?'],
      ['o certo é 11 98888-0001', 'R$ 70,00* para 11 98888-0001?'],
      ['não, 60 pra 11 98888-0002', 'R$ 60,00* para 11 98888-0002?'],
      ['nao nao, quinze', 'R$ 15,00* para 11 98888-0002?'],
      ['não, é pra outro 11 98888-0001 da loja', 'R$ 15,00* para 11 98888-0002?'],
      ['na verdade não', 'Nada foi feito'],
    ]));
});

describe('of what there is, a share', () => {
  it('is taken at every step of a redemption, and after a refusal another amount', () =>
    chat(ANA).dialog([
      ['resgatar 1000', 'Peça um valor menor'],
      ['4', 'Troco *R$ 4,00*'],
      ['não, só a metade', 'Troco *R$ 5,00*'],
      ['não, tudo', 'Troco *R$ 10,00*'],
      ['não, melhor não', 'Nada foi feito'],
      ['resgatar', 'Quanto'],
      ['o máximo', 'Troco *R$ 10,00*'],
      ['não, deixa', 'Nada foi feito'],
      ['resgatar', 'Quanto'],
      ['não', 'Nada foi feito'],
      ['quero usar meu saldo todo', /Você quer usar seu cashback/],
      ['na verdade só a metade', 'Troco *R$ 5,00*'],
    ]));
});

it('a yes after “what is it?” puts the rule again, and creates nothing', () =>
  chat(OWNER).dialog([
    ['cashback 5% máximo R$ 20', /no máximo R\$ 20,00/],
    ['30', /^O que é “30” na regra/],
    ['trocar', /^Voltando: Entendi assim(.|\n)*R\$ 20,00/],
    ['30', /^O que é “30” na regra/],
    ['sim', /^Voltando: Entendi assim(.|\n)*R\$ 20,00/],
    ['sim', 'Regra 2 criada'],
  ]));

it('more words of what is asked already are no other wish', () =>
  chat(OWNER).dialog([
    ['bloquear 11 98888-0001', /^Bloqueio 11 98888-0001/],
    ['golpe', /Bloqueio 11 98888-0001/],
    ['sim', /bloquead/i],
  ]));
