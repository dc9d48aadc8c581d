import { csvLine, textCell } from '../../src/bot/documents/csv';
import { sendDue } from '../../src/bot/sending/outbound';
import { SimulatorChannel } from '../../src/bot/channels/simulator';
import { applySales } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { ANA, openShop, OWNER, percent, saleOf } from '../support/shop';

const test = suiteDatabase();

beforeEach(() => test.clock.set(START));

interface File {
  name: string;
  text: string;
}

/** The file that came last over the simulated network. */
async function sent(shop: number): Promise<File> {
  await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, test.logger);
  const row = (await test.db.asMerchant(shop, (work) =>
    work.trx('simulator_messages').whereNotNull('document').orderBy('seq', 'desc').first(),
  )) as { document: Buffer; document_name: string };
  return { name: row.document_name, text: Buffer.from(row.document).toString('utf8') };
}

/** The yes, and the PIN that it asks for. */
async function confirm(shop: number, owner: Chat, yes: string, hears: string): Promise<void> {
  await owner.says(yes);
  await new PinPages(test, shop).enter(owner);
  expect((await owner.hears()).text).toContain(hears);
}

it('the owner has sales, customers, ledger and vouchers as files, in their language', async () => {
  const shop = await openShop(test.db, [percent(1000)]);
  const evil = '=HYPERLINK("http://example.com";"x")';
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [
      saleOf({
        externalId: 'first',
        totalCents: 123_456,
        buyer: { name: evil, phone: ANA, cpf: null, email: null, cardFingerprint: null },
      }),
      saleOf({ externalId: 'second', phone: null, occurredAt: START - 40 * 86_400_000 }),
    ]),
  );
  test.clock.advance(120_000);
  const owner = new Chat(test, shop, OWNER);
  await owner.dialog([['exportar vendas', /vendas.*linhas: 2.*dados pessoais.*sim/s]]);
  await confirm(shop, owner, 'sim', 'planilha');
  const sales = await sent(shop);
  expect(sales.name).toBe('vendas-2026-11-23.csv');
  expect(sales.text.startsWith('\ufeffData;Venda;Total;')).toBe(true);
  const [, line = ''] = sales.text.split('\r\n');
  expect(line).toContain('2026-11-23 14:01:00;first;1234,56;0,00;0,00;Pix;');
  expect(line).toContain(`"'=HYPERLINK(""http://example.com"";""x"")";'${ANA};123,46;0`);
  expect(sales.text.split('\r\n')).toHaveLength(4);

  await owner.dialog([['exportar clientes', 'linhas: ']]);
  await confirm(shop, owner, 'sim', 'planilha');
  expect((await sent(shop)).text).toMatch(/2026-11-23;2026-11-23;1;1234,56;123,46;0\r\n/);
  await owner.dialog([['exportar extrato', 'linhas: 1']]);
  await confirm(shop, owner, 'sim', 'planilha');
  expect((await sent(shop)).text).toMatch(/;ganho;cashback;123,46;programa;cliente;first;/);
  await owner.dialog([
    ['exportar vouchers', 'Não há nada'],
    ['exportar', /1\. vendas.*4\. vouchers.*5\. grupos/s],
    ['5', 'De qual campanha?'],
    ['exportar campanha 3', 'Não há nada'],
    ['exportar', '1. vendas'],
    ['1', 'linhas: 2'],
    ['não', 'cancelei'],
    ['exportar vendas de 2026-10', 'linhas: 1'],
  ]);
  await confirm(shop, owner, 'sim', 'planilha');
  await owner.dialog([
    ['histórico', 'exportou vendas (linhas: 1)'],
    ['english', 'English'],
    ['export sales', 'personal data'],
  ]);
  await confirm(shop, owner, 'yes', 'spreadsheet');
  expect((await sent(shop)).text).toContain(';1234.56;');
});

it('only the owner may', async () => {
  const shop = await openShop(test.db);
  const { text } = await new Chat(test, shop, '+5511988880003').says('exportar clientes');
  expect(text).toContain('dono');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+55 11', "'+55 11"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ['\r=1', '"\'\r=1"'],
  ['Ana,=1+1', "Ana,'=1+1"],
  ['Ana\t+1', "Ana\t'+1"],
  ['Ana;"=1', `"Ana;""'=1"`],
  [',=1', ",'=1"],
  ['Rua A, 5', 'Rua A, 5'],
  ['a;b', '"a;b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['Ana', 'Ana'],
])('the text %j stands in a cell as %j', (text, cell) => {
  expect(textCell(text)).toBe(cell);
  expect(csvLine([cell, 'x'])).toBe(`${cell};x\r\n`);
});
