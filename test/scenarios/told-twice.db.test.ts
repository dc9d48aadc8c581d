import { keptEvents } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { goldenSale } from '../support/golden-event';
import { Reports } from '../support/reports';
import { ANA, CASHIER, openShop, OWNER, percent } from '../support/shop';

const MINUTE = 60_000;
const BIA = '+5511988880009';
const OTHER_ID = '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7099';
const test = suiteDatabase();
let shop: number;
let reports: Reports;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  reports = await Reports.of(test, shop);
  test.clock.advance(60 * MINUTE);
});

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const chat = (phone: string): Chat => new Chat(test, shop, phone);
const balance = async (phone: string): Promise<string> => (await chat(phone).says('saldo')).text;
/** What a person is asked about. */
const kept = async (): Promise<string[]> =>
  (await test.db.asMerchant(shop, (work) => keptEvents(work, 10))).events.map(({ reason }) => reason);

const buyer = (phone: string | null) => ({ name: null, phone, cpf: null, email: null });

/** The machine tells of its sale of now, over one of the two ways. */
async function machineTells(change: object = {}, type = 'sale.approved'): Promise<void> {
  await arrives(change, type);
  await reports.read();
}

async function arrives(change: object, type = 'sale.approved'): Promise<void> {
  const at = new Date(test.clock.now()).toISOString();
  const sale = {
    ...goldenSale(),
    creationDate: at,
    updatedAt: at,
    totalAmount: 52.9,
    refundedAmount: 0,
    customer: buyer(ANA),
    ...change,
  };
  await reports.arrive({ type, data: sale });
}

const recordByHand = (): Promise<void> =>
  chat(CASHIER).dialog([
    ['venda 52,90 11 98888-0001', 'Registro uma venda'],
    ['sim', 'registrada'],
  ]);

/** The owner says that the machine's sale is the one that staff recorded. */
async function discard(): Promise<void> {
  await chat(OWNER).dialog([
    ['pendências', 'a equipe registrou à mão'],
    ['descartar 1', 'Descartada'],
  ]);
  await reports.read();
}

it('what the machine has told is not recorded by hand without a word', async () => {
  await machineTells();
  test.clock.advance(5 * MINUTE);
  await chat(CASHIER).dialog([
    ['venda 52,90 11 98888-0001', 'já foi registrada às'],
    ['não', 'Nada foi feito'],
  ]);
  expect(await balance(ANA)).toContain('R$ 2,65');
});

it('what the machine tells between question and answer is seen, too', async () => {
  const cashier = chat(CASHIER);
  await cashier.dialog([['venda 52,90 11 98888-0001', 'Registro uma venda']]);
  await machineTells();
  await cashier.dialog([['sim', 'já foi registrada às']]);
  expect(await rows('sales')).toHaveLength(1);
});

it('what comes back of a sale of the machine comes back, though staff recorded another like it', async () => {
  await machineTells();
  test.clock.advance(5 * MINUTE);
  await chat(CASHIER).dialog([
    ['venda 52,90 11 98888-0001', 'já foi registrada às'],
    ['sim', 'registrada'],
  ]);
  await machineTells({ refundedAmount: 52.9 }, 'sale.refunded');
  expect(await kept()).toEqual([]);
  expect(await balance(ANA)).toContain('R$ 2,65');
});

it('a sale of before the connection is history, though staff recorded one like it', async () => {
  test.clock.set(START + 5 * MINUTE);
  await recordByHand();
  await machineTells({ creationDate: new Date(START - 20 * MINUTE).toISOString() });
  expect(await kept()).toEqual([]);
  expect(await rows('sales')).toHaveLength(2);
});

