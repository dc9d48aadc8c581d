import { addStaff } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, openShop, OWNER, percent } from '../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
});

const chat = (phone: string): Chat => new Chat(test, shop, phone);
const count = (table: string): Promise<number> =>
  test.db.asMerchant(shop, async (work) => (await work.trx(table).select()).length);

describe('a phone without its area code has that of whoever of the team says it, which is told', () => {
  const own = 'Usei o DDD 11';

  it('in whatever is asked to be confirmed, and is put right as all else', () =>
    chat(CASHIER).dialog([
      [
        'venda 52,90 98888-0001',
        /^Usei o DDD 11(.|\n)*Registro uma venda de \*R\$ 52,90\* para 11 98888-0001\?/,
      ],
      ['não, 21 98888-0002', /^Registro uma venda de \*R\$ 52,90\* para 21 98888-0002\?/],
      ['não, 988880001', /^Usei o DDD 11(.|\n)*para 11 98888-0001\?/],
      ['não', /./],
    ]));

  it('by who may', () =>
    chat(OWNER).dialog([
      ['ajustar +10 98888-0001 motivo erro no caixa', /^Usei o DDD 11(.|\n)*11 98888-0001/],
      ['não', /./],
      ['cliente 98888-0001', own],
    ]));

  it('as an answer', () =>
    chat(CASHIER).dialog([
      ['venda 52,90', 'De qual cliente?'],
      ['98888-0001', /^Usei o DDD 11(.|\n)*para 11 98888-0001\?/],
      ['sim', 'registrada'],
    ]));

  it('of staff alone, and where it is no phone nothing is put before it', () =>
    chat(CASHIER).dialog([['vincular venda 988880001 11 98888-0001', /^(?!Usei)/]]));

  it('nor is one put into a reason', () =>
    chat(OWNER).dialog([
      ['ajustar +10 11 98888-0001', 'Qual o motivo?'],
      ['pedido 988880001', /^Não conheço um cliente com o telefone 11 98888-0001/],
    ]));
});

describe('a sale that is recorded', () => {
  it('is asked for piece by piece', () =>
    chat(CASHIER).dialog([
      ['venda', 'Diga o valor e o telefone'],
      ['52,90', 'De qual cliente?'],
      ['saldo', 'saldo'],
      ['11 98888-0001', 'Registro uma venda de *R$ 52,90* para 11 98888-0001?'],
      ['sim', 'registrada'],
    ]));

  it.each([
    ['venda 52,90', 'De qual cliente?', '11 98888-0001'],
    ['registrar venda', 'Diga o valor e o telefone', '52,90 11 98888-0001'],
    ['registrar venda 52 e 90', 'De qual cliente?', '(11) 98888-0001'],
  ])('%s: %s', async (wish, question, rest) => {
    await chat(CASHIER).dialog([
      [wish, question],
      [rest, 'Registro uma venda de *R$ 52,90* para 11 98888-0001?'],
    ]);
  });

  it('is none after a no', async () => {
    await chat(CASHIER).dialog([
      ['venda', 'Diga o valor'],
      ['não', 'Nada foi feito'],
    ]);
    expect(await count('sales')).toBe(0);
  });

  it('of an amount that is none is asked for again, with the phone known', () =>
    chat(CASHIER).dialog([
      ['venda 0 11 98888-0001', 'não serve para uma venda'],
      ['52,90', 'Registro uma venda de *R$ 52,90* para 11 98888-0001?'],
    ]));
});

describe('an adjustment', () => {
  beforeEach(async () => {
    await chat(ANA).says('oi');
  });

  it('is asked for its reason', () =>
    chat(OWNER).dialog([
      ['ajustar +10 11 98888-0001', 'Qual o motivo?'],
      ['saldo', 'saldo'],
      ['erro no caixa', 'Ponho *R$ 10,00* no saldo de 11 98888-0001? Motivo: erro no caixa.'],
      ['sim', 'Pronto'],
    ]));

  it('that the team has just made is told of before it is made again', async () => {
    const owner = chat(OWNER);
    await owner.dialog([
      ['ajustar +10 11 98888-0001 motivo erro', 'Ponho'],
      ['sim', 'Pronto'],
      ['ajustar +10 11 98888-0001 motivo reclamação', /já fez esse mesmo ajuste às .*Ponho/s],
      ['sim', '*R$ 20,00*'],
    ]);
    test.clock.advance(31 * 60_000);
    await owner.dialog([['ajustar +10 11 98888-0001 motivo outro', /^Ponho/]]);
  });

  it('that two make at once is made once, and the other is asked', async () => {
    const [one, other] = [chat(OWNER), chat(BIA)];
    await test.db.asMerchant(shop, (work) => addStaff(work, { phone: BIA, name: 'Bia', role: 'manager' }));
    await one.says('ajustar +10 11 98888-0001 motivo erro');
    await other.says('ajustar +10 11 98888-0001 motivo erro');
    const heard = await Promise.all([one.says('sim'), other.says('sim')]);
    expect(heard.filter(({ text }) => text.startsWith('Pronto'))).toHaveLength(1);
    expect(heard.map(({ text }) => text).join(' ')).toContain('já fez esse mesmo ajuste');
  });
});

it('of two amounts one is asked for', () =>
  chat(ANA).dialog([['resgatar 20 ou 30', 'Qual dos dois valores: *R$ 20,00* ou *R$ 30,00*?']]));

it('the end of the day for messages may be said alone, and so may its beginning', () =>
  chat(OWNER).dialog([
    ['horário das mensagens', '09:00 às 20:00'],
    ['não mandar nada depois das 7 da noite', 'horário das ofertas?'],
    ['sim', 'Ofertas só das 09:00 às 19:00'],
    ['sim', '19:00'],
  ]));

describe('a rule', () => {
  it('that multiplies what no rule gives says so', () =>
    chat(OWNER).dialog([['pontos em dobro na terça', /nenhuma regra dá o que esta multiplica.*Crio essa/s]]));

  it('that multiplies is shown on a sale that it multiplies', () =>
    chat(OWNER).dialog([['cashback em dobro na terça', 'uma venda de *R$ 100,00* dá *R$ 10,00*']]));

  it('that is a discount of the same purchase is put into what the program gives', () =>
    chat(OWNER).dialog([['aniversariante ganha 20% de desconto', '“voucher de 20% até R$ 30”']]));
});
