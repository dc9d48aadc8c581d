import { pino } from 'pino';
import type { Rule } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { Importer } from '../../src/sync/pull/history-import';
import { startImport } from '../../src/sync/pull/history-rows';
import { ItemsFetcher } from '../../src/sync/pull/items-fetcher';
import { Poller } from '../../src/sync/pull/poller';
import { INTERNET } from '../../src/sync/smartpos/client';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { openShop, percent } from '../support/shop';
import { json, SmartPosServer, status, type Answer } from '../support/smartpos-server';
import { untilSeen } from '../support/until';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const logger = pino({ level: 'silent' });
const noDrinks = percent(500, { conditions: { exclude_categories: ['bebidas'] } });
let test: TestDatabase;
let slow: SmartPosServer;
let quick: SmartPosServer;
let shops: number[];
let intake: Intake;
let poller: Poller;
/** What the slow one was asked and has not answered. */
let held: (() => void)[];

beforeAll(async () => {
  test = await openTestDatabase();
  slow = await new SmartPosServer().start();
  quick = await new SmartPosServer().start();
});
afterAll(async () => {
  await Promise.all([slow.stop(), quick.stop()]);
  await test.close();
});
beforeEach(() => {
  test.clock.set(START);
  slow.reset();
  quick.reset();
  shops = [];
  held = [];
  intake = new Intake(test.db, test.clock, test.doorbell);
  const way = { ...INTERNET, wait: () => Promise.resolve(), now: () => test.clock.now() };
  poller = new Poller({ db: test.db, intake, clock: test.clock, logger, everySeconds: 30, way });
});
afterEach(async () => {
  for (const shop of shops)
    await test.db.asMerchant(shop, async (work) => {
      await work.trx('connections').update({ ended_at: new Date() });
      await work.trx('history_imports').update({ next_at: null });
    });
});

async function open(at: SmartPosServer, rules: readonly Rule[] = []): Promise<{ shop: number; id: string }> {
  const shop = await openShop(test.db, rules);
  shops.push(shop);
  const { id } = await test.db.asMerchant(shop, (work) =>
    createConnection(work, { ...at.keys, company: null }),
  );
  return { shop, id };
}

const rows = (shop: number, table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());

const holds =
  (answer: Answer): Answer =>
  (request, response) =>
    void held.push(() => answer(request, response));

const letGo = (): void => {
  for (const one of held.splice(0)) one();
};

async function pull(): Promise<void> {
  await poller.pollDue();
  await poller.idle();
}

const sale = (id: string, at: number): object => ({
  uniqueIdentifier: id,
  creationDate: new Date(at).toISOString(),
  totalAmount: 10,
});

const windowOf = (url: URL): [number, number] => [
  Date.parse(url.searchParams.get('start') ?? ''),
  Date.parse(url.searchParams.get('end') ?? ''),
];

/** A sale an hour; more than a week of them are too many for an answer. */
const hourly =
  (from: number, until: number): Answer =>
  (request, response) => {
    const [start, end] = windowOf(new URL(request.url ?? '', quick.url));
    if (end - start > 7 * DAY) return status(413)(request, response);
    const found = [];
    for (let at = from; at < until; at += HOUR) if (at >= start && at <= end) found.push(sale(`s${at}`, at));
    return json(found)(request, response);
  };

it('a shop that was not read for months is read in windows that an answer holds, and nothing is missed', async () => {
  const { shop } = await open(quick);
  const until = START + 40 * DAY;
  quick.on('sales', hourly(START + HOUR, until));
  test.clock.set(until + HOUR);
  await pull();
  while ((await rows(shop, 'inbox_due')).length > 0) await readInbox(test.db, shop, logger, FULL_PACE);
  expect(await rows(shop, 'sales')).toHaveLength(40 * 24 - 1);
  expect(await rows(shop, 'connections')).toMatchObject([
    { poll_failure: null, polled_until: test.clock.now() },
  ]);
});

it('windows that are in are not asked for again where a later one fails', async () => {
  const { shop } = await open(quick);
  test.clock.set(START + 300 * DAY);
  quick.on('sales', json([]), json([]), status(401));
  await pull();
  expect(await rows(shop, 'connections')).toMatchObject([
    { poll_failure: 'keys', polled_until: START + 237 * DAY },
  ]);
  quick.on('sales', json([]));
  quick.asked.length = 0;
  test.clock.advance(HOUR);
  await pull();
  const [again] = quick.asked.filter(({ pathname }) => pathname === '/v1/sales').map(windowOf);
  expect(again).toEqual([START + 234 * DAY, START + 300 * DAY + HOUR]);
});

