import { createHmac, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { closeServer, createApp, createHttpServer, listen } from '../../src/http';
import { createOpenApiRouter, openApiDocument } from '../../src/http/openapi';
import { AddressBook, createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { smartposEvents } from '../../src/sync/openapi';
import { signingKey } from '../../src/sync/signature';
import { createWebhook } from '../../src/sync/webhook';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { GOLDEN_EVENT } from '../support/golden-event';
import { openShop } from '../support/shop';

const PATH = '/v1/smartpos/events/{connection}';
let test: TestDatabase;
let server: Server;
let connection: ConnectionSecrets;
let isBroken = false;

beforeAll(async () => {
  test = await openTestDatabase();
  const { db, secrets, clock, doorbell, logger } = test;
  const call: typeof db.call = (sql, bindings) =>
    isBroken && sql.includes('take_in') ? Promise.reject(new Error('gone')) : db.call(sql, bindings);
  const webhook = createWebhook({
    addresses: new AddressBook(db, secrets, clock),
    intake: new Intake({ ...db, call }, clock, doorbell),
    clock,
    logger,
    eventsPerSecond: 40,
  });
  const docs = createOpenApiRouter([smartposEvents], () => 'https://shop.example');
  server = createHttpServer(createApp([docs], logger), webhook);
  await listen(server, '127.0.0.1', 0, 'PORT');
  const shop = await openShop(db);
  connection = await db.asMerchant(shop, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9',
      company: null,
      apiKeyId: 'a',
      apiKeySecret: 'b',
    }),
  );
});
afterAll(async () => {
  await closeServer(server);
  await test.close();
});
beforeEach(() => test.clock.advance(2_000));

interface Operation {
  parameters: { name: string; in: string }[];
  responses: Record<string, { content?: Record<string, { schema: { $ref: string } }>; headers?: object }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { required: string[]; properties: Record<string, object> }> };
}
const document = openApiDocument([smartposEvents], '') as Document;
const operation = document.paths[PATH]?.['post'];

function send(body: string, change: { to?: string; headers?: Record<string, string> } = {}) {
  const id = `msg_${randomBytes(6).toString('hex')}`;
  const timestamp = String(Math.floor(test.clock.now() / 1000));
  const mac = createHmac('sha256', signingKey(connection.signingSecret)).update(`${id}.${timestamp}.${body}`);
  return request(server)
    .post(PATH.replace('{connection}', change.to ?? connection.id))
    .set({
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${mac.digest('base64')}`,
    })
    .set('content-type', 'application/json')
    .set(change.headers ?? {})
    .send(body);
}

/** How each answer of the document is brought about. */
const ways: Record<string, () => Promise<Response>> = {
  '202': async () => send(GOLDEN_EVENT),
  '400': async () => send('{"type":7}'),
  '401': async () => send(GOLDEN_EVENT, { headers: { 'webhook-signature': 'v1,AAAA' } }),
  '404': async () => send(GOLDEN_EVENT, { to: 'con_nobody' }),
  '405': async () => request(server).get(PATH.replace('{connection}', connection.id)),
  '413': async () => send(JSON.stringify({ type: 'x', data: {}, note: 'x'.repeat(70_000) })),
  '429': async () => {
    const all = await Promise.all(Array.from({ length: 60 }, async () => send(GOLDEN_EVENT)));
    return all.find(({ status }) => status === 429) ?? send(GOLDEN_EVENT);
  },
  '503': async () => {
    isBroken = true;
    try {
      return await send(GOLDEN_EVENT);
    } finally {
      isBroken = false;
    }
  },
};

it('every answer of the document has a way to it', () => {
  expect(Object.keys(operation?.responses ?? {}).sort()).toEqual(Object.keys(ways).sort());
});

it.each(Object.entries(ways))('the answer %s is as the document has it', async (status, way) => {
  const response = await way();
  const documented = operation?.responses[status];
  expect(String(response.status)).toBe(status);
  const [type] = Object.keys(documented?.content ?? {});
  expect(response.headers['content-type']).toBe(type);
  if (type === undefined) return;
  const schema = document.components.schemas['Problem'];
  expect(Object.keys(response.body as object)).toEqual(expect.arrayContaining(schema?.required ?? []));
  expect(Object.keys(schema?.properties ?? {})).toEqual(
    expect.arrayContaining(Object.keys(response.body as object)),
  );
  expect((response.headers['retry-after'] ?? '') !== '').toBe(documented?.headers !== undefined);
});

it('each header that the document asks for is needed', async () => {
  const headers = (operation?.parameters ?? []).filter(({ in: place }) => place === 'header');
  expect(headers).toHaveLength(3);
  for (const { name } of headers) {
    const response = await send(GOLDEN_EVENT).unset(name);
    expect([name, response.status]).toEqual([name, 401]);
  }
});

it('each field that the document asks for is needed, and no other', async () => {
  const schema = document.components.schemas['SmartPosEvent'];
  const whole = JSON.parse(GOLDEN_EVENT) as Record<string, unknown>;
  for (const field of Object.keys(schema?.properties ?? {})) {
    const { [field]: _left, ...rest } = whole;
    const response = await send(JSON.stringify(rest));
    expect([field, response.status]).toEqual([field, schema?.required.includes(field) ? 400 : 202]);
  }
});

it('is served, with the address at which the outside reaches it, and every reference leads somewhere', async () => {
  const { body, headers } = await request(server).get('/openapi.json').expect(200);
  expect(headers['content-type']).toContain('application/json');
  expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://shop.example' }] });
  const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
  expect(references.length).toBeGreaterThan(5);
  for (const [, name] of references)
    expect(Object.keys((body as Document).components.schemas)).toContain(name);
});
