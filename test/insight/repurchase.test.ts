import fc from 'fast-check';
import { seededRandom } from '../../src/loyalty/insight/numeric/random';
import { fitRepurchase, likelihoodOf, SHOP_PRIOR } from '../../src/loyalty/insight/repurchase/fit';
import {
  dayNumber,
  groupEqual,
  historiesOf,
  summarize,
} from '../../src/loyalty/insight/repurchase/histories';
import {
  aliveProbability,
  expectedFromNew,
  expectedPurchases,
  silenceProbability,
  type RepurchaseModel,
} from '../../src/loyalty/insight/repurchase/model';
import { drawCustomer, drawShop, shopOf } from './shops';

const positive = (max: number) => fc.double({ min: 0.05, max, noNaN: true });
const models: fc.Arbitrary<RepurchaseModel> = fc.record({
  kind: fc.constantFrom('bg-nbd' as const, 'mbg-nbd' as const),
  r: positive(5),
  alpha: positive(200),
  a: positive(4),
  b: positive(20),
});
const pasts = fc
  .record({ repeats: fc.nat(60), share: fc.double({ min: 0, max: 1, noNaN: true }), age: positive(700) })
  .map(({ repeats, share, age }) => ({ repeats, recency: repeats === 0 ? 0 : share * age, age }));

describe('histories', () => {
  it('counts purchases of one day once, in whatever order they come', () => {
    const histories = historiesOf([1, 0, 1, 1, 0], [20, 7, 10, 20, 5]);
    expect([...histories.starts]).toEqual([0, 2, 4]);
    expect([...histories.days]).toEqual([5, 7, 10, 20]);
  });

  it('knows only what had happened by the day of observation', () => {
    const { customers, repeats, recency, age } = summarize(shopOf([[5, 7, 30], [25], [10]]), 12);
    expect([[...customers], [...repeats], [...recency], [...age]]).toEqual([
      [0, 2],
      [1, 0],
      [2, 0],
      [7, 2],
    ]);
  });

  it('groups equal customers', () => {
    const groups = groupEqual(summarize(shopOf([[1, 3], [1, 3], [2], [1, 4]]), 9));
    expect(groups).toEqual({
      repeats: Int32Array.of(0, 1, 1),
      recency: Int32Array.of(0, 2, 3),
      age: Int32Array.of(7, 8, 8),
      count: Float64Array.of(1, 2, 1),
    });
  });

  it('refuses days that cannot be', () => {
    expect(() => historiesOf([0], [-1])).toThrow(RangeError);
    expect(() => historiesOf([0], [NaN])).toThrow(RangeError);
    expect(() => dayNumber('2026-13-01')).toThrow(RangeError);
    expect(dayNumber('1970-01-02')).toBe(1);
  });
});

describe('the likelihood', () => {
  const shop = drawShop({ kind: 'mbg-nbd', r: 0.8, alpha: 30, a: 0.6, b: 2 }, 60, 5);
  const groups = groupEqual(summarize(shop, 365));

  it.each(['bg-nbd', 'mbg-nbd'] as const)('of %s has the gradient that differences show', (kind) => {
    const likelihood = likelihoodOf(kind, groups);
    fc.assert(
      fc.property(models, ({ r, alpha, a, b }) => {
        const point = [r, alpha, a, b].map(Math.log);
        const gradient = [0, 0, 0, 0];
        likelihood(point, gradient);
        gradient.forEach((slope, i) => {
          const moved = (by: number) =>
            likelihood(
              point.map((log, j) => (i === j ? log + by : log)),
              [0, 0, 0, 0],
            );
          const difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
          expect(Math.abs(slope - difference)).toBeLessThan(1e-4 * Math.max(1, Math.abs(difference)));
        });
      }),
      { numRuns: 30 },
    );
  });

  it.each(['bg-nbd', 'mbg-nbd'] as const)('finds the %s that a shop was drawn from', (kind) => {
    const truth: RepurchaseModel = { kind, r: 0.9, alpha: 40, a: 0.8, b: 2.2 };
    const { model, converged } = fitRepurchase(kind, groupEqual(summarize(drawShop(truth, 8_000, 11), 365)));
    expect(converged).toBe(true);
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(Math.abs(Math.log(model[name] / truth[name]))).toBeLessThan(0.2);
  });
});

