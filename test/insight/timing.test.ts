import fc from 'fast-check';
import type { RepurchaseModel } from '../../src/loyalty/insight/repurchase/model';
import { silenceProbability } from '../../src/loyalty/insight/repurchase/model';
import { backtestTiming } from '../../src/loyalty/insight/timing/backtest';
import { MAX_SILENCE, MIN_SILENCE, silenceUntilLate } from '../../src/loyalty/insight/timing/due';
import { shopPast } from '../../src/loyalty/insight/timing/gaps';
import { fixedAtEqualContacts, spellsOf, tally } from '../../src/loyalty/insight/timing/spells';
import {
  chooseTiming,
  dueDay,
  dueDays,
  explainDue,
  type Timing,
} from '../../src/loyalty/insight/timing/timing';
import { drawShop, shopOf } from './shops';

const MIXED: RepurchaseModel = { kind: 'mbg-nbd', r: 0.6, alpha: 30, a: 0.5, b: 1.5 };
const YEAR = 365;
const everyTenDays = (customers: number, purchases: number) =>
  shopOf(Array.from({ length: customers }, () => Array.from({ length: purchases }, (_day, i) => i * 10)));

describe('the past of a shop', () => {
  it('counts customers, repeaters and gaps, and takes percentiles by nearest rank', () => {
    expect(shopPast(shopOf([[0, 10, 30], [5], [0, 50]]))).toEqual({
      customers: 3,
      repeaters: 2,
      gaps: 3,
      medianGap: 20,
      gapPercentile: 50,
    });
    expect(shopPast(shopOf([]))).toMatchObject({ customers: 0, gaps: 0, gapPercentile: null });
  });
});

describe('what a trigger would have done', () => {
  const histories = shopOf([[0, 40, 200], [10]]);

  it('contacts only who stayed silent, once a silence, and only where the outcome is known', () => {
    const after = (days: number) => tally(spellsOf(histories), 300, () => days);
    // From 0: bought on day 40. From 40: contact on 70, right, since 200 is more than 90 days on. From 200: 230 is too
    // late to know on day 300. From 10: right.
    expect(after(30)).toEqual({ contacts: 3, right: 2 });
    expect(after(40)).toEqual({ contacts: 2, right: 2 });
    expect(after(160)).toEqual({ contacts: 1, right: 1 });
    expect(tally(spellsOf(histories), 300, () => null)).toEqual({ contacts: 0, right: 0 });
  });

  it('fixed days at equal contacts are the fixed days that make them', () => {
    const shop = spellsOf(drawShop(MIXED, 400, 3));
    fc.assert(
      fc.property(fc.integer({ min: MIN_SILENCE, max: 200 }), (days) => {
        const direct = tally(shop, YEAR, () => days);
        fc.pre(direct.contacts > 0);
        const equal = fixedAtEqualContacts(shop, YEAR, direct.contacts, MIN_SILENCE);
        expect(equal.contacts).toBe(direct.contacts);
        expect(tally(shop, YEAR, () => equal.days).contacts).toBeGreaterThanOrEqual(direct.contacts);
        expect(equal.right).toBeLessThanOrEqual(equal.contacts);
      }),
    );
  });
});

describe('when a customer is late', () => {
  it('is the first day on which the threshold is reached', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(900), (repeats, recency) => {
        const purchase = { repeats, recency: repeats === 0 ? 0 : recency };
        const silence = silenceUntilLate(MIXED, purchase);
        const at = (days: number) =>
          silenceProbability(MIXED, { ...purchase, age: purchase.recency + days }, 90);
        const reached = at(silence ?? MAX_SILENCE) >= 0.6;
        expect(reached).toBe(silence !== null);
        const before = (silence ?? MAX_SILENCE) - 1;
        expect(before >= MIN_SILENCE && at(before) >= 0.6).toBe(false);
      }),
    );
  });

  it('comes sooner for who buys weekly than for who buys every second month', () => {
    const weekly = silenceUntilLate(MIXED, { repeats: 50, recency: 350 }) ?? Infinity;
    const rarely = silenceUntilLate(MIXED, { repeats: 6, recency: 360 }) ?? Infinity;
    expect(weekly).toBeLessThan(rarely);
  });
});

