// Judging in memory, the trace included, beside json-rules-engine on the same rules and sales in the same run. The two
// take turns, so that whatever else the machine does meets both.
import { dist, median, require } from './lib/support.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 1);
const SALES = 1_000;

const METHODS = ['pix', 'credit', 'debit', 'cash'];
const BRANDS = ['visa', 'mastercard', 'elo', null];

/** The same four conditions in each rule; with fifty rules, each for other amounts, days and machines. */
function ruleNumber(i, count) {
  return {
    benefit: { kind: 'cashback-percent', bps: 100 + i },
    conditions: {
      min_cents: count === 1 ? 5_000 : 1_000 + i * 200,
      min_inclusive: true,
      weekdays: count === 1 ? [1, 2, 3, 4, 5] : [(i % 7) + 1, ((i + 2) % 7) + 1, ((i + 4) % 7) + 1],
      payment_methods: count === 1 ? ['pix', 'debit'] : [METHODS[i % 4], METHODS[(i + 1) % 4]],
      terminals: count === 1 ? ['T0', 'T1', 'T2', 'T3'] : [`T${i % 5}`, `T${(i + 1) % 5}`, `T${(i + 2) % 5}`],
    },
  };
}

/** What the peer compares: it is given the weekday ready, where ours works it out from the sale's time and zone. */
function asPeerRule({ benefit, conditions }, i) {
  return {
    name: `rule-${i}`,
    conditions: {
      all: [
        { fact: 'cents', operator: 'greaterThanInclusive', value: conditions.min_cents },
        { fact: 'weekday', operator: 'in', value: conditions.weekdays },
        { fact: 'method', operator: 'in', value: conditions.payment_methods },
        { fact: 'terminal', operator: 'in', value: conditions.terminals },
      ],
    },
    event: { type: 'cashback', params: { rule: i, bps: benefit.bps } },
  };
}

function salesMade() {
  const first = Date.parse('2026-11-02T09:00:00-03:00');
  return Array.from({ length: SALES }, (_, i) => ({
    externalId: `sale-${i}`,
    occurredAt: first + i * 37 * 60_000,
    updatedAt: null,
    totalCents: 500 + ((i * 7_919) % 20_000),
    voucherCents: 0,
    refundedCents: 0,
    voucherCode: null,
    method: METHODS[i % 4],
    brand: BRANDS[i % 3],
    terminal: `T${i % 5}`,
    acquirer: 'stone',
    store: 'loja-1',
    nsu: null,
    authorizationCode: null,
    fiscalKey: null,
    buyer: { name: null, phone: null, cpf: null, email: null, cardFingerprint: null },
    items: null,
  }));
}

function ours(rules) {
  const { compileProgram } = dist('loyalty/core/rules/judge.js');
  const { NO_PAST } = dist('loyalty/core/rules/past.js');
  const { settingsSchema } = dist('loyalty/core/rules/rule.js');
  const { Zone } = dist('loyalty/core/time/zone.js');
  const version = { number: 1, rules, settings: settingsSchema.parse({}), validFrom: 0 };
  const judge = compileProgram(version, Zone.of('America/Sao_Paulo'));
  return (sale) => judge(sale, NO_PAST);
}

function peer(rules) {
  const { Engine } = require('json-rules-engine');
  const { Zone } = dist('loyalty/core/time/zone.js');
  const engine = new Engine(rules.map(asPeerRule));
  const zone = Zone.of('America/Sao_Paulo');
  const facts = new Map();
  return (sale) => {
    let known = facts.get(sale);
    if (known === undefined) {
      const { weekday } = zone.local(sale.occurredAt);
      known = { cents: sale.totalCents, weekday, method: sale.method, terminal: sale.terminal };
      facts.set(sale, known);
    }
    return engine.run(known);
  };
}

/** Both must find the same rules to hold, or the comparison is none. */
async function agree(judge, run, sales) {
  for (const sale of sales) {
    const held = judge(sale)
      .trace.filter(({ fired }) => fired)
      .map(({ rule }) => rule);
    const { events } = await run(sale);
    const theirs = events.map(({ params }) => params.rule).sort((a, b) => a - b);
    if (held.join() !== theirs.join()) throw new Error(`${sale.externalId}: ${held} here, ${theirs} there`);
  }
}

/** Sales judged in a second; ours is no promise and is not awaited. */
async function rate(judge, sales, waits) {
  const until = performance.now() + SECONDS * 1000;
  const started = performance.now();
  let judged = 0;
  while (performance.now() < until)
    for (let i = 0; i < 100; i++) {
      const verdict = judge(sales[judged++ % sales.length]);
      if (waits) await verdict;
    }
  return (judged / (performance.now() - started)) * 1000;
}

async function beside(count, asked) {
  const rules = Array.from({ length: count }, (_, i) => ruleNumber(i, count));
  const sales = salesMade();
  const [judge, run] = [ours(rules), peer(rules)];
  await agree(judge, run, sales);
  await rate(judge, sales, false);
  const [here, there] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    there.push(await rate(run, sales, true));
    here.push(await rate(judge, sales, false));
  }
  const ratio = median(here.map((value, i) => value / there[i]));
  const what = count === 1 ? 'one rule of four conditions' : `${count} rules of four conditions`;
  return [
    [`json-rules-engine, sales/s, ${what}`, median(there), null],
    [
      `judge with its trace, sales/s, ${what}`,
      median(here),
      `${ratio.toFixed(1)} of the peer (asked: ${asked})`,
    ],
  ];
}

export async function benchJudge() {
  return [...(await beside(50, 20)), ...(await beside(1, 5))];
}

if (process.argv[1] === import.meta.filename) console.table(await benchJudge());
