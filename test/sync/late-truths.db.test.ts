import { pino } from 'pino';
import { createConnection } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { Importer } from '../../src/sync/pull/history-import';
import { startImport } from '../../src/sync/pull/history-rows';
import { Poller } from '../../src/sync/pull/poller';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { Reports } from '../support/reports';
import { ANA, openShop, percent } from '../support/shop';
import { json, SmartPosServer, type Answer } from '../support/smartpos-server';

const logger = pino({ level: 'silent' });
const MINUTE = 60_000;
let test: TestDatabase;
let smartpos: SmartPosServer;
let shop: number;
let connection: string;
let book: { creationDate: string; [field: string]: unknown }[];
let reports: Reports;

beforeAll(async () => {
  test = await openTestDatabase();
  smartpos = await new SmartPosServer().start();
});
afterAll(async () => {
  await smartpos.stop();
  await test.close();
});
beforeEach(async () => {
  book = [];
  smartpos.reset();
  smartpos.on('sales', inWindow);
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(60 * MINUTE);
  ({ id: connection } = await test.db.asMerchant(shop, (work) =>
    createConnection(work, { ...smartpos.keys, company: 'Padaria' }),
  ));
  reports = new Reports(test, shop, connection);
  test.clock.advance(60 * MINUTE);
});
afterEach(() =>
  test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date(work.now) })),
);

/** SmartPOS answers with what it has in the window that is asked for. */
const inWindow: Answer = (request, response) => {
  const { searchParams: asked } = new URL(request.url ?? '', smartpos.url);
  const [from, to] = [Date.parse(asked.get('start') ?? ''), Date.parse(asked.get('end') ?? '')];
  const sales = book.filter(({ creationDate: at }) => Date.parse(at) >= from && Date.parse(at) <= to);
  return json(sales)(request, response);
};

const iso = (at = test.clock.now()): string => new Date(at).toISOString();
const intake = (): Intake => new Intake(test.db, test.clock, test.doorbell);
const read = (): Promise<void> => reports.read();
const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const kept = async (): Promise<unknown[]> =>
  (await rows('kept_events')).map(({ reason, field }) => `${String(reason)} ${String(field)}`);

async function event(change: object = {}, type = 'sale.approved'): Promise<void> {
  const base = { creationDate: iso(), updatedAt: iso(), totalAmount: 52.9, refundedAmount: 0 };
  const data = { ...goldenSale(), ...base, customer: { phone: ANA }, ...change };
  await reports.tell({ type, data });
}

/** A sale as the pull has been seen to tell it. */
const seen = (change: object = {}) => ({
  id: 1,
  uniqueIdentifier: goldenSale().uniqueIdentifier,
  creationDate: iso(),
  orderName: 'Mesa 4',
  totalAmount: 52.9,
  discountAmount: 0,
  isCanceled: false,
  ...change,
});

async function pull(poller = newPoller()): Promise<void> {
  test.clock.advance(31_000);
  await poller.pollDue();
  await poller.idle();
  await read();
}

const newPoller = (): Poller =>
  new Poller({ db: test.db, intake: intake(), clock: test.clock, logger, everySeconds: 30 });

async function importYear(judge: boolean): Promise<void> {
  await test.db.asMerchant(shop, (work) => startImport(work, connection, judge));
  const importer = new Importer({ db: test.db, intake: intake(), clock: test.clock, logger });
  await importer.importDue();
  await importer.idle();
  await read();
}

it('a cancellation that the pull tells first is not undone by what was said before it', async () => {
  const at = test.clock.now();
  test.clock.advance(MINUTE);
  book = [seen({ creationDate: iso(at), isCanceled: true })];
  await pull();
  await event({ creationDate: iso(at), updatedAt: iso(at) });
  await event({ creationDate: iso(at), updatedAt: iso(at + 5_000), refundedAmount: 10 }, 'sale.refunded');
  await pull();
  expect(await rows('sales')).toMatchObject([{ refunded_cents: 5290, cashback_cents: 0 }]);
});

it('a refund that is told after what is later and silent of it is taken', async () => {
  const at = test.clock.now();
  test.clock.advance(MINUTE);
  await event({ creationDate: iso(at), updatedAt: iso(at + 9_000), refundedAmount: null }, 'sale.updated');
  await event({ creationDate: iso(at), updatedAt: iso(at + 2_000), refundedAmount: 10 }, 'sale.refunded');
  expect(await rows('sales')).toMatchObject([{ refunded_cents: 1000, cashback_cents: 215 }]);
});

