// The three ways of timing a come-back message on a real shop's past: node bench/come-back.mjs FILE, after npm run build.
// FILE has a line for each invoice, as test/data/README.md tells; parameters come from one half of the customers, what
// is counted from the other, both ways.
import { readFileSync } from 'node:fs';
import { dist } from './lib/support.mjs';

const { dayNumber, historiesOf } = dist('loyalty/insight/repurchase/histories.js');
const { fitHalf } = dist('loyalty/insight/timing/backtest.js');
const { LATE_PROBABILITY, MIN_SILENCE, silenceUntilLate } = dist('loyalty/insight/timing/due.js');
const { shopPast } = dist('loyalty/insight/timing/gaps.js');
const { fixedAtEqualContacts, precisionOf, spellsOf, tally } = dist('loyalty/insight/timing/spells.js');
const { chooseTiming } = dist('loyalty/insight/timing/timing.js');

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

const percent = (tallied) => `${(precisionOf(tallied) * 100).toFixed(1)}%`;

function table(path) {
  const purchases = readInvoices(path);
  const histories = historiesOf(
    purchases.map(({ customer }) => customer),
    purchases.map(({ day }) => day),
  );
  const lastDay = Math.max(...histories.days);
  const lines = [
    '| measured on | compared with | contacts | precision | by customer | contacts | precision | gain, points |',
    '| --- | --- | ---: | ---: | --- | ---: | ---: | ---: |',
  ];
  for (const rest of [0, 1])
    for (const [name, baseline, modelName, model] of compare(histories, lastDay, rest)) {
      const gain = (precisionOf(model) - precisionOf(baseline)) * 100;
      lines.push(
        `| ${rest === 0 ? 'first' : 'second'} half | ${name} | ${Math.round(baseline.contacts)} | ${percent(baseline)} | ` +
          `${modelName} | ${model.contacts} | ${percent(model)} | +${gain.toFixed(1)} |`,
      );
    }
  const timing = chooseTiming(histories, lastDay);
  return `${lines.join('\n')}\n\nchosen: ${JSON.stringify(timing, null, 1)}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const [, , path] = process.argv;
  if (path === undefined) {
    process.stderr.write('usage: node bench/come-back.mjs FILE\n');
    process.exitCode = 1;
  } else process.stdout.write(table(path));
}
