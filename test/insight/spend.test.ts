import { seededRandom } from '../../src/loyalty/insight/numeric/random';
import { expectedSpend, fitSpend } from '../../src/loyalty/insight/repurchase/spend';

describe('what a purchase is worth', () => {
  it('lies between the customer and the shop, nearer the customer the more they bought', () => {
    const model = { p: 6.25, q: 3.74, v: 15.44 };
    const everybody = expectedSpend(model, 0, 0);
    expect(everybody).toBeCloseTo((6.25 * 15.44) / 2.74, 10);
    const after = [1, 3, 10, 1000].map((purchases) => expectedSpend(model, purchases, 100));
    expect([everybody, ...after, 100]).toEqual([everybody, ...after, 100].sort((a, b) => a - b));
  });

  it('nobody, or only gifts, gives no model', () => {
    expect(fitSpend({ purchases: [], mean: [] })).toBeNull();
    expect(fitSpend({ purchases: [1, 3, 0], mean: [0, 0, 50] })).toBeNull();
  });

  it('amounts of zero are left out, equal amounts and one customer give finite numbers', () => {
    const random = seededRandom(1);
    const purchases = Array.from({ length: 200 }, (_customer, i) => 1 + (i % 5));
    const mean = purchases.map(() => 20 + 80 * random());
    const fit = fitSpend({ purchases, mean });
    const withGifts = fitSpend({ purchases: [...purchases, 2, 4], mean: [...mean, 0, 0] });
    expect(withGifts).toEqual(fit);
    for (const each of [
      fitSpend({ purchases: [1], mean: [5_000] }),
      fitSpend({ purchases: [1, 2, 3], mean: [5_000, 5_000, 5_000] }),
      fitSpend({ purchases: [10_000, 1], mean: [3, 1e9] }),
    ])
      expect(Object.values(each?.model ?? {}).every((value) => Number.isFinite(value) && value > 0)).toBe(
        true,
      );
  });

  it('where the model has no mean it says infinite instead of a number', () => {
    expect(expectedSpend({ p: 1, q: 0.5, v: 10 }, 0, 0)).toBe(Infinity);
  });
});