it.each([true, false])(
  'history (judged: %s) that is cancelled after the connection is cancelled',
  async (judge) => {
    book = [seen({ creationDate: iso(START + 30 * MINUTE), customer: { phone: ANA } })];
    await importYear(judge);
    expect(await rows('sales')).toMatchObject([{ cashback_cents: judge ? 265 : 0 }]);
    book = book.map((one) => ({ ...one, isCanceled: true }));
    await pull();
    expect(await rows('sales')).toMatchObject([{ refunded_cents: 5290, cashback_cents: 0 }]);
  },
);

it('a sale of just before the connection that SmartPOS has just after it is not missed', async () => {
  await importYear(false);
  await pull();
  book = [seen({ creationDate: iso(START + 30 * MINUTE) })];
  await pull();
  expect(await rows('sales')).toMatchObject([{ history: true, dry: null }]);
});

it.each([['true'], [1], ['TRUE']])('a cancellation may be written %p', async (isCanceled) => {
  await event();
  test.clock.advance(MINUTE);
  book = [seen({ isCanceled })];
  await pull();
  expect(await rows('sales')).toMatchObject([{ refunded_cents: 5290 }]);
});

it.each([
  ['isCanceled', 'S'],
  ['isChargedBack', {}],
])('%s that is none (%p) is kept', async (field, value) => {
  await event({ [field]: value });
  expect(await kept()).toEqual([`not-a-flag ${field}`]);
});

it('a refund that does not say how much is for a person', async () => {
  await event();
  test.clock.advance(MINUTE);
  await event({ refundedAmount: null }, 'sale.refunded');
  expect(await kept()).toEqual(['missing refundedAmount']);
  expect(await rows('sales')).toMatchObject([{ refunded_cents: 0 }]);
});

it('an amount that the pull tells back and forth ends as it is', async () => {
  const at = iso();
  const poller = newPoller();
  for (const totalAmount of [100, 120, 100]) {
    book = [seen({ totalAmount, creationDate: at })];
    await pull(poller);
  }
  expect(await rows('sales')).toMatchObject([{ total_cents: 10_000 }]);
});

describe('what an event says of another matter undoes nothing', () => {
  it.each(['sale.charged_back', 'sale.cancelled'])('of %s', async (type) => {
    const creationDate = iso();
    await event({ creationDate });
    test.clock.advance(MINUTE);
    await event({ creationDate }, type);
    test.clock.advance(MINUTE);
    // As SmartPOS has been seen to write a sale, nothing is said of a charge-back.
    const isCanceled = type === 'sale.cancelled' ? null : false;
    await event({ creationDate, orderName: 'Mesa 5', isCanceled }, 'sale.updated');
    expect(await rows('sales')).toMatchObject([{ refunded_cents: 5290, cashback_cents: 0 }]);
  });
});

it.each(['a cancellation', 'what it cancels'])(
  'an `updatedAt` of years ahead, of %s, keeps nothing out',
  async (of) => {
    const creationDate = iso();
    const [told, cancelled] =
      of === 'a cancellation'
        ? [iso(), '2056-11-23T14:31:07-03:00']
        : ['2056-11-23T14:31:07-03:00', iso(test.clock.now() + MINUTE)];
    await event({ creationDate, updatedAt: told });
    test.clock.advance(MINUTE);
    await event({ creationDate, updatedAt: cancelled, isCanceled: true }, 'sale.cancelled');
    test.clock.advance(MINUTE);
    expect(await rows('sales')).toMatchObject([{ refunded_cents: 5290 }]);
    await event({ creationDate }, 'sale.updated');
    expect(await rows('sales')).toMatchObject([{ refunded_cents: 0, cashback_cents: 265 }]);
  },
);

describe.each([
  [10, { history: false, cashback_cents: 265 }],
  [20, { history: true, dry: null, cashback_cents: 0 }],
])('a sale of %i minutes before the connection is the same', (minutes, expected) => {
  it.each(['import', 'pull'])('whichever reads it first (%s)', async (first) => {
    book = [seen({ creationDate: iso(START + (60 - minutes) * MINUTE), customer: { phone: ANA } })];
    if (first === 'pull') await pull();
    await importYear(false);
    if (first === 'import') await pull();
    expect(await rows('sales')).toMatchObject([expected]);
  });
});

it('a sale of three years ago that a webhook tells is history: it gives nothing, and nobody is told', async () => {
  const creationDate = iso(START - 3 * 365 * 24 * 60 * MINUTE);
  for (const change of [{}, { refundedAmount: 10, updatedAt: iso(test.clock.now() + MINUTE) }]) {
    await event({ creationDate, ...change });
    test.clock.advance(2 * MINUTE);
  }
  expect(await rows('sales')).toMatchObject([
    { history: true, dry: null, cashback_cents: 0, points: 0, refunded_cents: 1000 },
  ]);
  expect(await rows('postings')).toEqual([]);
  expect(await rows('outbox')).toEqual([]);
});
