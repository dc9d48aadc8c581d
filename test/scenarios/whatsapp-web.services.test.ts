import { pino } from 'pino';
import QRCode from 'qrcode';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusOf } from '../../src/bot/hosting/channel-states';
import { linkPath } from '../../src/bot/pages/link-page';
import { readConfig } from '../../src/config';
import { setChannel } from '../../src/loyalty';
import { startProduct, type Product } from '../../src/product';
import { createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { deliver, saleEvent } from '../support/program';
import { openShop, OWNER, percent } from '../support/shop';
import type { WireMessage } from '../support/whatsapp-web-page/protocol';
import { BROWSER, browserFor, browserPid } from '../support/whatsapp-web-page/rig';
import { SimulatedWhatsApp } from '../support/whatsapp-web-page/server';
import { until, untilSeen } from '../support/until';

const ANA = '5511988880001@c.us';

let dataDir: string;
let whatsApp: SimulatedWhatsApp;
let product: Product;
let shop: number;
let connection: ConnectionSecrets;
let link: string;
let terminal = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'smartbis-whole-'));
  whatsApp = await SimulatedWhatsApp.start();
  const config = readConfig({
    DATA_DIR: dataDir,
    CHROME_PATH: await browserFor(whatsApp, dataDir),
    PORT: '0',
    PRIVATE_PORT: '0',
    SANDBOX: 'off',
    POLL_SECONDS: '0',
    SWEEP_SECONDS: '0.5',
    BURST_MS: '50',
    PACING: 'off',
  });
  product = await startProduct(config, {
    logger: pino({ level: 'silent' }),
    terminal: (text) => (terminal += text),
  });
  const { db } = product;
  shop = await openShop(db, [percent(500)]);
  connection = await db.asMerchant(shop, async (work) => {
    await setChannel(work, 'whatsapp-web', null);
    return createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: 'x',
      apiKeySecret: 'x',
    });
  });
  link = `${product.url}${linkPath(product.secrets, shop, product.clock.now())}`;
  whatsApp.know({ pn: ANA });
  await product.hosts?.refresh();
});
afterAll(async () => {
  await product.stop();
  await whatsApp.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** As the link page shows it. */
async function state(): Promise<{ state: string; picture: string | null }> {
  const response = await fetch(`${link}/state`);
  return (await response.json()) as { state: string; picture: string | null };
}

async function becomes(wanted: string): Promise<void> {
  await untilSeen(`the number to be ${wanted}`, state, (seen) => seen.state === wanted, BROWSER);
}

async function linkNumber(): Promise<void> {
  await becomes('linking');
  expect((await state()).picture).toMatch(/^data:image\/png/);
  const status = await product.db.asMerchant(shop, statusOf);
  const drawn = await QRCode.toString(status?.qr ?? '', { type: 'terminal', small: true });
  await until('the code on the terminal', () => terminal.includes(drawn), BROWSER);
  whatsApp.scan(status?.qr ?? '');
  await becomes('ready');
  expect(terminal).toContain(`Shop ${shop}: its number is linked.`);
}

/** The next message that Ana gets after what is done. */
async function heard(act: () => unknown): Promise<WireMessage> {
  const before = whatsApp.sent.length;
  await act();
  return until('a message', () => whatsApp.sent[before], BROWSER);
}

const says = (body: string): Promise<WireMessage> => heard(() => whatsApp.receive({ chatId: ANA, body }));

it('links, tells of a sale, answers, sends a voucher, and notes how far it got', async () => {
  await linkNumber();
  const notice = await heard(() => deliver(product.url ?? '', connection, 'event-1', saleEvent('sale-1')));
  expect(notice).toMatchObject({ chatId: ANA, type: 'chat', body: expect.stringContaining('R$ 5,00') });
  expect((await says('saldo')).body).toContain('R$ 5,00');
  expect((await says('resgatar 3')).body).toContain('sim');
  const voucher = await says('sim');
  expect(voucher).toMatchObject({ type: 'image', caption: expect.stringMatching(/[0-9A-Z]{4}-[0-9A-Z]{4}/) });
  expect(
    whatsApp.media
      .get(voucher.directPath ?? '')
      ?.subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  whatsApp.acknowledge(voucher, 3);
  const outboxState = async (): Promise<unknown> => {
    const rows = await product.db.asMerchant(shop, (work) =>
      work.trx('outbox').orderBy('seq').select('state'),
    );
    return (rows.at(-1) as { state: string } | undefined)?.state;
  };
  await untilSeen('it to be read', outboxState, (seen) => seen === 'read');
});

it('goes on after its browser was killed, and answers what was written meanwhile, once', async () => {
  process.kill(await browserPid(join(dataDir, 'whatsapp', `session-${shop}`)), 'SIGKILL');
  const answer = await says('saldo');
  expect(answer.body).toContain('R$ 2,00');
  await becomes('ready');
  await says('extrato');
  expect(whatsApp.sent.filter(({ body }) => body === answer.body)).toHaveLength(1);
});

it('says on the page that the phone logged it out, links again, and goes on', async () => {
  whatsApp.logOut();
  await linkNumber();
  expect((await says('saldo')).body).toContain('R$ 2,00');
});

it('notes when a person of the shop writes on its phone', async () => {
  whatsApp.receive({ chatId: ANA, body: 'Oi Ana, é a dona', fromMe: true });
  const typed = async (): Promise<boolean> => {
    const chat = await product.db.asMerchant(shop, (work) =>
      work.trx('chats').where({ id: ANA }).first('person_wrote_at'),
    );
    return (chat as { person_wrote_at: number | null } | undefined)?.person_wrote_at !== null;
  };
  await until('it to be noted', typed);
});

it('a group, a forward, a card or an unknown sender in the real library acts for nobody; the owner’s own words do', async () => {
  const dona = `${OWNER.slice(1)}@c.us`;
  whatsApp.know({ pn: dona });
  const before = whatsApp.sent.length;
  for (const body of ['pausar ganhos', 'sim']) {
    whatsApp.receive({ chatId: `${OWNER.slice(1)}-1600000000@g.us`, body });
    whatsApp.receive({ chatId: dona, body, isForwarded: true });
    whatsApp.receive({ chatId: dona, type: 'vcard', body: `BEGIN:VCARD\nFN:${body}\nEND:VCARD` });
    whatsApp.receive({ chatId: '123456789012345@lid', body, notifyName: 'Dona' });
  }
  const toDona = (): WireMessage[] => whatsApp.sent.slice(before).filter(({ chatId }) => chatId === dona);
  const toTheCard = (): WireMessage | undefined =>
    toDona().find(({ body = '' }) => body.includes('mensagens escritas'));
  expect(await until('an answer to the card', toTheCard)).toBeDefined();
  const changes = (): Promise<unknown[]> =>
    product.db.asMerchant(shop, (work) => work.trx('audit_log').whereNotNull('staff_id').pluck('action'));
  expect(await changes()).toEqual([]);
  const seen = whatsApp.sent.length;
  whatsApp.receive({ chatId: dona, body: 'pausar ganhos' });
  const own = await until('an answer to the owner', () =>
    whatsApp.sent
      .slice(seen)
      .find(({ chatId, body = '' }) => chatId === dona && body.includes('Ganhos em pausa')),
  );
  expect(own.body).toContain('Ganhos em pausa');
  expect(await changes()).toEqual(['pause']);
  expect(whatsApp.sent.filter(({ chatId }) => chatId.endsWith('@g.us'))).toEqual([]);
});
