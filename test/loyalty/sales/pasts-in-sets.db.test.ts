import fc from 'fast-check';
import { applySales, changeSettings, checkBooks, type Rule, type Sale } from '../../../src/loyalty';
import { ruleSchema } from '../../../src/loyalty/core/rules/rule';
import { ruleOfCents } from '../../support/arbitrary-programs';
import { START, suiteDatabase } from '../../support/database';
import { ANA, BIA, openShop, saleOf } from '../../support/shop';

const HOUR = 3_600_000;
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const RUNS = REAL ? 20 : 4;
const REPORTS = 40;

const test = suiteDatabase();

const report = fc.record({
  phone: fc.constantFrom(ANA, BIA),
  totalCents: fc.integer({ min: 1, max: 160 }),
  hours: fc.integer({ min: 0, max: 40 }),
  method: fc.constantFrom('pix' as const, 'credit' as const),
  /** Of which sale before it that is a refund, and how many percent of it; often it is a sale of its own. */
  refunds: fc.option(fc.tuple(fc.nat(99), fc.integer({ min: 0, max: 100 })), { freq: 2 }),
  /** How many reports its set has, where it begins one. */
  set: fc.integer({ min: 1, max: 9 }),
});
/** Of drawn rules there may be none that fires and is counted. */
const COUNTED = ruleSchema.parse({
  benefit: { kind: 'cashback-percent', bps: 1000 },
  limits: { max_cents_per_customer_day: 20, budget_cents: 200 },
});

const story = fc.record({
  rules: fc.array(ruleOfCents, { minLength: 3, maxLength: 6 }).map((drawn) => [COUNTED, ...drawn]),
  reports: fc.array(report, { minLength: REPORTS, maxLength: REPORTS }),
});
type Drawn = typeof story extends fc.Arbitrary<infer Story> ? Story : never;

/** The reports in the order of their arrival; a sale may be told of after later ones. */
function written(drawn: Drawn['reports']): Sale[] {
  let at = START;
  const told = new Map<string, Sale>();
  return drawn.map(({ phone, totalCents, hours, method, refunds }, i) => {
    at += HOUR;
    const of = refunds === null ? undefined : [...told.values()].at(refunds[0] % Math.max(1, told.size));
    const sale =
      of === undefined
        ? saleOf({ phone, totalCents, method, occurredAt: at + hours * HOUR, updatedAt: at })
        : { ...of, refundedCents: Math.floor((of.totalCents * refunds![1]) / 100), updatedAt: at + i };
    told.set(sale.externalId, sale);
    return sale;
  });
}

/** Of one sale a set has one report: of more of them only the last would be judged. */
function inSets(reports: readonly Sale[], drawn: Drawn['reports']): Sale[][] {
  const sets: Sale[][] = [];
  let room = 0;
  for (const [i, one] of reports.entries()) {
    if (room === 0 || sets.at(-1)?.some(({ externalId }) => externalId === one.externalId)) {
      sets.push([]);
      room = drawn.at(i)!.set;
    }
    sets.at(-1)!.push(one);
    room -= 1;
  }
  return sets;
}

/** What a shop with these rules has after these sets: each sale's past and stand, what is counted, what was given. */
async function after(rules: readonly Rule[], sets: readonly (readonly Sale[])[]) {
  test.clock.set(START);
  const shop = await openShop(test.db, rules);
  const tiers = [
    { name: 'Prata', min_cents: 300 },
    { name: 'Ouro', min_cents: 900 },
  ];
  await test.db.asMerchant(shop, (work) =>
    changeSettings(work, { settings: { tiers }, by: null, key: 'tiers' }),
  );
  test.clock.set(START + 100 * 24 * HOUR);
  for (const set of sets) await test.db.asMerchant(shop, (work) => applySales(work, set));
  // A correction gives back what others may have used up of a budget since: that is told, of both.
  const { faults } = await test.db.snapshot(shop, checkBooks);
  return test.db.asMerchant(shop, async ({ trx }) => ({
    faults: faults.map(({ check, about, detail }) => ({ check, about, detail })),
    sales: await trx('sales')
      .orderBy('id')
      .select('id', 'past', 'cashback_cents', 'points', 'refunded_cents'),
    counters: await trx('rule_counters as c')
      .leftJoin('customer_identities as i', 'i.customer_id', 'c.customer_id')
      .whereNot('c.quantity', 0)
      .orderBy(['c.rule_id', 'c.period', 'i.value'])
      .select('c.rule_id', 'c.period', 'i.value', 'c.quantity'),
    balances: await trx('balances as b')
      .join('customer_identities as i', 'i.customer_id', 'b.customer_id')
      .orderBy(['b.asset', 'i.value'])
      .select('b.asset', 'i.value', 'b.quantity', 'b.debt'),
    vouchers: await trx('vouchers')
      .orderBy(['sale_id', 'rule_id', 'state'])
      .select('sale_id', 'rule_id', 'state'),
  }));
}

it('sales judged in sets meet the pasts that they meet one by one, and end the same', async () => {
  let [smaller, pasts, counters] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(story, async ({ rules, reports: drawn }) => {
      const reports = written(drawn);
      const sets = inSets(reports, drawn);
      const alone = await after(
        rules,
        reports.map((one) => [one]),
      );
      expect(await after(rules, sets)).toEqual(alone);
      smaller += reports.length - sets.length;
      pasts += alone.sales.filter(({ past }: { past: unknown }) => past !== null).length;
      counters += alone.counters.length;
      const others = alone.faults.filter(({ check }) => check !== 'no budget is exceeded');
      expect(others).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(smaller).toBeGreaterThan(RUNS * 10);
  expect(pasts).toBeGreaterThan(RUNS);
  expect(counters).toBeGreaterThan(RUNS);
}, 1_800_000);