it('an hour that is too large for an answer is no reason to ask for ever', async () => {
  const { shop } = await open(quick);
  test.clock.advance(90 * DAY);
  quick.on('sales', status(413));
  await pull();
  expect(await rows(shop, 'connections')).toMatchObject([{ poll_failure: 'too-large', polled_until: null }]);
  expect(quick.asked.length).toBeLessThan(10);
});

it('a list is read to its end, however few entries its pages have', async () => {
  const { shop } = await open(quick);
  const people = Array.from({ length: 95 }, (_, i) => ({ name: `P${i}`, email: `p${i}@example.com` }));
  quick.on('sales', json([])).on('customers', (request, response) => {
    const page = Number(new URL(request.url ?? '', quick.url).searchParams.get('page'));
    json({ items: people.slice((page - 1) * 30, page * 30), totalRecords: 95 })(request, response);
  });
  test.clock.advance(HOUR);
  await pull();
  expect(await rows(shop, 'customers')).toHaveLength(95);
});

it('items of one shop do not wait for those of another, whose SmartPOS does not answer', async () => {
  const first = await open(slow, [noDrinks]);
  const second = await open(quick, [noDrinks]);
  slow.on('sales', json([sale('a', START + 60_000)])).on('sales/a/items', holds(json([])));
  quick.on('sales', json([sale('b', START + 60_000)])).on('sales/b/items', json([]));
  test.clock.advance(HOUR);
  await pull();
  for (const { shop } of [first, second]) await readInbox(test.db, shop, logger, FULL_PACE);
  const items = new ItemsFetcher({ db: test.db, clock: test.clock, logger });
  await items.fetchDue();
  const [row] = await untilSeen(
    'the items of the quick one',
    () => rows(second.shop, 'sale_items'),
    ([one]) => one?.['items'] !== null,
  );
  expect([row?.['items'], (await rows(first.shop, 'sale_items'))[0]?.['items']]).toEqual([[], null]);
  await untilSeen(
    'the slow one to be asked',
    () => held,
    ({ length }) => length > 0,
  );
  letGo();
  await items.close();
  expect((await rows(first.shop, 'sale_items'))[0]?.['items']).toEqual([]);
});

it('the import of one shop does not wait for that of another', async () => {
  const first = await open(slow);
  const second = await open(quick);
  slow.on('sales', holds(json([])), json([]));
  quick.on('sales', json([]));
  for (const { shop, id } of [first, second]) await test.db.asMerchant(shop, (work) => startImport(work, id));
  const importer = new Importer({ db: test.db, intake, clock: test.clock, logger });
  await importer.importDue();
  await untilSeen(
    'the quick one to be finished',
    () => rows(second.shop, 'history_imports'),
    ([one]) => one?.['finished_at'] !== null,
  );
  expect(await rows(first.shop, 'history_imports')).toMatchObject([{ finished_at: null }]);
  await untilSeen(
    'the slow one to be asked',
    () => held,
    ({ length }) => length > 0,
  );
  letGo();
  await importer.idle();
  expect(await rows(first.shop, 'history_imports')).toMatchObject([{ finished_at: START }]);
});

it('what is imported to be judged is counted once, also where a window is read again', async () => {
  const { shop, id } = await open(quick);
  // Both of the last window.
  const past = [START - 12 * HOUR, START - 6 * HOUR];
  quick.on('sales', (request, response) => {
    const [start, end] = windowOf(new URL(request.url ?? '', quick.url));
    json(past.filter((at) => at >= start && at < end).map((at) => sale(`p${at}`, at)))(request, response);
  });
  await test.db.asMerchant(shop, (work) => startImport(work, id, true));
  const go = async (): Promise<void> => {
    const importer = new Importer({ db: test.db, intake, clock: test.clock, logger });
    await importer.importDue();
    await importer.idle();
  };
  // Killed after the sales were sent, before the window was noted: it is read again.
  const add = intake.add.bind(intake);
  let sent = 0;
  intake.add = async (arrival) => {
    await add(arrival);
    sent += 1;
    if (sent === 2) throw new Error('killed');
  };
  await go();
  expect(await rows(shop, 'history_imports')).toMatchObject([{ sales: 0, finished_at: null }]);
  test.clock.advance(10 * 60_000);
  await go();
  expect(await rows(shop, 'history_imports')).toMatchObject([{ sales: 2 }]);
});
