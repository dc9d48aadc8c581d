import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusOf } from '../../src/bot/hosting/channel-states';
import { linkPath } from '../../src/bot/pages/link-page';
import { setChannel } from '../../src/loyalty';
import { found, PERSON, PHONE } from '../support/canaries';
import { form, LoggedProduct } from '../support/logged-product';
import { deliver } from '../support/program';
import { BROWSER, browserFor, browserPid } from '../support/whatsapp-web-page/rig';
import { SimulatedWhatsApp } from '../support/whatsapp-web-page/server';
import { until, untilSeen } from '../support/until';

const CHAT = `${PHONE.slice(1)}@c.us`;
const secrets: Record<string, string> = {};

let folder: string;
let whatsApp: SimulatedWhatsApp;
let running: LoggedProduct;
let link: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'smartbis-canaries-'));
  whatsApp = await SimulatedWhatsApp.start();
  const more = { CHROME_PATH: await browserFor(whatsApp, folder), DATA_DIR: folder, PACING: 'off' };
  running = await LoggedProduct.open('trace', { more });
  const { product, shop } = running;
  await product.db.asMerchant(shop, (work) => setChannel(work, 'whatsapp-web', null));
  link = linkPath(product.secrets, shop, product.clock.now());
  whatsApp.know({ pn: CHAT });
  await product.hosts?.refresh();
});
afterAll(async () => {
  await running.close();
  await whatsApp.stop();
  await rm(folder, { recursive: true, force: true });
});

const status = () => running.product.db.asMerchant(running.shop, statusOf);
const becomes = (wanted: string) =>
  untilSeen(`the number to be ${wanted}`, status, (seen) => seen?.state === wanted, BROWSER);

/** Until the log says so once more because of what is done. */
async function logged(words: string, act: () => unknown): Promise<void> {
  const times = (): number => running.logged.split(words).length;
  const before = times();
  await act();
  await untilSeen(`"${words}" in the log`, times, (now) => now > before, BROWSER);
}

/** A code to type is asked for first: for a phone that is not the number's, then for the one that is. */
async function linkNumber(): Promise<void> {
  await becomes('linking');
  await logged('a code to link with could not be had', () => running.ask(link, form({ phone: PHONE })));
  await running.ask(link, form({ phone: '11 98888-0000' }));
  const shown = await until('both codes', async () => {
    const { qr, code } = (await status()) ?? {};
    return qr !== undefined && code !== undefined && { qr, code };
  });
  Object.assign(secrets, { 'code to scan': shown.qr, 'code to type': shown.code });
  whatsApp.scan(shown.qr);
  await becomes('ready');
}

const says = (message: object): Promise<void> =>
  logged('a message was sent', () => whatsApp.receive({ chatId: CHAT, notifyName: PERSON.name, ...message }));

async function buys(id: string, phone: string): Promise<void> {
  const { product, connection } = running;
  const at = new Date().toISOString();
  const customer = { name: PERSON.name, phone };
  const data = { uniqueIdentifier: id, creationDate: at, totalAmount: 100, customer };
  const body = JSON.stringify({ type: 'sale.approved', timestamp: at, data });
  expect(await deliver(product.url ?? '', connection, id, body)).toBe(202);
}

async function failures(): Promise<void> {
  const photo = { type: 'image', mimetype: 'image/png', size: 9, caption: PERSON.words };
  await logged('a received picture could not be fetched', () =>
    whatsApp.receive({ chatId: CHAT, notifyName: PERSON.name, directPath: `/v/${PERSON.name}`, ...photo }),
  );
  whatsApp.receive({ chatId: CHAT, body: PERSON.words, fromMe: true });
  await buys('to nobody', `${PHONE.slice(0, -1)}3`);
  const { product, shop } = running;
  const kept = () =>
    product.db.asMerchant(shop, (work) => work.trx('outbox').where({ state: 'suppressed' }).select('reason'));
  await untilSeen('it to be kept', kept, (seen) => seen.length > 0, BROWSER);
  whatsApp.behaviour.acknowledges = -1;
  await logged('WhatsApp refused the message', () => buys('refused', PHONE));
  whatsApp.behaviour.acknowledges = 2;
  whatsApp.dropConnections();
  await becomes('down');
  whatsApp.comeBack();
  await becomes('ready');
  await logged('"state":"down"', async () =>
    process.kill(await browserPid(join(folder, 'whatsapp', `session-${running.shop}`)), 'SIGKILL'),
  );
  await becomes('ready');
  whatsApp.logOut();
  await becomes('linking');
}

it('people and codes of a number on WhatsApp Web, its faults included, are in no log, figure or problem', async () => {
  await linkNumber();
  for (const body of [
    'oi',
    `meu email é ${PERSON.email}`,
    `meu cpf é ${PERSON['cpf as written']}`,
    PERSON.words,
  ])
    await says({ body });
  await failures();
  for (const [where, text] of Object.entries(await running.written()))
    expect([where, found(text, { ...PERSON, ...secrets })]).toEqual([where, []]);
});
