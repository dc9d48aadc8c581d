import { pino } from 'pino';
import { renderNotice } from '../../src/bot/messages';
import { applySales, checkBooks, judgeHistory, type Notice, type StaffNotice } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { Importer } from '../../src/sync/pull/history-import';
import { startImport } from '../../src/sync/pull/history-rows';
import { Chat } from '../support/dialog';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { ANA, BIA, openShop, OWNER, percent, saleOf } from '../support/shop';
import { json, SmartPosServer, status, type Answer } from '../support/smartpos-server';

const DAY = 86_400_000;
const logger = pino({ level: 'silent' });
let test: TestDatabase;
let smartpos: SmartPosServer;
let shop: number;
let connection: string;

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
  shop = await openShop(test.db, [percent(500, { conditions: { first_purchase: true } })]);
  ({ id: connection } = await test.db.asMerchant(shop, (work) =>
    createConnection(work, { ...smartpos.keys, company: 'Padaria' }),
  ));
});
afterEach(() => test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date() })));

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const begin = (judge = false) => test.db.asMerchant(shop, (work) => startImport(work, connection, judge));
const intake = () => new Intake(test.db, test.clock, test.doorbell);
const importing = () => new Importer({ db: test.db, intake: intake(), clock: test.clock, logger });
async function goOn(importer = importing()): Promise<void> {
  await importer.importDue();
  await importer.idle();
}

/** A sale a day for the year before, all but the tenth of them Ana's. */
const past = Array.from({ length: 360 }, (_, i) => ({
  uniqueIdentifier: `past-${i}`,
  creationDate: new Date(START - (360 - i) * DAY).toISOString(),
  totalAmount: (1000 + i) / 100,
  customer: { phone: i % 10 === 0 ? null : ANA },
  terminal: { id: 'T9', acquirer: 'cielo' },
}));

const windowed: Answer = (request, response) => {
  const { searchParams } = new URL(request.url ?? '', smartpos.url);
  const [start, end] = [
    Date.parse(searchParams.get('start') ?? ''),
    Date.parse(searchParams.get('end') ?? ''),
  ];
  if (end - start > 120 * DAY) return status(400)(request, response);
  const found = past.filter(({ creationDate: at }) => Date.parse(at) >= start && Date.parse(at) <= end);
  return json(found)(request, response);
};

it('brings a year, judges nothing, and tells how many', async () => {
  smartpos.on('sales', windowed);
  await begin();
  await goOn();
  const sales = await rows('sales');
  expect(sales).toHaveLength(360);
  expect(
    sales.every(({ dry, history, cashback_cents: cents }) => dry === null && history === true && cents === 0),
  ).toBe(true);
  expect(await rows('lots')).toHaveLength(0);
  expect(await rows('terminals')).toMatchObject([{ id: 'T9', acquirer: 'cielo' }]);
  expect(await rows('inbox_events')).toHaveLength(360);
  expect(await rows('history_imports')).toMatchObject([{ sales: 360, finished_at: START }]);
  const notices = await rows('outbox');
  expect(notices.map(({ params }) => params)).toEqual([
    { kind: 'history-progress', shop: 'Padaria Central', percent: 100, sales: 360 },
  ]);
});

it('tells how far it has come, in the shop’s words', () => {
  const notice: Notice | StaffNotice = {
    kind: 'history-progress',
    shop: 'Padaria',
    percent: 42,
    sales: 8310,
  };
  const words = (lang: 'pt' | 'en' | 'es') =>
    renderNotice(notice, { lang, zone: 'America/Sao_Paulo', first: false });
  expect(words('pt')).toContain('42% · 8.310 vendas');
  expect(words('en')).toContain('42% · 8,310 sales');
  expect(words('es')).toMatch(/42% · 8[.,]?310 ventas/);
});