describe('the way that a shop decides', () => {
  it.each([
    ['no sale', shopOf([])],
    ['one customer', shopOf([[3]])],
    ['one day', shopOf(Array.from({ length: 500 }, () => [3]))],
    ['49 gaps', everyTenDays(49, 2)],
  ])('%s: thirty days', (_name, histories) => {
    const timing = chooseTiming(histories, YEAR);
    expect(timing).toMatchObject({ tier: 'fixed', days: 30 });
    expect([...dueDays(timing, histories)].slice(0, 1)).toEqual(
      [...histories.days].slice(-1).map((day) => day + 30),
    );
  });

  it.each([
    ['from 50 gaps the rhythm of the shop, not below 14 days', everyTenDays(50, 2), 14],
    ['and not above 120', shopOf(Array.from({ length: 60 }, () => [0, 200])), 120],
    ['and between them as it is', shopOf(Array.from({ length: 60 }, () => [0, 33])), 33],
  ])('%s', (_name, histories, days) => {
    expect(chooseTiming(histories, YEAR)).toMatchObject({ tier: 'rhythm', days, because: 'few-customers' });
  });

  it('each customer by themselves where the past shows that it is better', () => {
    const histories = drawShop(MIXED, 3_000, 7);
    const timing = chooseTiming(histories, YEAR);
    if (timing.tier !== 'customer') throw new Error(`${timing.tier} was chosen`);
    expect(timing.backtest.modelRight).toBeGreaterThan(timing.backtest.fixedRight);
    expect(timing.backtest.contacts).toBeGreaterThan(50);
  });

  it('and not where it is not: all customers are alike', () => {
    const timing = chooseTiming(everyTenDays(300, 30), 290 + YEAR);
    expect(timing).toMatchObject({ tier: 'rhythm', because: 'not-better' });
  });

  it('nor while too few contacts have shown their outcome', () => {
    expect(chooseTiming(everyTenDays(300, 4), 35)).toMatchObject({ tier: 'rhythm', because: 'few-contacts' });
  });

  it('the backtest learns from one half and counts on the other: swapping the halves changes nothing', () => {
    const customers = Array.from({ length: 400 }, (_customer, i) => [
      i % 90,
      (i % 90) + 7 + (i % 41),
      150 + (i % 97),
    ]);
    const swapped = customers.map((_days, i) => customers[i ^ 1] ?? []);
    const [one, other] = [customers, swapped].map((each) => backtestTiming(shopOf(each), YEAR));
    expect(one?.contacts).toBe(other?.contacts);
    expect(one?.modelRight).toBe(other?.modelRight);
  });
});

describe('why a customer was written to', () => {
  const timing = chooseTiming(drawShop(MIXED, 3_000, 7), YEAR);
  const purchase = { repeats: 9, recency: 180, day: 300 };

  it('tells their usual gap, and how sure it was that they would not come by themselves', () => {
    const due = dueDay(timing, purchase) ?? Infinity;
    const reason = explainDue(timing, purchase, due);
    expect(reason).toMatchObject({ tier: 'customer', usualGap: 20, dueDay: due, silenceDays: due - 300 });
    if (reason.tier !== 'customer') throw new Error(`${reason.tier} was told`);
    expect(reason.noPurchase).toBeGreaterThanOrEqual(reason.threshold);
    expect(explainDue(timing, { ...purchase, repeats: 0, recency: 0 }, due)).toMatchObject({
      usualGap: null,
    });
  });

  it('tells the days where they are the same for all', () => {
    const rhythm: Timing = chooseTiming(everyTenDays(60, 3), YEAR);
    expect(explainDue(rhythm, purchase, 310)).toEqual({
      ...purchase,
      tier: 'rhythm',
      days: 14,
      dueDay: 314,
      silenceDays: 10,
    });
  });
});
