import { randomUUID } from 'node:crypto';
import { answerBells } from '../../src/product/worker';
import { Intake } from '../../src/sync/intake';
import { InProcessDoorbell } from '../../src/jobs/in-process';
import { ownUnderstanding } from '../../src/bot/conversation/flow';
import type { Database, Work } from '../../src/db';
import { createConnection } from '../../src/sync/connections';
import { START, suiteDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';
import { requiredService } from '../support/services';
import { until } from '../support/until';

requiredService('TEST_DATABASE_URL');
const BUSY = 8;
/** Four sets. */
const BACKLOG = 6_500;
/** Less than the intake lets wait. */
const AT_ONCE = 3_000;

const test = suiteDatabase();

/** A shop with so many sales that wait to be judged; what is at the place `unreadable` is no sale at all. */
async function shopWith(waiting: number, unreadable?: number): Promise<number> {
  const shop = await openShop(test.db, [percent(500)]);
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  const { id: connectionId } = await test.db.asMerchant(shop, (work) => createConnection(work, wish));
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const arrive = (i: number): Promise<void> => {
    const sale = JSON.stringify({ ...goldenSale(), uniqueIdentifier: randomUUID() });
    const body = i === unreadable ? 'no JSON at all' : sale;
    return intake.add({ merchantId: shop, connectionId, deliveryId: `delivery-${i}`, source: 'pull', body });
  };
  for (let from = 0; from < waiting; from += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting - from) }, (_, i) => arrive(from + i)));
  return shop;
}

const countOf = async ({ trx }: Work, table: string): Promise<number> =>
  Number((await trx(table).count())[0]?.['count']);
const rowsOf = (shop: number, table: string): Promise<number> =>
  test.db.asMerchant(shop, (work) => countOf(work, table));
const waitingIn = (shop: number): Promise<number> => rowsOf(shop, 'inbox_due');
const salesOf = (shop: number): Promise<number> => rowsOf(shop, 'sales');

/** The worker of a process, with its own doorbell. */
function worker(db: Database): InProcessDoorbell {
  const doorbell = new InProcessDoorbell(test.logger);
  const { clock, logger } = test;
  answerBells({
    config: { databaseUrl: 'real', databasePool: 6, openShops: false, sweepSeconds: 2, mail: null },
    db,
    clock,
    logger,
    doorbell,
    giveWay: () => Promise.resolve(),
    understanding: ownUnderstanding,
  });
  return doorbell;
}

it('a shop with one sale has its turn while shops with backlogs take all that two workers have', async () => {
  test.clock.set(START);
  const busy: number[] = [];
  for (let i = 0; i < BUSY; i++) busy.push(await shopWith(BACKLOG));
  const quiet = await shopWith(1);
  const left = new Map<number, number>();
  let leftOfBusy: number[] | null = null;
  const db: Database = {
    ...test.db,
    call: (...args: Parameters<Database['call']>) => test.db.call(...args),
    asMerchant: async (merchantId, body) => {
      const done = await test.db.asMerchant(merchantId, async (work) => {
        const result = await body(work);
        left.set(merchantId, await countOf(work, 'inbox_due'));
        return result;
      });
      if (merchantId === quiet) leftOfBusy ??= busy.map((shop) => left.get(shop) ?? BACKLOG);
      return done;
    },
  };
  const workers = [worker(db), worker(db)];
  // Each is told of every shop: none may wait for what the other is at.
  for (const doorbell of workers) for (const shop of busy) doorbell.ring('sales', String(shop));
  workers[0]?.ring('sales', String(quiet));
  await until('the quiet shop’s turn', () => leftOfBusy !== null, { seconds: 120 });
  expect(leftOfBusy).not.toContain(0);

  const allRead = async (): Promise<boolean> =>
    (await Promise.all(busy.map(waitingIn))).every((events) => events === 0);
  await until('all the others', allRead, { seconds: 300, everyMs: 100 });
  await Promise.all(workers.map((doorbell) => doorbell.close()));
  for (const shop of busy) expect(await salesOf(shop)).toBe(BACKLOG);
}, 600_000);

it('an event that fails is found by one worker while another comes to the same shop all the time', async () => {
  test.clock.set(START);
  const shop = await shopWith(300, 7);
  const workers = [worker(test.db), worker(test.db)];
  const calling = setInterval(() => {
    for (const doorbell of workers) doorbell.ring('sales', String(shop));
  }, 5);
  await until('all but one', async () => (await salesOf(shop)) === 299, { seconds: 120 });
  clearInterval(calling);
  await Promise.all(workers.map((doorbell) => doorbell.close()));
  expect(await waitingIn(shop)).toBe(1);
}, 600_000);
