import { fitRepurchase, logLikelihood } from '../../src/loyalty/insight/repurchase/fit';
import {
  aliveProbability,
  expectedFromNew,
  expectedPurchases,
  type RepurchaseModel,
} from '../../src/loyalty/insight/repurchase/model';
import { fitSpend } from '../../src/loyalty/insight/repurchase/spend';
import { calibrationFromSales, calibrationTable, type Calibration } from './cdnow';

const sample = process.env['CDNOW_SAMPLE'];
const sources: [string, () => Calibration][] = [['sufficient statistics', calibrationTable]];
if (sample !== undefined) sources.push(['raw sales', () => calibrationFromSales(sample)]);

/** The product counts in days, the papers in weeks: α is divided by 7, and ln L grows by ln 7 for each repeat purchase. */
function inWeeks(model: RepurchaseModel): RepurchaseModel {
  return { ...model, alpha: model.alpha / 7 };
}

function inDays(model: RepurchaseModel): RepurchaseModel {
  return { ...model, alpha: model.alpha * 7 };
}

const PUBLISHED: RepurchaseModel = { kind: 'bg-nbd', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const LONG_DIGITS: RepurchaseModel = {
  kind: 'bg-nbd',
  r: 0.2425945,
  alpha: 4.4136019,
  a: 0.7929199,
  b: 2.4258881,
};

const digits = ({ r, alpha, a, b }: RepurchaseModel, places: number) =>
  [r, alpha, a, b].map((value) => value.toFixed(places));

describe.each(sources)('the CDNOW sample, from its %s', (_source, load) => {
  const { groups, spending } = load();
  const repeats = groups.repeats.reduce((sum, x, i) => sum + x * (groups.count[i] ?? 0), 0);
  const logLikelihoodInWeeks = (model: RepurchaseModel) =>
    logLikelihood(inDays(model), groups) + repeats * Math.log(7);

  it('has the customers and purchases of the paper', () => {
    expect(groups.count.reduce((sum, count) => sum + count, 0)).toBe(2357);
    expect(repeats).toBe(2457);
  });

  it('gives the published BG/NBD', () => {
    const { model, converged, gradientNorm } = fitRepurchase('bg-nbd', groups);
    expect(converged).toBe(true);
    expect(gradientNorm).toBeLessThan(1e-8);
    expect(digits(inWeeks(model), 3)).toEqual(['0.243', '4.414', '0.793', '2.426']);
    expect(logLikelihoodInWeeks(inWeeks(model)).toFixed(1)).toBe('-9582.4');
    expect(logLikelihoodInWeeks(inWeeks(model)).toFixed(3)).toBe('-9582.429');
  });

  it('is at least as likely as where the published long digits stopped', () => {
    const { model } = fitRepurchase('bg-nbd', groups);
    expect(digits(inWeeks(model), 4)).toEqual(['0.2426', '4.4136', '0.7929', '2.4259']);
    const gain = logLikelihoodInWeeks(inWeeks(model)) - logLikelihoodInWeeks(LONG_DIGITS);
    expect(gain).toBeGreaterThan(0);
    expect(gain).toBeLessThan(1e-6);
  });

  it('gives the published MBG/NBD', () => {
    const { model, converged } = fitRepurchase('mbg-nbd', groups);
    expect(converged).toBe(true);
    expect(digits(inWeeks(model), 3)).toEqual(['0.525', '6.183', '0.891', '1.614']);
  });

  it('gives the published Gamma-Gamma', () => {
    const fit = fitSpend(spending);
    expect(fit?.converged).toBe(true);
    expect(fit?.customers).toBe(946);
    const { p = 0, q = 0, v = 0 } = fit?.model ?? {};
    expect([p, q, v].map((value) => value.toFixed(2))).toEqual(['6.25', '3.74', '15.44']);
  });
});

describe('with the published parameters', () => {
  it.each([
    [1, '0.0532'],
    [3, '0.1506'],
    [32, '1.0437'],
  ])('a new customer buys again in %d weeks as often as published', (weeks, expected) => {
    expect(expectedFromNew(LONG_DIGITS, weeks).toFixed(4)).toBe(expected);
  });

  it('the purchases of a known customer in 39 weeks', () => {
    const past = { repeats: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(LONG_DIGITS, past, 39).toFixed(3)).toBe('1.226');
  });

  it('whether a customer is still there', () => {
    const alive = (repeats: number, recency: number, age: number) =>
      aliveProbability(PUBLISHED, { repeats, recency, age }).toFixed(8);
    expect(alive(23, 39, 39)).toBe('0.96855545');
    expect(alive(5, 30, 39)).toBe('0.70562685');
  });
});
