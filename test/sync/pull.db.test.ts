import { pino } from 'pino';
import { applySales, type Rule } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { ItemsFetcher } from '../../src/sync/pull/items-fetcher';
import { Poller } from '../../src/sync/pull/poller';
import { INTERNET } from '../../src/sync/smartpos/client';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { ANA, openShop, percent, saleOf } from '../support/shop';
import { json, SmartPosServer, status, text, type Answer } from '../support/smartpos-server';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const logger = pino({ level: 'silent' });
let test: TestDatabase;
let smartpos: SmartPosServer;
let shop: number;
let poller: Poller;
let newPoller: () => Poller;
/** By which the clock in SmartPOS's answers is compared with ours. */
let now: () => number;

beforeAll(async () => {
  test = await openTestDatabase();
  smartpos = await new SmartPosServer().start();
});
afterAll(async () => {
  await smartpos.stop();
  await test.close();
});
beforeEach(async () => {
  test.clock.set(START);
  smartpos.reset();
  now = () => Date.now();
  await open([percent(500)]);
});
afterEach(() =>
  // Of one database: the next test's rounds pull only its own shop.
  test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date() })),
);

async function open(rules: readonly Rule[]): Promise<void> {
  shop = await openShop(test.db, rules);
  await test.db.asMerchant(shop, (work) => createConnection(work, { ...smartpos.keys, company: 'Padaria' }));
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const way = { ...INTERNET, wait: () => Promise.resolve(), now: () => now() };
  newPoller = () => new Poller({ db: test.db, intake, clock: test.clock, logger, everySeconds: 30, way });
  poller = newPoller();
}

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());

/** One round of pulls, and the reading of what they brought. */
async function pull(): Promise<void> {
  await poller.pollDue();
  await poller.idle();
  await readInbox(test.db, shop, logger, FULL_PACE);
}

async function fetchItems(): Promise<void> {
  const items = new ItemsFetcher({ db: test.db, clock: test.clock, logger });
  await items.fetchDue();
  await items.idle();
}

const iso = (at: number): string => new Date(at).toISOString();
const sale = (id: string, change: object = {}): object => ({
  id: 1,
  uniqueIdentifier: id,
  creationDate: iso(START + MINUTE),
  updatedAt: iso(START + MINUTE),
  totalAmount: 99.9,
  discountAmount: 0,
  isCanceled: false,
  customer: { name: 'Ana', phone: ANA },
  ...change,
});
/** The windows of sales asked for, as days from the shop's opening. */
const windows = (): [number, number][] =>
  smartpos.asked
    .filter(({ pathname }) => pathname === '/v1/sales')
    .map(({ searchParams }) => [
      (Date.parse(searchParams.get('start') ?? '') - START) / DAY,
      (Date.parse(searchParams.get('end') ?? '') - START) / DAY,
    ]);

it.each([
  ['a bare array', (sales: object[]) => json(sales)],
  ['an object with items', (sales: object[]) => json({ items: sales, more: 'ignored' })],
])('reads %s, keeps amounts exact, and unknown fields as they came', async (_name, shape) => {
  test.clock.advance(HOUR);
  smartpos.on('sales', shape([sale('a', { totalAmount: 0.29, gift: { wrapped: true } }), sale('b')]));
  await pull();
  expect(
    (await rows('sales')).map(({ total_cents: cents }) => cents).sort((a, b) => Number(a) - Number(b)),
  ).toEqual([29, 9990]);
  expect(JSON.stringify(await rows('inbox_events'))).toContain('wrapped');
});

it('asks again for the last 72 hours, of before the connection too, in windows of 120 days at most', async () => {
  smartpos.on('sales', json([]));
  test.clock.advance(DAY);
  await pull();
  test.clock.advance(9 * DAY);
  await pull();
  test.clock.advance(300 * DAY);
  await pull();
  expect(windows()).toEqual([
    [-3, 1],
    [-2, 10],
    [7, 127],
    [127, 247],
    [247, 310],
  ]);
});

