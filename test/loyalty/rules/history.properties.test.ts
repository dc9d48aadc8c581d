import fc from 'fast-check';
import { DateTime } from 'luxon';
import { History } from '../../../src/loyalty/core/rules/history';
import type { Rule } from '../../../src/loyalty/core/rules/rule';
import type { Sale } from '../../../src/loyalty/core/sales/sale';
import type { Verdict } from '../../../src/loyalty/core/rules/verdict';
import { Zone } from '../../../src/loyalty/core/time/zone';
import { rule, zone } from '../../support/arbitrary-programs';
import { saleMade, totals, versionOf } from '../../support/judging';

interface Told {
  customer: string;
  sale: Sale;
  verdict: Verdict;
}

/** Sales of three customers, a few hours or days apart. */
const sales = fc
  .array(
    fc.record({
      customer: fc.constantFrom('ana', 'bia', 'caio'),
      hours: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 300 })),
      totalCents: fc.integer({ min: 1, max: 60_000 }),
      refunded: fc.constantFrom(0, 0, 0, 0.5, 1),
    }),
    { minLength: 20, maxLength: 200 },
  )
  .map((drawn) => {
    let at = Date.UTC(2026, 0, 20);
    return drawn.map(({ customer, hours, totalCents, refunded }) => {
      at += hours * 3_600_000;
      const refundedCents = Math.floor(totalCents * refunded);
      return { customer, sale: saleMade({ occurredAt: at, totalCents, refundedCents }) };
    });
  });

const program = fc.array(rule, { minLength: 1, maxLength: 5 });
const TIERS = {
  tiers: [
    { name: 'Prata', min_cents: 100_000 },
    { name: 'Ouro', min_cents: 300_000 },
  ],
};

function tell(rules: readonly Rule[], made: readonly Omit<Told, 'verdict'>[], where: string): Told[] {
  const history = new History(versionOf(rules, TIERS), Zone.of(where), () => ({
    birthday: '02-29',
    labels: ['vip'],
  }));
  return made.map(({ customer, sale }) => ({ customer, sale, verdict: history.add(customer, sale) }));
}

/** What a rule gave, in the unit of its limits: a voucher counts what it can be worth at most. */
function given(rules: readonly Rule[], index: number, { verdict }: Told): number {
  const granted = verdict.grants.find((one) => one.rule === index)?.quantity ?? 0;
  if (!verdict.vouchers.some((one) => one.rule === index)) return granted;
  const { benefit } = rules[index] ?? {};
  const voucher = benefit?.kind === 'stamp-card' ? benefit.then : benefit;
  if (voucher?.kind === 'voucher-fixed') return voucher.cents;
  return voucher?.kind === 'voucher-percent' ? (voucher.max_cents ?? 0) : 0;
}

function sums(told: readonly Told[], keyOf: (one: Told) => string, of: (one: Told) => number): number[] {
  const all = new Map<string, number>();
  for (const one of told) all.set(keyOf(one), (all.get(keyOf(one)) ?? 0) + of(one));
  return [...all.values()];
}

const FORMATS = { day: 'yyyy-MM-dd', week: 'kkkk-WW', month: 'yyyy-MM' } as const;

it('over any sales no limit of a day, a week or a month and no budget is ever passed', () => {
  let bound = 0;
  fc.assert(
    fc.property(program, sales, zone, (rules, made, where) => {
      const told = tell(rules, made, where);
      for (const [index, { limits = {} }] of rules.entries()) {
        const gave = (one: Told): number => given(rules, index, one);
        for (const period of ['day', 'week', 'month'] as const) {
          const most =
            limits[`max_cents_per_customer_${period}`] ?? limits[`max_points_per_customer_${period}`];
          if (most === undefined) continue;
          const key = ({ customer, sale }: Told): string =>
            `${customer} ${DateTime.fromMillis(sale.occurredAt, { zone: where }).toFormat(FORMATS[period])}`;
          const largest = Math.max(...sums(told, key, gave));
          expect(largest).toBeLessThanOrEqual(most);
          if (largest === most) bound += 1;
        }
        const budget = limits.budget_cents ?? Infinity;
        expect(Math.max(...sums(told, () => '', gave))).toBeLessThanOrEqual(budget);
      }
    }),
    { numRuns: 500 },
  );
  expect(bound).toBeGreaterThan(20);
});

it('cashback is never more than the sale it is for', () => {
  fc.assert(
    fc.property(program, sales, zone, (rules, made, where) => {
      for (const { verdict } of tell(rules, made, where))
        expect(totals(verdict).cashback).toBeLessThanOrEqual(verdict.baseCents);
    }),
    { numRuns: 100 },
  );
});

it('a card fills at every so many purchases that qualify, a customer’s own', () => {
  let filled = 0;
  fc.assert(
    fc.property(sales, zone, fc.integer({ min: 2, max: 6 }), (made, where, every) => {
      const rules: Rule[] = [
        {
          benefit: { kind: 'stamp-card', every, then: { kind: 'voucher-item', name: 'café' } },
          conditions: { min_cents: 20_000, min_inclusive: true },
        },
      ];
      const told = tell(rules, made, where);
      for (const customer of ['ana', 'bia', 'caio']) {
        const own = told.filter((one) => one.customer === customer);
        const qualifying = own.filter(({ sale }) => sale.totalCents - sale.refundedCents >= 20_000);
        const vouchers = own.filter(({ verdict }) => verdict.vouchers.length > 0);
        expect(vouchers).toEqual(qualifying.filter((_, i) => (i + 1) % every === 0));
        filled += vouchers.length;
      }
    }),
    { numRuns: 100 },
  );
  expect(filled).toBeGreaterThan(50);
});

it('first, Nth, days away and tier are what counting by hand comes to', () => {
  const rules: Rule[] = [
    { benefit: { kind: 'points-fixed', points: 1 }, conditions: { first_purchase: true } },
    { benefit: { kind: 'points-fixed', points: 1 }, conditions: { nth_purchase: 3 } },
    { benefit: { kind: 'points-fixed', points: 1 }, conditions: { inactive_days: 5 } },
    { benefit: { kind: 'points-fixed', points: 1 }, conditions: { tier: 'Prata' } },
    { benefit: { kind: 'points-fixed', points: 1 }, conditions: { tier: 'Ouro' } },
  ];
  fc.assert(
    fc.property(sales, zone, (made, where) => {
      const told = tell(rules, made, where);
      for (const [i, { customer, sale, verdict }] of told.entries()) {
        if (verdict.baseCents === 0) continue;
        const before = told
          .slice(0, i)
          .filter((one) => one.customer === customer && one.verdict.baseCents > 0)
          .map((one) => ({ at: one.sale.occurredAt, cents: one.verdict.baseCents }));
        const day = (at: number): DateTime => DateTime.fromMillis(at, { zone: where }).startOf('day');
        const last = before.at(-1);
        const year = day(sale.occurredAt).minus({ years: 1 }).toMillis();
        const bought = before.filter(({ at }) => at >= year).reduce((sum, { cents }) => sum + cents, 0);
        expect(verdict.trace.map(({ fired }) => fired)).toEqual([
          before.length === 0,
          before.length === 2,
          last !== undefined && day(sale.occurredAt).diff(day(last.at), 'days').days >= 5,
          bought >= 100_000 && bought < 300_000,
          bought >= 300_000,
        ]);
      }
    }),
    { numRuns: 100 },
  );
});