it('goes on where it was, whether it was stopped, failed or killed in the middle of a window', async () => {
  const importer = importing();
  let asked = 0;
  smartpos.on('sales', (request, response) => {
    asked += 1;
    if (asked === 3) void importer.close();
    if (asked === 4) return status(401)(request, response);
    return windowed(request, response);
  });
  await begin();
  await goOn(importer);
  const half = await rows('sales');
  expect(half.length).toBeGreaterThan(0);
  expect(half.length).toBeLessThan(360);
  await goOn();
  expect(await rows('history_imports')).toMatchObject([{ attempts: 1, finished_at: null }]);
  // As after a kill between the rows and the note that the window is in.
  await test.db.asMerchant(shop, (work) =>
    work.trx('history_imports').update({ cursor_at: new Date(START - 365 * DAY) }),
  );
  test.clock.advance(60_000);
  await goOn();
  expect(await rows('sales')).toHaveLength(360);
  expect(await rows('history_imports')).toMatchObject([{ sales: 360 }]);
});

it('an answer that is too large is asked for in smaller windows', async () => {
  smartpos.on('sales', (request, response) => {
    const { searchParams } = new URL(request.url ?? '', smartpos.url);
    const length = Date.parse(searchParams.get('end') ?? '') - Date.parse(searchParams.get('start') ?? '');
    return (length > 10 * DAY ? status(413) : windowed)(request, response);
  });
  await begin();
  await goOn();
  expect(await rows('sales')).toHaveLength(360);
});

it('what was bought before counts for who buys for the first time', async () => {
  smartpos.on('sales', windowed);
  await begin();
  await goOn();
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ phone: ANA }), saleOf({ phone: BIA })]),
  );
  const lots = await rows('lots');
  const [bia] = (await rows('customer_identities')).filter(({ value }) => value === BIA);
  expect(lots).toMatchObject([{ customer_id: bia?.['customer_id'] }]);
});

it('an old sale that changes later changes, and gives and takes nothing', async () => {
  smartpos.on('sales', windowed);
  await begin();
  await goOn();
  const refund = { ...past[1], refundedAmount: 5, updatedAt: new Date(START).toISOString() };
  await intake().add({
    merchantId: shop,
    connectionId: connection,
    deliveryId: 'later',
    source: 'pull',
    body: JSON.stringify(refund),
  });
  await readInbox(test.db, shop, logger, FULL_PACE);
  const changed = (await rows('sales')).find(({ id }) => id === 'past-1');
  expect(changed).toMatchObject({ refunded_cents: 500, dry: null, cashback_cents: 0 });
  expect(await rows('kept_events')).toHaveLength(0);
});

it('is judged where the owner asked for it, and gives nothing of when the program was not active', async () => {
  smartpos.on('sales', windowed);
  await begin(true);
  await goOn();
  await readInbox(test.db, shop, logger, FULL_PACE);
  const sales = await rows('sales');
  expect(sales).toHaveLength(360);
  expect(sales.filter(({ customer_id: customer, dry }) => customer !== null && dry === null)).toHaveLength(0);
});

