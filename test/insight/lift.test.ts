import { createHmac } from 'node:crypto';
import { controlShareBps, inControl } from '../../src/loyalty/insight/lift/assignment';
import { detectableDifference, returnDifference } from '../../src/loyalty/insight/lift/return-rate';
import { testRevenue } from '../../src/loyalty/insight/lift/revenue';
import { judgeLift, splitChance } from '../../src/loyalty/insight/lift/verdict';
import { seededRandom } from '../../src/loyalty/insight/numeric/random';

const digestOf = (text: string) => createHmac('sha256', 'a key').update(text).digest();
const arms = (treated: [number, number], control: [number, number]) => ({
  treated: { returned: treated[0], customers: treated[1] },
  control: { returned: control[0], customers: control[1] },
});

describe('who is in the control group', () => {
  it('half of a small audience, a quarter of a middling, a tenth of a large one', () => {
    expect([0, 999, 1_000, 5_000, 5_001, 1_000_000].map(controlShareBps)).toEqual([
      5_000, 5_000, 2_500, 2_500, 1_000, 1_000,
    ]);
  });

  it('is decided by the whole digest, the bound excluded', () => {
    const bytes = (first: number, rest = 0) =>
      Uint8Array.of(first, ...Array.from({ length: 31 }, () => rest));
    expect(inControl(bytes(0x3f, 0xff), 2_500)).toBe(true);
    expect(inControl(bytes(0x40), 2_500)).toBe(false);
    expect(inControl(bytes(0), 0)).toBe(false);
    expect(inControl(bytes(0xff, 0xff), 10_000)).toBe(true);
    expect(() => inControl(Uint8Array.of(), 5_000)).toThrow(RangeError);
  });

  it.each([1_000, 2_500, 5_000])('comes to the share (%d basis points) over many customers', (shareBps) => {
    const customers = 5_000;
    let control = 0;
    for (let i = 0; i < customers; i++) if (inControl(digestOf(`shop|1|${i}`), shareBps)) control++;
    expect(splitChance(arms([0, customers - control], [0, control]), shareBps)).toBeGreaterThan(0.001);
  });
});

describe('the difference of return rates', () => {
  /** p̃ = 57/102 and 41/102: their difference 8/51, ± 2.3263 · √(p̃(1−p̃)/102 + …). */
  it('is the interval of Agresti and Caffo', () => {
    const { estimate, low, high } = returnDifference(arms([56, 100], [40, 100]));
    expect(estimate).toBeCloseTo(0.16, 12);
    expect((low + high) / 2).toBeCloseTo(16 / 102, 12);
    const [p, q] = [57 / 102, 41 / 102];
    const error = Math.sqrt((p * (1 - p) + q * (1 - q)) / 102);
    expect((high - low) / 2).toBeCloseTo(2.3263478740408408 * error, 12);
  });

  it('has a width also where nobody or everybody came, and stays within one', () => {
    const nobody = returnDifference(arms([0, 50], [0, 50]));
    expect(nobody.low).toBeLessThan(0);
    expect(nobody.high).toBeGreaterThan(0);
    expect(returnDifference(arms([1, 1], [0, 1])).high).toBeLessThanOrEqual(1);
    expect(returnDifference(arms([0, 0], [0, 0])).estimate).toBe(0);
  });

  it('covers a true difference as often as it says', () => {
    const random = seededRandom(9);
    const draws = 1_500;
    let covered = 0;
    const returned = (customers: number, rate: number) =>
      Array.from({ length: customers }, random).filter((draw) => draw < rate).length;
    for (let i = 0; i < draws; i++) {
      const { low, high } = returnDifference(arms([returned(300, 0.3), 300], [returned(100, 0.2), 100]));
      if (low <= 0.1 && 0.1 <= high) covered++;
    }
    expect(covered / draws).toBeGreaterThan(0.97);
  });

  it('what can be detected shrinks with the arms', () => {
    const [small, large] = [arms([20, 50], [20, 50]), arms([2_000, 5_000], [2_000, 5_000])].map(
      detectableDifference,
    );
    expect((small ?? 0) / (large ?? 0)).toBeCloseTo(10, 1);
    expect(detectableDifference(arms([0, 0], [3, 9]))).toBe(Infinity);
  });
});

