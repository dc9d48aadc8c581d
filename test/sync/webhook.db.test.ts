import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { pino } from 'pino';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { AddressBook, createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { createWebhook } from '../../src/sync/webhook';
import { START, openTestDatabase, type TestDatabase } from '../support/database';
import { openShop, percent } from '../support/shop';

const logger = pino({ level: 'silent' });
let test: TestDatabase;
let server: Server;
let shop: number;
let connection: ConnectionSecrets;

beforeAll(async () => {
  test = await openTestDatabase();
  const webhook = createWebhook({
    addresses: new AddressBook(test.db, test.secrets, test.clock),
    intake: new Intake(test.db, test.clock, test.doorbell),
    clock: test.clock,
    logger,
    eventsPerSecond: 50,
  });
  server = createHttpServer(createApp([], logger), webhook);
  await listen(server, '127.0.0.1', 0, 'PORT');
});
afterAll(async () => {
  await closeServer(server);
  await test.close();
});
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  connection = await connect(shop);
});

const OTHER_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

const connect = (merchant: number): Promise<ConnectionSecrets> =>
  test.db.asMerchant(merchant, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: 'id',
      apiKeySecret: 'secret',
    }),
  );

const event = (data: object = {}, type = 'sale.approved'): string =>
  JSON.stringify({
    type,
    timestamp: '2026-11-23T17:01:00Z',
    data: {
      uniqueIdentifier: `sale-${randomBytes(4).toString('hex')}`,
      creationDate: '2026-11-23T14:01:00-03:00',
      totalAmount: 100,
      customer: { phone: '+5511988880001' },
      ...data,
    },
  });

interface Delivery {
  id?: string;
  at?: number;
  secret?: string;
  to?: string;
}

function deliver(
  body: string,
  { id = `msg_${randomBytes(6).toString('hex')}`, at = test.clock.now(), secret, to }: Delivery = {},
) {
  const signature = new Webhook(secret ?? connection.signingSecret).sign(id, new Date(at), body);
  return request(server)
    .post(`/v1/smartpos/events/${to ?? connection.id}`)
    .set({
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': signature,
    })
    .set('content-type', 'application/json')
    .send(body);
}

const rows = (table: string, merchant = shop): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(merchant, (work) => work.trx(table).select());

it('an event with a byte-order mark before it is one', async () => {
  await deliver(`\ufeff${event()}`).expect(202);
  expect(await rows('inbox_events')).toHaveLength(1);
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(1);
});

it('is durable before 202, and an award after', async () => {
  await deliver(event()).expect(202);
  expect(await rows('inbox_events')).toHaveLength(1);
  expect(test.doorbell.rings).toContainEqual(['sales', String(shop)]);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('inbox_due')).toHaveLength(0);
  expect(await rows('lots')).toMatchObject([{ granted: 500 }]);
});

it('takes a repeated delivery once', async () => {
  const body = event();
  for (let i = 0; i < 3; i++) await deliver(body, { id: 'msg_same' }).expect(202);
  expect(await rows('inbox_due')).toHaveLength(1);
});

it('keeps a delivery id that comes with another body for a person', async () => {
  await deliver(event(), { id: 'msg_twice' }).expect(202);
  test.clock.advance(1000);
  await deliver(event(), { id: 'msg_twice' }).expect(202);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(1);
  expect(await rows('kept_events')).toMatchObject([{ reason: 'same-id-other-body' }]);
});

it('applies the first of two bodies that come under one id at the same moment', async () => {
  await deliver(event(), { id: 'msg_both' }).expect(202);
  await deliver(event(), { id: 'msg_both' }).expect(202);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(1);
  expect(await rows('kept_events')).toHaveLength(1);
});

it('webhook and pull bring one sale: one award', async () => {
  const body = event();
  await deliver(body).expect(202);
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const pulled = JSON.stringify((JSON.parse(body) as { data: object }).data);
  await intake.add({
    merchantId: shop,
    connectionId: connection.id,
    deliveryId: 'pull:1',
    source: 'pull',
    body: pulled,
  });
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(1);
  expect(await rows('transactions')).toHaveLength(1);
});

it.each([
  ['not JSON', '{"type":', { field: 'body' }],
  ['not an object', '[1]', { field: 'body' }],
  ['without a type', '{"data":{}}', { field: 'type' }],
  ['without data', '{"type":"sale.approved","data":7}', { field: 'data' }],
])('answers 400 to an event that is %s', async (_name, body, problem) => {
  const response = await deliver(body).expect(400);
  expect(response.type).toBe('application/problem+json');
  expect(response.body).toMatchObject({ status: 400, ...problem });
  expect(await rows('inbox_events')).toHaveLength(0);
});

