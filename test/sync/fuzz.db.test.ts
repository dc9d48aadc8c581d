import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { Agent, request, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp, createHttpServer, listen, closeServer } from '../../src/http';
import { AddressBook, createConnection, type ConnectionSecrets } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { takeInHistory } from '../../src/sync/pull/history-intake';
import { ItemsFetcher } from '../../src/sync/pull/items-fetcher';
import { Poller } from '../../src/sync/pull/poller';
import { Refusals } from '../../src/sync/refusals';
import { signingKey } from '../../src/sync/signature';
import { gistOf } from '../../src/sync/smartpos/gist';
import { parseItems, parseProduct } from '../../src/sync/smartpos/parse-items';
import { parseBuyer, parseSale, type Parsed } from '../../src/sync/smartpos/parse-sale';
import { createWebhook } from '../../src/sync/webhook';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { GOLDEN_EVENT, goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';
import { SmartPosServer, text } from '../support/smartpos-server';

const RUNS = 250;
const logger = pino({ level: 'error' });
let test: TestDatabase;
let server: Server;
let shop: number;
let connection: ConnectionSecrets;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

beforeAll(async () => {
  test = await openTestDatabase();
  const { db, secrets, clock, doorbell } = test;
  const refusals = new Refusals(db, clock, logger);
  const webhook = createWebhook({
    addresses: new AddressBook(db, secrets, clock),
    intake: new Intake(db, clock, doorbell),
    refused: (...refused) => refusals.note(...refused),
    clock,
    logger,
    eventsPerSecond: 1_000_000,
  });
  server = createHttpServer(createApp([], logger), webhook);
  await listen(server, '127.0.0.1', 0, 'PORT');
});
afterAll(async () => {
  agent.destroy();
  await closeServer(server);
  await test.close();
});
const disconnect = (): Promise<unknown> =>
  test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date() }));
afterEach(disconnect);
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

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());

function post(body: string | Buffer, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port: (server.address() as AddressInfo).port,
        path: `/v1/smartpos/events/${connection.id}`,
        method: 'POST',
        agent,
        headers: { 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)),
    )
      .on('error', reject)
      .end(body);
  });
}

function signed(id: string, body: string | Buffer, at = test.clock.now(), secret = connection.signingSecret) {
  const timestamp = String(Math.floor(at / 1000));
  const mac = createHmac('sha256', signingKey(secret))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}

/** What may stand where a value is expected; as JSON text, so that what no JavaScript value is can be there too. */
const oddJson = fc.oneof(
  fc.constantFrom(
    'null',
    '""',
    '" "',
    '[]',
    '{}',
    'true',
    '-1',
    '-0',
    '1e400',
    '-1e400',
    '1e-400',
    '0.1',
    '99.999',
    '1234567890123456789',
    '99999999999999999999.99',
    '"NaN"',
    '"Infinity"',
    '"1,50"',
    '"1.234,56"',
    '"R$ 5"',
    '"\\u0000"',
    '"\\ud800"',
    '"\\u202e\\u200b"',
    '"2026-13-45T99:99:99Z"',
    '"9999-12-31T23:59:59Z"',
    '"0001-01-01T00:00:00Z"',
    '"__proto__"',
    '{"__proto__":{"x":1}}',
    `"${'x'.repeat(5_000)}"`,
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    '"💥👩‍👩‍👧‍👦"',
    '"; DROP TABLE sales; --"',
    '{"toString":1,"constructor":2}',
  ),
  fc.json({ maxDepth: 3 }),
  fc.double().map((value) => (Number.isFinite(value) ? JSON.stringify(value) : '1e999')),
  fc.string({ unit: 'binary', maxLength: 60 }).map((value) => JSON.stringify(value)),
);

const FIELDS = [
  ...Object.keys(goldenSale()),
  ...Object.entries(goldenSale()).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? Object.keys(value).map((inner) => `${name}.${inner}`) : [],
  ),
  'isChargedBack',
  'currency',
  'items',
];

