import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { createDatabase } from '../support/postgres';
import { available, campaign, PHONES, Sending } from '../support/sending';
import { requiredService } from '../support/services';
import { openShop } from '../support/shop';

const CHILD = join(__dirname, '..', 'support', 'sending-child.mjs');
const BOUNDARIES = [
  'claim-uncommitted',
  'claim-committed',
  'claimed',
  'recheck-uncommitted',
  'recheck-committed',
  'before-send',
  'delivered',
  'answered',
  'asked',
  'record-uncommitted',
  'record-committed',
] as const;
const KILLS = 50;
/** Longer than a claim lasts, so that what the killed process had taken is taken up again. */
const LATER_MS = 200_000;

let test: TestDatabase;
let network: Client;
let own: Awaited<ReturnType<typeof createDatabase>>;
let sending: Sending;

beforeAll(async () => {
  test = await openTestDatabase();
  own = await createDatabase(requiredService('TEST_DATABASE_URL'));
  network = new Client(own.url);
  await network.connect();
  await network.query(`CREATE SCHEMA network;
    CREATE TABLE network.delivered (seq bigserial, id text, chat text, body text);
    CREATE TABLE network.tries (id text PRIMARY KEY, count integer NOT NULL DEFAULT 1)`);
  sending = new Sending(test, await openShop(test.db));
});
afterAll(async () => {
  await network.end();
  await own.drop();
  await test.close();
});

/** One process over what is due; resolves with how it ended. */
async function run(boundary: string, after: number, offset: number): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CHILD], {
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: test.url ?? '',
      NETWORK: own.url,
      SHOP: String(sending.shop),
      BOUNDARY: boundary,
      AFTER: String(after),
      OFFSET: String(offset),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal ?? code;
}

const count = async (sql: string): Promise<number> =>
  Number((await network.query<{ count: string }>(sql)).rows[0]?.count);

const open = (): Promise<number> =>
  test.db.asMerchant(sending.shop, async (work) => {
    const rows = await work.trx('outbox').whereNull('settled_at').count();
    return Number(rows[0]?.['count']);
  });

it(`${KILLS} kills at every boundary of sending: no marketing twice, nothing that is owed lost`, async () => {
  // A weekday's morning in São Paulo, whatever the day: marketing must be allowed to go.
  const morning = Date.parse('2026-11-24T09:30:00-03:00') - Date.now();
  let offset = morning;
  let killed = 0;
  const owed: string[] = [];
  for (let round = 0; killed < KILLS; round++) {
    test.clock.set(Date.now() + offset);
    for (let i = 0; i < 4; i++) {
      const n = round * 4 + i;
      const phone = PHONES[n % PHONES.length] ?? '';
      // Every other one is a stranger at first.
      const customer =
        n < PHONES.length && n % 2 === 0 ? await sending.known(phone) : await sending.customer(phone);
      await sending.notify(customer, `sale ${round} ${i}`, available(n + 1));
      await sending.notify(customer, `campaign ${round} ${i}`, campaign(`oferta ${round} ${i}.`));
      owed.push(`sale ${round} ${i}`);
    }
    const boundary = BOUNDARIES[round % BOUNDARIES.length] ?? '';
    if ((await run(boundary, Math.floor(round / BOUNDARIES.length) % 3, offset)) === 'SIGKILL') killed += 1;
    offset += LATER_MS;
    expect(round).toBeLessThan(KILLS * 3);
  }
  // What is left goes out undisturbed, as time passes.
  for (let i = 0; i < 40 && (await open()) > 0; i++) {
    expect(await run('none', 0, offset)).toBe(0);
    offset += LATER_MS;
  }
  const rows = await test.db.asMerchant(sending.shop, (work) =>
    work.trx('outbox').select('id', 'priority', 'state', 'reason', 'cause'),
  );
  const marketing = rows.filter(({ priority }: { priority: number }) => priority === 20);
  const transactional = rows.filter(({ priority }: { priority: number }) => priority === 10);
  const delivered = new Set(
    (await network.query<{ id: string }>('SELECT DISTINCT id FROM network.delivered')).rows.map(
      ({ id }) => id,
    ),
  );
  const ids = marketing.map(({ id }: { id: string }) => `'${id}'`).join(',');
  const doubled = await count(
    `SELECT count(*) FROM (SELECT id FROM network.delivered WHERE id IN (${ids}) GROUP BY id HAVING count(*) > 1) AS twice`,
  );
  const lost = transactional.filter(({ id }: { id: string }) => !delivered.has(id));
  expect({ killed, doubled, lost: lost.length }).toEqual({ killed: KILLS, doubled: 0, lost: 0 });
  expect(transactional).toHaveLength(owed.length);
  // Every row has come to an end that is true: sent only if it was delivered, unknown only where nobody could tell.
  const ended = new Set(rows.map(({ state }: { state: string }) => state));
  expect([...ended].filter((state) => !['sent', 'unknown', 'suppressed'].includes(state))).toEqual([]);
  expect(
    rows.filter(({ state, id }: { state: string; id: string }) => state === 'sent' && !delivered.has(id)),
  ).toEqual([]);
}, 1_800_000);
