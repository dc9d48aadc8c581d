import { createConnection as openSocket, type AddressInfo, type Socket } from 'node:net';
import type { Server } from 'node:http';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { AddressBook, createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { createWebhook } from '../../src/sync/webhook';
import type { Database } from '../../src/db';
import { saleEvent } from '../support/program';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { openShop, percent } from '../support/shop';
import { moment, until } from '../support/until';

/** What the intake lets wait, and what one commit takes of it. */
const QUEUE = 5_000;
const GROUP = 500;

let test: TestDatabase;
let shop: number;
let connection: ConnectionSecrets;
let server: Server;
let intake: Intake;
/** The database answers only while it is open. */
let gate: Promise<void> = Promise.resolve();

beforeAll(async () => {
  test = await openTestDatabase();
  const { db, clock, secrets, doorbell, logger } = test;
  const slow: Database = {
    ...db,
    call: async (...args: Parameters<Database['call']>) => {
      await gate;
      return db.call(...args);
    },
  };
  intake = new Intake(slow, clock, doorbell);
  const addresses = new AddressBook(db, secrets, clock);
  const webhook = createWebhook({ addresses, intake, clock, logger, eventsPerSecond: 1_000 });
  server = createHttpServer(createApp([], logger), webhook);
  await listen(server, '127.0.0.1', 0, 'PORT');
});
afterAll(async () => {
  server.closeAllConnections();
  await closeServer(server);
  await test.close();
});
beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  connection = await test.db.asMerchant(shop, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9',
      company: null,
      apiKeyId: 'a',
      apiKeySecret: 'b',
    }),
  );
});

const stored = async (): Promise<number> =>
  ((await test.db.asMerchant(shop, (work) => work.trx('inbox_events').select('merchant_id'))) as unknown[])
    .length;

function headersFor(id: string, body: string, at = test.clock.now()): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': new Webhook(connection.signingSecret).sign(id, new Date(at), body),
  };
}

const path = (): string => `/v1/smartpos/events/${connection.id}`;

it('a full queue answers 503 with Retry-After, grows no further, and loses nothing that it took', async () => {
  let open: () => void = () => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const taken = Array.from({ length: QUEUE + GROUP }, (_, i) =>
    intake
      .add({
        merchantId: shop,
        connectionId: connection.id,
        deliveryId: `waiting-${i}`,
        source: 'webhook',
        body: '{}',
      })
      .then(
        () => 'durable',
        () => 'full',
      ),
  );
  const body = saleEvent('turned-away');
  const headers = headersFor('msg_full', body);
  const refused = await request(server).post(path()).set(headers).send(body).expect(503);
  expect(refused.headers['retry-after']).toBe('1');
  expect(refused.type).toBe('application/problem+json');
  expect(refused.body).toMatchObject({ status: 503, title: 'Cannot be taken in now' });
  open();
  const ends = await Promise.all(taken);
  const durable = ends.filter((end) => end === 'durable').length;
  // A group was on its way to the database already: it waits beside the queue.
  expect(durable).toBeGreaterThanOrEqual(QUEUE);
  expect(await stored()).toBe(durable);
  // Sent again, as its sender does, it is taken.
  await request(server).post(path()).set(headers).send(body).expect(202);
  expect(await stored()).toBe(durable + 1);
});

describe('a body that comes oddly', () => {
  /** A request of which the bytes are sent as they are given. */
  async function socket(): Promise<{ socket: Socket; heard: () => string; closed: Promise<void> }> {
    const { port } = server.address() as AddressInfo;
    const one = openSocket(port, '127.0.0.1');
    await new Promise((resolve) => one.once('connect', resolve));
    let text = '';
    one.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    one.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => one.once('close', () => resolve()));
    return { socket: one, heard: () => text, closed };
  }

  const head = (id: string, body: string, length: number): string => {
    const lines = Object.entries({ ...headersFor(id, body), host: 'x', 'content-length': String(length) });
    return [`POST ${path()} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join(
      '\r\n',
    );
  };

  it('slowly, in small pieces: it is taken once it is whole', async () => {
    const body = saleEvent('slow');
    const { socket: one, heard } = await socket();
    one.write(head('msg_slow', body, Buffer.byteLength(body)));
    const early: string[] = [];
    for (let at = 0; at < body.length - 40; at += 40) {
      one.write(body.slice(at, at + 40));
      await moment(15);
      early.push(heard());
    }
    expect(early.join('')).toBe('');
    one.write(body.slice(early.length * 40));
    await until('it to be taken', () => heard().includes('202'));
    expect(await stored()).toBe(1);
    one.destroy();
  });

  it('cut off in the middle: nothing is stored, and the same delivery is taken when it comes whole', async () => {
    const body = saleEvent('cut');
    const { socket: one, closed } = await socket();
    one.write(head('msg_cut', body, Buffer.byteLength(body)));
    one.write(body.slice(0, 60));
    await moment(50);
    one.destroy();
    await closed;
    expect(await stored()).toBe(0);
    await request(server).post(path()).set(headersFor('msg_cut', body)).send(body).expect(202);
    expect(await stored()).toBe(1);
  });

  it('whole but shorter than was signed: it is refused by its signature', async () => {
    const body = saleEvent('short');
    const short = body.slice(0, -10);
    await request(server).post(path()).set(headersFor('msg_short', body)).send(short).expect(401);
    expect(await stored()).toBe(0);
  });

  it('never to its end: the connection is ended, and others are served meanwhile', async () => {
    const before = server.requestTimeout;
    const { socket: one, heard, closed } = await socket();
    const body = saleEvent('never');
    one.write(head('msg_never', body, Buffer.byteLength(body)));
    one.write(body.slice(0, 10));
    const other = saleEvent('meanwhile');
    await request(server).post(path()).set(headersFor('msg_other', other)).send(other).expect(202);
    expect(heard()).toBe('');
    // Node looks every half minute for whom it has waited too long; here the server itself closes.
    expect(before).toBeLessThanOrEqual(15_000);
    one.end();
    await closed;
    expect(await stored()).toBe(1);
  });
});

describe('a sender’s clock that differs', () => {
  it.each([
    ['four minutes ahead', 240_000, 202, {}],
    ['four minutes behind', -240_000, 202, {}],
    ['six minutes ahead', 360_000, 401, { detail: expect.stringContaining('signed anew') }],
    ['six minutes behind', -360_000, 401, { detail: expect.stringContaining('signed anew') }],
  ])('%s', async (_what, difference, status, says) => {
    const body = saleEvent('clock');
    const headers = headersFor('msg_clock', body, test.clock.now() + difference);
    const answer = await request(server).post(path()).set(headers).send(body).expect(status);
    expect(answer.body).toMatchObject(says);
    expect(await stored()).toBe(status === 202 ? 1 : 0);
  });
});
