import type { Router } from 'express';
import type { Server } from 'node:http';
import type { Browser, Page } from 'puppeteer';
import { recordStatus } from '../../src/bot/hosting/channel-states';
import { linkPath } from '../../src/bot/pages/link-page';
import { unsubscribeUrl } from '../../src/bot/pages/unsubscribe';
import { readConfig } from '../../src/config';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { applySales, setPin, staffByPhone } from '../../src/loyalty';
import { issueLink, withLinks, type LinkPayloads, type LinkPurpose } from '../../src/pages/one-time-links';
import { createMissingRouter } from '../../src/pages/one-time';
import { publicRouters } from '../../src/product';
import { createConnection } from '../../src/sync/connections';
import { BROWSER_PATIENCE_MS, launchBrowser } from '../support/browser';
import { SimulatedCloudApi } from '../support/cloud-api/server';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { DESKTOP, faultsIn, PHONE, photograph, tooSmall } from '../support/looks';
import { PIN } from '../support/pin';
import { routesOf } from '../support/routes';
import { openShop, OWNER, percent, saleOf } from '../support/shop';
import { json, KEYS, SmartPosServer } from '../support/smartpos-server';
import { untilSeen } from '../support/until';

const test = suiteDatabase();
let smartpos: SmartPosServer;
let cloud: SimulatedCloudApi;
let routers: Router[];
let server: Server;
let base: string;
let browser: Browser;
let page: Page;
let shop: number;

beforeAll(async () => {
  smartpos = await new SmartPosServer().start();
  smartpos.on('sales', json([])).on('company', json({ name: 'Padaria Central' }));
  cloud = await SimulatedCloudApi.start();
  const config = readConfig({ SMARTPOS_URL: smartpos.url, CLOUD_API_URL: cloud.url });
  routers = publicRouters({ ...test, config }, () => 'https://smartbis.example');
  server = createHttpServer(createApp([...routers, createMissingRouter()], test.logger), null);
  base = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0, 'PORT')}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await closeServer(server);
  await cloud.stop();
  await smartpos.stop();
});
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  page = await browser.newPage();
  page.setDefaultTimeout(BROWSER_PATIENCE_MS);
  await page.setExtraHTTPHeaders({ 'accept-language': 'pt-BR' });
  await page.setViewport(DESKTOP);
});
afterEach(() => page.close());

const owner = (): Chat => new Chat(test, shop, OWNER);

function link<Purpose extends LinkPurpose>(
  purpose: Purpose,
  payload: LinkPayloads[Purpose],
): Promise<string> {
  return test.db.asMerchant(shop, async (work) => {
    const holder = { staffId: (await staffByPhone(work, OWNER))?.id ?? '' };
    return withLinks(
      await issueLink(work, { purpose, holder, chatId: null, payload }),
      test.secrets,
      shop,
      '',
    );
  });
}

const hasPin = (): Promise<void> =>
  test.db.asMerchant(shop, async (work) => setPin(work, (await staffByPhone(work, OWNER))?.id ?? '', PIN));

/** Where the owner confirms by the PIN what was asked for in the chat. */
async function pinLink(): Promise<string> {
  await owner().says('adicionar caixa Bia 11 98888-0002');
  const { text } = await owner().says('sim');
  return /\/p\/\S+/.exec(withLinks(text, test.secrets, shop, ''))?.[0] ?? '';
}

const after =
  (before: () => Promise<unknown>, path: () => string | Promise<string>) => async (): Promise<string> => {
    await before();
    return path();
  };

/** Addresses that nobody was given, until no more are taken. */
const guess = (): Promise<void> =>
  untilSeen(
    'no more guesses to be taken',
    async () => (await fetch(`${base}/p/pin/1`)).status,
    (status) => status === 429,
  ).then(() => undefined);

const whatsappLink = (): string => linkPath(test.secrets, shop, START);

const isLinking = (): Promise<void> =>
  test.db.asMerchant(shop, (work) =>
    recordStatus(work, { state: 'linking', qr: '2@abc,def', code: 'ABCD-EFGH' }),
  );

async function stopLink(): Promise<string> {
  const id = await test.db.asMerchant(shop, async (work) => {
    await applySales(work, [saleOf()]);
    return (await work.trx<{ id: string }>('outbox').whereNotNull('customer_id').first('id'))?.id;
  });
  return unsubscribeUrl(test.secrets, '', { merchantId: shop, messageId: id ?? '' });
}

/** A page that is served: its route, how it is come to, what it says, and what is filled in and sent before. */
type Served = [
  name: string,
  route: string,
  path: () => string | Promise<string>,
  says: string,
  ...sent: (() => Record<string, string>)[],
];

const newSmartpos = (): Promise<string> => link('connect-smartpos', { replace: null });
const newSecret = async (): Promise<string> => {
  await test.db.asMerchant(shop, (work) =>
    createConnection(work, { baseUrl: smartpos.url, company: 'Padaria Central', ...KEYS }),
  );
  return link('connect-smartpos', { replace: 'signing-secret' });
};
const newMeta = (): Promise<string> => link('connect-whatsapp', null);
const metaKeys = (): Record<string, string> => ({
  phone_number_id: cloud.phoneNumberId,
  token: cloud.token,
  app_secret: cloud.appSecret,
});

