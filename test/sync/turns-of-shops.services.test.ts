import { randomUUID } from 'node:crypto';
import { answerBells } from '../../src/product/worker';
import { Intake } from '../../src/sync/intake';
import { InProcessDoorbell } from '../../src/jobs/in-process';
import { ownUnderstanding } from '../../src/bot/conversation/flow';
import type { Database } from '../../src/db';
import { createConnection } from '../../src/sync/connections';
import { START, suiteDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';
import { requiredService } from '../support/services';
import { until } from '../support/until';

requiredService('TEST_DATABASE_URL');
const BUSY = 8;
const BACKLOG = 4_500;

const test = suiteDatabase();

/** A shop with so many sales that wait to be judged. */
async function shopWith(waiting: number): Promise<number> {
  const shop = await openShop(test.db, [percent(500)]);
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  const { id: connectionId } = await test.db.asMerchant(shop, (work) => createConnection(work, wish));
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const events = Array.from({ length: waiting }, (_, i) => {
    const body = JSON.stringify({ ...goldenSale(), uniqueIdentifier: randomUUID() });
    return intake.add({ merchantId: shop, connectionId, deliveryId: `delivery-${i}`, source: 'pull', body });
  });
  await Promise.all(events);
  return shop;
}

const rowsOf = (shop: number, table: string): Promise<number> =>
  test.db.asMerchant(shop, async (work) => Number((await work.trx(table).count())[0]?.['count']));
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
  let leftOfBusy: number[] | null = null;
  const db: Database = {
    ...test.db,
    call: (...args: Parameters<Database['call']>) => test.db.call(...args),
    asMerchant: async (merchantId, body) => {
      const done = await test.db.asMerchant(merchantId, body);
      if (merchantId === quiet) leftOfBusy ??= await Promise.all(busy.map(waitingIn));
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
