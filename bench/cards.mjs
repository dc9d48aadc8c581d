// The pictures that go into a chat: how long each takes to draw, and how large it is.
import { dist, median } from './lib/support.mjs';

const ROUNDS = 20;
/** What compiles and loads for the first of them. */
const WARM_UP = 3;

const VOUCHER = {
  kind: 'voucher',
  shop: 'Padaria São João',
  voucherId: 'voucher-1',
  benefit: { kind: 'voucher-fixed', cents: 2_000 },
  minimumPurchaseCents: 6_667,
  availableAt: null,
  stores: null,
  expiresAt: Date.parse('2026-12-25T00:00:00-03:00'),
  zone: 'America/Sao_Paulo',
  lang: 'pt',
};
const REPORT = {
  kind: 'report',
  title: 'Relatório: outubro de 2026',
  tiles: ['Vendas', 'Faturamento', 'Voltaram', 'Cashback'].map((label) => ({ label, value: 'R$ 1.234,56' })),
  legend: ['Com cliente', 'Sem cliente'],
  groups: Array.from({ length: 31 }, (_, i) => ({
    label: String(i + 1),
    values: [100_000 + i * 1_000, 40_000],
  })),
  zone: 'America/Sao_Paulo',
  lang: 'pt',
};
const returned = (months) => Array.from({ length: months }, (_, i) => 60 - i * 5);
const COHORTS = {
  kind: 'cohorts',
  title: 'Quem volta',
  after: 'meses depois',
  rows: Array.from({ length: 12 }, (_, i) => ({
    label: `${i + 1}/26`,
    size: 120,
    returned: returned(11 - i),
  })),
};

export async function benchCards() {
  const { renderChart, renderVoucherCard } = dist('bot/cards/index.js');
  const pictures = {
    'the voucher card': (round) => renderVoucherCard(VOUCHER, `ABCD12${10 + round}`),
    'the chart of a report': () => renderChart(REPORT),
    'the picture of the cohorts': () => renderChart(COHORTS),
  };
  const times = Object.fromEntries(Object.keys(pictures).map((name) => [name, []]));
  const sizes = {};
  for (let round = 0; round < ROUNDS + WARM_UP; round++)
    for (const [name, draw] of Object.entries(pictures)) {
      const started = performance.now();
      const png = await draw(round);
      if (round >= WARM_UP) times[name].push(performance.now() - started);
      sizes[name] = png.length / 1_000;
    }
  return Object.keys(pictures).flatMap((name) => [
    [`${name}, ms`, median(times[name]), 'asked: at most 80'],
    [`${name}, kB`, sizes[name], 'asked: under 150'],
  ]);
}

if (process.argv[1] === import.meta.filename) console.table(await benchCards());