describe('the machine tells later of what was recorded by hand', () => {
  let byHand: number;
  const after = (ms: number) => ({ creationDate: new Date(byHand + ms).toISOString() });

  beforeEach(async () => {
    byHand = test.clock.now();
    await recordByHand();
    test.clock.advance(5 * MINUTE);
  });

  it('waits for a person, once, however often it is told', async () => {
    await machineTells();
    await machineTells({ orderName: 'Mesa 5' });
    expect(await kept()).toEqual(['recorded-by-hand']);
    expect(await balance(ANA)).toContain('R$ 2,65');
    await chat(OWNER).dialog([
      ['pendências', 'a equipe registrou à mão'],
      ['descartar 1', 'Descartada'],
    ]);
    await machineTells({ orderName: 'Mesa 6' });
    expect(await kept()).toEqual([]);
    expect(await rows('sales')).toHaveLength(1);
    // What comes back of it comes back of that sale.
    test.clock.advance(MINUTE);
    await machineTells({ refundedAmount: 52.9 }, 'sale.refunded');
    expect(await kept()).toEqual([]);
    expect(await balance(ANA)).not.toContain('2,65');
  });

  it('waits for the person also where a report does not name the buyer, and is nobody’s to claim', async () => {
    await machineTells();
    await machineTells({ customer: null, payment: { nsu: '000731' } }, 'sale.updated');
    expect(await kept()).toEqual(['recorded-by-hand']);
    expect((await chat(BIA).says('nota 000731 52,90')).text).not.toContain('R$ 52,90');
  });

  it('that is cancelled before the person has said it', async () => {
    await machineTells();
    test.clock.advance(MINUTE);
    await machineTells({ isCanceled: true, customer: null }, 'sale.cancelled');
    expect(await kept()).toEqual(['recorded-by-hand']);
    await chat(OWNER).dialog([
      ['pendências', 'a equipe registrou à mão'],
      ['descartar 1', 'Descartada'],
    ]);
    await reports.read();
    expect(await kept()).toEqual([]);
    expect(await balance(ANA)).not.toContain('2,65');
  });

  it('a second sale of the machine is another one', async () => {
    await machineTells();
    await machineTells({ uniqueIdentifier: '6f1c0a52-8a55-4c0e-9a58-0d3c5a3f7f11' });
    expect(await kept()).toEqual(['recorded-by-hand']);
    expect(await balance(ANA)).toContain('R$ 5,30');
  });

  it('its machine has sold, and is listed', async () => {
    await machineTells({ terminal: { id: 'M-77', acquirer: 'cielo' } });
    expect(await kept()).toEqual(['recorded-by-hand']);
    expect((await chat(OWNER).says('máquinas')).text).toMatch(/Cielo.*M-77/s);
  });

  it('counts beside it, where a person reads it: they were two purchases', async () => {
    await machineTells();
    await chat(OWNER).dialog([
      ['pendências', 'a equipe registrou à mão'],
      ['ler 1', 'ler de novo'],
    ]);
    await reports.read();
    expect(await balance(ANA)).toContain('R$ 5,30');
  });

  it.each([
    ['another amount', { totalAmount: 40 }],
    ['another buyer', { customer: buyer(BIA) }],
  ])('%s: it is another sale', async (_, change) => {
    await machineTells(change);
    expect(await kept()).toEqual([]);
    expect(await rows('sales')).toHaveLength(2);
  });

  it.each([
    ['half an hour before it', -30 * MINUTE, true],
    ['half an hour after it', 30 * MINUTE, true],
    ['still earlier', -30 * MINUTE - 1_000, false],
    ['still later', 30 * MINUTE + 1_000, false],
  ])('made %s', async (_, ms, isOne) => {
    test.clock.set(byHand + 40 * MINUTE);
    await machineTells(after(ms));
    expect(await kept()).toEqual(isOne ? ['recorded-by-hand'] : []);
  });

  it('a sale of hours later in one set with another of its time is another', async () => {
    test.clock.advance(180 * MINUTE);
    await arrives({ ...after(0), uniqueIdentifier: OTHER_ID, customer: buyer(BIA) });
    await machineTells(after(120 * MINUTE));
    expect(await kept()).toEqual([]);
    expect(await balance(ANA)).toContain('R$ 5,30');
  });

  it('counts where what was recorded was voided', async () => {
    await chat(CASHIER).dialog([
      ['estornar venda 52,90 11 98888-0001', 'R$ 52,90'],
      ['sim', ''],
    ]);
    await machineTells();
    expect(await kept()).toEqual([]);
    expect(await balance(ANA)).toContain('R$ 2,65');
  });

  it.each([
    ['of another amount', '40,00', () => ({ totalAmount: 40 })],
    ['of an hour before', '52,90', () => after(-31 * MINUTE)],
  ])('a sale without a buyer %s can be claimed', async (_, amount, change) => {
    await machineTells({ customer: null, payment: { nsu: '000731' }, ...change() });
    expect((await chat(ANA).says(`nota 000731 ${amount}`)).text).toContain(`R$ ${amount}`);
  });

  it('can be claimed where what was recorded was voided', async () => {
    await chat(CASHIER).dialog([
      ['estornar venda 52,90 11 98888-0001', 'R$ 52,90'],
      ['sim', ''],
    ]);
    await machineTells({ customer: null, payment: { nsu: '000731' } });
    expect((await chat(ANA).says('nota 000731 52,90')).text).toContain('R$ 52,90');
  });

  it('is no second claim: the customer is told that it is theirs', async () => {
    await machineTells({ customer: null, payment: { nsu: '000731' } });
    expect((await chat(ANA).says('nota 000731 52,90')).text).toContain('já é sua');
    expect((await chat(BIA).says('nota 000731 52,90')).text).toContain('R$ 52,90');
  });

  it('staff who link it are told first that it would count twice', async () => {
    await machineTells({ customer: null, payment: { nsu: '000731' } });
    await chat(CASHIER).dialog([['vincular venda 000731 11 98888-0001', 'vincular conta as duas']]);
    await chat(CASHIER).dialog([['vincular venda 000731 11 98888-0009', /^É a venda/]]);
  });
});