/** The sale with one or two of its fields odd, missing, or there twice. */
const oddSale = fc
  .array(
    fc.record({
      field: fc.constantFrom(...FIELDS),
      value: oddJson,
      how: fc.constantFrom('put', 'leave out', 'double'),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((changes) => {
    const sale = JSON.parse(JSON.stringify(goldenSale())) as Record<string, unknown>;
    const put: [string, string][] = [];
    changes.forEach(({ field, value, how }, i) => {
      const [name = '', inner] = field.split('.');
      const outer = sale[name];
      const owner =
        inner === undefined
          ? sale
          : (((typeof outer === 'object' ? outer : null) ?? {}) as Record<string, unknown>);
      const key = inner ?? name;
      if (how === 'leave out') delete owner[key];
      else {
        owner[key] = `@@${i}@@`;
        put.push([`"@@${i}@@"`, value]);
      }
    });
    let written = JSON.stringify(sale);
    for (const [place, value] of put) written = written.replace(place, () => value);
    const double = changes.find(({ how }) => how === 'double');
    return double === undefined ? written : written.replace('{', () => `{"${double.field}":${double.value},`);
  })
  .filter((written) => Buffer.byteLength(written) < 60_000);

/** A sale whose amounts and times are whole and fit each other, or a fault with its field. */
function fits(parsed: Parsed): boolean {
  if (!parsed.ok) return parsed.fault.field !== '' && parsed.fault.reason.length > 0;
  const { totalCents, refundedCents, occurredAt } = parsed.sale;
  const areWhole = [totalCents, refundedCents, occurredAt].every((value) => Number.isSafeInteger(value));
  return (
    areWhole &&
    refundedCents >= 0 &&
    totalCents >= refundedCents &&
    !JSON.stringify(parsed.sale).includes('\\u0000')
  );
}

it('parsing any field of any form throws nothing, and tells a sale or a fault', () => {
  fc.assert(
    fc.property(oddSale, fc.constantFrom('after-discount', 'before-discount'), (written, totalIs) => {
      const raw = JSON.parse(written) as unknown;
      expect(fits(parseSale(raw, { totalIs }))).toBe(true);
      gistOf(written);
      parseBuyer(raw);
      parseItems([raw]);
      parseProduct(raw, new Map());
    }),
    { numRuns: 3_000 },
  );
});

it('any event is answered without a 5xx; what cannot be read is kept with its reason, beside sales that are judged', async () => {
  const written = fc.sample(oddSale, { numRuns: RUNS, seed: 7 });
  const good = new Set<string>();
  const sent = written.flatMap((odd, i) => {
    good.add(`good-${i}`);
    const neighbour = JSON.stringify({ ...goldenSale(), uniqueIdentifier: `good-${i}`, refundedAmount: 0 });
    return [odd, neighbour].map(
      (data) => `{"type":"sale.approved","timestamp":"2026-11-23T18:02:11Z","data":${data}}`,
    );
  });
  const statuses = await Promise.all(sent.map((body, i) => post(body, signed(`msg_${i}`, body))));
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(new Set(statuses)).toEqual(new Set([202]));
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('inbox_due')).toHaveLength(0);
  const sales = await rows('sales');
  expect(sales.filter(({ id }) => good.has(String(id)))).toHaveLength(RUNS);
  expect(sales.filter(({ id, cashback_cents: cents }) => good.has(String(id)) && cents !== 500)).toHaveLength(
    0,
  );
  const kept = await rows('kept_events');
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter(({ reason }) => reason === 'cannot-be-processed' || reason === '')).toEqual([]);
  const known = new Set(sales.map(({ id }) => id));
  const isThere = (body: string, i: number): boolean => {
    const { data } = JSON.parse(body) as { data: { uniqueIdentifier?: unknown } };
    return known.has(data.uniqueIdentifier) || kept.some(({ delivery_id: id }) => id === `msg_${i}`);
  };
  expect(sent.filter((body, i) => !isThere(body, i))).toEqual([]);
});

it('what an event says of its own time hinders no sale', async () => {
  const times = fc.sample(oddJson, { numRuns: RUNS, seed: 10 });
  const sent = times.map(
    (time, i) =>
      `{"type":"sale.approved","timestamp":${time},"data":${JSON.stringify({ ...goldenSale(), uniqueIdentifier: `timed-${i}` })}}`,
  );
  const statuses = await Promise.all(sent.map((body, i) => post(body, signed(`timed_${i}`, body))));
  expect(new Set(statuses)).toEqual(new Set([202]));
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(RUNS);
});

/** An event with some of its bytes others, in whatever encoding, or no text at all. */
const oddBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.tuple(fc.nat(GOLDEN_EVENT.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((changes) => {
      const bytes = Buffer.from(GOLDEN_EVENT);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    }),
  fc.constantFrom(
    Buffer.from(GOLDEN_EVENT, 'utf16le'),
    Buffer.from(`\ufeff${GOLDEN_EVENT}`),
    gzipSync(GOLDEN_EVENT),
    Buffer.from(GOLDEN_EVENT.replace('Padaria', 'Padaria \xc3\x28'), 'latin1'),
    Buffer.from(GOLDEN_EVENT.slice(0, 300)),
    Buffer.alloc(0),
    Buffer.alloc(300),
  ),
);
const oddHeaders = fc.record(
  {
    'content-type': fc.constantFrom(
      'application/json',
      'text/plain',
      'application/xml',
      'application/json; charset=utf-16',
      'multipart/form-data',
      '',
    ),
    'content-encoding': fc.constantFrom('gzip', 'identity', 'br'),
    accept: fc.constantFrom('*/*', 'application/xml', ''),
  },
  { requiredKeys: [] },
);

it('any bytes under any content type are taken or refused, and their neighbours judged', async () => {
  const sent = fc.sample(fc.tuple(oddBytes, oddHeaders), { numRuns: RUNS, seed: 11 });
  const statuses = await Promise.all(
    sent.flatMap(([bytes, headers], i) => {
      const good = JSON.stringify({
        type: 'sale.approved',
        timestamp: '2026-11-23T18:02:11Z',
        data: { ...goldenSale(), uniqueIdentifier: `beside-${i}` },
      });
      return [
        post(bytes, { ...headers, ...signed(`bytes_${i}`, bytes) }),
        post(good, { ...headers, ...signed(`beside_${i}`, good) }),
      ];
    }),
  );
  expect([...new Set(statuses)].sort((a, b) => a - b)).toEqual([202, 400]);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('inbox_due')).toHaveLength(0);
  const beside = (await rows('sales')).filter(({ id }) => String(id).startsWith('beside-'));
  expect(beside).toHaveLength(RUNS);
});

it('any body at all is answered by 202 or 400 with its field', async () => {
  const bodies = fc.sample(
    fc.oneof(
      oddJson,
      fc.string({ unit: 'binary' }),
      oddJson.map((value) => `{"type":${value},"data":{}}`),
      oddJson.map((value) => `{"type":"sale.approved","data":${value}}`),
    ),
    { numRuns: RUNS, seed: 8 },
  );
  const statuses = await Promise.all(bodies.map((body, i) => post(body, signed(`odd_${i}`, body))));
  expect([...new Set(statuses)].sort((a, b) => a - b)).toEqual([202, 400]);
  await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows('inbox_due')).toHaveLength(0);
});

