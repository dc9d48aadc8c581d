import { historiesOf, type Histories } from '../../src/loyalty/insight/repurchase/histories';
import type { RepurchaseModel } from '../../src/loyalty/insight/repurchase/model';
import { seededRandom, type Random } from '../../src/loyalty/insight/numeric/random';

/** Purchase days of each customer. */
export function shopOf(customers: readonly (readonly number[])[]): Histories {
  return historiesOf(
    customers.flatMap((days, customer) => days.map(() => customer)),
    customers.flat(),
  );
}

/** Gamma(shape, 1) by Marsaglia & Tsang 2000. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Days since the first purchase on which one customer of the model would buy, within `days`. */
export function drawCustomer(
  { kind, r, alpha, a, b }: RepurchaseModel,
  days: number,
  random: Random,
): number[] {
  const rate = gamma(r, random) / alpha;
  const [x, y] = [gamma(a, random), gamma(b, random)];
  const leaves = x / (x + y);
  const bought = [0];
  for (let at = 0; ; bought.push(at)) {
    if ((kind === 'mbg-nbd' || bought.length > 1) && random() < leaves) return bought;
    at -= Math.log(1 - random()) / rate;
    if (!(at < days)) return bought;
  }
}

/** A shop in its first year: customers come one after another and follow the model. */
export function drawShop(model: RepurchaseModel, customers: number, seed: number): Histories {
  const random = seededRandom(seed);
  return shopOf(
    Array.from({ length: customers }, () => {
      const first = random() * 365;
      return drawCustomer(model, 365 - first, random).map((at) => Math.floor(first + at));
    }),
  );
}
