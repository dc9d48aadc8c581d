import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db';
import { createConnection } from '../../src/sync/connections';
import { readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { databaseThrough, START, suiteDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';

const EVENTS = 500;
const PACE = { largestSet: 256, beforeSet: () => Promise.resolve() };

const test = suiteDatabase();
let shop: number;
let connectionId: string;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  connectionId = (await test.db.asMerchant(shop, (work) => createConnection(work, wish))).id;
});

/** Takes these texts in, in their order. */
async function takeIn(bodies: readonly string[]): Promise<void> {
  const intake = new Intake(test.db, test.clock, test.doorbell);
  await Promise.all(
    bodies.map((body, i) =>
      intake.add({ merchantId: shop, connectionId, deliveryId: `delivery-${i}`, source: 'pull', body }),
    ),
  );
}

const sales = (count: number): string[] =>
  Array.from({ length: count }, () => JSON.stringify({ ...goldenSale(), uniqueIdentifier: randomUUID() }));

/** The database, with how many transactions it was asked for; those in `broken` fail as when it restarts. */
function counted(broken: ReadonlySet<number> = new Set()): { db: Database; transactions: () => number } {
  let count = 0;
  const db: Database = {
    ...test.db,
    call: (...args: Parameters<Database['call']>) => test.db.call(...args),
    asMerchant: async (merchantId, body) => {
      count += 1;
      const isBroken = broken.has(count);
      return test.db.asMerchant(merchantId, async (work) => {
        const result = await body(work);
        if (isBroken) throw new Error('Connection terminated unexpectedly');
        return result;
      });
    },
  };
  return { db, transactions: () => count };
}

const left = (): Promise<{ seq: number; attempts: number }[]> =>
  test.db.asMerchant(shop, (work) => work.trx('inbox_due').orderBy('seq').select('seq', 'attempts'));
const judged = async (): Promise<number> =>
  test.db.asMerchant(shop, async (work) => Number((await work.trx('sales').count())[0]?.['count']));

it.each([0, 100, 255, 256, 499])('the bad event at place %i is found by halves', async (place) => {
  const bodies = sales(EVENTS);
  bodies[place] = 'no JSON at all';
  await takeIn(bodies);
  const { db, transactions } = counted();
  await readInbox(db, shop, test.logger, PACE);
  expect(await judged()).toBe(EVENTS - 1);
  expect(await left()).toEqual([expect.objectContaining({ attempts: 1 })]);
  // Nine halvings, each with a look at the shop, beside the sets themselves.
  expect(transactions()).toBeLessThan(30);
});

it('several bad ones stand alone, and a few events are not asked for as if they were many', async () => {
  const bodies = sales(9);
  for (const place of [0, 4, 8]) bodies[place] = `no JSON ${place}`;
  await takeIn(bodies);
  const { db, transactions } = counted();
  await readInbox(db, shop, test.logger, PACE);
  expect(await judged()).toBe(6);
  expect((await left()).map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
  expect(transactions()).toBeLessThan(40);
});

it('a database that went away for a moment puts no event off, and what waited still goes in sets', async () => {
  await takeIn(sales(EVENTS));
  const { db, transactions } = counted(new Set([1]));
  await readInbox(db, shop, test.logger, PACE);
  expect(await judged()).toBe(EVENTS);
  expect(await left()).toEqual([]);
  expect(transactions()).toBeLessThan(20);
});

it('a database that stays away is left to the sweeper, and nothing is put off', async () => {
  await takeIn(sales(3));
  const { db, transactions } = counted(new Set([1, 2]));
  await expect(readInbox(db, shop, test.logger, PACE)).rejects.toThrow('terminated');
  expect((await left()).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
  expect(transactions()).toBe(2);
});

it('stopped, it ends after the set in hand, and the rest waits', async () => {
  await takeIn(sales(EVENTS));
  const stopping = new AbortController();
  let sets = 0;
  const beforeSet = (): Promise<void> => {
    sets += 1;
    if (sets === 2) stopping.abort();
    return Promise.resolve();
  };
  await readInbox(test.db, shop, test.logger, { largestSet: 100, beforeSet, stopping: stopping.signal });
  expect(await judged()).toBe(100);
  expect(await left()).toHaveLength(EVENTS - 100);
  await readInbox(test.db, shop, test.logger, PACE);
  expect(await judged()).toBe(EVENTS);
});

it.each(['sales', 'transactions', 'postings', 'lots', 'outbox'])(
  'a sale whose row in %s cannot be written leaves nothing, and is judged whole the next time',
  async (table) => {
    await takeIn(sales(1));
    let isBroken = true;
    const db = databaseThrough(test.db, (work) => ({
      ...work,
      send: (sql, bindings) => {
        if (!isBroken || !sql.includes(`INSERT INTO ${table} `)) return work.send(sql, bindings);
        isBroken = false;
        return work.send('SELECT 1 / 0');
      },
    }));
    const written = (): Promise<number[]> =>
      test.db.asMerchant(shop, ({ trx }) =>
        Promise.all(
          ['sales', 'transactions', 'postings', 'lots', 'outbox'].map(async (each) =>
            Number((await trx(each).count())[0]?.['count']),
          ),
        ),
      );
    await readInbox(db, shop, test.logger, PACE);
    expect(isBroken).toBe(false);
    expect(await written()).toEqual([0, 0, 0, 0, 0]);
    expect((await left()).map(({ attempts }) => attempts)).toEqual([1]);
    test.clock.advance(3_600_000);
    await readInbox(db, shop, test.logger, PACE);
    expect(await written()).toEqual([1, 1, 1, 1, 1]);
    expect(await left()).toEqual([]);
  },
);
