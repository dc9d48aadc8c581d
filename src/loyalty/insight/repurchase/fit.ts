import { minimize, type Objective } from '../numeric/minimize';
import { digamma, logGamma } from '../numeric/special';
import type { Groups } from './histories';
import { chancesToLeave, type RepurchaseModel } from './model';

/** A weak belief about positive parameters: independent log-normals. */
export interface LogNormalPrior {
  readonly centres: readonly number[];
  readonly logSds: readonly number[];
}

/**
 * For r, α (days), a, b. Plain maximum likelihood degenerates on small shops (the dropout collapses); two hundred
 * customers already outweigh this.
 */
export const SHOP_PRIOR: LogNormalPrior = { centres: [0.8, 45, 0.7, 1.5], logSds: [0.7, 0.7, 1, 1] };

export interface Fit<Model> {
  readonly model: Model;
  /** Of the data alone, without the prior. */
  readonly logLikelihood: number;
  /** Of the objective by customer, on the logs of the parameters. */
  readonly gradientNorm: number;
  /** Whether that gradient vanishes. Without a prior it may not: the likelihood of a small shop need have no maximum. */
  readonly converged: boolean;
  readonly customers: number;
}

/** Logs of parameters beyond this are the likelihood running away to infinity. */
export const LOG_BOUND = 14;

/**
 * The most likely model, or the most probable one under a prior, by BFGS on the logs of the parameters. Times are in
 * days; no customers give the prior's centres.
 */
export function fitRepurchase(
  kind: RepurchaseModel['kind'],
  groups: Groups,
  prior: LogNormalPrior | null = null,
): Fit<RepurchaseModel> {
  const customers = groups.count.reduce((sum, count) => sum + count, 0);
  const objective = penalised(likelihoodOf(kind, groups), prior, customers);
  const start = (prior ?? SHOP_PRIOR).centres.map(Math.log);
  const found = minimize(objective, start);
  const [r = 0, alpha = 0, a = 0, b = 0] = found.point.map(Math.exp);
  const model: RepurchaseModel = { kind, r, alpha, a, b };
  const { gradientNorm, converged } = found;
  return { model, logLikelihood: logLikelihood(model, groups), gradientNorm, converged, customers };
}

/** ln L of the groups; times in days, so in weeks it is greater by ln 7 for each repeat purchase. */
export function logLikelihood({ kind, r, alpha, a, b }: RepurchaseModel, groups: Groups): number {
  return likelihoodOf(kind, groups)([r, alpha, a, b].map(Math.log), [0, 0, 0, 0]);
}

/** −(ln L + ln prior) by customer: its size, and so the tolerance on its gradient, is that of one customer. */
export function penalised(likelihood: Objective, prior: LogNormalPrior | null, customers: number): Objective {
  const scale = 1 / Math.max(1, customers);
  return (point, gradient) => {
    if (point.some((log) => Math.abs(log) > LOG_BOUND)) return Infinity;
    let value = likelihood(point, gradient);
    point.forEach((log, i) => {
      const deviation = prior === null ? 0 : log - Math.log(prior.centres[i] ?? 1);
      const variance = (prior?.logSds[i] ?? 1) ** 2;
      value -= deviation ** 2 / (2 * variance);
      gradient[i] = -scale * (gradient[i]! - deviation / variance);
    });
    return -scale * value;
  };
}

/**
 * ln L and its gradient on the logs of r, α, a, b. For k chances to leave, with s = r + x (Fader, Hardie & Lee 2005,
 * eq. 6, and Batislam et al. 2007, eq. 7, which is the same with one chance more):
 *
 * L = Γ(s) α^r / Γ(r) · Γ(a+b) Γ(b+k−1) / (Γ(b) Γ(a+b+k)) · [(b+k−1) (α+T)^−s + a (α+t_x)^−s]
 *
 * and for k = 0 the first factor with (α+T)^−s alone.
 */
