import fc from 'fast-check';
import { MAX_GRANT } from '../../../src/loyalty/core/rules/evaluate/limits';
import { add, divideHalfUp, multiply, quotient, remainder, subtract } from '../../../src/loyalty/core/exact';
import { ASSETS } from '../../../src/loyalty/core/money';
import { settingsSchema, type Rule } from '../../../src/loyalty/core/rules/rule';
import { pastAt, rules, rulesOfItems, sale, zone } from '../../support/arbitrary-programs';
import { judgeOf, pastWritten, totals } from '../../support/judging';
import { expectedOf, floor } from '../../support/reference-judge';

const limitOf = ({ limits }: Rule): number =>
  limits?.max_cents_per_sale ?? limits?.max_points_per_sale ?? MAX_GRANT;
const best = ({ stack }: Rule): boolean => stack === 'best';
const rounding = fc.constantFrom('half-up' as const, 'down' as const);

/** A sale of a customer with any past, in any zone. */
const situation = fc
  .tuple(sale, zone)
  .chain(([made, where]) =>
    fc.record({ sale: fc.constant(made), zone: fc.constant(where), past: pastAt(made.occurredAt) }),
  );

it('the verdict is what the description alone comes to', () => {
  let [fired, given] = [0, 0];
  fc.assert(
    fc.property(rules, situation, rounding, (all, met, points_rounding) => {
      const wanted = expectedOf(all, settingsSchema.parse({ points_rounding }), met);
      const verdict = judgeOf(all, met.zone, { points_rounding })(met.sale, met.past);
      expect(verdict.trace.filter((one) => one.fired).map((one) => one.rule)).toEqual(
        wanted.fired.sort((a, b) => a - b),
      );
      expect(totals(verdict)).toEqual(wanted.totals);
      expect(verdict.vouchers.map((one) => one.rule)).toEqual(wanted.vouchers);
      for (const { rule, quantity } of verdict.grants) {
        const value = floor(wanted.values.get(rule) ?? [0n, 1n]);
        expect([value, value + 1]).toContain(quantity);
      }
      fired += wanted.fired.length;
      given += verdict.grants.length + verdict.vouchers.length;
    }),
    { numRuns: 3000 },
  );
  // The sales and programs that are drawn do meet each other.
  expect(fired).toBeGreaterThan(2000);
  expect(given).toBeGreaterThan(1000);
});

it('what some items gave is multiplied exactly', () => {
  fc.assert(
    fc.property(rulesOfItems, situation, (all, met) => {
      const wanted = expectedOf(all, settingsSchema.parse({}), met);
      expect(totals(judgeOf(all, met.zone)(met.sale, met.past))).toEqual(wanted.totals);
    }),
    { numRuns: 2000 },
  );
});

it('the parts of the trace add up to the grants; none is negative or over its limit', () => {
  fc.assert(
    fc.property(rules, situation, (all, { sale: made, past, zone: where }) => {
      const { grants, trace, baseCents } = judgeOf(all, where)(made, past);
      expect(baseCents).toBe(Math.max(0, made.totalCents - made.refundedCents - made.voucherCents));
      expect(trace.map((one) => one.rule)).toEqual(all.map((_, i) => i));
      const granted = new Map(grants.map((grant) => [grant.rule, grant.quantity]));
      expect(granted.size).toBe(grants.length);
      for (const [i, one] of all.entries()) {
        const rounded = trace[i]?.steps?.find(({ step }) => step === 'round')?.after ?? 0;
        expect(granted.get(i) ?? 0).toBe(rounded);
        expect(rounded).toBeGreaterThanOrEqual(0);
        expect(rounded).toBeLessThanOrEqual(limitOf(one));
        expect(trace[i]?.fired).toBe(trace[i]?.miss === undefined);
      }
    }),
    { numRuns: 500 },
  );
});

it('cashback is never more than the qualifying base, whatever the rules', () => {
  fc.assert(
    fc.property(rules, situation, (all, { sale: made, past, zone: where }) => {
      const verdict = judgeOf(all, where)(made, past);
      expect(totals(verdict).cashback).toBeLessThanOrEqual(verdict.baseCents);
    }),
    { numRuns: 500 },
  );
});

