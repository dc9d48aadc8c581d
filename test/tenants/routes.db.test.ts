import type { Router } from 'express';
import { createHmac } from 'node:crypto';
import request, { type Response, type Test } from 'supertest';
import { chatOfAccount } from '../../src/bot/channels/cloud-api/parse';
import { Reader } from '../../src/bot/channels/cloud-api/reading';
import { Graph } from '../../src/bot/channels/cloud-api/graph';
import { callbackPath, signatureOf } from '../../src/bot/channels/cloud-api/callbacks';
import { takeTurn } from '../../src/bot/conversation';
import { eventsOf } from '../../src/bot/hosting/events';
import { linkPath } from '../../src/bot/pages/link-page';
import { unsubscribeUrl } from '../../src/bot/pages/unsubscribe';
import { returnToken } from '../../src/bot/returned-mail/token';
import { readConfig } from '../../src/config';
import { createApp, createHttpServer } from '../../src/http';
import { customerBy, staffByPhone } from '../../src/loyalty';
import { issueLink, withLinks, type LinkPayloads, type LinkPurpose } from '../../src/pages/one-time-links';
import { oneTimePages } from '../../src/product/one-time-pages';
import { publicRouters } from '../../src/product';
import { AddressBook } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { smartposEvents } from '../../src/sync/openapi';
import { createWebhook } from '../../src/sync/webhook';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { digestOfShop, openNeighbour, type Neighbour } from '../support/neighbours';
import { noMailbox } from '../support/returned-mail';
import { routesOf } from '../support/routes';
import { OWNER } from '../support/shop';

let test: TestDatabase;
let own: Neighbour;
let other: Neighbour;
let routers: Router[];
let server: ReturnType<typeof createHttpServer>;
/** The other shop's links, that are not ours to open. */
const links = new Map<LinkPurpose, { own: string; other: string }>();
let before: string;
/** A message that the other shop sent to a customer. */
let theirMail: string;
/** One that its customer wrote. */
let theirHeard: string;
const PROVIDER_ID = 'wamid.theirs';

const MAIL = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  MAIL_FROM: 'cartao@smartbis.example',
  MAIL_RETURNS: 'volta@smartbis.example',
  MAIL_RETURN_SECRET: 'a-secret-of-the-mail-server',
};
const ADDRESS = 'ana@example.com';

const PAYLOADS: LinkPayloads = {
  pin: { request: '00000000-0000-4000-8000-000000000000' },
  'open-shop': { merchantId: 1 },
  relink: null,
  'new-pin': { forgotten: false },
  'till-key': { name: 'Caixa' },
  'connect-smartpos': { replace: null },
  'connect-whatsapp': null,
};

beforeAll(async () => {
  test = await openTestDatabase();
  own = await openNeighbour(test, 'Araponga', 3);
  other = await openNeighbour(test, 'Bemtevi', 7);
  const { db, clock, secrets, logger, doorbell } = test;
  const config = readConfig(MAIL);
  routers = publicRouters({ config, db, secrets, clock, logger }, () => 'http://127.0.0.1');
  const intake = new Intake(db, clock, doorbell);
  const webhook = createWebhook({
    addresses: new AddressBook(db, secrets, clock),
    intake,
    clock,
    logger,
    eventsPerSecond: 500,
  });
  server = createHttpServer(createApp(routers, logger), webhook);
  for (const { purpose } of oneTimePages(config, () => ''))
    links.set(purpose, { own: await linkOf(own, purpose), other: await linkOf(other, purpose) });
  theirMail = await mailOf(other);
  theirHeard = await test.db.asMerchant(other.id, async ({ trx }) => {
    const reply = trx('outbox').where({ template: 'reply' }).max('seq');
    await trx('outbox').where({ seq: reply }).update({ state: 'sent', provider_id: PROVIDER_ID });
    return ((await trx<{ id: string }>('inbound_messages').first('id')) ?? { id: '' }).id;
  });
  before = await digestOfShop(test, other.id);
});
afterAll(() => test.close());

/** A message that went to a customer's address. */
function mailOf(shop: Neighbour): Promise<string> {
  return test.db.asMerchant(shop.id, async (work) => {
    const customerId = await customerBy(work, { kind: 'phone', value: shop.phone });
    const identity = { merchant_id: shop.id, kind: 'email', value: ADDRESS, customer_id: customerId };
    await work.trx('customer_identities').insert(identity);
    const [sent] = await work
      .trx<{ id: string; customer_id: string; channel: string; state: string }>('outbox')
      .where({ customer_id: customerId ?? '' })
      .update({ channel: 'email', state: 'sent' })
      .returning('id');
    return sent?.id ?? '';
  });
}

