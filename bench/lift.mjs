// How often the verdict on a campaign errs on a real shop's customers: node bench/lift.mjs FILE, after npm run build.
// Audience: who bought before a day; return: a purchase in the 60 days from it. Nothing is sent (A/A), or a lift of ten
// points is planted: treated customers who did not return do, as often as that takes.
import { createHmac } from 'node:crypto';
import { dist } from './lib/support.mjs';
import { readInvoices } from './come-back.mjs';

const { dayNumber } = dist('loyalty/insight/repurchase/histories.js');
const { controlShareBps, inControl } = dist('loyalty/insight/lift/assignment.js');
const { testRevenue } = dist('loyalty/insight/lift/revenue.js');
const { judgeLift } = dist('loyalty/insight/lift/verdict.js');
const { seededRandom } = dist('loyalty/insight/numeric/random.js');
const DRAWS = 500;
const STARTS = ['2011-06-01', '2011-08-01', '2011-09-09', '2011-10-09'];
const WINDOW_DAYS = 60;
const PLANTED = 0.1;

/** Customers who bought before the day, and what each spent in the window after. */
function audienceAt(purchases, date) {
  const start = dayNumber(date);
  const spent = new Map(purchases.filter(({ day }) => day < start).map(({ customer }) => [customer, 0]));
  for (const { customer, day, cents } of purchases)
    if (day >= start && day < start + WINDOW_DAYS && spent.has(customer))
      spent.set(customer, spent.get(customer) + cents);
  return [...spent].map(([customer, cents]) => ({ customer, cents }));
}

function sample(audience, size, random) {
  const chosen = [...audience];
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(random() * (chosen.length - i));
    [chosen[i], chosen[j]] = [chosen[j], chosen[i]];
  }
  return chosen.slice(0, size);
}

function draw(audience, size, number, lift) {
  const random = seededRandom(number * 7919 + size);
  const shareBps = controlShareBps(size);
  const people = sample(audience, size, random);
  const away = 1 - people.filter(({ cents }) => cents > 0).length / size;
  const arms = { treated: { customers: 0, returned: 0 }, control: { customers: 0, returned: 0 } };
  const spent = { treated: [], control: [] };
  for (const { customer, cents } of people) {
    const digest = createHmac('sha256', 'bench').update(`shop|${number}|${customer}`).digest();
    const arm = inControl(digest, shareBps) ? 'control' : 'treated';
    const brought = arm === 'treated' && cents === 0 && random() < lift / away;
    arms[arm].customers++;
    if (cents > 0 || brought) arms[arm].returned++;
    spent[arm].push(cents);
  }
  const revenue = testRevenue(spent.treated, spent.control, { seed: number, permutations: 200 });
  return { verdict: judgeLift({ arms, shareBps, endsAt: 1, now: 1 }), revenue };
}

function row(audiences, size, lift) {
  const counts = { lift: 0, loss: 0, verdicts: 0, revenue: 0 };
  for (let number = 0; number < DRAWS; number++) {
    const { verdict, revenue } = draw(audiences[number % audiences.length], size, number, lift);
    if (verdict.kind === 'lift') counts.lift++;
    if (verdict.kind === 'loss') counts.loss++;
    if (!['not-enough-data', 'broken-split'].includes(verdict.kind)) counts.verdicts++;
    if (revenue.chance <= 0.05) counts.revenue++;
  }
  const percent = (count) => `${((count / DRAWS) * 100).toFixed(1)}%`;
  return `| ${lift === 0 ? 'nothing' : `${lift * 100} points`} | ${size} | ${percent(counts.verdicts)} | ${percent(counts.lift)} | ${percent(counts.loss)} | ${percent(counts.revenue)} |`;
}

function table(path) {
  const purchases = readInvoices(path);
  const audiences = STARTS.map((date) => audienceAt(purchases, date));
  const large = audiences.filter((audience) => audience.length >= 3000);
  return [
    '| what the campaign did | audience | draws with a verdict | "lift" | "loss" | revenue differs, p ≤ .05 |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[200, 500, 1000].map((size) => row(audiences, size, 0)),
    row(large, 3000, 0),
    row(large, 3000, PLANTED),
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const [, , path] = process.argv;
  if (path === undefined) {
    process.stderr.write('usage: node bench/lift.mjs FILE\n');
    process.exitCode = 1;
  } else process.stdout.write(table(path));
}
