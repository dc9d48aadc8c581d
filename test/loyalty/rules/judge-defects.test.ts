import { History } from '../../../src/loyalty/core/rules/history';
import type { Rule } from '../../../src/loyalty/core/rules/rule';
import { Zone } from '../../../src/loyalty/core/time/zone';
import {
  judgeOf,
  pastWritten,
  ruleOf,
  rulesOf,
  SAO_PAULO,
  saleMade,
  totals,
  versionOf,
} from '../../support/judging';

/** Defects that other loyalty systems shipped, as far as judging could have them. */
describe('a defect that others shipped is not ours', () => {
  it('a limit bypassed: however a purchase is split, the day, the week and the month hold', () => {
    const history = new History(versionOf(rulesOf('10% day:R$5 week:R$12 month:R$20')), Zone.of(SAO_PAULO));
    const start = Date.parse('2026-11-02T08:00:00-03:00');
    const given = new Map<string, number>();
    for (let i = 0; i < 28 * 12; i++) {
      const sale = saleMade({ occurredAt: start + i * 7_200_000, totalCents: 1_999 });
      const cashback = totals(history.add('ana', sale)).cashback;
      const day = Math.floor((i * 2 + 8) / 24);
      for (const key of [`day ${day}`, `week ${Math.floor(day / 7)}`, 'month'])
        given.set(key, (given.get(key) ?? 0) + cashback);
    }
    const most = (name: string): number =>
      Math.max(...[...given].filter(([key]) => key.startsWith(name)).map(([, sum]) => sum));
    expect([most('day'), most('week'), most('month')]).toEqual([500, 1200, 2000]);
  });

  it('expiry in the server’s or the visitor’s time zone: it is the end of the shop’s day', () => {
    const late = saleMade({ occurredAt: Date.parse('2026-11-25T02:30:00Z') });
    const expiry = (zone: string): number | null | undefined =>
      judgeOf(rulesOf('5% for:1d'), zone)(late).grants[0]?.expiresAt;
    expect(expiry('America/Rio_Branco')).toBe(Date.parse('2026-11-26T00:00:00-05:00'));
    expect(expiry('America/Noronha')).toBe(Date.parse('2026-11-27T00:00:00-02:00'));
  });

  it('floats in money: a tenth and two tenths of a real are what they are', () => {
    expect(totals(judgeOf(rulesOf('10%'))(saleMade({ totalCents: 35 }))).cashback).toBe(4);
    expect(totals(judgeOf(rulesOf('1.15%'))(saleMade({ totalCents: 10_000 }))).cashback).toBe(115);
    expect(totals(judgeOf(rulesOf('0.07%'))(saleMade({ totalCents: 150_000 }))).cashback).toBe(105);
  });

  it('each of many small refunds floored, so that nothing is ever taken back', () => {
    const judge = judgeOf(rulesOf('5%'));
    let refundedCents = 0;
    const awards = Array.from({ length: 999 }, () => {
      refundedCents += 10;
      return totals(judge(saleMade({ totalCents: 9_990, refundedCents }))).cashback;
    });
    expect(awards[0]).toBe(499);
    expect(awards.at(-1)).toBe(0);
    expect(awards.every((award, i) => award === Math.floor((9_990 - (i + 1) * 10 + 10) / 20))).toBe(true);
  });

  it('tiers that fall when a customer spends the balance: a purchase paid by voucher counts whole', () => {
    const version = versionOf(rulesOf('5% tier:Ouro'), { tiers: [{ name: 'Ouro', min_cents: 10_000 }] });
    const history = new History(version, Zone.of(SAO_PAULO));
    history.add('ana', saleMade({ voucherCents: 9_000 }));
    expect(totals(history.add('ana', saleMade())).cashback).toBe(500);
  });

  it('a rule’s sentence says "above" and the code does "at least"', () => {
    const gives = (rule: string, totalCents: number): number =>
      totals(judgeOf(rulesOf(rule))(saleMade({ totalCents }))).cashback;
    expect([gives('R$1 >50', 5_000), gives('R$1 >50', 5_001)]).toEqual([0, 100]);
    expect([gives('R$1 >=50', 4_999), gives('R$1 >=50', 5_000)]).toEqual([0, 100]);
  });

  it.each([
    ['condition', { benefit: { kind: 'points-fixed', points: 1 }, conditions: { moon: 'full' } }],
    ['benefit', { benefit: { kind: 'free-lunch' } }],
    ['voucher', { benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-of-love' } } }],
    ['limit', { benefit: { kind: 'points-fixed', points: 1 }, limits: { max_points_per_year: 1 } }],
    ['limit', { benefit: { kind: 'voucher-fixed', cents: 1 }, limits: { max_vouchers: 1 } }],
    ['validity', { benefit: { kind: 'points-fixed', points: 1 }, validity: { valid_weeks: 1 } }],
    ['validity', { benefit: { kind: 'voucher-fixed', cents: 1 }, validity: { valid_weeks: 1 } }],
    ['way to stack', { benefit: { kind: 'points-fixed', points: 1 }, stack: 'both' }],
    ['part of a rule', { benefit: { kind: 'points-fixed', points: 1 }, unless: {} }],
  ])('an unknown %s silently false: it is refused', (_what, rule) => {
    expect(() => judgeOf([rule as Rule])).toThrow(RangeError);
  });

  it('a rule that is judged by "now" instead of by the sale’s time', () => {
    const judge = judgeOf(rulesOf('5% 2020-02-29..2020-02-29 on:6 10:00-11:00'));
    const then = saleMade({ occurredAt: Date.parse('2020-02-29T10:30:00-03:00') });
    expect(totals(judge(then)).cashback).toBe(500);
    expect(judge(then).grants[0]?.availableAt).toBe(then.occurredAt);
  });

  it('rounding lost between the parts shown and the sum granted', () => {
    const { trace, grants } = judgeOf(rulesOf('3.33%; 3.33%; 3.34%; cashback*1.1'))(
      saleMade({ totalCents: 1_005 }),
    );
    const shown = trace.map(({ steps }) => steps?.find(({ step }) => step === 'round')?.after ?? 0);
    expect(shown.reduce((a, b) => a + b)).toBe(111);
    expect(grants.map(({ quantity }) => quantity)).toEqual(shown.slice(0, 3));
  });

  it('a refund judged on what came since: the past that was recorded decides', () => {
    const judge = judgeOf([ruleOf('R$5 first day:R$5')]);
    const recorded = pastWritten('nothing');
    expect(totals(judge(saleMade({ refundedCents: 5_000 }), recorded)).cashback).toBe(500);
    expect(totals(judge(saleMade(), pastWritten('purchases:1 day:5'))).cashback).toBe(0);
  });
});