describe('what follows from a model', () => {
  it('probabilities are probabilities, and silence only makes a return less likely', () => {
    fc.assert(
      fc.property(models, pasts, positive(400), (model, past, horizon) => {
        const alive = aliveProbability(model, past);
        const silent = silenceProbability(model, past, horizon);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(silent).toBeGreaterThanOrEqual(1 - alive - 1e-12);
        expect(silent).toBeLessThanOrEqual(1);
        const later = { ...past, age: past.age + 10 };
        expect(aliveProbability(model, later)).toBeLessThanOrEqual(alive + 1e-12);
        expect(silenceProbability(model, later, horizon)).toBeGreaterThanOrEqual(silent - 1e-12);
      }),
    );
  });

  it('who bought once is surely there to BG/NBD, and may be gone to MBG/NBD', () => {
    const once = { repeats: 0, recency: 0, age: 300 };
    const model = { r: 0.8, alpha: 45, a: 0.7, b: 1.5 };
    expect(aliveProbability({ kind: 'bg-nbd', ...model }, once)).toBe(1);
    expect(aliveProbability({ kind: 'mbg-nbd', ...model }, once)).toBeLessThan(0.5);
  });

  it.each(['bg-nbd', 'mbg-nbd'] as const)('%s expects of new customers what drawn ones do', (kind) => {
    const model: RepurchaseModel = { kind, r: 0.9, alpha: 20, a: 0.8, b: 1.9 };
    const random = seededRandom(17);
    const customers = 8_000;
    let repeats = 0;
    for (let i = 0; i < customers; i++) repeats += drawCustomer(model, 200, random).length - 1;
    expect(Math.abs(repeats / customers / expectedFromNew(model, 200) - 1)).toBeLessThan(0.05);
  });

  it.each(['bg-nbd', 'mbg-nbd'] as const)(
    '%s expects of known customers what drawn ones like them do',
    (kind) => {
      const model: RepurchaseModel = { kind, r: 0.9, alpha: 20, a: 0.8, b: 1.9 };
      const random = seededRandom(23);
      let [expected, seen] = [0, 0];
      for (let i = 0; i < 8_000; i++) {
        const days = drawCustomer(model, 300, random);
        const known = days.filter((day) => day <= 100);
        const past = { repeats: known.length - 1, recency: known.at(-1) ?? 0, age: 100 };
        expected += expectedPurchases(model, past, 200);
        seen += days.length - known.length;
      }
      expect(Math.abs(seen / expected - 1)).toBeLessThan(0.05);
    },
  );

  it('expected purchases pass smoothly through a = 1, and grow with time', () => {
    fc.assert(
      fc.property(models, pasts, positive(300), (model, past, time) => {
        const of = (a: number, t = time) => expectedPurchases({ ...model, a }, past, t);
        const [below, at, above] = [of(1 - 1e-6), of(1), of(1 + 1e-6)];
        expect(Math.abs((below + above) / 2 - at)).toBeLessThan(1e-8 * Math.max(1e-3, at));
        expect(of(model.a, 2 * time)).toBeGreaterThanOrEqual(of(model.a) - 1e-12);
      }),
    );
  });
});

describe('shops at the edge', () => {
  const isFiniteModel = ({ r, alpha, a, b }: RepurchaseModel) =>
    [r, alpha, a, b].every((value) => Number.isFinite(value) && value > 0);

  it.each([
    ['no sale', [], 100],
    ['one customer who came today', [[100]], 100],
    ['one customer who comes daily', [Array.from({ length: 100 }, (_day, i) => i)], 100],
    ['only one day', Array.from({ length: 50 }, () => [100]), 100],
    ['all customers equal', Array.from({ length: 300 }, () => [0, 10, 20]), 100],
    ['nobody comes twice', Array.from({ length: 300 }, (_customer, i) => [i % 90]), 100],
    [
      'one customer of 10,000 purchases',
      [Array.from({ length: 10_000 }, (_day, i) => i), [3], [8, 90]],
      10_050,
    ],
  ])('%s: the prior holds the fit, and nothing is infinite', (_name, customers, observed) => {
    const groups = groupEqual(summarize(shopOf(customers), observed));
    const held = fitRepurchase('mbg-nbd', groups, SHOP_PRIOR);
    expect(held.converged).toBe(true);
    expect(isFiniteModel(held.model)).toBe(true);
    expect(Number.isFinite(held.logLikelihood)).toBe(true);
    for (const kind of ['bg-nbd', 'mbg-nbd'] as const) {
      const plain = fitRepurchase(kind, groups);
      expect(isFiniteModel(plain.model)).toBe(true);
      expect(Number.isFinite(plain.logLikelihood)).toBe(true);
    }
  });

  it('no customers leave the prior as it is', () => {
    const { model, customers } = fitRepurchase('mbg-nbd', groupEqual(summarize(shopOf([]), 1)), SHOP_PRIOR);
    expect(customers).toBe(0);
    expect([model.r, model.alpha, model.a, model.b].map((value) => value.toFixed(6))).toEqual(
      SHOP_PRIOR.centres.map((value) => value.toFixed(6)),
    );
  });

  it('what follows of a customer with 10,000 purchases is finite', () => {
    for (const kind of ['bg-nbd', 'mbg-nbd'] as const) {
      const model: RepurchaseModel = { kind, r: 0.8, alpha: 45, a: 0.7, b: 1.5 };
      const regular = { repeats: 10_000, recency: 10_000, age: 10_001 };
      expect(expectedPurchases(model, regular, 30)).toBeGreaterThan(20);
      expect(expectedPurchases(model, regular, 30)).toBeLessThan(30);
      expect(silenceProbability(model, regular, 90)).toBeLessThan(0.01);
      expect(silenceProbability(model, { ...regular, age: 10_100 }, 90)).toBeGreaterThan(0.99);
    }
  });
});
