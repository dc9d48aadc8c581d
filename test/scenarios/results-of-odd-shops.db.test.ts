import { renderChart } from '../../src/bot/cards';
import type { Card, VoucherCard } from '../../src/bot/command';
import {
  applySales,
  countAllChanges,
  importSales,
  InsightThread,
  makeRounds,
  refit,
  type Sale,
} from '../../src/loyalty';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent, saleOf, sellToWilling } from '../support/shop';
import { phoneOf } from '../support/silent-shop';

const DAY = 86_400_000;
const HOUR = 3_600_000;

let test: TestDatabase;
let thread: InsightThread;
beforeAll(async () => {
  test = await openTestDatabase();
  thread = new InsightThread();
});
afterAll(async () => {
  await thread.close();
  await test.close();
});
beforeEach(() => test.clock.set(START));

const at = (moment: number, change: Partial<Sale> & { phone?: string | null } = {}): Sale =>
  saleOf({ occurredAt: moment, updatedAt: moment, ...change });
const picture = (card: Card | null): Promise<Buffer> => renderChart(card as Exclude<Card, VoucherCard>);

/** All that looks at a shop in the night and in the morning. */
async function nightAndMorning(shop: number): Promise<void> {
  await countAllChanges(test);
  await refit(test.db, shop, thread);
  await makeRounds(test, test.clock.now());
}

async function asks(shop: number, lines: readonly (readonly [string, RegExp])[]): Promise<void> {
  await nightAndMorning(shop);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog(lines);
  for (const says of ['relatório', 'retorno']) {
    const { text, card } = await owner.says(says);
    expect(text.length).toBeLessThanOrEqual(640);
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
    if (card === null) continue;
    const drawn = await picture(card);
    expect(drawn.subarray(1, 4).toString()).toBe('PNG');
    expect(drawn.length).toBeLessThan(150_000);
  }
}

it('no sale at all', async () => {
  const shop = await openShop(test.db, []);
  await asks(shop, [
    ['relatório', /Nenhuma venda/],
    ['retorno', /Ainda não há compras/],
    ['relatório de dezembro', /ainda não começou|Nenhuma venda/],
    ['relatório de 2027-05', /ainda não começou/],
    ['relatório de amanhã', /ainda não começou/],
    ['relatório do mês que vem', /ainda não começou/],
    ['relatório de 2025', /Nenhuma venda/],
    ['relatório dos últimos 7 dias', /17\/11–23\/11/],
    ['campanha: todos os clientes ganham R$ 10', /Ninguém se encaixa agora/],
    ['exportar vendas', /linhas: 0|nenhuma|não há/i],
  ]);
});

it('one customer, who bought on one day', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  await test.db.asMerchant(shop, (work) => sellToWilling(work, [at(START), at(START + HOUR)]));
  test.clock.set(START + 2 * HOUR);
  // There is no month yet in which anybody could have come back: no table, and nothing about its rows.
  const returns = await new Chat(test, shop, OWNER).says('retorno');
  expect(returns).toMatchObject({ card: null, text: expect.not.stringContaining('linha') as string });
  await asks(shop, [
    ['relatório de hoje', /Vendas: 2, somando \*R\$ 200,00\*/],
    ['retorno', /novembro de 2026/],
    // The one customer is in the audience, and one arm is empty: nothing is claimed of that.
    [
      'campanha: todos os clientes ganham 10 pontos',
      /todos os clientes.*(Vai para 1 cliente\.|Só 1 cliente se encaixa)/s,
    ],
    ['sim', /Campanha 1 começou/],
    ['campanha: todos os clientes ganham 10 pontos', /Ninguém para receber.*outra campanha|1 cliente/s],
  ]);
});

it('all customers alike', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  const sales = [...Array(60).keys()].flatMap((customer) =>
    [...Array(5).keys()].map((week) => at(START - (35 - 7 * week) * DAY, { phone: phoneOf(customer) })),
  );
  await test.db.asMerchant(shop, (work) => sellToWilling(work, sales));
  await asks(shop, [
    ['relatório de novembro', /Vendas: \d+/],
    ['retorno', /outubro de 2026/],
  ]);
});

it('a customer of ten thousand purchases', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  const sales = [...Array(10_000).keys()].map((i) => at(START - (i + 1) * 2 * HOUR));
  for (let from = 0; from < sales.length; from += 2_000)
    await test.db.asMerchant(shop, (work) => importSales(work, sales.slice(from, from + 2_000)));
  await asks(shop, [
    ['relatório de outubro', /Vendas: 37\d, somando/],
    ['cliente 11 98888-0001', /\b10\.000 compras/],
  ]);
  const [buyer] = await test.db.asMerchant(shop, (work) => work.trx('buyers').select('sales', 'days'));
  expect(buyer).toMatchObject({ sales: 10_000 });
});

it('purchases of nothing, and refunds of everything', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  const sales = [at(START, { totalCents: 0 }), at(START + HOUR), at(START + 2 * HOUR, { phone: null })];
  await test.db.asMerchant(shop, (work) => applySales(work, sales));
  test.clock.set(START + 3 * HOUR);
  await asks(shop, [['relatório de hoje', /Vendas: 2, somando \*R\$ 200,00\*/]]);
  await test.db.asMerchant(shop, (work) =>
    applySales(
      work,
      sales.map((sale) => ({ ...sale, refundedCents: sale.totalCents, updatedAt: START + 3 * HOUR })),
    ),
  );
  await asks(shop, [
    ['relatório de hoje', /Nenhuma venda/],
    ['retorno', /Ainda não há compras/],
    ['campanha: todos os clientes ganham R$ 10', /Ninguém se encaixa agora/],
  ]);
  await new Chat(test, shop, ANA).dialog([['saldo', /R\$ 0,00|nada|não tem/i]]);
});
