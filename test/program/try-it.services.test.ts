import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NARROW, TryItBrowser, WIDE } from '../sandbox/tryit-page';
import { Program } from '../support/program';

let directory: string;
let tryIt: TryItBrowser;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'smartbis-try-it-'));
  const program = Program.run({ DATA_DIR: directory, SANDBOX: 'on', SANDBOX_PORT: '0', POLL_SECONDS: '1' });
  tryIt = await TryItBrowser.at(`${await program.url()}/try/`);
});
afterEach(async () => {
  await tryIt.close();
  await Program.endAll();
  rmSync(directory, { recursive: true, force: true });
});

const ANA = { name: 'Ana', chat: '+5511988880001@simulator' };
const BIA = { name: 'Bia', chat: '+5511988880002@simulator' };
const CARLA = { name: 'Carla', chat: '+5511988880003@simulator' };
const DORA = { name: 'Dora', chat: '+5511988880004@simulator' };
type Person = typeof ANA;

const saidTo = ({ chat }: Person): string => `[data-chat="${chat}"] .shop`;
const hears = (person: Person, words: string): Promise<void> => tryIt.sees(saidTo(person), words);

/** A screen with room for one at a time has a tab for each. */
async function lookAt(tab: string): Promise<void> {
  const hasTabs = await tryIt.it.$eval('.tabs', (tabs) => tabs.clientHeight > 0);
  if (hasTabs) await tryIt.it.click(`.tabs ::-p-text(${tab})`);
}

async function says(person: Person, text: string, answer: string): Promise<void> {
  await lookAt(person.name);
  await tryIt.say(person.chat, text);
  await hears(person, answer);
}

async function sells(machine: string, amount: string, buyer: string): Promise<void> {
  await lookAt('Máquinas');
  await tryIt.it.click(`.pill ::-p-text(${buyer})`);
  await tryIt.it.click('#amount', { count: 3 });
  await tryIt.it.keyboard.type(amount);
  await tryIt.it.click(`[aria-label="Vender na ${machine}"]`);
  await tryIt.sees('#till-answer', `R$ ${amount} aprovados na ${machine}`);
}

it.each([
  ['a desktop', WIDE],
  ['a phone', NARROW],
])('on %s the product is tried whole, and what happens is shown without a reload', async (_screen, size) => {
  const page = await tryIt.open(size);
  await page.$eval('body', (body) => (body.dataset['opened'] = 'once'));
  expect(await tryIt.texts('.holder')).toEqual([
    'Anacliente+55 11 98888-0001',
    'Biacliente+55 11 98888-0002',
    'Carlacaixa+55 11 98888-0003',
    'Doradono(a)+55 11 98888-0004',
  ]);

  await sells('Stone', '70,00', 'Sem dados');
  await tryIt.sees('.sale', 'R$ 70,00');
  await sells('Cielo', '200,00', 'Ana');
  await hears(ANA, 'você ganhou R$ 10,00 na compra de R$ 200,00');
  await tryIt.sees(`${saidTo(ANA)} strong`, 'R$ 10,00');

  await says(ANA, 'resgatar 5', 'sim');
  await says(ANA, 'sim', 'Restam');
  const [voucher = ''] = (await tryIt.texts(saidTo(ANA))).filter((text) => text.includes('Restam'));
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(voucher) ?? [];
  await tryIt.sees(`${saidTo(ANA)} strong`, code);
  const pictureWidth = await page.$eval(`${saidTo(ANA)} .photo img`, async (image) => {
    if (!(image instanceof HTMLImageElement)) return 0;
    await image.decode();
    return image.naturalWidth;
  });
  expect(pictureWidth).toBeGreaterThan(300);

  await says(CARLA, `validar ${code}`, 'De quanto é a compra');
  await says(CARLA, '80,00', 'Usar na compra de R$ 80,00');
  await says(CARLA, 'sim', 'Voucher usado');
  await hears(ANA, 'Seu saldo: R$ 5,00');

  await says(DORA, 'cashback 10% acima de R$ 50', 'cashback de 10%');
  await says(DORA, 'sim', 'Regra 2');
  await sells('Stone', '100,00', 'Bia');
  await hears(BIA, 'você ganhou R$ 15,00 na compra de R$ 100,00');

  await page.click('#ledger-toggle');
  await tryIt.sees('.entries li', 'Bia');
  const entries = (await tryIt.texts('.entries li')).map((text) => text.replace(/ · \d\d:\d\d/, ' '));
  expect(entries).toEqual([
    'CompraBia programapara→clienteR$ 15,00',
    'Voucher usadoAna em voucherpara→usadoR$ 5,00',
    'Voucher emitidoAna clientepara→em voucherR$ 5,00',
    'CompraAna programapara→clienteR$ 10,00',
  ]);
  expect(await tryIt.texts('.accounts div')).toEqual([
    'clienteR$ 20,00',
    'em voucherR$ 0,00',
    'programa-R$ 25,00',
    'usadoR$ 5,00',
  ]);
  // The sale to nobody stands among the sales, and that is all that came of it.
  expect(await tryIt.texts('.sale-head')).toEqual(['R$ 100,00', 'R$ 200,00', 'R$ 70,00']);
  expect((await tryIt.texts('.sale-about'))[2]).toContain('Stone · Pix · sem dados');
  expect(await tryIt.texts(saidTo(ANA))).toHaveLength(4);
  expect(await tryIt.texts(saidTo(BIA))).toHaveLength(1);
  expect(await page.$eval('body', (body) => body.dataset['opened'])).toBe('once');
  expect(tryIt.complaints).toEqual([]);
});