describe('judged later, as the owner asks', () => {
  /** The program, its rules and its being on are of so long before the connection. */
  const onSince = (days: number) =>
    test.db.asMerchant(shop, async (work) => {
      await work.trx.raw('SET LOCAL ROLE NONE');
      await work
        .trx('program_states')
        .where({ merchant_id: shop })
        .update({ at: new Date(START - days * DAY) });
      await work
        .trx('program_versions')
        .where({ merchant_id: shop })
        .update({ valid_from: new Date(START - days * DAY) });
    });
  const judge = async (): Promise<void> => {
    const owner = new Chat(test, shop, OWNER);
    await owner.dialog([
      ['conectar smartpos', /3\. Dar os benefícios/],
      ['3', /Há 90 vendas .*com o programa ativo.*sim/s],
      ['sim', 'Aviso aqui quando terminar'],
    ]);
    await goOn();
  };

  beforeEach(async () => {
    // Every sale earns, the first or not.
    shop = await openShop(test.db, [percent(500)]);
    ({ id: connection } = await test.db.asMerchant(shop, (work) =>
      createConnection(work, { ...smartpos.keys, company: 'Padaria' }),
    ));
    smartpos.on('sales', windowed);
    await begin();
    await goOn();
  });

  it('as it comes, where that was chosen while connecting: it gives, and no customer is told', async () => {
    shop = await openShop(test.db, [percent(500)]);
    await onSince(400);
    ({ id: connection } = await test.db.asMerchant(shop, (work) =>
      createConnection(work, { ...smartpos.keys, company: 'Padaria' }),
    ));
    await begin(true);
    await goOn();
    await readInbox(test.db, shop, logger, FULL_PACE);
    expect((await rows('lots')).length).toBeGreaterThan(300);
    const told = (await rows('outbox')).filter(({ template }) => template === 'benefit-earned');
    expect(told.length).toBeGreaterThan(300);
    expect(new Set(told.map(({ state, reason }) => `${String(state)} ${String(reason)}`))).toEqual(
      new Set(['suppressed history']),
    );
  });

  it('gives what the rules of each date give, once, tells the owner and no customer', async () => {
    await onSince(100);
    expect(await rows('lots')).toHaveLength(0);
    await judge();
    const judged = (await rows('sales')).filter(({ dry }) => dry === false);
    expect(judged).toHaveLength(90);
    expect(await rows('lots')).toHaveLength(90);
    const toCustomers = (await rows('outbox')).filter(({ customer_id: customer }) => customer !== null);
    expect(new Set(toCustomers.map(({ state, reason }) => `${String(state)} ${String(reason)}`))).toEqual(
      new Set(['suppressed history']),
    );
    expect((await rows('outbox')).map(({ params }) => params)).toContainEqual({
      kind: 'history-judged',
      shop: 'Padaria Central',
      sales: 90,
    });
    // Nothing is left, asked again or not; and a refund of one of them takes back what it gave.
    await goOn();
    const owner = new Chat(test, shop, OWNER);
    await owner.dialog([
      ['conectar smartpos', '3. Dar'],
      ['3', 'Não há benefícios a dar'],
    ]);
    const last = past.findLast(({ customer }) => customer.phone !== null);
    await intake().add({
      merchantId: shop,
      connectionId: connection,
      deliveryId: 'refunded',
      source: 'pull',
      body: JSON.stringify({ ...last, isCanceled: true, updatedAt: new Date(START).toISOString() }),
    });
    await readInbox(test.db, shop, logger, FULL_PACE);
    const refunded = (await rows('sales')).find(({ id }) => id === last?.uniqueIdentifier);
    expect(refunded).toMatchObject({ cashback_cents: 0, dry: false });
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  });

  it('goes on after it was stopped, and gives nothing twice', async () => {
    await onSince(100);
    const stopped = importing();
    await stopped.close();
    await new Chat(test, shop, OWNER).dialog([
      ['conectar smartpos', '3. Dar'],
      ['3', /sim/],
      ['sim', 'Aviso aqui'],
    ]);
    await goOn(stopped);
    await Promise.all([test.db.asMerchant(shop, judgeHistory), test.db.asMerchant(shop, judgeHistory)]);
    await goOn();
    expect(await rows('lots')).toHaveLength(90);
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  });

  it('where the program was off then, there is nothing to give, and it is said', async () => {
    await new Chat(test, shop, OWNER).dialog([
      ['conectar smartpos', '3. Dar'],
      ['3', 'Não há benefícios a dar'],
    ]);
  });
});

it('what cannot be read is kept once, and a sale that is known stays as it is', async () => {
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ externalId: 'past-3', totalCents: 777, occurredAt: START - 357 * DAY })]),
  );
  smartpos.on('sales', (request, response) => {
    const { searchParams } = new URL(request.url ?? '', smartpos.url);
    const isFirst = Date.parse(searchParams.get('start') ?? '') === START - 365 * DAY;
    return isFirst
      ? json([null, { uniqueIdentifier: 'odd', creationDate: 7, totalAmount: 1 }])(request, response)
      : windowed(request, response);
  });
  await begin();
  await goOn();
  await test.db.asMerchant(shop, (work) =>
    work
      .trx('history_imports')
      .update({ cursor_at: new Date(START - 365 * DAY), next_at: new Date(START), finished_at: null }),
  );
  await goOn();
  expect((await rows('kept_events')).map(({ reason }) => String(reason)).sort()).toEqual([
    'not-a-time',
    'wrong-type',
  ]);
  expect((await rows('sales')).find(({ id }) => id === 'past-3')).toMatchObject({
    total_cents: 777,
    history: false,
  });
});
