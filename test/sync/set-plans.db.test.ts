import { randomUUID } from 'node:crypto';
import type { Database, Work } from '../../src/db';
import type { Binding } from '../../src/db/rows';
import type { Rule } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../../src/sync/inbox';
import { Intake } from '../../src/sync/intake';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';

const EVENTS = 300;

/** Something of all that a set may have to look up. */
const RULES: Rule[] = [
  { ...percent(500), limits: { max_cents_per_customer_month: 20_000, budget_cents: 100_000 } },
  { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 }, validity: { rolling_days: 180 } },
  {
    benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 1_500 } },
    conditions: { min_cents: 100, min_inclusive: true },
  },
  { benefit: { kind: 'points-fixed', points: 100 }, conditions: { first_purchase: true, birthday: 'month' } },
  { benefit: { kind: 'voucher-fixed', cents: 500 }, conditions: { inactive_days: 30, labels: ['vip'] } },
];

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

interface Statement {
  sql: string;
  bindings: readonly Binding[] | undefined;
}

/** The database, and each statement that was sent by it. */
function recorded(): { db: Database; sent: Statement[] } {
  const sent: Statement[] = [];
  const noting = (work: Work): Work => ({
    ...work,
    send: (sql, bindings) => {
      sent.push({ sql, bindings });
      return work.send(sql, bindings);
    },
  });
  const db: Database = {
    call: (...given) => test.db.call(...given),
    snapshot: (id, body) => test.db.snapshot(id, (work) => body(noting(work))),
    asMerchant: (id, body) => test.db.asMerchant(id, (work) => body(noting(work))),
    close: () => Promise.resolve(),
  };
  return { db, sent };
}

interface Plan {
  'Node Type': string;
  'Join Filter'?: string;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The plan of a statement; null of what has none. What it sets for the transaction is set. */
async function planOf(work: Work, { sql, bindings }: Statement): Promise<Plan | null> {
  if (sql.startsWith('SELECT set_config')) await work.send(sql, bindings);
  if (!/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(sql)) return null;
  const [row] = await work.send<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${sql}`, bindings);
  return row?.['QUERY PLAN'][0].Plan ?? null;
}

it('no statement of a set compares each of its rows with each', async () => {
  test.clock.set(START);
  const shop = await openShop(test.db, RULES);
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  const { id: connectionId } = await test.db.asMerchant(shop, (work) => createConnection(work, wish));
  const takeIn = async (change: object): Promise<void> => {
    const intake = new Intake(test.db, test.clock, test.doorbell);
    const sales = Array.from({ length: EVENTS }, (_, i) => ({
      ...goldenSale(),
      uniqueIdentifier: randomUUID(),
      customer: { name: 'Ana', phone: `+55119${String(88_880_000 + i)}` },
      ...change,
    }));
    await Promise.all(
      sales.map((sale, i) =>
        intake.add({
          merchantId: shop,
          connectionId,
          deliveryId: `${randomUUID()}-${i}`,
          source: 'pull',
          body: JSON.stringify(sale),
        }),
      ),
    );
  };
  // Of new customers, and of those who are known.
  for (const change of [{}, { totalAmount: 77 }]) {
    await takeIn(change);
    const { db, sent } = recorded();
    await readInbox(db, shop, test.logger, FULL_PACE);
    expect(sent.length).toBeGreaterThan(10);
    await test.db.asMerchant(shop, async (work) => {
      for (const statement of sent) {
        const plan = await planOf(work, statement);
        const each = plan === null ? [] : nodesOf(plan).filter((node) => node['Join Filter'] !== undefined);
        expect([statement.sql, each]).toEqual([statement.sql, []]);
      }
    });
  }
  expect(await test.db.asMerchant(shop, async (work) => (await work.trx('sales').count())[0])).toEqual({
    count: 2 * EVENTS,
  });
});
