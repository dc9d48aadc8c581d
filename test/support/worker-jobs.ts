import { ownUnderstanding } from '../../src/bot/conversation/flow';
import type { Database } from '../../src/db';
import type { Handler } from '../../src/jobs/answering';
import type { Bell, Doorbell } from '../../src/jobs/doorbell';
import type { Job } from '../../src/jobs/every';
import type { InsightThread } from '../../src/loyalty';
import { answerBells, workerJobs } from '../../src/product/worker';
import { Intake } from '../../src/sync/intake';
import { pulling, type Pulling } from '../../src/sync/pull';
import { startImport } from '../../src/sync/pull/history-rows';
import type { TestDatabase } from './database';
import { Chat } from './dialog';
import type { Neighbour } from './neighbours';
import { ANA, OWNER } from './shop';
import { json, type SmartPosServer } from './smartpos-server';

/** All that the worker does by itself, over the database as it sees it; `answers` is told what it does when it rings. */
export function workerOver(
  test: TestDatabase,
  { db, thread, answers }: { db: Database; thread: InsightThread; answers: Map<Bell, Handler> },
): { jobs: Job[]; pull: Pulling } {
  const { clock, logger, secrets } = test;
  const doorbell: Doorbell = {
    ring: () => undefined,
    ringHere: () => undefined,
    answer: (bell, _concurrency, handler) => void answers.set(bell, handler),
    close: () => Promise.resolve(),
  };
  const intake = new Intake(db, clock, doorbell);
  const config = { databaseUrl: null, databasePool: 2, openShops: false, sweepSeconds: 2, mail: null };
  const giveWay = (): Promise<void> => Promise.resolve();
  const ground = { config, db, clock, logger, secrets, doorbell, giveWay, understanding: ownUnderstanding };
  answerBells(ground);
  const pull = pulling({ db, intake, clock, logger, everySeconds: 30 });
  return { jobs: [...workerJobs(ground, thread), ...pull.jobs], pull };
}

/** Something for every job to do. */
export async function giveWork(test: TestDatabase, smartpos: SmartPosServer, shop: Neighbour): Promise<void> {
  const owner = new Chat(test, shop.id, OWNER);
  for (const says of ['testar venda', 'relatório toda semana', 'sim']) await owner.says(says);
  await new Chat(test, shop.id, ANA).says('xyzzy plugh');
  smartpos
    .on('sales', json([]))
    .on('products', json([]))
    .on('categories', json([]))
    .on('customers', json([]))
    .on(`sales/${shop.sale.id}/items`, json([]));
  await test.db.asMerchant(shop.id, async (work) => {
    await startImport(work, shop.connection.id, false);
    await work.trx('sale_items').insert({
      merchant_id: shop.id,
      sale_id: shop.sale.id,
      connection_id: shop.connection.id,
      next_try_at: new Date(work.now),
    });
  });
}

/** Jobs that write nothing: what they do is seen elsewhere. */
export const WRITES_NOTHING = new Map([['a sweep', 'it rings']]);