it('stopped, it ends after the window in hand, and goes on there', async () => {
  smartpos.on('sales', json([]));
  test.clock.advance(DAY);
  await pull();
  test.clock.advance(300 * DAY);
  smartpos.on('sales', (request, response) => {
    void poller.close();
    json([])(request, response);
  });
  await pull();
  expect(windows()).toEqual([
    [-3, 1],
    [-2, 118],
  ]);
  poller = newPoller();
  test.clock.advance(HOUR);
  smartpos.on('sales', json([]));
  await pull();
  expect(windows()[2]?.[0]).toBe(115);
});

it('a cancellation is seen days later, and takes back what was given', async () => {
  smartpos.on(
    'sales',
    json([sale('late')]),
    json([sale('late', { isCanceled: true, updatedAt: undefined })]),
  );
  test.clock.advance(HOUR);
  await pull();
  expect(await rows('sales')).toMatchObject([{ cashback_cents: 500 }]);
  test.clock.advance(71 * HOUR);
  await pull();
  expect(await rows('sales')).toMatchObject([{ cashback_cents: 0, refunded_cents: 9990 }]);
});

it('what has not changed since costs no row', async () => {
  smartpos.on('sales', json([sale('same')]));
  for (let i = 0; i < 3; i++) {
    test.clock.advance(HOUR);
    await pull();
  }
  expect(await rows('inbox_events')).toHaveLength(1);
});

it.each([
  ['401', 401, 'keys'],
  ['403', 403, 'sales'],
])(
  'of keys that are refused by %s the owner is told once, until they work again',
  async (_name, code, what) => {
    const told = async () =>
      (await rows('outbox')).filter(({ template }) => template === 'smartpos-keys-refused');
    smartpos.on('sales', status(code));
    for (let i = 0; i < 3; i++) {
      test.clock.advance(HOUR);
      await pull();
    }
    expect(await told()).toMatchObject([{ params: { what, company: 'Padaria' } }]);
    smartpos.on('sales', json([sale('after')]));
    test.clock.advance(HOUR);
    await pull();
    expect(await rows('sales')).toHaveLength(1);
    smartpos.on('sales', status(code));
    test.clock.advance(HOUR);
    await pull();
    expect(await told()).toHaveLength(2);
  },
);

it.each([404, 503])(
  'of a SmartPOS that has answered %i for hours the owner is told once, until it answers',
  async (code) => {
    const told = async () =>
      (await rows('outbox')).filter(({ template }) => template === 'smartpos-unanswered');
    const since = test.clock.now();
    smartpos.on('sales', status(code));
    for (let i = 0; i < 5; i++) {
      test.clock.advance(HOUR);
      await pull();
    }
    expect(await told()).toEqual([]);
    for (let i = 0; i < 3; i++) {
      test.clock.advance(HOUR);
      await pull();
    }
    expect(await told()).toMatchObject([
      { params: { since: expect.any(Number) as number, company: 'Padaria' } },
    ]);
    const [first] = (await told()).map(({ params }) => (params as { since: number }).since);
    expect(first).toBeLessThanOrEqual(since);
    smartpos.on('sales', json([sale('after')]));
    test.clock.advance(HOUR);
    await pull();
    smartpos.on('sales', status(code));
    test.clock.advance(7 * HOUR);
    await pull();
    expect(await told()).toHaveLength(2);
  },
);

it('a long Retry-After is waited for outside, and failures are followed by longer and longer waits', async () => {
  const nextIn = async () => Number((await rows('connections'))[0]?.['next_poll_at']) - test.clock.now();
  smartpos.on('sales', status(429, { 'retry-after': '600' }));
  test.clock.advance(HOUR);
  await pull();
  expect(await nextIn()).toBeGreaterThanOrEqual(600_000);
  expect(windows()).toHaveLength(1);
  await pull();
  expect(windows()).toHaveLength(1);
  smartpos.on('sales', json([sale('then')]));
  test.clock.advance(11 * MINUTE);
  await pull();
  expect(await rows('sales')).toHaveLength(1);
  expect(await rows('connections')).toMatchObject([{ poll_failures: 0, poll_failure: null }]);
});