it('answers 401 to a stale, a wrongly signed and an unsigned event, and stores nothing', async () => {
  await deliver(event(), { at: START - 301_000 }).expect(401);
  await deliver(event(), { secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}` }).expect(401);
  await request(server).post(`/v1/smartpos/events/${connection.id}`).send(event()).expect(401);
  expect(await rows('inbox_events')).toHaveLength(0);
});

it('answers 401 to an event signed for another shop, and 404 to an address that is nobody’s', async () => {
  const foreign = await connect(await openShop(test.db, []));
  await deliver(event(), { to: foreign.id }).expect(401);
  await deliver(event(), { to: 'con_unknown' }).expect(404);
});

it('answers 413 over 64 kB, whether the length is said or not', async () => {
  const large = event({ orderName: 'x'.repeat(66_000) });
  await deliver(large).expect(413);
  const chunked = request(server)
    .post(`/v1/smartpos/events/${connection.id}`)
    .set('transfer-encoding', 'chunked');
  for (let i = 0; i < 20; i++) chunked.write('y'.repeat(4_000));
  await chunked.expect(413);
});

it('a flood of forged events uses up nothing of the connection’s rate', async () => {
  const forged = await Promise.all(
    Array.from({ length: 120 }, async () => deliver(event(), { secret: OTHER_SECRET })),
  );
  expect(new Set(forged.map(({ status }) => status))).toEqual(new Set([401]));
  await deliver(event()).expect(202);
});

it('answers 405 to another method and 429 to a flood', async () => {
  await request(server).get(`/v1/smartpos/events/${connection.id}`).expect(405);
  const statuses = await Promise.all(Array.from({ length: 60 }, async () => (await deliver(event())).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  test.clock.advance(1000);
  await deliver(event()).expect(202);
});

it.each([
  ['a negative amount', { totalAmount: -5 }, { reason: 'negative', field: 'totalAmount' }],
  [
    'an amount that is no number',
    { totalAmount: 'muito' },
    { reason: 'not-a-decimal', field: 'totalAmount' },
  ],
  ['an absurd amount', { totalAmount: 99_999_999 }, { reason: 'absurd', field: 'totalAmount' }],
  ['another currency', { currency: 'USD' }, { reason: 'currency', field: 'currency' }],
  [
    'a time in the future',
    { creationDate: '2026-11-25T14:01:00-03:00' },
    { reason: 'in-the-future', field: 'creationDate' },
  ],
  ['wrong types', { uniqueIdentifier: ['a'] }, { reason: 'missing', field: 'uniqueIdentifier' }],
])('keeps a sale with %s for a person, and judges its neighbours', async (_name, data, kept) => {
  await deliver(event()).expect(202);
  await deliver(event(data)).expect(202);
  await deliver(event()).expect(202);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('kept_events')).toMatchObject([kept]);
  expect(await rows('lots')).toHaveLength(2);
  expect(await rows('inbox_due')).toHaveLength(0);
});

it('takes a sale of nothing and a sale without a buyer, which earn nothing', async () => {
  await deliver(event({ totalAmount: 0 })).expect(202);
  await deliver(event({ customer: null })).expect(202);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(2);
  expect(await rows('lots')).toHaveLength(0);
  expect(await rows('kept_events')).toHaveLength(0);
});

it('cancels and charges back by the event’s type', async () => {
  const sale = event({ uniqueIdentifier: 'gone' });
  const cancelled = event(
    { uniqueIdentifier: 'gone', updatedAt: '2026-11-23T14:02:00-03:00' },
    'sale.cancelled',
  );
  await deliver(sale).expect(202);
  await deliver(cancelled).expect(202);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('sales')).toMatchObject([{ refunded_cents: 10_000, cashback_cents: 0 }]);
});

it('answers 503 with Retry-After when the database cannot take it, and takes it when it can', async () => {
  const failing = createWebhook({
    addresses: new AddressBook(test.db, test.secrets, test.clock),
    intake: new Intake(
      { ...test.db, call: () => Promise.reject(new Error('gone')) } as never,
      test.clock,
      test.doorbell,
    ),
    clock: test.clock,
    logger,
    eventsPerSecond: 50,
  });
  const broken = createHttpServer(createApp([], logger), failing);
  await listen(broken, '127.0.0.1', 0, 'PORT');
  const body = event();
  const at = test.clock.now();
  const headers = {
    'webhook-id': 'msg_503',
    'webhook-timestamp': String(at / 1000),
    'webhook-signature': new Webhook(connection.signingSecret).sign('msg_503', new Date(at), body),
  };
  const path = `/v1/smartpos/events/${connection.id}`;
  const refused = await request(broken).post(path).set(headers).send(body).expect(503);
  expect(refused.headers['retry-after']).toBe('5');
  await closeServer(broken);
  await request(server).post(path).set(headers).send(body).expect(202);
});
