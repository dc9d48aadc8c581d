import fc from 'fast-check';
import { MAX_GRANT } from '../../src/loyalty/core/evaluate/limits';
import { add, divideHalfUp, multiply, quotient, remainder } from '../../src/loyalty/core/exact';
import { ASSETS, MAX_SALE_CENTS, type Asset } from '../../src/loyalty/core/money';
import { ruleSchema, type Rule } from '../../src/loyalty/core/rule';
import type { Sale } from '../../src/loyalty/core/sale';
import type { Verdict } from '../../src/loyalty/core/verdict';
import { judgeOf, saleMade, totals } from '../support/judging';

const amount = fc.oneof(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: MAX_SALE_CENTS }));
const cashback = fc.oneof(
  fc.record({ kind: fc.constant('cashback-percent'), bps: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('cashback-fixed'), cents: amount }),
);
const points = fc.oneof(
  fc.record({
    kind: fc.constant('points-per-amount'),
    points: fc.integer({ min: 1, max: 50 }),
    per_cents: fc.integer({ min: 1, max: 10_000 }),
  }),
  fc.record({ kind: fc.constant('points-fixed'), points: fc.integer({ min: 1, max: 1_000_000 }) }),
);
const multiplier = fc.record({
  kind: fc.constant('multiplier'),
  asset: fc.constantFrom(...ASSETS),
  times_x100: fc.oneof(fc.constantFrom(150, 200, 300), fc.integer({ min: 101, max: 10_000 })),
});

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const ordering = {
  stack: maybe(fc.constantFrom('add', 'best')),
  order: maybe(fc.integer({ min: 0, max: 3 })),
};
const conditions = fc.record(
  {
    min_cents: amount,
    min_inclusive: fc.boolean(),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 7 }),
    payment_methods: fc.constantFrom(['pix'], ['pix', 'debit'], ['credit']),
  },
  { requiredKeys: ['min_cents', 'min_inclusive'] },
);
const rule = fc
  .oneof(
    { weight: 3, arbitrary: fc.record({ benefit: cashback, limit: maybe(amount) }) },
    {
      weight: 3,
      arbitrary: fc.record({ benefit: points, limit: maybe(fc.integer({ min: 1, max: 1_000_000 })) }),
    },
    { weight: 1, arbitrary: fc.record({ benefit: multiplier, limit: fc.constant(undefined) }) },
  )
  .chain(({ benefit, limit }) =>
    fc.record({ ...ordering, conditions: maybe(conditions) }).map((rest) => {
      const name = benefit.kind.startsWith('cashback') ? 'max_cents_per_sale' : 'max_points_per_sale';
      return ruleSchema.parse({
        ...rest,
        benefit,
        ...(limit === undefined ? {} : { limits: { [name]: limit } }),
      });
    }),
  );
const rules = fc.array(rule, { minLength: 1, maxLength: 8 });

const sale = fc
  .record({
    totalCents: amount,
    occurredAt: fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) }),
    method: fc.constantFrom('pix', 'credit', null),
    returned: fc.double({ min: 0, max: 1, noNaN: true }),
    paidByVoucher: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ returned, paidByVoucher, ...rest }): Sale =>
    saleMade({
      ...rest,
      method: rest.method as Sale['method'],
      refundedCents: Math.floor(rest.totalCents * returned * returned),
      voucherCents: Math.floor(rest.totalCents * paidByVoucher * paidByVoucher),
    }),
  );

const assetOf = ({ benefit }: Rule): Asset =>
  benefit.kind === 'multiplier' ? benefit.asset : benefit.kind.startsWith('cashback') ? 'cashback' : 'points';
const limitOf = ({ limits }: Rule): number =>
  limits?.max_cents_per_sale ?? limits?.max_points_per_sale ?? MAX_GRANT;
const best = ({ stack }: Rule): boolean => stack === 'best';
const largest = (values: bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b), 0n);

/** The sum by the definition alone: every quantity over one denominator that all of them divide. */
function expected(asset: Asset, all: readonly Rule[], verdict: Verdict): number {
  const firing = all.filter((one, i) => assetOf(one) === asset && verdict.trace[i]?.fired);
  const times = firing.flatMap((one) =>
    one.benefit.kind === 'multiplier' ? [{ best: best(one), x100: BigInt(one.benefit.times_x100) }] : [],
  );
  const top = largest(times.filter((one) => one.best).map(({ x100 }) => x100));
  const counting = [...times.filter((one) => !one.best).map(({ x100 }) => x100), ...(top > 0n ? [top] : [])];
  const product = counting.reduce((a, b) => a * b, 1n);
  const scale = 100n ** BigInt(counting.length);
  const denominator = 10_000n * scale;
  const base = BigInt(verdict.baseCents);
  const limited = firing
    .filter(({ benefit }) => benefit.kind !== 'multiplier')
    .map((one) => {
      const { benefit } = one;
      const limit = BigInt(Math.min(limitOf(one), MAX_GRANT)) * denominator;
      let value = 0n;
      if (benefit.kind === 'cashback-percent') value = base * BigInt(benefit.bps) * product;
      if (benefit.kind === 'points-per-amount')
        value = (base / BigInt(benefit.per_cents)) * BigInt(benefit.points) * product * 10_000n;
      if (benefit.kind === 'cashback-fixed') value = BigInt(benefit.cents) * denominator;
      if (benefit.kind === 'points-fixed') value = BigInt(benefit.points) * denominator;
      return { best: best(one), value: value < limit ? value : limit };
    });
  const kept = [
    ...limited.filter((one) => !one.best).map(({ value }) => value),
    largest(limited.filter((one) => one.best).map(({ value }) => value)),
  ];
  const sum = kept.reduce((a, b) => a + b, 0n);
  const most = asset === 'cashback' ? base * denominator : sum;
  return Number((2n * (sum < most ? sum : most) + denominator) / (2n * denominator));
}