it.each([
  ['is cut off', text('[{"uniqueIdentifier":"x","totalAm'), 3],
  ['is no list', json({ hello: 'world' }), 1],
  ['is no JSON', text('<html>maintenance</html>'), 3],
])('an answer that %s is tried again later and loses nothing', async (_name, answer, tries) => {
  smartpos.on('sales', answer);
  test.clock.advance(HOUR);
  await poller.pollDue();
  await poller.idle();
  expect(windows()).toHaveLength(tries);
  expect(await rows('connections')).toMatchObject([{ poll_failure: 'unreachable', polled_until: null }]);
  smartpos.on('sales', json([sale('x')]));
  test.clock.advance(HOUR);
  await pull();
  expect(await rows('sales')).toHaveLength(1);
});

describe('SmartPOS’s clock', () => {
  beforeEach(() => {
    now = () => test.clock.now();
  });
  /** Answers by its own clock, so far from ours. */
  const at =
    (skewMs: number, sales: object[]): Answer =>
    (request, response) => {
      response.sendDate = false;
      response.setHeader('date', new Date(test.clock.now() + skewMs).toUTCString());
      json(sales)(request, response);
    };

  it('ahead of ours: from the second pull on, sales of our future are asked for and judged', async () => {
    const soon = sale('soon', {
      creationDate: iso(START + HOUR + 8 * MINUTE),
      updatedAt: iso(START + HOUR + 8 * MINUTE),
    });
    test.clock.advance(HOUR);
    smartpos.on('sales', at(10 * MINUTE, []), at(10 * MINUTE, [soon]));
    await pull();
    test.clock.advance(MINUTE);
    await pull();
    const [, second] = windows();
    expect(second?.[1]).toBeCloseTo((HOUR + MINUTE + 10 * MINUTE) / DAY, 4);
    expect(await rows('sales')).toHaveLength(1);
    expect(await rows('kept_events')).toHaveLength(0);
  });

  it('behind ours: a sale of now, told as older than the connection, is not missed', async () => {
    const late = sale('late', {
      creationDate: iso(START - 5 * MINUTE),
      updatedAt: iso(START - 5 * MINUTE),
    });
    test.clock.advance(MINUTE);
    smartpos.on('sales', at(-10 * MINUTE, []), at(-10 * MINUTE, [late]));
    await pull();
    test.clock.advance(MINUTE);
    await pull();
    expect(await rows('sales')).toMatchObject([{ history: false }]);
  });
});

it('one entry that cannot be read is kept with its reason, and its neighbours are judged', async () => {
  const nested = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
  test.clock.advance(HOUR);
  const good = JSON.stringify(sale('good'));
  smartpos.on(
    'sales',
    text(
      `[${good},null,7,{"uniqueIdentifier":"bad","totalAmount":-1},${nested},${good.replace('good', 'fine')}]`,
    ),
  );
  await pull();
  expect(await rows('sales')).toHaveLength(2);
  expect((await rows('kept_events')).map(({ reason }) => String(reason)).sort()).toEqual(
    ['missing', 'wrong-type', 'wrong-type', 'wrong-type'].sort(),
  );
});

it('customers are known by their phone, with those who chat already, on every page', async () => {
  const people = Array.from({ length: 130 }, (_, i) => ({
    id: i,
    name: `Pessoa ${i}`,
    phone: `+55119888800${String(i % 100).padStart(2, '0')}`,
    cpf: null,
    email: i < 100 ? null : `p${i}@exemplo.com`,
  })).map((person, i) => (i < 100 ? person : { ...person, phone: null }));
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ phone: ANA })]));
  smartpos.on('sales', json([]));
  smartpos.on('customers', (request, response) => {
    const page = Number(new URL(request.url ?? '', smartpos.url).searchParams.get('page'));
    json({ items: people.slice((page - 1) * 100, page * 100), totalRecords: 130 })(request, response);
  });
  test.clock.advance(HOUR);
  await pull();
  const customers = await rows('customers');
  expect(customers).toHaveLength(130);
  expect(customers.filter(({ name }) => name === 'Pessoa 1')).toHaveLength(1);
  const [identity] = (await rows('customer_identities')).filter(({ value }) => value === ANA);
  expect(customers.find(({ id }) => id === identity?.['customer_id'])?.['name']).toBe('Pessoa 1');
  expect(await rows('outbox')).toHaveLength(1);
});

