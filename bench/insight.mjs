// The mathematics of coming back at scale: fit, scores and due days, on shops drawn from an MBG/NBD with fixed seed.
import { dist, median } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const CUSTOMERS = 1_000_000;
const DUE = 100_000;
const YEAR = 365;
/** Of a shop with regulars and passers-by; times in days. */
const TRUE_MODEL = { kind: 'mbg-nbd', r: 0.8, alpha: 45, a: 0.7, b: 1.5 };

/** Gamma with whole or fractional shape (Marsaglia & Tsang 2000). */
function gamma(shape, random) {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Customers who came one after another over a year, and all their purchases in it. */
function shop(customers, random) {
  const purchases = { customers: [], days: [] };
  const { r, alpha, a, b } = TRUE_MODEL;
  for (let customer = 0; customer < customers; customer++) {
    const rate = gamma(r, random) / alpha;
    const [x, y] = [gamma(a, random), gamma(b, random)];
    const leaves = x / (x + y);
    let at = random() * YEAR;
    for (;;) {
      purchases.customers.push(customer);
      purchases.days.push(Math.floor(at));
      if (random() < leaves) break;
      at -= Math.log(1 - random()) / rate;
      if (!(at < YEAR)) break;
    }
  }
  return { customers: Int32Array.from(purchases.customers), days: Int32Array.from(purchases.days) };
}

function seconds(rounds, body) {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    body();
    return (performance.now() - started) / 1000;
  });
  return median(times);
}

/** A whole shop in the thread, and how late timers of 1 ms come meanwhile, in ms. */
async function withThread(purchases) {
  const { InsightThread } = dist('loyalty/insight/thread.js');
  const thread = new InsightThread();
  const late = [];
  let last = performance.now();
  const timer = setInterval(() => {
    late.push(performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const started = performance.now();
  const end = await thread.run('timing', { ...purchases, lastDay: YEAR });
  const elapsed = (performance.now() - started) / 1000;
  clearInterval(timer);
  await thread.close();
  late.sort((a, b) => a - b);
  return { seconds: elapsed, p99: late[Math.floor(late.length * 0.99)], tier: end.value.timing.tier };
}

export async function benchInsight() {
  const { seededRandom } = dist('loyalty/insight/numeric/random.js');
  const { groupEqual, historiesOf, summarize } = dist('loyalty/insight/repurchase/histories.js');
  const { fitRepurchase, SHOP_PRIOR } = dist('loyalty/insight/repurchase/fit.js');
  const { JOBS } = dist('loyalty/insight/jobs.js');
  const { dueDays } = dist('loyalty/insight/timing/timing.js');
  const purchases = shop(CUSTOMERS, seededRandom(7));
  const histories = historiesOf(purchases.customers, purchases.days);
  const summaries = summarize(histories, YEAR);
  const fit = () => fitRepurchase('mbg-nbd', groupEqual(summaries), SHOP_PRIOR);
  const { model, converged } = fit();
  const few = historiesOf(...firstCustomers(purchases, DUE));
  const timing = { tier: 'customer', model, threshold: 0.6 };
  const threaded = await withThread(purchases);
  const groups = groupEqual(summaries).count.length;
  return [
    [
      'fit of a million customers, s',
      seconds(ROUNDS, fit),
      `${groups} groups, ${converged ? 'converged' : 'NOT converged'} (asked: at most 3)`,
    ],
    [
      'their scores from raw purchases, s',
      seconds(ROUNDS, () => JOBS.scores({ ...purchases, model, day: YEAR })),
      'asked: at most 1',
    ],
    ['due days for 100,000, s', seconds(ROUNDS, () => dueDays(timing, few)), 'asked: at most 1'],
    [
      'a shop of a million in its thread (histories, fit, backtest, due days), s',
      threaded.seconds,
      `tier ${threaded.tier}; the event loop meanwhile late by ${threaded.p99.toFixed(1)} ms at p99`,
    ],
  ];
}

function firstCustomers({ customers, days }, count) {
  const end = customers.findIndex((customer) => customer >= count);
  return [customers.subarray(0, end), days.subarray(0, end)];
}

if (process.argv[1] === import.meta.filename) console.table(await benchInsight());