describe('a report that names another buyer', () => {
  it('leaves the sale to its customer and waits for a person, once; what came back is taken', async () => {
    await machineTells();
    test.clock.advance(MINUTE);
    await machineTells({ customer: buyer(BIA), refundedAmount: 10 }, 'sale.refunded');
    await machineTells({ customer: buyer(BIA), refundedAmount: 10 }, 'sale.updated');
    expect(await kept()).toEqual(['other-buyer']);
    expect(await balance(ANA)).toContain('R$ 2,15');
    expect(JSON.stringify((await rows('sales'))[0]?.['details'])).not.toContain(BIA);
    await chat(OWNER).dialog([
      ['pendências', 'outro comprador'],
      ['descartar 1', 'Descartada'],
    ]);
  });

  it('of a sale that was claimed', async () => {
    await machineTells({ customer: null, payment: { nsu: '000731' } });
    expect((await chat(ANA).says('nota 000731 52,90')).text).toContain('R$ 52,90');
    test.clock.advance(MINUTE);
    await machineTells({ customer: buyer(BIA), payment: { nsu: '000731' } }, 'sale.updated');
    expect(await kept()).toEqual(['other-buyer']);
    expect(await balance(ANA)).toContain('R$ 2,65');
  });

  it('in one set with the first', async () => {
    const sale = { ...goldenSale(), refundedAmount: 0, creationDate: new Date(START).toISOString() };
    for (const phone of [ANA, BIA])
      await reports.arrive({ type: 'sale.updated', data: { ...sale, customer: buyer(phone) } });
    await reports.read();
    expect(await kept()).toEqual(['other-buyer']);
  });

  it('a CPF that nobody has proven contradicts nothing', async () => {
    await machineTells();
    await machineTells({ customer: { ...buyer(ANA), cpf: '11144477735' } }, 'sale.updated');
    expect(await kept()).toEqual([]);
  });
});

it('ten receipts a day are a person’s; the next has to wait', async () => {
  for (let i = 1; i <= 11; i++)
    await machineTells({
      uniqueIdentifier: `6f1c0a52-8a55-4c0e-9a58-0d3c5a3f70${String(i).padStart(2, '0')}`,
      customer: null,
      payment: { nsu: `7000${i}` },
    });
  // What the staff link is not the customer's try.
  await machineTells({ uniqueIdentifier: OTHER_ID, customer: null, payment: { nsu: '70000' } });
  await chat(CASHIER).dialog([
    ['vincular venda 70000 11 98888-0001', 'R$ 52,90'],
    ['sim', ''],
  ]);
  const ana = chat(ANA);
  for (let i = 1; i <= 10; i++) expect((await ana.says(`nota 7000${i} 52,90`)).text).toContain('R$ 52,90');
  expect((await ana.says('nota 700011 52,90')).text).toMatch(/Já são 10 notas.*24\/11\/2026.*15:00/s);
  test.clock.advance(24 * 60 * MINUTE);
  expect((await ana.says('nota 700011 52,90')).text).toContain('R$ 52,90');
});

it('a sale of before the connection is history, whichever way it comes', async () => {
  const creationDate = new Date(START - 30 * 24 * 60 * MINUTE).toISOString();
  await machineTells({ creationDate }, 'sale.updated');
  expect(await rows('sales')).toMatchObject([{ history: true, dry: null }]);
  expect(await balance(ANA)).not.toContain('2,65');
});

it('a cancelled sale is whole back, whatever amount came with it', async () => {
  await machineTells();
  test.clock.advance(MINUTE);
  await machineTells({ refundedAmount: 99 }, 'sale.cancelled');
  expect(await kept()).toEqual([]);
  expect(await balance(ANA)).not.toContain('2,65');
});

