import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { goldenSale } from '../support/golden-event';
import { Reports } from '../support/reports';
import { ANA, CASHIER, openShop, OWNER, percent } from '../support/shop';

const test = suiteDatabase();
let shop: number;
let reports: Reports;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  reports = await Reports.of(test, shop);
  test.clock.advance(3_600_000);
});

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const owner = (): Chat => new Chat(test, shop, OWNER);

const comes = (id: string, change: object): Promise<void> =>
  reports.tell({ type: 'sale.updated', data: { ...goldenSale(), refundedAmount: 0, ...change } }, { id });

it('lists what waits with what to do, the owner being told once a day, and nobody else', async () => {
  expect((await owner().says('pendências')).text).toContain('Nada pendente');
  await comes('a', { totalAmount: -5 });
  await comes('b', { totalAmount: 52.9, creationDate: '2026-11-25T10:00:00-03:00' });
  const { text } = await owner().says('pendências');
  expect(text).toMatch(
    /2 vendas esperam.*1\. .*totalAmount negativo.*2\. \*R\$ 52,90\*, \*25\/11\/2026\*.*futuro.*ler 1.*descartar 1/s,
  );
  expect(text.length).toBeLessThanOrEqual(600);
  expect((await rows('outbox')).filter(({ template }) => template === 'events-kept')).toHaveLength(1);
  for (const phone of [CASHIER, ANA])
    expect((await new Chat(test, shop, phone).says('pendências')).text).not.toContain('52,90');
});

it('a sale that contradicts what is known waits, and reading it takes its amount', async () => {
  await comes('a', {});
  await comes('b', { totalAmount: 200 });
  expect(await rows('sales')).toMatchObject([{ total_cents: 9990, cashback_cents: 500 }]);
  await owner().dialog([
    ['pendências', /R\$ 200,00.*outro valor/s],
    ['ler 1', /ler de novo agora.*Não sobrou nada/s],
  ]);
  await reports.read();
  expect(await rows('sales')).toMatchObject([{ total_cents: 20_000, cashback_cents: 1000 }]);
  expect(await rows('kept_events')).toMatchObject([{ resolution: 'retried' }]);
  await owner().dialog([['histórico', 'mandou ler de novo uma venda pendente']]);
});

it('what a person chose holds over what was told meanwhile', async () => {
  await comes('a', {});
  await comes('b', { totalAmount: 200 });
  const at = '2026-11-23T15:09:00-03:00';
  await comes('c', { updatedAt: at, orderName: 'Mesa 5' });
  await owner().dialog([
    ['pendências', /R\$ 200,00.*outro valor/s],
    ['ler 1', 'ler de novo agora'],
  ]);
  await reports.read();
  expect(await rows('sales')).toMatchObject([{ total_cents: 20_000, cashback_cents: 1000 }]);
  await comes('d', { updatedAt: at });
  expect(await rows('sales')).toMatchObject([{ total_cents: 20_000 }]);
});

it('another body under one id is taken when a person says so, and once', async () => {
  await comes('same', { uniqueIdentifier: 'one' });
  test.clock.advance(1000);
  await comes('same', { uniqueIdentifier: 'two' });
  expect(await rows('sales')).toHaveLength(1);
  const [first, second] = [owner(), owner()];
  await first.says('pendências');
  await first.says('ler 1');
  expect((await second.says('pendências')).text).toContain('Nada pendente');
  await reports.read();
  expect(await rows('sales')).toHaveLength(2);
});

it('what is discarded stays kept and does not count; a number that is not there is asked about', async () => {
  await comes('a', { totalAmount: 'muito' });
  await owner().dialog([
    ['pendências', '1 venda espera'],
    ['ler 7', /1/],
    ['descartar 1', /Descartada.*Não sobrou nada/s],
  ]);
  expect(await rows('kept_events')).toMatchObject([{ resolution: 'discarded' }]);
  expect(await rows('inbox_events')).toHaveLength(1);
  expect(await rows('sales')).toHaveLength(0);
});

it('many fit a screen', async () => {
  for (let i = 0; i < 12; i++) await comes(`m${i}`, { totalAmount: -i - 1 });
  const { text } = await owner().says('pendências');
  expect(text).toContain('12 vendas');
  expect(text.length).toBeLessThanOrEqual(600);
});

it('who waits is asked for in other words too, and to a cashier it is the management’s, also beside a question', async () => {
  await owner().dialog([
    ['quem está esperando?', 'Nada pendente'],
    ['lista de espera', 'Nada pendente'],
    ['waiting list', 'Nada pendente'],
    ['¿quién espera?', 'Nada pendente'],
  ]);
  await new Chat(test, shop, CASHIER).dialog([
    ['pendentes', /^Só a gerência/],
    ['venda 52,90 11 98888-0001', /^Registro/],
    ['pendentes', /^Só a gerência/],
    ['sim', /registrada|nada esperando/],
  ]);
});