const PAGES: readonly Served[] = [
  ['smartpos-keys', 'connect-smartpos', newSmartpos, 'Vendas do último ano'],
  ['smartpos-keys-missing', 'connect-smartpos', newSmartpos, 'Preencha este campo', () => ({})],
  [
    'smartpos-keys-refused',
    'connect-smartpos',
    newSmartpos,
    'recusou estas chaves',
    () => ({ key_id: 'x', key_secret: 'y' }),
  ],
  [
    'smartpos-connected',
    'connect-smartpos',
    newSmartpos,
    'O segredo aparece só agora',
    () => ({ key_id: KEYS.apiKeyId, key_secret: KEYS.apiKeySecret }),
  ],
  ['smartpos-secret', 'connect-smartpos', newSecret, 'Criar novo segredo'],
  ['smartpos-secret-made', 'connect-smartpos', newSecret, 'ainda vale por 24 horas', () => ({})],
  ['meta-keys', 'connect-whatsapp', newMeta, 'painel da Meta'],
  ['meta-keys-missing', 'connect-whatsapp', newMeta, 'Falta preencher', () => ({})],
  ['meta-connected', 'connect-whatsapp', newMeta, 'Token de verificação', metaKeys],
  ['pin-first', 'pin', pinLink, 'Coloco Bia'],
  ['pin-first-done', 'pin', pinLink, 'A resposta está na conversa', () => ({ fresh: PIN, again: PIN })],
  ['pin', 'pin', after(hasPin, pinLink), 'esqueci o PIN'],
  ['pin-wrong', 'pin', after(hasPin, pinLink), 'Restam 4 tentativas', () => ({ pin: '9999' })],
  ['new-pin', 'new-pin', after(hasPin, () => link('new-pin', { forgotten: false })), 'PIN atual'],
  ['till-key', 'till-key', () => link('till-key', { name: null }), 'Nome do caixa'],
  [
    'till-key-made',
    'till-key',
    () => link('till-key', { name: null }),
    'A chave aparece só agora',
    () => ({ name: 'Caixa 1' }),
  ],
  ['open-shop', 'open-shop', () => link('open-shop', { merchantId: shop }), 'Abrir a página do código'],
  ['relink', 'relink', after(hasPin, () => link('relink', null)), 'Digite seu PIN'],
  ['relink-without-pin', 'relink', () => link('relink', null), 'você ainda não tem um'],
  ['relink-done', 'relink', after(hasPin, () => link('relink', null)), 'Tudo certo', () => ({ pin: PIN })],
  ['link', '/link/:token', whatsappLink, 'Abrindo o WhatsApp'],
  ['link-code', '/link/:token', after(isLinking, whatsappLink), 'ABCD-EFGH'],
  ['link-no-phone', '/link/:token', whatsappLink, 'Não entendi esse telefone', () => ({ phone: '98888' })],
  ['unsubscribe', '/u/:token', stopLink, 'Quer parar de receber ofertas?'],
  ['unsubscribe-done', '/u/:token', stopLink, 'você não recebe mais ofertas', () => ({})],
  ['unsubscribe-gone', '/u/:token', () => '/u/1', 'Este link não existe mais'],
  ['gone', 'pin', () => '/p/pin/1', 'Este link não vale mais'],
  ['missing', '/', () => '/nowhere', 'Esta página não existe'],
  // The last one: who tried too often opens nothing more.
  ['too-many', 'pin', after(guess, () => '/p/pin/1'), 'Muitas tentativas'],
];

it('the answer to a form that another page sent is in view, named and reached', async () => {
  await page.setContent(
    `<form method="post" action="${base}${await newSmartpos()}"><button>Go</button></form>`,
  );
  await send({});
  await looksWell('elsewhere', 'Isso veio de outra página');
});

it.each(PAGES)(
  '%s is in view, named and reached on a desktop and on a phone',
  async (name, _route, path, says, ...sent) => {
    await page.goto(base + (await path()));
    for (const fields of sent) await send(fields());
    await looksWell(name, says);
  },
);

async function looksWell(name: string, says: string): Promise<void> {
  await page.waitForFunction((words) => document.body.innerText.includes(words), {}, says);
  await photograph(page, name, DESKTOP, PHONE);
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewport(size);
    expect(await faultsIn(page)).toEqual([]);
    expect(await tooSmall(page, size === PHONE ? 44 : 24)).toEqual([]);
  }
}

/** As its reader does. */
async function send(fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.type(`[name="${name}"]`, value);
  await Promise.all([page.waitForNavigation(), page.click('form button')]);
}

it('knows every page that is served', () => {
  // Programs read the others.
  const pages = routesOf(routers).filter((route) =>
    /^GET (?!\/(v1|assets|openapi\.json))(?!.*\/state$)/.test(route),
  );
  const seen = PAGES.map(([, route]) => `GET ${route.startsWith('/') ? route : `/p/${route}/:address`}`);
  expect(pages.length).toBeGreaterThan(8);
  expect(pages.filter((route) => !seen.includes(route))).toEqual([]);
});
