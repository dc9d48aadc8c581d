// Inboxes to drain, and the peer that the draining is measured against.
import { execFileSync, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createDatabase, NODE_FLAGS, saleEvent } from './support.mjs';

const CLIENTS = 64;

function pgbench(url, args) {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base) : [];
  const found = versions.map((v) => join(base, v, 'bin', 'pgbench')).find((path) => existsSync(path));
  return execFileSync(found ?? 'pgbench', [...args, url], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The peer: TPC-B with as many branches as clients, so that none waits for another's branch. */
export async function openTpcB() {
  const database = await createDatabase();
  pgbench(database.url, ['-i', '-q', '-s', String(CLIENTS)]);
  return {
    /** Transactions a second, of six seconds. */
    round: () =>
      Number(
        /tps = ([\d.]+)/.exec(pgbench(database.url, ['-c', String(CLIENTS), '-j', '2', '-T', '6']))?.[1],
      ),
    close: () => database.drop(),
  };
}

/** Throws unless each of these shops has exactly so many sales, each awarded in the books, notices of them, and nothing left. */
export async function allJudged(db, shops, sales) {
  for (const { merchantId } of shops) {
    const found = await db.asMerchant(merchantId, async ({ trx }) => {
      const count = async (table) => Number((await trx(table).count())[0].count);
      return {
        sales: await count('sales'),
        awards: Number((await trx('transactions').where({ kind: 'award' }).count())[0].count),
        due: await count('inbox_due'),
        kept: await count('kept_events'),
        hasNotices: (await count('outbox')) > 0,
      };
    });
    const wanted = { sales, awards: sales, due: 0, kept: 0, hasNotices: true };
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      throw new Error(`shop ${merchantId}: ${JSON.stringify(found)}`);
  }
}

/** Puts that many sales of each shop in its inbox, of `phones` buyers; `pick` says whose each is. */
export async function fill(db, shops, salesAShop, phones = 2_000, pick = (i) => i) {
  for (const shop of shops) {
    for (let done = 0; done < salesAShop; done += 500) {
      const events = Array.from({ length: 500 }, (_, i) => saleEvent(pick(done + i), phones));
      const hash = (body) => createHash('sha256').update(body).digest().subarray(0, 16);
      await db.call('SELECT take_in(?::integer[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?, now())', [
        events.map(() => shop.merchantId),
        events.map(() => `msg_${randomBytes(10).toString('hex')}`),
        events.map(hash),
        events.map(() => shop.id),
        events.map(() => 'webhook'),
        events.join('\x1e'),
      ]);
    }
  }
}

/** Of all cores, since the machine started. */
const busySeconds = () =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + (user + nice + sys + irq) / 1000, 0);

/**
 * Drains the inboxes by that many worker processes: in how many seconds, and how many cores were busy meanwhile, PostgreSQL's
 * and the driver's share and whatever else runs included. Each reads one of `first` before the time begins, if there
 * are any: a worker that has been at it for a while has its code compiled. `atOnce`: how many shops a worker reads beside each
 * other; the product's reads up to four. `largestSet`: events a transaction, where not as many as the product takes of a backlog.
 */
export async function drain(url, key, shops, workers, { first = [], atOnce = 2, largestSet } = {}) {
  const children = [];
  for (let i = 0; i < workers; i++) {
    const child = fork(join(import.meta.dirname, 'worker.mjs'), { execArgv: NODE_FLAGS });
    child.send({
      url,
      key: key.toString('base64'),
      shops: shops.filter((_, j) => j % workers === i).map((s) => s.merchantId),
      first: first[i]?.merchantId ?? null,
      atOnce,
      largestSet,
    });
    await once(child, 'message');
    children.push(child);
  }
  const [started, busy] = [performance.now(), busySeconds()];
  for (const child of children) child.send('go');
  await Promise.all(children.map((child) => once(child, 'message')));
  const seconds = (performance.now() - started) / 1000;
  const cores = (busySeconds() - busy) / seconds;
  for (const child of children) child.kill();
  return { seconds, cores };
}
