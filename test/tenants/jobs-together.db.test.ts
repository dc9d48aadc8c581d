import { applySales, InsightThread } from '../../src/loyalty';
import { suiteDatabase } from '../support/database';
import { digestOfShop, foundInRows, openNeighbour } from '../support/neighbours';
import { saleOf } from '../support/shop';
import { SmartPosServer } from '../support/smartpos-server';
import { giveWork, workerOver, WRITES_NOTHING } from '../support/worker-jobs';

const test = suiteDatabase();
let smartpos: SmartPosServer;
let thread: InsightThread;
beforeAll(async () => {
  smartpos = await new SmartPosServer().start();
  thread = new InsightThread();
});
afterAll(async () => {
  await thread.close();
  await smartpos.stop();
});

it('every job does its work in two shops at once, and writes nothing of the one into the other', async () => {
  const own = await openNeighbour(test, 'Araponga', 3, smartpos.keys);
  const other = await openNeighbour(test, 'Bemtevi', 7, smartpos.keys);
  const shops = [own, other];
  for (const shop of shops) await giveWork(test, smartpos, shop);
  test.clock.advance(220 * 86_400_000);
  const { jobs, pull } = workerOver(test, { db: test.db, thread, answers: new Map() });
  const digests = () => Promise.all(shops.map(({ id }) => digestOfShop(test, id)));
  for (const { what, run } of jobs) {
    for (const { id } of shops) await test.db.asMerchant(id, (work) => applySales(work, [saleOf()]));
    const earlier = await digests();
    await run();
    await pull.rest();
    const later = await digests();
    const worked = later.map((digest, i) => digest !== earlier[i] || WRITES_NOTHING.has(what));
    expect([what, worked]).toEqual([what, [true, true]]);
    expect([what, await foundInRows(test, own.id, other)]).toEqual([what, []]);
    expect([what, await foundInRows(test, other.id, own)]).toEqual([what, []]);
  }
});
