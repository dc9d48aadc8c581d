import { randomUUID } from 'node:crypto';
import type { Database, Work } from '../../src/db';
import type { Binding } from '../../src/db/rows';
import type { Rule } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { START, databaseThrough, suiteDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';

const EVENTS = 300;
/** So few of all that a shop has that nobody would read the whole for them. */
const HANDFUL = 20;

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
  { benefit: { kind: 'voucher-fixed', cents: 300 }, conditions: { min_cents: 100, min_inclusive: true } },
];

const test = suiteDatabase();

interface Statement {
  sql: string;
  bindings: readonly Binding[] | undefined;
}

/** The database, and each statement that was sent by it. */
function recorded(): { db: Database; sent: Statement[] } {
  const sent: Statement[] = [];
  const db = databaseThrough(test.db, (work) => ({
    ...work,
    send: (sql, bindings) => {
      sent.push({ sql, bindings });
      return work.send(sql, bindings);
    },
  }));
  return { db, sent };
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Join Filter'?: string;
  Filter?: string;
  Plans?: Plan[];
}

/** The plan of a statement; null of what has none. What it sets for the transaction is set. */
async function planOf(work: Work, { sql, bindings }: Statement): Promise<Plan | null> {
  if (sql.startsWith('SELECT set_config')) await work.send(sql, bindings);
  if (!/^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)/i.test(sql)) return null;
  const [row] = await work.send<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`EXPLAIN (FORMAT JSON) ${sql}`, bindings);
  return row?.['QUERY PLAN'][0].Plan ?? null;
}

/** What is done again for each row of another: compared with each of its rows, or found among all rows of the shop. */
function repeated(plan: Plan, isInner = false): Plan[] {
  const isLoop = plan['Node Type'] === 'Nested Loop';
  const readsShop = plan.Filter !== undefined && plan['Index Cond']?.includes(' AND ') === false;
  const own = plan['Join Filter'] !== undefined || (isInner && readsShop) ? [plan] : [];
  return [...own, ...(plan.Plans ?? []).flatMap((part, i) => repeated(part, isInner || (isLoop && i === 1)))];
}

/** What grows with the shop's years. */
const GROWING = new Set([
  'customers',
  'lots',
  'lot_uses',
  'outbox',
  'postings',
  'sales',
  'transactions',
  'vouchers',
]);

/** What is read of all that the shop has of something, but by an index that has nothing in it. */
const wholesBut =
  (empty: ReadonlySet<string>) =>
  (plan: Plan): Plan[] => {
    if (plan['Node Type'] === 'Limit') return [];
    const isGrowing = GROWING.has(plan['Relation Name'] ?? '') && !empty.has(plan['Index Name'] ?? '');
    const isWhole = isGrowing && plan['Index Cond']?.includes(' AND ') !== true;
    const own = isWhole && !plan['Node Type'].startsWith('ModifyTable') ? [plan] : [];
    return [...own, ...(plan.Plans ?? []).flatMap(wholesBut(empty))];
  };

/** Indexes of some rows alone, of which there is none, as the planner knows. */
async function emptyIndexes(work: Work): Promise<ReadonlySet<string>> {
  const rows = await work.send<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid
     WHERE indpred IS NOT NULL AND reltuples <= 0`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function openNewShop(): Promise<{
  shop: number;
  sell: (count: number, name: string, change?: object) => Promise<void>;
}> {
  const shop = await openShop(test.db, RULES);
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  const { id: connectionId } = await test.db.asMerchant(shop, (work) => createConnection(work, wish));
  const sell = async (count: number, name: string, change: object = {}): Promise<void> => {
    const intake = new Intake(test.db, test.clock, test.doorbell);
    const arrivals = Array.from({ length: count }, (_, i) => {
      const customer = { name: 'Ana', phone: `+55119${String(88_880_000 + i)}` };
      const sale = { ...goldenSale(), uniqueIdentifier: `${name} ${i}`, customer, ...change };
      const deliveryId = randomUUID();
      return intake.add({
        merchantId: shop,
        connectionId,
        deliveryId,
        source: 'pull',
        body: JSON.stringify(sale),
      });
    });
    await Promise.all(arrivals);
  };
  return { shop, sell };
}

/** Every statement by which what waits of a shop is read, with what its plan should not do. */
async function readExplained(shop: number, reads = repeated): Promise<[sql: string, reads: Plan[]][]> {
  const { db, sent } = recorded();
  await readInbox(db, shop, test.logger, FULL_PACE);
  return test.db.asMerchant(shop, async (work) => {
    const found: [string, Plan[]][] = [];
    for (const statement of sent) {
      const plan = await planOf(work, statement);
      found.push([statement.sql, plan === null ? [] : reads(plan)]);
    }
    return found;
  });
}

/** New sales of new customers, the same sales cancelled, and others of the same customers. */
const SETS = [
  ['first', {}],
  ['first', { isCanceled: true, updatedAt: new Date(START + 2 * 3_600_000).toISOString() }],
  ['second', {}],
] as const;

beforeEach(() => test.clock.set(START));

it('no statement of a set compares each of its rows with each, or reads the shop for each', async () => {
  const { shop, sell } = await openNewShop();
  for (const [name, change] of SETS.filter(([, of]) => !('isCanceled' in of))) {
    await sell(EVENTS, name, change);
    const statements = await readExplained(shop);
    expect(statements.length).toBeGreaterThan(5);
    for (const [sql, reads] of statements) expect([sql, reads]).toEqual([sql, []]);
  }
});

it('nor where the planner knows of other shops alone', async () => {
  const old = await openNewShop();
  await old.sell(4 * EVENTS, 'old');
  await readInbox(test.db, old.shop, test.logger, FULL_PACE);
  await test.db.asMerchant(old.shop, async (work) => {
    for (const sql of ['RESET ROLE', 'ANALYZE', 'SET ROLE smartbis_app']) await work.send(sql);
  });
  const { shop, sell } = await openNewShop();
  for (const [name, change] of SETS) {
    await sell(EVENTS, name, change);
    for (const [sql, reads] of await readExplained(shop)) expect([sql, reads]).toEqual([sql, []]);
  }
});

it('nor is all that a shop has read where the planner knows it well', async () => {
  const { shop, sell } = await openNewShop();
  await sell(4 * EVENTS, 'old');
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  const empty = await test.db.asMerchant(shop, async (work) => {
    for (const sql of ['RESET ROLE', 'ANALYZE', 'SET ROLE smartbis_app']) await work.send(sql);
    return emptyIndexes(work);
  });
  for (const [name, change] of SETS) {
    await sell(HANDFUL, name, change);
    for (const [sql, reads] of await readExplained(shop, wholesBut(empty)))
      expect([sql, reads]).toEqual([sql, []]);
  }
});
