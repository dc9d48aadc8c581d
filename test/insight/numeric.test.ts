import fc from 'fast-check';
import { minimize } from '../../src/loyalty/insight/numeric/minimize';
import { chooseToFront, seededRandom } from '../../src/loyalty/insight/numeric/random';
import {
  chiSquareTail,
  digamma,
  expm1Ratio,
  logGamma,
  logSumExp,
} from '../../src/loyalty/insight/numeric/special';

describe('special functions', () => {
  it.each([
    [0.5, Math.log(Math.sqrt(Math.PI))],
    [1, 0],
    [2, 0],
    [11, Math.log(3_628_800)],
    [1e-8, 18.420680738180209],
    [10_000.5, 82_104.32265412835],
  ])('ln Γ(%d)', (z, expected) => {
    expect(logGamma(z)).toBeCloseTo(expected, 8);
  });

  it.each([
    [1, -0.5772156649015329],
    [0.5, -1.9635100260214235],
    [10, 2.251752589066721],
    [1e5, 11.512920464961896],
  ])('ψ(%d)', (z, expected) => {
    expect(digamma(z)).toBeCloseTo(expected, 12);
  });

  it('ψ is the slope of ln Γ', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 500, noNaN: true }), (z) => {
        const step = 1e-5 * z;
        const slope = (logGamma(z + step) - logGamma(z - step)) / (2 * step);
        expect(Math.abs(slope - digamma(z))).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
      }),
    );
  });

  it('sums of exponentials neither overflow nor vanish', () => {
    expect(logSumExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 10);
    expect(logSumExp(-Infinity, -2000)).toBe(-2000);
    expect(logSumExp(-Infinity, -Infinity)).toBe(-Infinity);
    expect(expm1Ratio(0)).toBe(1);
  });

  it.each([
    [3.841458820694124, 0.05],
    [10.827566170662733, 0.001],
    [0, 1],
  ])('P(χ² > %d)', (value, expected) => {
    expect(chiSquareTail(value)).toBeCloseTo(expected, 6);
  });
});

describe('the search for a minimum', () => {
  it("finds the end of Rosenbrock's valley and says that the gradient vanishes", () => {
    const found = minimize(
      ([x = 0, y = 0], gradient) => {
        gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        gradient[1] = 200 * (y - x * x);
        return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      },
      [-1.2, 1],
    );
    expect(found.converged).toBe(true);
    expect(found.point[0]).toBeCloseTo(1, 7);
    expect(found.point[1]).toBeCloseTo(1, 7);
  });

  it('says so when there is no minimum', () => {
    const found = minimize(
      ([x = 0], gradient) => {
        gradient[0] = -1;
        return Math.abs(x) > 10 ? Infinity : -x;
      },
      [0],
    );
    expect(found.converged).toBe(false);
    expect(found.gradientNorm).toBe(1);
  });
});

describe('the seeded generator', () => {
  it('repeats itself, differs by seed, and is uniform enough', () => {
    const [one, same, other] = [seededRandom(1), seededRandom(1), seededRandom(2)];
    const draws = Array.from({ length: 5_000 }, one);
    expect(Array.from({ length: 5_000 }, same)).toEqual(draws);
    expect(other()).not.toBe(draws[0]);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  });

  it('every value comes to the front equally often, and none is lost', () => {
    const random = seededRandom(3);
    const front = [0, 0, 0, 0, 0];
    for (let i = 0; i < 4_000; i++) {
      const values = Float64Array.of(0, 1, 2, 3, 4);
      chooseToFront(values, 2, random);
      expect(values.toSorted()).toEqual(Float64Array.of(0, 1, 2, 3, 4));
      for (const value of values.subarray(0, 2)) front[value] = (front[value] ?? 0) + 1;
    }
    for (const times of front) expect(Math.abs(times - 1_600)).toBeLessThan(150);
  });
});
