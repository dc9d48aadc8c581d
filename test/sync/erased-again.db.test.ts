import { pino } from 'pino';
import { eraseCustomer, knowCustomers, renewErasureKey, type Work } from '../../src/loyalty';
import { Secrets } from '../../src/secrets';
import { createConnection } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { takeInHistory } from '../../src/sync/pull/history-intake';
import { Poller } from '../../src/sync/pull/poller';
import { INTERNET } from '../../src/sync/smartpos/client';
import { Chat } from '../support/dialog';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Reports } from '../support/reports';
import { ANA, BIA, openShop, percent } from '../support/shop';
import { json, SmartPosServer } from '../support/smartpos-server';

const HOUR = 3_600_000;
const logger = pino({ level: 'silent' });
const EMAIL = 'ana@example.com';
const CPF = '52998224725';
const PERSON = { name: 'Ana Silva', phone: ANA, email: EMAIL };
let test: TestDatabase;
let smartpos: SmartPosServer;
let shop: number;
let connection: string;
let reports: Reports;
let made = 0;

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
  smartpos.on('sales', json([]));
  shop = await openShop(test.db, [percent(500)]);
  ({ id: connection } = await test.db.asMerchant(shop, (work) =>
    createConnection(work, { ...smartpos.keys, company: 'Padaria' }),
  ));
  reports = new Reports(test, shop, connection);
  test.clock.advance(HOUR);
});
afterEach(() => test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date() })));

const under = <T>(secrets: Secrets, body: (work: Work) => Promise<T>): Promise<T> =>
  test.db.asMerchant(shop, (work) => body({ ...work, secrets }));

/** A round of pulls 25 hours later, in which SmartPOS lists these. */
async function pullCustomers(people: object[]): Promise<void> {
  test.clock.advance(25 * HOUR);
  smartpos.on('customers', json(people));
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const way = { ...INTERNET, wait: () => Promise.resolve() };
  const poller = new Poller({ db: test.db, intake, clock: test.clock, logger, everySeconds: 30, way });
  await poller.pollDue();
  await poller.idle();
}

const arrives = (type: string, data: object): Promise<void> =>
  reports.tell({ type, timestamp: new Date(test.clock.now()).toISOString(), data });

const sells = (change: object = {}): Promise<void> => {
  const at = new Date(test.clock.now()).toISOString();
  const sale = { uniqueIdentifier: `sale ${(made += 1)}`, creationDate: at, updatedAt: at, totalAmount: 100 };
  return arrives('sale.approved', { ...sale, customer: PERSON, ...change });
};

const known = async (): Promise<string[]> => {
  const rows: { value: string }[] = await test.db.asMerchant(shop, (work) =>
    work.trx('customer_identities').select('value').orderBy('value'),
  );
  return rows.map(({ value }) => value);
};
const everything = async (): Promise<string> => {
  const tables = [
    'customers',
    'customer_identities',
    'inbox_events',
    'sales',
    'report_subjects',
    'erased_identities',
  ];
  return JSON.stringify(
    await Promise.all(tables.map((table) => test.db.asMerchant(shop, (work) => work.trx(table).select()))),
  );
};

async function erase(body = eraseCustomer): Promise<void> {
  await test.db.asMerchant(shop, async (work) => {
    const row = (await work.trx('customer_identities').where({ value: ANA }).first()) as {
      customer_id: string;
    };
    await body(work, row.customer_id);
  });
}

it('who was erased is not known again by the list of customers, and is by a purchase', async () => {
  await pullCustomers([PERSON]);
  expect(await known()).toEqual([ANA]);
  await sells();
  await erase();
  const other = { name: 'Bia', phone: BIA, email: null };
  await pullCustomers([
    PERSON,
    { ...PERSON, phone: '(11) 8888-0001' },
    { name: 'Ana', email: 'ANA@example.com' },
    other,
  ]);
  expect(await known()).toEqual([BIA]);
  expect(await everything()).not.toMatch(/Ana Silva|88880001|ana@example/i);
  await sells({ customer: { phone: ANA } });
  expect(await known()).toEqual([ANA, BIA]);
  // And the list tells again what they are called.
  await pullCustomers([PERSON]);
  const names = await test.db.asMerchant(shop, (work) =>
    work.trx('customers').whereNotNull('name').pluck('name'),
  );
  expect(names).toContain('Ana Silva');
});