describe('the verdict', () => {
  const at = (counts: ReturnType<typeof arms>, now = 10) =>
    judgeLift({ arms: counts, shareBps: 5_000, endsAt: 10, now });

  it.each([
    ['the window is open', arms([300, 500], [200, 500]), 9, ['window-open']],
    ['an arm has fewer than 30', arms([8, 29], [8, 31]), 10, ['small-arm', 'too-coarse']],
    ['fewer than ten came back', arms([5, 500], [4, 500]), 10, ['few-returns']],
    ['only more than 15 points would show', arms([50, 100], [50, 100]), 10, ['too-coarse']],
    ['nobody was eligible', arms([0, 0], [0, 0]), 10, ['small-arm', 'few-returns', 'too-coarse']],
  ])('not enough data while %s, and then no interval', (_name, counts, now, missing) => {
    const verdict = at(counts, now);
    expect(verdict).toMatchObject({ kind: 'not-enough-data', missing, arms: counts });
    expect(verdict).not.toHaveProperty('difference');
  });

  it.each([
    ['lift', arms([250, 500], [150, 500])],
    ['loss', arms([150, 500], [250, 500])],
    ['no-difference-shown', arms([205, 500], [200, 500])],
  ])('%s', (kind, counts) => {
    expect(at(counts)).toMatchObject({ kind, arms: counts, difference: expect.anything() });
  });

  it('a split that chance does not make is told before anything else', () => {
    expect(at(arms([300, 600], [200, 400]))).toMatchObject({ kind: 'broken-split', shareBps: 5_000 });
    expect(splitChance(arms([0, 520], [0, 480]), 5_000)).toBeCloseTo(0.2059, 4);
    expect(splitChance(arms([0, 10], [0, 0]), 0)).toBe(1);
    expect(splitChance(arms([0, 10], [0, 1]), 0)).toBe(0);
  });
});

/** Customers as a campaign meets them: some would have returned anyway. */
function simulated(size: number, rate: number, lift: number, number: number) {
  const random = seededRandom(number * 7_919 + size);
  const shareBps = controlShareBps(size);
  const counts = { treated: { customers: 0, returned: 0 }, control: { customers: 0, returned: 0 } };
  for (let customer = 0; customer < size; customer++) {
    const isControl = inControl(Uint8Array.of(256 * random(), 256 * random()), shareBps);
    const arm = isControl ? counts.control : counts.treated;
    arm.customers++;
    if (random() < rate + (isControl ? 0 : lift)) arm.returned++;
  }
  return judgeLift({ arms: counts, shareBps, endsAt: 0, now: 0 });
}

/** The real sales are replayed by bench/lift.mjs; here return rates are drawn. */
describe('over five hundred campaigns', () => {
  const kinds = (size: number, rate: number, lift: number, draws = 500) =>
    Array.from({ length: draws }, (_draw, number) => simulated(size, rate, lift, number).kind);
  const share = (found: readonly string[], ...wanted: string[]) =>
    found.filter((kind) => wanted.includes(kind)).length / found.length;

  it.each([
    [200, 0.1],
    [500, 0.4],
    [1_000, 0.4],
  ])('of %d customers that change nothing, a lift is claimed in at most 3%', (size, rate) => {
    const found = kinds(size, rate, 0);
    expect(share(found, 'lift')).toBeLessThanOrEqual(0.03);
    expect(share(found, 'broken-split')).toBeLessThan(0.01);
    expect(share(found, 'not-enough-data')).toBeLessThan(0.2);
  });

  it('ten points are found', () => {
    expect(share(kinds(3_000, 0.3, 0.1, 100), 'lift')).toBeGreaterThan(0.8);
  });
});

describe('revenue', () => {
  const skewed = (customers: number, seed: number, times = 1) => {
    const random = seededRandom(seed);
    return Array.from({ length: customers }, () =>
      random() < 0.7 ? 0 : Math.round(times * 1_000 * Math.exp(2 * (random() + random() + random() - 1.5))),
    );
  };

  it('a plain difference is seen, and the same seed gives the same answer', () => {
    const test = () => testRevenue(skewed(400, 1, 4), skewed(400, 2), { seed: 5, permutations: 300 });
    expect(test()?.chance).toBeLessThan(0.01);
    expect(test()).toEqual(test());
  });

  it('without a difference the chance is as even as it says, on skewed spending too', () => {
    const draws = 200;
    let claimed = 0;
    for (let i = 0; i < draws; i++) {
      const test = testRevenue(skewed(180, 2 * i), skewed(60, 2 * i + 1), { seed: i, permutations: 100 });
      if ((test?.chance ?? 0) <= 0.05) claimed++;
    }
    expect(claimed / draws).toBeLessThan(0.09);
  });

  it('means are in cents a customer; equal arms differ by nothing; an empty arm gives no test', () => {
    expect(testRevenue([100, 0, 200], [50], { seed: 1 })).toMatchObject({
      treatedMean: 100,
      controlMean: 50,
    });
    expect(testRevenue([7, 7, 7], [7, 7], { seed: 1 })?.chance).toBe(1);
    expect(testRevenue([], [7], { seed: 1 })).toBeNull();
  });
});