it.each([403, 404])('customers that the plan does not have (%i) come with sales only', async (code) => {
  smartpos.on('sales', json([sale('one')])).on('customers', status(code));
  test.clock.advance(HOUR);
  await pull();
  expect(await rows('customers')).toHaveLength(1);
  expect(await rows('connections')).toMatchObject([{ poll_failure: null }]);
});

describe('where a rule is on items', () => {
  const noDrinks = percent(500, { conditions: { exclude_categories: ['bebidas'] } });
  const lines = [
    { product: { id: 7, name: 'Pão' }, quantity: 2, listPrice: 40, usedPrice: 40, netItem: 80 },
    { product: { id: 9, name: 'Suco' }, quantity: 1, listPrice: 20, usedPrice: 20, netItem: 20 },
  ];
  beforeEach(async () => {
    await test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date() }));
    await open([noDrinks]);
    smartpos
      .on('sales', json([sale('basket', { totalAmount: 100 })]))
      .on(
        'categories',
        json({
          items: [
            { id: 1, name: 'padaria' },
            { id: 2, name: 'bebidas' },
          ],
          totalRecords: 2,
        }),
      )
      .on(
        'products',
        json({
          items: [
            { id: 7, name: 'Pão', categoryId: 1 },
            { id: 9, name: 'Suco', categoryId: 2 },
          ],
          totalRecords: 2,
        }),
      );
    test.clock.advance(HOUR);
  });

  it('the sale waits for them, and is judged by them', async () => {
    smartpos.on('sales/basket/items', json(lines));
    await pull();
    expect(await rows('sales')).toHaveLength(0);
    await fetchItems();
    test.clock.advance(5_000);
    await readInbox(test.db, shop, logger, FULL_PACE);
    expect(await rows('sales')).toMatchObject([{ cashback_cents: 400 }]);
    expect(await rows('kept_events')).toHaveLength(0);
  });

  it('ten minutes at most: then it is judged without, and kept for a person', async () => {
    smartpos.on('sales/basket/items', status(503));
    await pull();
    for (let i = 0; i < 9; i++) {
      test.clock.advance(MINUTE);
      await fetchItems();
      await readInbox(test.db, shop, logger, FULL_PACE);
    }
    expect(await rows('sales')).toHaveLength(0);
    test.clock.advance(MINUTE + 1);
    await readInbox(test.db, shop, logger, FULL_PACE);
    expect(await rows('sales')).toHaveLength(1);
    expect(await rows('kept_events')).toMatchObject([{ reason: 'items-missing' }]);
  });

  it('none are asked for where the sale has them', async () => {
    smartpos.on('sales', json([sale('whole', { totalAmount: 100, items: lines })]));
    await pull();
    expect(smartpos.asked.some(({ pathname }) => pathname.includes('/items'))).toBe(false);
    expect(await rows('sales')).toHaveLength(1);
  });
});

it('no items are asked for where no rule is on them', async () => {
  smartpos.on('sales', json([sale('plain')]));
  test.clock.advance(HOUR);
  await pull();
  await fetchItems();
  expect(await rows('sale_items')).toHaveLength(0);
});

it('all whose turn it is are pulled, however many they are, the next as soon as one ends', async () => {
  smartpos.on('sales', json([]));
  const shops: number[] = [];
  for (let i = 0; i < 20; i++) {
    const each = await openShop(test.db);
    await test.db.asMerchant(each, (work) => createConnection(work, { ...smartpos.keys, company: null }));
    shops.push(each);
  }
  test.clock.advance(HOUR);
  await poller.pollDue();
  await poller.idle();
  const pulled = await Promise.all(
    shops.map((each) => test.db.asMerchant(each, (work) => work.trx('connections').first('polled_until'))),
  );
  for (const each of shops)
    await test.db.asMerchant(each, (work) => work.trx('connections').update({ ended_at: new Date() }));
  expect(pulled.map((row) => row?.polled_until)).toEqual(shops.map(() => test.clock.now()));
});