const list = (odd: readonly string[]): string =>
  `{"items":[${odd.slice(0, 90).join(',')}],"totalRecords":"many"}`;

it('whatever is said of a sale’s items, the sale is judged, within ten minutes', async () => {
  await disconnect();
  const smartpos = await new SmartPosServer().start();
  try {
    const odd = fc.sample(oddJson, { numRuns: 60, seed: 12 });
    const sale = (i: number): object => ({
      ...goldenSale(),
      uniqueIdentifier: `basket-${i}`,
      refundedAmount: 0,
    });
    smartpos.on('sales', text(JSON.stringify(odd.map((_, i) => sale(i)))));
    odd.forEach((items, i) =>
      smartpos.on(`sales/basket-${i}/items`, text(i % 2 === 0 ? items : `[${items},${items}]`)),
    );
    shop = await openShop(test.db, [percent(500, { conditions: { exclude_categories: ['bebidas'] } })]);
    await test.db.asMerchant(shop, (work) => createConnection(work, { ...smartpos.keys, company: null }));
    const parts = { db: test.db, clock: test.clock, logger };
    const poller = new Poller({
      ...parts,
      intake: new Intake(test.db, test.clock, test.doorbell),
      everySeconds: 30,
    });
    const items = new ItemsFetcher(parts);
    test.clock.advance(3_600_000);
    await poller.pollDue();
    await poller.idle();
    for (let minute = 0; minute <= 11; minute++) {
      await readInbox(test.db, shop, logger, FULL_PACE);
      await items.fetchDue();
      await items.idle();
      test.clock.advance(60_000);
    }
    expect(await rows('sales')).toHaveLength(odd.length);
  } finally {
    await smartpos.stop();
  }
});