it('a message of their own makes them a customer again', async () => {
  await sells();
  await erase();
  await new Chat(test, shop, ANA).says('oi');
  expect(await known()).toEqual([ANA]);
});

it('an event about them brings nobody back, and is kept without them', async () => {
  await sells({ customer: { ...PERSON, cpf: CPF } });
  await erase();
  await arrives('customer.updated', PERSON);
  await arrives('customer.updated', { name: 'Ana Silva', cpf: '529.982.247-25' });
  expect(await known()).toEqual([]);
  expect(await everything()).not.toMatch(/Ana Silva|88880001|ana@example|982\.?247/i);
});

it('a history of before brings nobody back', async () => {
  await sells();
  await erase();
  const sale = {
    uniqueIdentifier: 'old',
    creationDate: new Date(START - HOUR).toISOString(),
    totalAmount: 10,
  };
  const way = { id: connection, totalIs: 'after-discount' } as const;
  const how = { judge: false, connectedAt: Infinity };
  const entries = [
    { ...sale, customer: PERSON },
    { ...sale, uniqueIdentifier: 'other', customer: { phone: BIA } },
  ];
  await takeInHistory({ db: test.db, intake: null }, shop, way, entries, how);
  expect(await known()).toEqual([BIA]);
  expect(await everything()).not.toMatch(/Ana Silva|88880001|ana@example/i);
});

it.each(['after', 'before'])(
  'what was bought %s the connection and before an erasure, and is told after it, brings nobody back',
  async (when) => {
    const boughtAt = test.clock.now() - (when === 'after' ? 0 : 24 * HOUR);
    await sells();
    test.clock.advance(HOUR);
    await erase();
    const at = new Date(boughtAt).toISOString();
    await sells({ creationDate: at, updatedAt: at });
    expect(await known()).toEqual([]);
    expect(await everything()).not.toMatch(/Ana Silva|88880001|ana@example/i);
    const sales = await test.db.asMerchant(shop, (work) => work.trx('sales').select());
    expect(sales.filter(({ customer_id: id }: { customer_id: unknown }) => id === null)).toHaveLength(1);
  },
);

it('who comes back and is erased again is brought back by nothing from between', async () => {
  await sells();
  await erase();
  test.clock.advance(HOUR);
  const at = new Date(test.clock.now()).toISOString();
  await sells();
  test.clock.advance(HOUR);
  await erase();
  await sells({ creationDate: at, updatedAt: at });
  expect(await known()).toEqual([]);
  test.clock.advance(HOUR);
  await sells();
  expect(await known()).toEqual([ANA]);
});

it('is told of one shop alone', async () => {
  await sells();
  await erase();
  const other = await openShop(test.db, [percent(500)]);
  const person = { name: 'Ana', phone: ANA, cpf: null, email: EMAIL, cardFingerprint: null };
  expect((await test.db.asMerchant(other, (work) => knowCustomers(work, [person]))).size).toBe(0);
  expect((await test.db.asMerchant(shop, (work) => knowCustomers(work, [person]))).size).toBe(1);
});

it('outlives a change of the secret key', async () => {
  const [old, fresh] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  const person = { name: 'Ana', phone: null, cpf: null, email: EMAIL, cardFingerprint: null };
  await sells();
  await erase();
  const both = new Secrets(fresh, [old]);
  expect((await under(both, (work) => knowCustomers(work, [person]))).size).toBe(1);
  expect([await under(both, renewErasureKey), await under(both, renewErasureKey)]).toEqual([1, 0]);
  for (const secrets of [both, new Secrets(fresh)])
    expect((await under(secrets, (work) => knowCustomers(work, [person]))).size).toBe(1);
});
