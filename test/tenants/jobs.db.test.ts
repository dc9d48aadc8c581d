import { receive } from '../../src/bot/receiving/receive';
import type { Handler } from '../../src/jobs/answering';
import type { Bell } from '../../src/jobs/doorbell';
import type { Job } from '../../src/jobs/every';
import { applySales, InsightThread } from '../../src/loyalty';
import { Intake } from '../../src/sync/intake';
import type { Pulling } from '../../src/sync/pull';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { digestOfShop, foundInRows, openNeighbour, seenFrom, type Neighbour } from '../support/neighbours';
import { saleOf } from '../support/shop';
import { SmartPosServer } from '../support/smartpos-server';
import { giveWork, workerOver, WRITES_NOTHING } from '../support/worker-jobs';

const DAY = 86_400_000;

let test: TestDatabase;
let smartpos: SmartPosServer;
let thread: InsightThread;
let own: Neighbour;
let other: Neighbour;
let jobs: Job[];
let pull: Pulling;
const answers = new Map<Bell, Handler>();

beforeAll(async () => {
  test = await openTestDatabase();
  smartpos = await new SmartPosServer().start();
  thread = new InsightThread();
  own = await openNeighbour(test, 'Araponga', 3, smartpos.keys);
  other = await openNeighbour(test, 'Bemtevi', 7, smartpos.keys);
  for (const shop of [own, other]) await giveWork(test, smartpos, shop);
  // Everything comes of age in both: expiries, rounds, fits, weekly reports, a campaign's end, what is to be forgotten.
  test.clock.advance(220 * DAY);
  const db = seenFrom(test.db, own.id);
  ({ jobs, pull } = workerOver(test, { db, thread, answers }));
});
afterAll(async () => {
  await thread.close();
  await smartpos.stop();
  await test.close();
});

it('every job does its work in the one shop, and changes nothing of the other', async () => {
  const before = await digestOfShop(test, other.id);
  for (const { what, run } of jobs) {
    // Something to be counted, whichever job counts first.
    await test.db.asMerchant(own.id, (work) => applySales(work, [saleOf()]));
    const mine = await digestOfShop(test, own.id);
    await run();
    await pull.rest();
    const changed = mine !== (await digestOfShop(test, own.id));
    expect([what, changed || WRITES_NOTHING.has(what)]).toEqual([what, true]);
    expect([what, await digestOfShop(test, other.id)]).toEqual([what, before]);
    expect([what, await foundInRows(test, own.id, other)]).toEqual([what, []]);
  }
  expect(jobs.length).toBeGreaterThan(10);
});

it('judging and answering, too, though what came names what is the other shop’s', async () => {
  const before = await digestOfShop(test, other.id);
  const event = {
    type: 'sale.cancelled',
    timestamp: '2026-11-23T17:00:00Z',
    data: {
      uniqueIdentifier: other.sale.id,
      creationDate: '2026-11-23T14:01:00-03:00',
      totalAmount: other.sale.cents / 100,
      voucherCode: other.code,
      customer: { phone: other.phone },
    },
  };
  const { db, clock, doorbell } = test;
  await new Intake(db, clock, doorbell).add({
    merchantId: own.id,
    connectionId: own.connection.id,
    deliveryId: 'theirs',
    source: 'webhook',
    body: JSON.stringify(event),
  });
  const chatId = `${other.phone}@simulator`;
  const message = { id: 'm', chatId, phone: other.phone, name: null, kind: 'text' as const, text: 'saldo' };
  await receive(db, own.id, { ...message, at: clock.now() }, 0);
  const keys: Partial<Record<Bell, string>> = { sales: String(own.id), turns: `${own.id}:${chatId}` };
  for (const [bell, answer] of answers) {
    const mine = await digestOfShop(test, own.id);
    await answer(keys[bell] ?? `no key for ${bell}`);
    expect([bell, mine === (await digestOfShop(test, own.id))]).toEqual([bell, false]);
  }
  const [last] = await test.db.asMerchant(own.id, (work) =>
    work.trx('outbox').where({ chat_id: chatId, template: 'reply' }).orderBy('seq', 'desc').select('body'),
  );
  for (const canary of other.canaries) expect((last as { body: string }).body).not.toContain(canary);
  expect(await digestOfShop(test, other.id)).toBe(before);
});
