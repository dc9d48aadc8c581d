// The plan for a hundred thousand shops, simulated: how long sales and texts wait in the busiest hour, by how many processes
// there are. What each step costs is measured (docs/operations.md, "Sizing"); how things queue is simulated, on simulated time.
import { parseArgs } from 'node:util';
import { arrivals, drawn, judged, quantile, served } from './lib/queue.mjs';

const { values } = parseArgs({
  options: {
    shops: { type: 'string', default: '100000' },
    /** A shop and day; a fifth of them in the busiest hour, three times its rate in its busiest minute. */
    sales: { type: 'string', default: '60' },
    databases: { type: 'string', default: '16' },
    /** Milliseconds of a worker: a set whatever is in it, each sale in it, a turn of the chat; of a web process: an event. */
    set: { type: 'string', default: '31' },
    sale: { type: 'string', default: '0.26' },
    turn: { type: 'string', default: '3.25' },
    event: { type: 'string', default: '0.65' },
    seed: { type: 'string', default: '1' },
  },
});
const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));

const BUSIEST_HOUR = 0.2;
const BUSIEST_MINUTE = 3;
const TURNS_A_SALE = 0.3;
const LARGEST_SET = 500;
/** What a worker's sets cost. */
const SETS = { setSeconds: given.set / 1000, saleSeconds: given.sale / 1000, largest: LARGEST_SET };
/** Asked of a verdict, in seconds. */
const LIMIT = 2;
const QUIET_SECONDS = 120;

const draw = drawn(given.seed);
const perSecond = (given.shops * given.sales * BUSIEST_HOUR) / 3600;
const SECONDS = 2 * QUIET_SECONDS + 60;
const phases = (rate) => [
  [QUIET_SECONDS, rate],
  [60, rate * BUSIEST_MINUTE],
  [QUIET_SECONDS, rate],
];

/** The fewest servers under which 99 of 100 wait no longer than the limit, with what is measured there. */
function fewest(measure, from) {
  for (let servers = Math.max(1, from); ; servers++) {
    const result = measure(servers);
    if (result.p99 <= LIMIT) return { servers, ...result };
  }
}

function firstCome(rate, milliseconds) {
  const moments = arrivals(phases(rate), draw);
  return fewest(
    (servers) => {
      const done = served(moments, milliseconds / 1000, servers);
      const waited = done.map((at, i) => at - moments[i]);
      return { p50: quantile(waited, 0.5), p99: quantile(waited, 0.99) };
    },
    Math.ceil((rate * milliseconds) / 1000),
  );
}

/** One database's share of the shops, whose sizes differ as shops' do: some sell ten times what others do. */
function judging(company) {
  const shops = Math.round(given.shops / given.databases);
  const weights = Array.from({ length: shops }, () =>
    Math.exp(Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())),
  );
  const upTo = [];
  weights.reduce((sum, weight, i) => (upTo[i] = sum + weight), 0);
  const whose = () => {
    const mark = draw() * upTo[shops - 1];
    let [low, high] = [0, shops - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] < mark) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const moments = arrivals(phases(perSecond / given.databases), draw);
  const sales = moments.map((at) => [at, whose()]);
  return fewest((workers) => {
    const { done, sets, busy } = judged(sales, { workers, ...SETS, company });
    const waited = sales.map(([at], i) => done[i] - at);
    return {
      p50: quantile(waited, 0.5),
      p99: quantile(waited, 0.99),
      perSet: sales.length / sets,
      busy: busy / SECONDS / workers,
    };
  }, 1);
}

/** What the model says of the measured rows: inboxes of so many shops that are full, drained by one worker. */
function drained(shops, salesEach) {
  const sales = Array.from({ length: shops * salesEach }, (_, i) => [0, i % shops]);
  const { done } = judged(sales, { workers: 1, ...SETS, company: 0 });
  return sales.length / Math.max(...done);
}

/** How long one waits at four fifths of a server's time: Pollaczek–Khinchine says load / 2(1 − load) of a service. */
function knownQueue() {
  const moments = arrivals([[400_000, 0.8]], draw);
  const done = served(moments, 1, 1);
  return done.reduce((sum, at, i) => sum + at - 1 - moments[i], 0) / moments.length;
}

const rows = [];
const put = (what, processes, result) =>
  rows.push({
    what,
    processes,
    'p50 ms': Math.round(result.p50 * 1000),
    'p99 ms': Math.round(result.p99 * 1000),
    'sales a set': result.perSet?.toFixed(2) ?? '',
    'busy, %': result.busy === undefined ? '' : Math.round(result.busy * 100),
  });
for (const company of [0, 1]) {
  const result = judging(company);
  put(
    `judging, ${company === 0 ? 'at once' : 'a second after the first'}`,
    `${result.servers} × ${given.databases}`,
    result,
  );
}
const web = firstCome(perSecond, given.event);
put('events', web.servers, web);
const chat = firstCome(perSecond * TURNS_A_SALE, given.turn);
put('turns of the chat', chat.servers, chat);

process.stdout.write(
  `${given.shops.toLocaleString('en')} shops, ${perSecond.toFixed(0)} sales/s in the busiest hour, ${(perSecond * BUSIEST_MINUTE).toFixed(0)} in its busiest minute; fewest processes under which 99 of 100 are done within ${LIMIT} s\n`,
);
console.table(rows);
process.stdout.write(
  `the model beside what is known: a wait of ${knownQueue().toFixed(2)} services (2.00 by Pollaczek–Khinchine); one worker drains one shop at ${drained(1, 20_000).toFixed(0)}/s, a thousand at ${drained(1_000, 9).toFixed(0)}/s (measured: 3,127 and 299)\n`,
);
