import { applySales, type Language, type Rule, type Sale } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { tablesBesideChats } from '../support/neighbours';
import { BIA, OWNER, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;
let owner: Chat;

/** A shop with these rules, and what it sold under them. */
async function open(rules: readonly Rule[], ...sales: Sale[]): Promise<void> {
  test.clock.set(START);
  shop = await openShop(test.db, rules);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) => applySales(work, sales));
  owner = new Chat(test, shop, OWNER);
}

const twoSales = (): Sale[] => [
  saleOf({ totalCents: 20_000 }),
  saleOf({ totalCents: 10_000, phone: BIA, method: 'credit' }),
];
const perReal: Rule = { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 } };
const voucher = (cents: number): Rule => ({ benefit: { kind: 'voucher-fixed', cents } });

it('a rule of points: points more, the most at once, and their chart', async () => {
  await open([percent(500)], ...twoSales());
  const { text, card } = await owner.says('simular 1 ponto a cada R$ 1');
  expect(text.split('\n').slice(1)).toEqual([
    'dariam *R$ 15,00* e *300 pontos* a 2 clientes, em 2 compras.',
    'Hoje: *R$ 15,00*. Diferença: *+300 pontos*.',
    'Maior prêmio: *R$ 10,00* e *200 pontos*, na compra de R$ 200,00 de 23/11/2026.',
    'Nada mudou. Para criar, diga a regra sozinha.',
  ]);
  expect(card).toMatchObject({
    title: 'Pontos por mês',
    unit: 'count',
    legend: ['Com a regra', 'Hoje'],
    groups: [{ label: '11/26', values: [300, 0] }],
  });
});

it('in a shop of points: what it gives today is points, and less is less', async () => {
  await open([perReal], ...twoSales());
  const { text, card } = await owner.says('simular pontos em dobro no pix');
  expect(text).toContain('dariam *500 pontos* a 2 clientes, em 2 compras.\nHoje: *300 pontos*. ');
  expect(text).toContain('Diferença: *+200 pontos*.\nMaior prêmio: *400 pontos*, na compra de R$ 200,00');
  expect(card).toMatchObject({ title: 'Pontos por mês', groups: [{ values: [500, 300] }] });
  // No sale is of it: the chart shows what the program gives all the same.
  const idle = await owner.says('simular cashback 5% acima de R$ 900');
  expect(idle.text).toContain('Hoje: *300 pontos*. Diferença: nenhuma.');
  expect(idle.card).toMatchObject({ title: 'Pontos por mês', groups: [{ values: [300, 300] }] });
});

it('a rule of vouchers: how many, the most that they may come to, and today’s beside', async () => {
  await open([voucher(500)], ...twoSales());
  const { text, card } = await owner.says('simular voucher de R$ 15 acima de R$ 150');
  expect(text.split('\n').slice(1, -1)).toEqual([
    'dariam 3 vouchers (até *R$ 25,00*) a 2 clientes, em 2 compras.',
    'Hoje: 2 vouchers (até *R$ 10,00*). Diferença: +1 voucher (até *+R$ 15,00*).',
    'Maior prêmio: 2 vouchers (até *R$ 20,00*), na compra de R$ 200,00 de 23/11/2026.',
  ]);
  expect(card).toMatchObject({
    title: 'Vouchers por mês, pelo máximo que valem',
    groups: [{ values: [2_500, 1_000] }],
  });
  expect(card).not.toHaveProperty('unit');
  expect((await owner.says('voucher de R$ 15 acima de R$ 150')).text).toContain(
    'o programa teria dado 3 vouchers (até *R$ 25,00*) com ela; hoje, 2 vouchers (até *R$ 10,00*).',
  );
});

it('a dearer voucher in the place of another is told by its worth', async () => {
  await open([{ ...voucher(500), stack: 'best' }], ...twoSales());
  const { text } = await owner.says('simular voucher de R$ 15, vale o melhor');
  expect(text).toContain('Hoje: 2 vouchers (até *R$ 10,00*). Diferença: até *+R$ 20,00* em vouchers.');
});

it('a stamp card: what it fills', async () => {
  const sales = Array.from({ length: 7 }, () => saleOf());
  await open([percent(500)], ...sales, saleOf({ phone: BIA, totalCents: 30_000 }));
  const { text, card } = await owner.says('simular voucher de R$ 15 a cada 3 compras');
  expect(text.split('\n').slice(1, -1)).toEqual([
    'dariam *R$ 50,00* e 2 vouchers (até *R$ 30,00*) a 2 clientes, em 8 compras.',
    'Hoje: *R$ 50,00*. Diferença: +2 vouchers (até *+R$ 30,00*).',
    'Maior prêmio: *R$ 15,00*, na compra de R$ 300,00 de 23/11/2026.',
    'Maior prêmio: 1 voucher (até *R$ 15,00*), na compra de R$ 100,00 de 23/11/2026.',
  ]);
  expect(card).toMatchObject({ groups: [{ values: [3_000, 0] }] });
});

it('things have no amount: they are counted', async () => {
  await open([], ...twoSales());
  const { text, card } = await owner.says('simular voucher de um café a cada 2 compras');
  expect(text).toContain('não dariam nada.');
  expect(card).toBeNull();
  await open([], ...twoSales(), saleOf());
  const filled = await owner.says('simular voucher de um café a cada 2 compras');
  expect(filled.text).toContain('dariam 1 voucher a 1 cliente, em 1 compra.');
  expect(filled.text).toContain('Maior prêmio: 1 voucher, na compra de ');
  expect(filled.card).toMatchObject({ title: 'Vouchers por mês', unit: 'count', groups: [{ values: [1] }] });
});

it.each<[Language, string, string[], string]>([
  [
    'en',
    'simulate voucher of R$ 15 above R$ 150',
    [
      'they would give *R$ 15.00* and 1 voucher (up to *R$ 15.00*) to 2 customers, on 2 purchases.',
      'Today: *R$ 15.00*. Difference: +1 voucher (up to *+R$ 15.00*).',
    ],
    'Vouchers by month, at the most they are worth',
  ],
  [
    'es',
    'simular vale de R$ 15 por encima de R$ 150',
    [
      'darían *R$ 15,00* y 1 vale (hasta *R$ 15,00*) a 2 clientes, en 2 compras.',
      'Hoy: *R$ 15,00*. Diferencia: +1 vale (hasta *+R$ 15,00*).',
    ],
    'Vales por mes, por el máximo que valen',
  ],
])('is told alike in %s', async (lang, says, lines, title) => {
  await open([percent(500)], ...twoSales());
  await owner.says(lang === 'en' ? 'english' : 'español');
  const { text, card } = await owner.says(says);
  expect(text.split('\n').slice(1, 3)).toEqual(lines);
  expect(card).toMatchObject({ title });
});

it.each([
  'simular cashback 8% no pix',
  'simular 1 ponto a cada R$ 1',
  'simular voucher de R$ 15 a cada 3 compras',
])('nothing is written but the conversation: “%s”', async (says) => {
  await open([percent(500), perReal, voucher(500)], ...twoSales(), saleOf({ phone: null }));
  await owner.says('regras');
  const before = await tablesBesideChats(test, shop);
  await owner.says(says);
  expect(await tablesBesideChats(test, shop)).toEqual(before);
  expect([...before.keys()]).toEqual(
    expect.arrayContaining(['lots', 'postings', 'program_versions', 'sales', 'vouchers']),
  );
});
