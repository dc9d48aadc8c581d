import { applySales, pauseRule, currentProgram, type Sale } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [
    percent(1_000),
    percent(500, { conditions: { min_cents: 5_000, min_inclusive: false } }),
    percent(200, { conditions: { payment_methods: ['cash'] } }),
    {
      benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 },
      limits: { max_points_per_sale: 50 },
    },
  ]);
  // The first rule rests: those after it stand one place earlier in what judges.
  await test.db.asMerchant(shop, async (work) => {
    const first = (await currentProgram(work))?.listed[0];
    if (first !== undefined) await pauseRule(work, { seen: first, paused: true, by: null, key: 'pause' });
  });
  test.clock.advance(120_000);
});

const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));
const at = (minutes: number) => ({
  occurredAt: START + minutes * 60_000,
  updatedAt: START + minutes * 60_000,
});

it('the last reward, step by step, with the rules that did not fire and why', async () => {
  await sell(saleOf({ totalCents: 9_990 }));
  const { text } = await new Chat(test, shop, ANA).says('por quê?');
  expect(text.split('\n')).toEqual([
    '*R$ 5,00* e *50 pontos* pela compra de *R$ 99,90* em *23/11/2026*:',
    '• cashback de 5% acima de R$ 50,00: 5% de R$ 99,90 dá R$ 4,995; arredondado, R$ 5,00.',
    '• 1 ponto a cada R$ 1,00, no máximo 50 pontos por compra: 1 ponto a cada R$ 1,00 de R$ 99,90 dá 99 pontos; o limite é 50 pontos por compra.',
    '• cashback de 2% pagando com dinheiro. Não valeu: só vale pagando com dinheiro, e foi Pix.',
  ]);
  expect(text.length).toBeLessThanOrEqual(600);
});

it('after a refund what is left is explained, and found by what was told at first too', async () => {
  const sale = saleOf({ totalCents: 9_990 });
  await sell(sale);
  await sell({ ...sale, refundedCents: 4_990, ...at(2) });
  const ana = new Chat(test, shop, ANA);
  const left = await ana.says('por que 50 pontos?');
  expect(left.text).toContain('Contam R$ 50,00, sem os R$ 49,90 devolvidos.');
  expect(left.text).toContain('a compra precisa passar de R$ 50,00, e contaram R$ 50,00');
  expect((await ana.says('por que 5,00')).text).toContain('*50 pontos* pela compra de *R$ 99,90*');
});

it('the reward of an amount, in three languages; one that is not there is said', async () => {
  await sell(saleOf({ totalCents: 6_400 }), saleOf({ totalCents: 20_000, ...at(1.5) }));
  const ana = new Chat(test, shop, ANA);
  expect((await ana.says('why 3.20?')).text).toContain('*R$ 64,00*');
  expect((await ana.says('por que 3,20?')).text).toContain('*R$ 64,00*');
  expect((await ana.says('¿por qué 3,20?')).text).toContain('*R$ 64,00*');
  expect((await ana.says('por quê?')).text).toContain('*R$ 200,00*');
  expect((await ana.says('por que 7,77?')).text).toContain('Não achei um ganho de *R$ 7,77*');
  await ana.says('english');
  expect((await ana.says('why?')).text).toMatch(/^\*R\$ 10\.00\* and \*50 points\* for the purchase/);
});

it('a purchase that gave nothing tells why; who never bought is told so', async () => {
  await sell(saleOf({ totalCents: 90, method: 'debit' }));
  const { text } = await new Chat(test, shop, ANA).says('por que não ganhei nada');
  expect(text).toContain('A compra de *R$ 0,90* em *23/11/2026* não deu benefício:');
  expect(text).toContain('e foi débito');
  expect((await new Chat(test, shop, BIA).says('por quê?')).text).toContain('Ainda não há compra sua');
});

it('more rules than fit a screen come page by page', async () => {
  const many = await openShop(
    test.db,
    Array.from({ length: 9 }, (_, i) =>
      percent(100 + i, { conditions: { min_cents: 100 + i, min_inclusive: true } }),
    ),
  );
  const sale = saleOf({ totalCents: 10_000, ...at(3) });
  await test.db.asMerchant(many, (work) => applySales(work, [sale]));
  const ana = new Chat(test, many, ANA);
  const shown = [await ana.says('por quê?'), await ana.says('mais'), await ana.says('mais')];
  for (const { text } of shown) expect(text.length).toBeLessThanOrEqual(620);
  const rules = shown.flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('•')));
  expect(new Set(rules).size).toBe(9);
});
