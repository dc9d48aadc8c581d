import { minimize, type Objective } from '../numeric/minimize';
import { digamma, logGamma } from '../numeric/special';
import { penalised, type Fit, type LogNormalPrior } from './fit';

/**
 * Gamma-Gamma: a customer's purchases vary as Gamma(p, ν) and ν varies between customers as Gamma(q, v) (Fader & Hardie
 * 2013, "The Gamma-Gamma Model of Monetary Value").
 */
export interface SpendModel {
  readonly p: number;
  readonly q: number;
  /** In the amounts' unit. */
  readonly v: number;
}

/** Of customers: how many purchases, and their mean amount. Entries without purchase or amount say nothing, and are skipped. */
export interface Spending {
  readonly purchases: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
}

/** By BFGS on the logs. Null when no customer has an amount. */
export function fitSpend(spending: Spending, prior: LogNormalPrior | null = null): Fit<SpendModel> | null {
  const runs = runsOf(spending);
  const customers = runs.reduce((sum, { means }) => sum + means.length, 0);
  if (customers === 0) return null;
  const total = runs.reduce((sum, { means }) => sum + means.reduce((all, mean) => all + mean, 0), 0);
  const likelihood = likelihoodOf(runs);
  const start = (prior?.centres ?? [1, 1, total / customers]).map(Math.log);
  const found = minimize(penalised(likelihood, prior, customers), start);
  const [p = 0, q = 0, v = 0] = found.point.map(Math.exp);
  const { gradientNorm, converged } = found;
  const value = likelihood(found.point, [0, 0, 0]);
  return { model: { p, q, v }, logLikelihood: value, gradientNorm, converged, customers };
}

/**
 * E[M | x, m], what a customer's purchases are worth on average: between what they spent so far and what all spend
 * (Fader & Hardie 2013, eq. 5). Infinite where the model has no mean (p x + q ≤ 1).
 */
export function expectedSpend({ p, q, v }: SpendModel, purchases: number, mean: number): number {
  const weight = p * purchases + q - 1;
  return weight > 0 ? (p * (v + purchases * mean)) / weight : Infinity;
}

interface Run {
  purchases: number;
  means: Float64Array;
  /** Σ ln(mean) */
  logMeans: number;
}

function runsOf({ purchases, mean }: Spending): Run[] {
  const byPurchases = new Map<number, number[]>();
  for (let i = 0; i < purchases.length; i++) {
    const [x, m] = [purchases[i]!, mean[i]!];
    if (!(x > 0 && m > 0)) continue;
    const means = byPurchases.get(x);
    if (means === undefined) byPurchases.set(x, [m]);
    else means.push(m);
  }
  return [...byPurchases].map(([x, means]) => ({
    purchases: x,
    means: Float64Array.from(means),
    logMeans: means.reduce((sum, m) => sum + Math.log(m), 0),
  }));
}

/**
 * ln L and its gradient on the logs of p, q, v (Fader & Hardie 2013, eq. 1a), for n = p x:
 * L = Γ(n+q) / (Γ(n) Γ(q)) · v^q · m^(n−1) · x^n / (x m + v)^(n+q)
 */
function likelihoodOf(runs: readonly Run[]): Objective {
  return (point, gradient) => {
    const [p = 0, q = 0, v = 0] = point.map(Math.exp);
    let [value, byP, byQ, byV] = [0, 0, 0, 0];
    for (const { purchases: x, means, logMeans } of runs) {
      const count = means.length;
      const shape = p * x;
      let [logs, inverses] = [0, 0];
      for (const mean of means) {
        logs += Math.log(x * mean + v);
        inverses += 1 / (x * mean + v);
      }
      const gammas = logGamma(shape + q) - logGamma(shape) - logGamma(q);
      value += count * (gammas + q * Math.log(v) + shape * Math.log(x));
      value += (shape - 1) * logMeans - (shape + q) * logs;
      const both = digamma(shape + q);
      byP += x * (count * (both - digamma(shape) + Math.log(x)) + logMeans - logs);
      byQ += count * (both - digamma(q) + Math.log(v)) - logs;
      byV += (count * q) / v - (shape + q) * inverses;
    }
    gradient[0] = p * byP;
    gradient[1] = q * byQ;
    gradient[2] = v * byV;
    return value;
  };
}
