import { pino } from 'pino';
import { eraseCustomer } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { Intake } from '../../src/sync/intake';
import { Poller } from '../../src/sync/pull/poller';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Reports } from '../support/reports';
import { ANA, openShop, percent } from '../support/shop';
import { json, SmartPosServer } from '../support/smartpos-server';

const logger = pino({ level: 'silent' });
const creationDate = new Date(START + 60_000).toISOString();
const PERSON = { name: 'Ana Silva', phone: ANA };
let test: TestDatabase;
let smartpos: SmartPosServer;
let shop: number;
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
  test.clock.set(START);
  smartpos.reset();
  shop = await openShop(test.db, [percent(500)]);
  const { id } = await test.db.asMerchant(shop, (work) =>
    createConnection(work, { ...smartpos.keys, company: 'Padaria' }),
  );
  reports = new Reports(test, shop, id);
  test.clock.advance(3_600_000);
});
afterEach(() => test.db.asMerchant(shop, (work) => work.trx('connections').update({ ended_at: new Date() })));

const rows = (table: string): Promise<Record<string, unknown>[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select());
const process = (): Poller => {
  const intake = new Intake(test.db, test.clock, test.doorbell);
  return new Poller({ db: test.db, intake, clock: test.clock, logger, everySeconds: 30 });
};
const sale = (totalAmount: number, change: object = {}): object => ({
  uniqueIdentifier: 'one',
  creationDate,
  totalAmount,
  isCanceled: false,
  customer: PERSON,
  ...change,
});

/** SmartPOS lists these, half a minute later. */
async function pull(poller: Poller, ...listed: object[]): Promise<void> {
  smartpos.on('sales', json(listed));
  test.clock.advance(31_000);
  await poller.pollDue();
  await poller.idle();
  await reports.read();
}
const cents = async (): Promise<unknown> => (await rows('sales')).map(({ total_cents: total }) => total);

it.each([
  ['one process', () => [process()]],
  ['two processes', () => [process(), process()]],
])('an amount that is corrected back and forth holds, pulled by %s', async (_, made) => {
  const pollers = made();
  for (const [i, amount] of [100, 40, 100, 100, 40, 40, 100].entries()) {
    await pull(pollers[i % pollers.length] ?? process(), sale(amount));
    expect(await cents()).toEqual([amount * 100]);
  }
  expect(await rows('inbox_events')).toHaveLength(2);
});

it('... and by one that is started anew each time, which reads again only what changed', async () => {
  for (const amount of [100, 40, 100, 40]) {
    await pull(process(), sale(amount), sale(7, { uniqueIdentifier: 'other' }));
    expect(await cents()).toEqual(expect.arrayContaining([amount * 100, 700]));
  }
  const before = [await rows('sales'), await rows('pulled_again')];
  expect(before[1]).toHaveLength(1);
  await pull(process(), sale(40), sale(7, { uniqueIdentifier: 'other' }));
  expect([await rows('sales'), await rows('pulled_again')]).toEqual(before);
});

it('what is listed twice, or changes in what nobody reads, costs rows and reading once', async () => {
  const poller = process();
  for (let i = 0; i < 4; i++)
    await pull(i === 3 ? process() : poller, sale(100, { seenAt: i }), sale(40, { seenAt: i }));
  expect(await rows('inbox_events')).toHaveLength(2);
  expect(await rows('pulled_again')).toHaveLength(0);
  expect(await cents()).toEqual([4000]);
});

it('of whom an erasure takes out of a sale that changed, nothing stays in what was pulled of it', async () => {
  const poller = process();
  await pull(poller, sale(100));
  await pull(poller, sale(100, { refundedAmount: 10 }));
  await pull(poller, sale(100));
  await test.db.asMerchant(shop, async (work) => {
    const { customer_id: id } = (await work.trx('sales').first('customer_id')) as { customer_id: string };
    await eraseCustomer(work, id);
  });
  const kept = JSON.stringify([await rows('inbox_events'), await rows('sales')]);
  expect(kept).not.toMatch(/Ana Silva|88880001/);
});

it('... nor in what the version before pulled, under an id of its own', async () => {
  await reports.tell(JSON.stringify(sale(100)), { source: 'pull', id: 'pull:8f14e45f:1795456930000' });
  await test.db.asMerchant(shop, async (work) => {
    const { customer_id: id } = (await work.trx('sales').first('customer_id')) as { customer_id: string };
    await eraseCustomer(work, id);
  });
  expect(JSON.stringify(await rows('inbox_events'))).not.toMatch(/Ana Silva|88880001/);
});