it('any answer of the API is taken in, by the pull and by the import of a history', async () => {
  await disconnect();
  const smartpos = await new SmartPosServer().start();
  try {
    const odd = fc.sample(fc.oneof(oddSale, oddJson), { numRuns: RUNS, seed: 9 });
    const entries = odd.flatMap((one, i) => [
      one,
      JSON.stringify({ ...goldenSale(), uniqueIdentifier: `good-${i}` }),
    ]);
    smartpos
      .on('sales', text(`[${entries.join(',')}]`))
      .on('customers', text(list(odd)))
      .on('products', text(list(odd)))
      .on('categories', text(list(odd)));
    shop = await openShop(test.db, [percent(500)]);
    await test.db.asMerchant(shop, (work) => createConnection(work, { ...smartpos.keys, company: null }));
    const intake = new Intake(test.db, test.clock, test.doorbell);
    const poller = new Poller({ db: test.db, intake, clock: test.clock, logger, everySeconds: 30 });
    test.clock.advance(3_600_000);
    await poller.pollDue();
    await poller.idle();
    await readInbox(test.db, shop, logger, FULL_PACE);
    const goods = async () =>
      (await rows('sales')).filter(({ id: sale }) => String(sale).startsWith('good-'));
    expect(await goods()).toHaveLength(RUNS);
    expect(await rows('connections')).toMatchObject([{ poll_failure: null }]);
    shop = await openShop(test.db);
    const history = await test.db.asMerchant(shop, (work) =>
      createConnection(work, { ...smartpos.keys, company: null }),
    );
    await takeInHistory(
      { db: test.db, intake },
      shop,
      { id: history.id, totalIs: 'after-discount' },
      entries.map((entry) => JSON.parse(entry) as unknown),
      { judge: false, connectedAt: Infinity },
    );
    expect(await goods()).toHaveLength(RUNS);
  } finally {
    await smartpos.stop();
  }
});

it('of 10,000 forged, replayed and stale events none is accepted', async () => {
  const now = test.clock.now();
  expect(await post(GOLDEN_EVENT, signed('msg_true', GOLDEN_EVENT))).toBe(202);
  const original = signed('msg_true', GOLDEN_EVENT);
  const foreign = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
  const forge = (i: number): [string, Record<string, string>] => {
    const body = GOLDEN_EVENT.replace('99.90', `${i}.00`);
    switch (i % 8) {
      case 0:
        return [body, signed(`f_${i}`, body, now, foreign)];
      case 1:
        return [body, original];
      case 2:
        return [GOLDEN_EVENT, { ...original, 'webhook-id': `f_${i}` }];
      case 3:
        return [
          GOLDEN_EVENT,
          { ...original, 'webhook-timestamp': String(Math.floor(now / 1000) + 1 + (i % 200)) },
        ];
      case 4:
        return [body, signed(`f_${i}`, body, now - 301_000 - i)];
      case 5:
        return [body, signed(`f_${i}`, body, now + 301_000 + i)];
      case 6:
        return [
          body,
          {
            ...signed(`f_${i}`, body),
            'webhook-signature': `v1,${Buffer.alloc(32, i).toString('base64')} v1a,x v2,y`,
          },
        ];
      default:
        return [
          body,
          {
            'webhook-id': `f_${i}`,
            'webhook-timestamp': String(Math.floor(now / 1000)),
            'webhook-signature': '',
          },
        ];
    }
  };
  const statuses = new Set<number>();
  for (let start = 0; start < 10_000; start += 500)
    for (const status of await Promise.all(Array.from({ length: 500 }, (_, i) => post(...forge(start + i)))))
      statuses.add(status);
  expect([...statuses]).toEqual([401]);
  // A replay within five minutes, bytes and all, is the same delivery.
  expect(await post(GOLDEN_EVENT, original)).toBe(202);
  expect(await rows('inbox_events')).toHaveLength(1);
});