it('the award is the exact sum of what fired, rounded once', () => {
  fc.assert(
    fc.property(rules, sale, (all, made) => {
      const verdict = judgeOf(all)(made);
      for (const asset of ASSETS) expect(totals(verdict)[asset]).toBe(expected(asset, all, verdict));
    }),
    { numRuns: 1000 },
  );
});

it('the parts of the trace add up to the grants; none is negative or over its limit', () => {
  fc.assert(
    fc.property(rules, sale, (all, made) => {
      const { grants, trace, baseCents } = judgeOf(all)(made);
      expect(baseCents).toBe(Math.max(0, made.totalCents - made.refundedCents - made.voucherCents));
      expect(trace.map((one) => one.rule)).toEqual(all.map((_, i) => i));
      const granted = new Map(grants.map((grant) => [grant.rule, grant.quantity]));
      expect(granted.size).toBe(grants.length);
      for (const [i, one] of all.entries()) {
        const rounded = trace[i]?.steps?.find(({ step }) => step === 'round')?.after ?? 0;
        expect(granted.get(i) ?? 0).toBe(rounded);
        expect(rounded).toBeGreaterThanOrEqual(0);
        expect(rounded).toBeLessThanOrEqual(limitOf(one));
      }
    }),
    { numRuns: 500 },
  );
});

it('of the benefits marked best at most one of an asset is granted', () => {
  fc.assert(
    fc.property(rules, sale, (all, made) => {
      const { grants } = judgeOf(all)(made);
      const marked = grants.filter((grant) => all.some((one, i) => i === grant.rule && best(one)));
      expect(new Set(marked.map(({ asset }) => asset)).size).toBe(marked.length);
    }),
  );
});

it('the order in which rules stand does not matter, but for rules of one order', () => {
  fc.assert(
    fc.property(rules, sale, fc.infiniteStream(fc.nat()), (all, made, dice) => {
      const keyed = all.map((one, i) => ({ one: { ...one, order: i }, key: dice.next().value as number }));
      const shuffled = [...keyed].sort((a, b) => a.key - b.key).map(({ one }) => one);
      const byOrder = (written: Rule[]): unknown =>
        judgeOf(written)(made)
          .grants.map(({ rule: index, ...grant }) => ({ order: written[index]?.order, ...grant }))
          .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
      expect(byOrder(shuffled)).toEqual(byOrder(keyed.map(({ one }) => one)));
      expect(totals(judgeOf(shuffled)(made))).toEqual(totals(judgeOf(all)(made)));
    }),
  );
});

it('a refund never earns anything where no rule has a maximum, and a full one takes all', () => {
  fc.assert(
    fc.property(rules, sale, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (all, made, cuts) => {
      const judge = judgeOf(all);
      const refunds = [0, ...cuts.map((cut) => Math.floor(cut * made.totalCents)), made.totalCents];
      const stood = refunds
        .sort((a, b) => a - b)
        .map((refundedCents) => totals(judge({ ...made, refundedCents })));
      for (const [i, { cashback: now, points: then }] of stood.entries()) {
        expect(now).toBeLessThanOrEqual(stood[i - 1]?.cashback ?? Infinity);
        expect(then).toBeLessThanOrEqual(stood[i - 1]?.points ?? Infinity);
      }
      expect(stood.at(-1)).toEqual({ cashback: 0, points: 0 });
    }),
  );
});

it('the same sale has the same verdict, whatever was judged between', () => {
  fc.assert(
    fc.property(rules, sale, sale, (all, made, other) => {
      const judge = judgeOf(all);
      const first = structuredClone(judge(made));
      judge(other);
      expect(judge(made)).toEqual(first);
      expect(judgeOf(structuredClone(all))(structuredClone(made))).toEqual(first);
    }),
  );
});

it('whole numbers are exact at any size', () => {
  const whole = fc.oneof(fc.maxSafeNat(), fc.nat(), fc.bigInt({ min: 0n, max: 10n ** 30n }));
  fc.assert(
    fc.property(whole, whole, (a, b) => {
      const [x, y] = [BigInt(a), BigInt(b)];
      expect(BigInt(multiply(a, b))).toBe(x * y);
      expect(BigInt(add(a, b))).toBe(x + y);
      if (y === 0n) return;
      expect(BigInt(quotient(a, b))).toBe(x / y);
      expect(BigInt(remainder(a, b))).toBe(x % y);
      expect(BigInt(divideHalfUp(a, b))).toBe((2n * x + y) / (2n * y));
    }),
    { numRuns: 1000 },
  );
});
