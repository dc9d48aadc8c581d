import { renderChart } from '../../src/bot/cards';
import { sendWeeklyReports } from '../../src/bot/reports/weekly-reports';
import type { VoucherCard, Card } from '../../src/bot/command';
import { applySales } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, openShop, OWNER, percent, saleOf } from '../support/shop';

const DAY = 86_400_000;

const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

async function soldShop(): Promise<number> {
  const shop = await openShop(test.db, [percent(1000)]);
  const days = [-45, -30, -12, -7, -5, -3, -1, 0];
  const sales = days.map((day, i) =>
    saleOf({
      occurredAt: START + day * DAY,
      updatedAt: START + day * DAY,
      phone: [ANA, BIA, null][i % 3] ?? null,
      terminal: `T${i % 2}`,
    }),
  );
  await test.db.asMerchant(shop, (work) => applySales(work, sales));
  return shop;
}

const picture = (card: Card | null): Promise<Buffer> => renderChart(card as Exclude<Card, VoucherCard>);

it('the owner reads a report of any period, page by page, with a picture and what each figure means', async () => {
  const shop = await soldShop();
  const owner = new Chat(test, shop, OWNER);
  const first = await owner.says('relatório');
  expect(first.text).toMatch(
    /^Relatório: novembro de 2026 \(até agora\)\n• Vendas: 6, somando \*R\$ 600,00\*\n• Com cliente: 4 de 6/,
  );
  expect(first.text).toMatch(/Ticket médio: \*R\$ 100,00\* sem benefício usado \(4 vendas\)\n/);
  expect(first.text.length).toBeLessThanOrEqual(640);
  expect((await picture(first.card)).subarray(1, 4).toString()).toBe('PNG');
  await owner.dialog([
    ['mais', /vence: nunca \*R\$ 10,00\*\n.*Por adquirente:.*Stone.*Por máquina:.*T1/s],
    ['mais', 'Era tudo'],
    ['definições', 'depois das devoluções'],
    ['mais', 'não é efeito do programa'],
    ['relatório da semana passada', /16\/11–22\/11\n• Vendas: 4/],
    ['relatório de outubro', 'outubro de 2026'],
    ['relatório de 2030-01', 'ainda não começou'],
    ['como foi ontem', /22\/11\/2026\n• Vendas: 1/],
    ['report for last month', /outubro de 2026/],
  ]);
});

it('only staff of some rank may ask, and an empty shop is told what will be here', async () => {
  const shop = await openShop(test.db);
  await new Chat(test, shop, OWNER).dialog([
    ['relatório', /Nenhuma venda.*números aparecem aqui/s],
    ['retorno', 'Ainda não há compras'],
  ]);
  const { text } = await new Chat(test, shop, ANA).says('relatório');
  expect(text).not.toContain('Nenhuma venda');
});

it('who came back is a picture, with the last whole line in words', async () => {
  const shop = await soldShop();
  const { text, card } = await new Chat(test, shop, OWNER).says('retorno');
  expect(text).toContain('em outubro de 2026');
  expect((await picture(card)).subarray(1, 4).toString()).toBe('PNG');
});

it('the week’s report comes to the owners on Monday at nine, once, until it is stopped', async () => {
  const shop = await soldShop();
  const owner = new Chat(test, shop, OWNER);
  const sent = (): Promise<{ body: string }[]> =>
    test.db.asMerchant(shop, (work) =>
      work.trx('outbox').where({ template: 'weekly-report' }).orderBy('seq').select('body'),
    );
  await owner.dialog([['relatório toda semana', '30/11/2026']]);
  test.clock.set(Date.parse('2026-11-30T11:59:00Z'));
  await sendWeeklyReports(test, test.clock.now());
  expect(await sent()).toEqual([]);
  test.clock.set(Date.parse('2026-11-30T12:00:00Z'));
  await Promise.all([0, 1].map(() => sendWeeklyReports(test, test.clock.now())));
  expect(await sent()).toEqual([
    { body: expect.stringMatching(/^Padaria Central: sua semana.*Vendas: 1,/s) },
  ]);
  await owner.dialog([['parar relatório semanal', 'não mando mais']]);
  test.clock.advance(8 * DAY);
  await sendWeeklyReports(test, test.clock.now());
  expect(await sent()).toHaveLength(1);
});

it('a why after figures is about them, and with nothing said before asks of what', async () => {
  const owner = new Chat(test, await soldShop(), OWNER);
  await owner.dialog([
    ['por quê?', /^Por que o quê\?/],
    ['relatório', /^Relatório/],
    ['e por quê?', /não diz por que um número subiu ou caiu(.|\n)*definições/],
    ['definições', 'Vendas:'],
    ['por que caiu?', /não diz por que/],
    ['o que é coorte?', /Cada linha é o mês da primeira compra|Ainda não há compras/],
    ['clientes', /Diga o telefone ou o nome(.|\n)*exportar clientes/],
  ]);
});
