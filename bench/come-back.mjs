// The three ways of timing a come-back message on a real shop's past, the file INVOICES:
// a line for each invoice, as test/data/README.md tells; parameters come from one half of the customers, what
// is counted from the other, both ways.
import { readFileSync } from 'node:fs';
import { dist } from './lib/support.mjs';

const { dayNumber, historiesOf } = dist('loyalty/insight/repurchase/histories.js');
const { fitHalf } = dist('loyalty/insight/timing/backtest.js');
const { LATE_PROBABILITY, MIN_SILENCE, silenceUntilLate } = dist('loyalty/insight/timing/due.js');
const { shopPast } = dist('loyalty/insight/timing/gaps.js');
const { fixedAtEqualContacts, precisionOf, spellsOf, tally } = dist('loyalty/insight/timing/spells.js');

/** Purchases of customers in the order of their first; neither cancellations nor what cost nothing. */
export function readInvoices(path) {
  const customers = new Map();
  const purchases = [];
  for (const line of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [invoice, customer, at, amount] = line.split(',');
    if (invoice.startsWith('C') || !(Number(amount) > 0) || customer === '') continue;
    if (!customers.has(customer)) customers.set(customer, customers.size);
    purchases.push({
      customer: customers.get(customer),
      day: dayNumber(at.slice(0, 10)),
      cents: Math.round(Number(amount) * 100),
    });
  }
  return purchases;
}

/** The threshold at which the model makes as many contacts as the fixed days: chosen by counts alone, no outcome is seen. */
function thresholdFor(contacts, countAt) {
  let [low, high] = [0, 1];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (countAt(middle) > contacts) low = middle;
    else high = middle;
  }
  return high;
}

function compare(histories, lastDay, rest) {
  const { model } = fitHalf(histories, lastDay, 2, 1 - rest);
  const spells = spellsOf(histories, 2, rest);
  const fixed = (days) => tally(spells, lastDay, () => days);
  const late = (threshold) => tally(spells, lastDay, (spell) => silenceUntilLate(model, spell, threshold));
  const rhythm = Math.min(120, Math.max(14, shopPast(histories).gapPercentile));
  const beside = (name, baseline) => {
    const threshold = thresholdFor(baseline.contacts, (each) => late(each).contacts);
    return [name, baseline, `customer, P ≥ ${threshold.toFixed(3)}`, late(threshold)];
  };
  const chosen = late(LATE_PROBABILITY);
  const equal = fixedAtEqualContacts(spells, lastDay, chosen.contacts, MIN_SILENCE);
  return [
    beside('fixed 30 days', fixed(30)),
    beside(`shop's rhythm, ${rhythm} days`, fixed(rhythm)),
    [`fixed ${equal.days} to ${equal.days + 1} days`, equal, `customer, P ≥ ${LATE_PROBABILITY}`, chosen],
  ];
}

const percent = (tallied) => precisionOf(tallied) * 100;

export function benchComeBack() {
  const { INVOICES } = process.env;
  if (INVOICES === undefined)
    return [['when to bring a customer back: INVOICES names no year of sales', null, null]];
  const purchases = readInvoices(INVOICES);
  const histories = historiesOf(
    purchases.map(({ customer }) => customer),
    purchases.map(({ day }) => day),
  );
  const lastDay = Math.max(...histories.days);
  return ['first', 'second'].flatMap((half, rest) =>
    compare(histories, lastDay, rest).map(([name, baseline, modelName, model]) => [
      `${half} half, ${modelName}, ${model.contacts} contacts: not back in 90 days, %`,
      percent(model),
      `${percent(baseline).toFixed(1)} by ${name}, ${Math.round(baseline.contacts)} contacts`,
    ]),
  );
}

if (process.argv[1] === import.meta.filename) console.table(benchComeBack());