/** The token of a link of that shop's owner. */
function linkOf(shop: Neighbour, purpose: LinkPurpose): Promise<string> {
  return test.db.asMerchant(shop.id, async (work) => {
    const owner = await staffByPhone(work, OWNER);
    const holder = { staffId: owner?.id ?? '' };
    const place = await issueLink(work, { purpose, holder, chatId: null, payload: PAYLOADS[purpose] });
    return /\.([\w-]{43})/.exec(withLinks(place, test.secrets, shop.id, ''))?.[1] ?? '';
  });
}

const http = () => request(server);
const asTill = (sent: Test): Test => sent.set({ 'x-api-key': own.tillKey, 'idempotency-key': 'k' });

/** An event that is signed by us and sent to their address, and one of ours about what is theirs. */
function event(address: string, data: object): Test {
  const body = JSON.stringify({ type: 'sale.cancelled', timestamp: '2026-11-23T17:00:00Z', data });
  const at = Math.floor(test.clock.now() / 1000);
  const key = Buffer.from(own.connection.signingSecret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`evt_1.${at}.${body}`).digest('base64');
  return http()
    .post(`/v1/smartpos/events/${address}`)
    .set({ 'webhook-id': 'evt_1', 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` })
    .set('content-type', 'application/json')
    .send(body);
}

/** A callback about their number and their message, and about them under our number. */
function callback(address: string, appSecret: string): Test {
  const values = [other, own].map(({ cloud: { phoneNumberId } }) => ({
    metadata: { phone_number_id: phoneNumberId },
    contacts: [{ wa_id: accountOf(other), profile: { name: 'Intruso' } }],
    messages: [
      {
        from: accountOf(other),
        id: theirHeard,
        timestamp: '1795000000',
        type: 'text',
        text: { body: 'saldo' },
      },
    ],
    statuses: [
      {
        id: PROVIDER_ID,
        status: 'read',
        recipient_id: accountOf(other),
        biz_opaque_callback_data: theirMail,
      },
    ],
    user_preferences: [
      { wa_id: accountOf(other), category: 'marketing_messages', value: 'stop', timestamp: 1_795_000_000 },
    ],
  }));
  const changes = values.flatMap((value) =>
    ['messages', 'user_preferences'].map((field) => ({ field, value })),
  );
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] });
  return http()
    .post(callbackPath(address))
    .set({
      'content-type': 'application/json',
      'x-hub-signature-256': signatureOf(Buffer.from(body), appSecret),
    })
    .send(body);
}

const accountOf = ({ phone }: Neighbour): string => phone.slice(1);

const saleOfTheirs = () => ({
  uniqueIdentifier: other.sale.id,
  creationDate: '2026-11-23T14:01:00-03:00',
  totalAmount: other.sale.cents / 100,
  voucherCode: other.code,
  customer: { phone: other.phone },
});

const page = (purpose: LinkPurpose): string[] => {
  const link = links.get(purpose);
  // Our token under their number, theirs under ours, and theirs for another page.
  return [
    `/p/${purpose}/${other.id}.${link?.own}`,
    `/p/${purpose}/${own.id}.${link?.other}`,
    `/p/${purpose === 'pin' ? 'new-pin' : 'pin'}/${other.id}.${link?.other}`,
  ];
};

/** The way into each route with what is ours, aimed at what is theirs. */
const ATTACKS: Record<string, () => Test[]> = {
  'POST /v1/smartpos/events/{connection}': () => [
    event(other.connection.id, saleOfTheirs()),
    event(own.connection.id, saleOfTheirs()),
  ],
  'POST /v1/vouchers/validate': () => [
    asTill(http().post('/v1/vouchers/validate')).send({ code: other.code, amount_cents: 90_000 }),
  ],
  'POST /v1/vouchers/redeem': () => [
    asTill(http().post('/v1/vouchers/redeem')).send({ code: other.code, amount_cents: 90_000 }),
  ],
  'GET /v1/customers/:customer/balance': () => [
    asTill(http().get(`/v1/customers/${encodeURIComponent(other.phone)}/balance`)),
    asTill(http().get(`/v1/customers/${other.cpf}/balance`)),
  ],
  'GET /link/:token': () => [http().get(theirLink())],
  'POST /link/:token': () => [http().post(theirLink()).type('form').send({ phone: other.phone })],
  'GET /link/:token/state': () => [http().get(`${theirLink()}/state`)],
  'GET /u/:token': () => [http().get(theirStop())],
  'POST /u/:token': () => [http().post(theirStop())],
  'GET /v1/whatsapp/events/:address': () =>
    [own.cloud.verifyToken, ''].map((token) =>
      http()
        .get(callbackPath(other.cloud.address))
        .query({ 'hub.mode': 'subscribe', 'hub.challenge': 'c', 'hub.verify_token': token }),
    ),
  'POST /v1/whatsapp/events/:address': () => [
    callback(other.cloud.address, own.cloud.appSecret),
    callback(other.cloud.address, ''),
    callback(own.cloud.address, other.cloud.appSecret),
    callback(own.cloud.address, own.cloud.appSecret),
  ],
  'POST /v1/mail/returned': () => {
    // Of their message, proven as ours; and that proof under their number.
    const ours = returnToken(test.secrets, { merchantId: own.id, messageId: theirMail, address: ADDRESS });
    return [ours, ours.replace(/^[^.]+/, other.id.toString(36))].map((token) =>
      http()
        .post('/v1/mail/returned')
        .set('authorization', `Bearer ${MAIL.MAIL_RETURN_SECRET}`)
        .send(
          noMailbox({
            sender: `volta+${token}@smartbis.example`,
            messageId: `<${token}@smartbis.example>`,
            address: ADDRESS,
          }),
        ),
    );
  },
  'GET /openapi.json': () => [http().get('/openapi.json')],
  'GET /assets/link.js': () => [http().get('/assets/link.js')],
  'GET /assets/page.css': () => [http().get('/assets/page.css')],
  'GET /assets/page.js': () => [http().get('/assets/page.js')],
};

/** Our proof with their number in it. */
const theirLink = (): string =>
  linkPath(test.secrets, own.id, test.clock.now()).replace(`/link/${own.id}.`, `/link/${other.id}.`);
const theirStop = (): string => {
  const messageId = '00000000-0000-4000-8000-000000000000';
  const url = unsubscribeUrl(test.secrets, '', { merchantId: own.id, messageId });
  return url.replace(`/u/${own.id}.`, `/u/${other.id}.`);
};

/** Every route that there is: those of the routers, and those of the document that are served ahead of them. */
const routes = (): string[] => [
  ...routesOf(routers),
  ...Object.keys(smartposEvents.paths).map((path) => `POST ${path}`),
];

/** A page's route is aimed at by its purpose. */
function attacksOn(route: string): (() => Test[]) | undefined {
  const [method, path = ''] = route.split(' ');
  const purpose = /^\/p\/([a-z-]+)\/:address$/.exec(path)?.[1] as LinkPurpose | undefined;
  if (purpose === undefined || !links.has(purpose)) return ATTACKS[route];
  const form = { pin: '2580', fresh: '2580', again: '2580', keyId: 'a', keySecret: 'b', name: 'c' };
  return () =>
    page(purpose).map((address) =>
      method === 'POST' ? http().post(address).type('form').send(form) : http().get(address),
    );
}

it('knows a way into every route', () => {
  expect(routes().length).toBeGreaterThan(20);
  expect(routes().filter((route) => attacksOn(route) === undefined)).toEqual([]);
  expect(Object.keys(ATTACKS).filter((route) => !routes().includes(route))).toEqual([]);
});

it('no route reads or changes anything of another shop', async () => {
  const answers: [string, Response][] = [];
  for (const route of routes())
    for (const attack of attacksOn(route)?.() ?? []) answers.push([route, await attack]);
  expect(answers.length).toBeGreaterThan(25);
  for (const [route, { text }] of answers)
    expect([route, other.canaries.filter((canary) => (text ?? '').includes(canary))]).toEqual([route, []]);
  // No browser is to guess at, frame or tell on any of them.
  const unsafe = answers.filter(
    ([, { headers, status }]) =>
      status !== 202 &&
      !(
        headers['x-content-type-options'] === 'nosniff' &&
        headers['x-frame-options'] === 'DENY' &&
        headers['referrer-policy']
      ),
  );
  expect(unsafe.map(([route, { status }]) => [route, status])).toEqual([]);
  const opened = answers.filter(([route, { status }]) => status < 400 && !/assets|openapi/.test(route));
  // Those that are ours to send: of our own connection, and to our own number.
  expect(opened.map(([route, { status }]) => [route, status])).toEqual([
    ['POST /v1/whatsapp/events/:address', 200],
    ['POST /v1/smartpos/events/{connection}', 202],
  ]);
  expect(await digestOfShop(test, other.id)).toBe(before);
});

it('what Meta told our number of theirs is read within our shop', async () => {
  const { db, logger } = test;
  const graph = new Graph('http://127.0.0.1:9', own.cloud.phoneNumberId, own.cloud.token);
  const events = eventsOf({ db, logger, burstMs: 0 }, own.id, () => undefined);
  const chatId = chatOfAccount(accountOf(other));
  const kept = () => db.asMerchant(own.id, ({ trx }) => trx('cloud_api_events').select('id'));
  expect(await kept()).toHaveLength(1);
  await new Reader({ db, merchantId: own.id, logger, graph, events }, own.cloud).readAll(() => false);
  expect(await kept()).toEqual([]);
  await takeTurn(db, own.id, chatId);
  const answers = await db.asMerchant(own.id, ({ trx }) =>
    trx<{ chat_id: string; body: string }>('outbox').where({ chat_id: chatId }).pluck('body'),
  );
  expect(answers).toEqual([expect.any(String)]);
  expect(other.canaries.filter((canary) => answers[0]?.includes(canary))).toEqual([]);
  expect(await digestOfShop(test, other.id)).toBe(before);
});