it('what is counted is what was given, of rules that have to count', () => {
  fc.assert(
    fc.property(rules, situation, (all, { sale: made, past, zone: where }) => {
      const { grants, vouchers, counts } = judgeOf(all, where)(made, past);
      for (const { rule, stamps, given } of counts) {
        const { benefit, limits } = all[rule] ?? {};
        expect(stamps).toBe(benefit?.kind === 'stamp-card' ? 1 : 0);
        const granted = grants.find((one) => one.rule === rule)?.quantity;
        expect(given).toBe(granted ?? given);
        expect(given === 0 || [...grants, ...vouchers].some((one) => one.rule === rule)).toBe(true);
        const budget = limits?.budget_cents ?? Infinity;
        const before = past.counters[rule]?.budget ?? 0;
        expect(given).toBeLessThanOrEqual(Math.max(0, budget - before));
      }
    }),
    { numRuns: 500 },
  );
});

it('of the benefits marked best at most one of an asset is granted, and at most one voucher', () => {
  fc.assert(
    fc.property(rules, situation, (all, { sale: made, past, zone: where }) => {
      const { grants, vouchers } = judgeOf(all, where)(made, past);
      const isMarked = ({ rule }: { rule: number }): boolean => all.some((one, i) => i === rule && best(one));
      const marked = grants.filter(isMarked);
      expect(new Set(marked.map(({ asset }) => asset)).size).toBe(marked.length);
      expect(vouchers.filter(isMarked).length).toBeLessThanOrEqual(1);
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

describe('refunds', () => {
  const splits = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

  it('never earn anything where no rule has a maximum, and a full one takes all', () => {
    fc.assert(
      fc.property(rules, situation, splits, (all, met, cuts) => {
        fc.pre(all.every(({ conditions }) => conditions?.max_cents === undefined));
        const judge = judgeOf(all, met.zone);
        const refunds = [0, ...cuts.map((cut) => Math.floor(cut * met.sale.totalCents)), met.sale.totalCents];
        const stood = refunds
          .sort((a, b) => a - b)
          .map((refundedCents) => totals(judge({ ...met.sale, refundedCents }, met.past)));
        for (const [i, now] of stood.entries())
          for (const asset of ASSETS)
            expect(now[asset]).toBeLessThanOrEqual(stood[i - 1]?.[asset] ?? Infinity);
        expect(stood.at(-1)).toEqual({ cashback: 0, points: 0 });
      }),
    );
  });

  it('in any split end the same as in one', () => {
    fc.assert(
      fc.property(rules, situation, splits, (all, { sale: made, past, zone: where }, cuts) => {
        const judge = judgeOf(all, where);
        let refundedCents = 0;
        let last = judge({ ...made, refundedCents }, past);
        for (const cut of cuts) {
          refundedCents += Math.floor((cut * (made.totalCents - refundedCents)) / 2);
          last = judge({ ...made, refundedCents }, past);
        }
        expect(last).toEqual(judgeOf(all, where)({ ...made, refundedCents }, past));
      }),
    );
  });
});

it('the same sale has the same verdict, whatever was judged between', () => {
  fc.assert(
    fc.property(rules, situation, sale, (all, met, other) => {
      const judge = judgeOf(all, met.zone);
      const first = structuredClone(judge(met.sale, met.past));
      judge(other, pastWritten('purchases:3'));
      expect(judge(met.sale, met.past)).toEqual(first);
      const again = judgeOf(structuredClone(all), met.zone);
      expect(again(structuredClone(met.sale), structuredClone(met.past))).toEqual(first);
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
      expect(BigInt(subtract(a, b))).toBe(x - y);
      if (y === 0n) return;
      expect(BigInt(quotient(a, b))).toBe(x / y);
      expect(BigInt(remainder(a, b))).toBe(x % y);
      expect(BigInt(divideHalfUp(a, b))).toBe((2n * x + y) / (2n * y));
    }),
    { numRuns: 1000 },
  );
});