export function likelihoodOf(kind: RepurchaseModel['kind'], groups: Groups): Objective {
  const runs = runsOf(groups.repeats);
  const days = groups.age.reduce((longest, age) => Math.max(longest, age), 0) + 1;
  const logs = new Float64Array(days);
  const inverses = new Float64Array(days);
  return (point, gradient) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = point.map(Math.exp);
    for (let day = 0; day < days; day++) {
      logs[day] = Math.log(alpha + day);
      inverses[day] = 1 / (alpha + day);
    }
    let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    for (const { repeats, from, to } of runs) {
      const chances = chancesToLeave(kind, repeats);
      const shape = r + repeats;
      const stay = chances === 0 ? 1 : b + chances - 1;
      const sums = bracketSums(groups, {
        from,
        to,
        logs,
        inverses,
        shape,
        stay,
        leave: chances === 0 ? 0 : a,
      });
      const { count } = sums;
      value += count * (logGamma(shape) - logGamma(r) + r * Math.log(alpha)) + sums.log;
      byR += count * (digamma(shape) - digamma(r) + Math.log(alpha)) - sums.logTime;
      byAlpha += (count * r) / alpha - shape * sums.inverseTime;
      if (chances === 0) continue;
      value += count * (logGamma(a + b) - logGamma(b) + logGamma(stay) - logGamma(a + b + chances));
      const byBoth = digamma(a + b) - digamma(a + b + chances);
      byA += count * byBoth + (count - sums.stayed) / a;
      byB += count * (byBoth - digamma(b) + digamma(stay)) + sums.stayed / stay;
    }
    gradient[0] = r * byR;
    gradient[1] = alpha * byAlpha;
    gradient[2] = a * byA;
    gradient[3] = b * byB;
    return value;
  };
}

interface Run {
  repeats: number;
  from: number;
  to: number;
}

/** Stretches of groups with equal x: whatever depends on x alone is computed once for each. */
function runsOf(repeats: Int32Array): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < repeats.length; i++) {
    const last = runs.at(-1);
    if (last !== undefined && last.repeats === repeats[i]) last.to = i + 1;
    else runs.push({ repeats: repeats[i]!, from: i, to: i + 1 });
  }
  return runs;
}

/**
 * The bracket of the likelihood summed over one run, weighted by the groups' counts: its log, the posterior share that
 * stayed, and the means under that posterior of ln(α + time) and 1 / (α + time).
 */
function bracketSums(
  { recency, age, count }: Groups,
  run: {
    from: number;
    to: number;
    logs: Float64Array;
    inverses: Float64Array;
    shape: number;
    stay: number;
    leave: number;
  },
): { count: number; log: number; stayed: number; logTime: number; inverseTime: number } {
  const { logs, inverses, shape } = run;
  const oddsOfLeaving = Math.log(run.leave / run.stay);
  const logStay = Math.log(run.stay);
  const sums = { count: 0, log: 0, stayed: 0, logTime: 0, inverseTime: 0 };
  for (let i = run.from; i < run.to; i++) {
    const weight = count[i]!;
    const [early, late] = [recency[i]!, age[i]!];
    // leave/stay by the odds; of two terms the greater is taken out, so that nothing overflows.
    const odds = oddsOfLeaving + shape * (logs[late]! - logs[early]!);
    const smaller = Math.exp(-Math.abs(odds));
    const stayed = (odds > 0 ? smaller : 1) / (1 + smaller);
    sums.count += weight;
    sums.log += weight * (logStay - shape * logs[late]! + Math.max(odds, 0) + Math.log1p(smaller));
    sums.stayed += weight * stayed;
    sums.logTime += weight * (stayed * logs[late]! + (1 - stayed) * logs[early]!);
    sums.inverseTime += weight * (stayed * inverses[late]! + (1 - stayed) * inverses[early]!);
  }
  return sums;
}
