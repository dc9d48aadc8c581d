import { expm1Ratio, logisticDown } from '../numeric/special';

/**
 * How customers buy and leave. While a customer is there, purchases follow a Poisson process whose rate varies between
 * customers as Gamma(r, α); at each chance to leave they leave with a probability that varies as Beta(a, b).
 *
 * `bg-nbd`: a chance after each repeat purchase (Fader, Hardie & Lee 2005, "Counting Your Customers the Easy Way").
 * `mbg-nbd`: also one after the first, so that who bought once may be gone (Batislam, Denizel & Filiztekin 2007).
 */
export interface RepurchaseModel {
  readonly kind: 'bg-nbd' | 'mbg-nbd';
  readonly r: number;
  /** In the unit of every time beside it (days, in the product). */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** One customer's past, in the model's unit of time. */
export interface Past {
  /** x */
  readonly repeats: number;
  /** t_x */
  readonly recency: number;
  /** T ≥ t_x */
  readonly age: number;
}

const MAX_TERMS = 20_000;

/** How often the customer could have left so far: the two models differ in nothing else. */
export function chancesToLeave(kind: RepurchaseModel['kind'], repeats: number): number {
  return kind === 'bg-nbd' ? repeats : repeats + 1;
}

/** P(alive | x, t_x, T): BG/NBD by Fader, Hardie & Lee 2008 ("Computing P(alive)"), MBG/NBD by Batislam et al., eq. 8. */
export function aliveProbability(model: RepurchaseModel, { repeats, recency, age }: Past): number {
  const { kind, r, alpha, a, b } = model;
  const chances = chancesToLeave(kind, repeats);
  if (chances === 0) return 1;
  const logOdds =
    Math.log(a / (b + chances - 1)) + (r + repeats) * Math.log1p((age - recency) / (alpha + recency));
  return logisticDown(logOdds);
}

/** P(no purchase in the `horizon` after T | x, t_x, T) = 1 − P(alive) · (1 − ((α + T) / (α + T + h))^(r + x)). */
export function silenceProbability(model: RepurchaseModel, past: Past, horizon: number): number {
  const { r, alpha } = model;
  const buysIfAlive = -Math.expm1(-(r + past.repeats) * Math.log1p(horizon / (alpha + past.age)));
  return 1 - aliveProbability(model, past) * buysIfAlive;
}

/** E[Y(t) | x, t_x, T], the purchases to expect in the time t after T (Fader, Hardie & Lee 2005, eq. 10). */
export function expectedPurchases(model: RepurchaseModel, past: Past, time: number): number {
  return aliveProbability(model, past) * purchasesWhileAlive(model, past, time);
}

/** E[X(t)], the repeat purchases to expect of a new customer (Fader, Hardie & Lee 2005, eq. 9; Batislam et al., eq. 9). */
export function expectedFromNew(model: RepurchaseModel, time: number): number {
  const staysAtFirst = model.kind === 'bg-nbd' ? 1 : model.b / (model.a + model.b);
  return staysAtFirst * purchasesWhileAlive(model, { repeats: 0, recency: 0, age: 0 }, time);
}

/**
 * Both papers give c/(a−1) · [1 − ((α+T)/(α+T+t))^(r+x) · ₂F₁(r+x, c−a+1; c; z)], z = t/(α+T+t), which is 0/0 at a = 1
 * and overflows for large x. Euler's transformation (DLMF 15.8.1) turns the bracket into
 * 1 − (1−z)^(a−1) · ₂F₁(c−r−x, a−1; c; z), whose parameters do not grow with x; a−1 is then divided out term by term.
 */
function purchasesWhileAlive({ kind, r, alpha, a, b }: RepurchaseModel, past: Past, time: number): number {
  if (time <= 0) return 0;
  const c = a + b + chancesToLeave(kind, past.repeats) - 1;
  const first = c - r - past.repeats;
  const z = time / (alpha + past.age + time);
  const logRest = -Math.log1p(time / (alpha + past.age));
  // c · Σ (first)ₙ (a)ₙ₋₁ / ((c)ₙ n!) zⁿ from n = 1, with c/(c)ₙ = 1/(c+1)ₙ₋₁.
  let term = first * z;
  let sum = term;
  for (let n = 1; n < MAX_TERMS && Math.abs(term) > Number.EPSILON * Math.abs(sum) * (1 - z); n++) {
    term *= ((first + n) * (a + n - 1) * z) / ((c + n) * (n + 1));
    sum += term;
  }
  return -c * logRest * expm1Ratio((a - 1) * logRest) - Math.exp((a - 1) * logRest) * sum;
}
