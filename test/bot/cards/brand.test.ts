import { renderChart, renderVoucherCard } from '../../../src/bot/cards';
import { wearing } from '../../../src/bot/cards/brand';
import type { BarsCard, CohortsCard, VoucherCard } from '../../../src/bot/command';

const at = Date.parse('2026-11-24T14:30:00-03:00');
const voucher: VoucherCard = {
  kind: 'voucher',
  shop: 'Padaria Central',
  voucherId: 'v',
  benefit: { kind: 'voucher-fixed', cents: 2_000 },
  minimumPurchaseCents: 5_000,
  availableAt: null,
  expiresAt: at + 30 * 86_400_000,
  stores: null,
  zone: 'America/Sao_Paulo',
  lang: 'pt',
};
const bars: BarsCard = {
  kind: 'bars',
  title: 'Custo por mês',
  legend: ['Hoje', 'Com a regra'],
  groups: Array.from({ length: 12 }, (_, i) => ({ label: `${i + 1}/26`, values: [i * 1_000, i * 1_500] })),
  zone: 'America/Sao_Paulo',
  lang: 'pt',
};
const cohorts: CohortsCard = {
  kind: 'cohorts',
  title: 'Quem voltou',
  after: 'meses depois',
  rows: [{ label: '10/26', size: 20, returned: [0, 2, 4, 8, 16] }],
};

test('the product’s greens give way to the shop’s colour; without one nothing changes', () => {
  const svg = '<rect fill="#17705f"/><rect fill="#0c3b35"/>';
  expect(wearing(svg, null)).toBe(svg);
  expect(wearing(svg, '#1c4e9c')).toBe('<rect fill="#1c4e9c"/><rect fill="#0f2b56"/>');
});

test('a colour on which white could not be read is made darker', () => {
  const worn = wearing('#17705f', '#ffe000');
  expect(worn).not.toBe('#ffe000');
  expect(worn).toMatch(/^#[0-9a-f]{6}$/);
});

test('a picture in the shop’s colour is another, and under 150 KB', async () => {
  const pictures = [
    await renderVoucherCard(voucher, 'ABCD1234'),
    await renderVoucherCard(voucher, 'ABCD1234', { colour: '#5b2a86' }),
    await renderChart(bars),
    await renderChart(bars, '#5b2a86'),
    await renderChart(cohorts),
    await renderChart(cohorts, '#5b2a86'),
  ];
  for (const png of pictures) expect(png.length).toBeLessThan(150_000);
  expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
  expect(pictures[4]?.equals(pictures[5] ?? Buffer.alloc(0))).toBe(false);
  expect(pictures[2]?.equals(pictures[3] ?? Buffer.alloc(0))).toBe(false);
});