describe('while a question is open', () => {
  it('the machine’s sale without a buyer is offered to be linked', async () => {
    const cashier = chat(CASHIER);
    await cashier.dialog([['venda 52,90 11 98888-0001', 'Registro uma venda']]);
    await machineTells({ customer: null });
    await cashier.dialog([
      ['sim', 'sem cliente. É essa'],
      ['sim', 'o aviso já vai'],
    ]);
    expect(await rows('sales')).toHaveLength(1);
    expect(await balance(ANA)).toContain('R$ 2,65');
  });

  it('what was recorded by hand is told before the machine’s is linked', async () => {
    const [cashier, owner] = [chat(CASHIER), chat(OWNER)];
    await cashier.dialog([['venda 52,90 11 98888-0001', 'Registro uma venda']]);
    await machineTells({ customer: null, payment: { nsu: '000731' } });
    await owner.dialog([['vincular venda 000731 11 98888-0001', /^É a venda/]]);
    await cashier.dialog([
      ['sim', 'sem cliente. É essa'],
      ['outra', 'registrada'],
    ]);
    await owner.dialog([
      ['sim', 'vincular conta as duas'],
      ['não', 'Nada foi feito'],
    ]);
    expect(await balance(ANA)).toContain('R$ 2,65');
  });

  it('a sale that was cancelled is linked to nobody', async () => {
    await machineTells({ customer: null, payment: { nsu: '000731' } });
    const cashier = chat(CASHIER);
    await cashier.dialog([['vincular venda 000731 11 98888-0001', /^É a venda/]]);
    test.clock.advance(MINUTE);
    await machineTells({ customer: null, payment: { nsu: '000731' } }, 'sale.cancelled');
    await cashier.dialog([['sim', 'ou foi cancelada']]);
  });
});

it('reading again changes not whose a sale is, and says so', async () => {
  await machineTells();
  test.clock.advance(MINUTE);
  await machineTells({ customer: buyer(BIA) }, 'sale.updated');
  await chat(OWNER).dialog([
    ['pendências', 'outro comprador'],
    ['ler 1', 'fica com o cliente que já a tem'],
    ['descartar 1', 'Descartada'],
  ]);
});

it('who claims a sale of before the connection is told why it gave nothing', async () => {
  const creationDate = new Date(START - 60 * MINUTE).toISOString();
  await machineTells({ creationDate, customer: null, payment: { nsu: '000731' } });
  expect((await chat(ANA).says('nota 000731 52,90')).text).toContain('antes de eu ler as vendas');
});

it('a receipt that proves a CPF, of what staff recorded as well, is told to the owner', async () => {
  await recordByHand();
  await machineTells({ customer: { ...buyer(null), cpf: '11144477735' }, payment: { nsu: '000731' } });
  await chat(ANA).says('meu cpf é 111.444.777-35');
  await chat(ANA).says('nota 000731 52,90');
  expect((await rows('outbox')).filter(({ template }) => template === 'odd-claim')).toMatchObject([
    { params: { pattern: 'by-hand', saleCents: 5290 } },
  ]);
});

describe('of a sale that is the one that staff recorded', () => {
  it('a cancellation by a clock that is behind ours is one', async () => {
    await recordByHand();
    const theirs = (): string => new Date(test.clock.now() - 3 * MINUTE).toISOString();
    test.clock.advance(MINUTE / 3);
    const creationDate = theirs();
    await machineTells({ creationDate, updatedAt: creationDate });
    await discard();
    test.clock.advance(MINUTE / 2);
    await machineTells({ creationDate, updatedAt: theirs(), isCanceled: true }, 'sale.cancelled');
    expect(await balance(ANA)).not.toContain('2,65');
  });

  it('what staff voided stays voided, whatever the machine tells of it later', async () => {
    await recordByHand();
    test.clock.advance(MINUTE);
    const creationDate = new Date(test.clock.now()).toISOString();
    await machineTells({ creationDate });
    await discard();
    test.clock.advance(MINUTE);
    await chat(CASHIER).dialog([
      ['estornar venda 52,90 11 98888-0001', 'R$ 52,90'],
      ['sim', 'estornada'],
    ]);
    expect(await balance(ANA)).not.toContain('2,65');
    test.clock.advance(MINUTE);
    await machineTells({ creationDate, orderName: 'Mesa 7' }, 'sale.updated');
    expect(await balance(ANA)).not.toContain('2,65');
  });
});
