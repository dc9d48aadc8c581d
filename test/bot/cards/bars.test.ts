import { readFileSync } from 'node:fs';
import { barsSvg } from '../../../src/bot/cards/bars-svg';
import { readFont } from '../../../src/bot/cards/font';
import { reportSvg } from '../../../src/bot/cards/report-svg';
import type { BarsCard, ReportCard } from '../../../src/bot/command';

const fontOf = (name: string) =>
  readFont(readFileSync(require.resolve(`@expo-google-fonts/inter/${name}.ttf`)));
const fonts = { regular: fontOf('400Regular/Inter_400Regular'), bold: fontOf('700Bold/Inter_700Bold') };

const numbers = (tag: string, names: readonly string[]): number[] =>
  names.map((name) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]));

const barsCard = (months: number): BarsCard => ({
  kind: 'bars',
  lang: 'pt',
  zone: 'America/Sao_Paulo',
  title: 'Simulação',
  legend: ['Agora', 'Com a regra nova'],
  groups: Array.from({ length: months }, (_, i) => ({
    label: `${i + 1}/26`,
    values: [310_000 + i, 1_500_000 + i],
  })),
});

it.each([1, 2, 4, 12])('no amount of %d months stands on a bar or on another amount', (months) => {
  const svg = barsSvg(barsCard(months), fonts);
  const bars = [...svg.matchAll(/<rect [^>]*rx="6"[^>]*>/g)]
    .map(([tag]) => numbers(tag, ['x', 'y', 'width', 'height']) as [number, number, number, number])
    .filter(([, y]) => y > 200);
  const amounts = [...svg.matchAll(/<text [^>]*font-weight="700"[^>]*>(R\$[^<]*)</g)].map(
    ([tag, text = '']) => {
      const [x = 0, y = 0, size = 0] = numbers(tag, ['x', 'y', 'font-size']);
      const half = fonts.bold.widthOf(text, size) / 2;
      expect(text).not.toContain('…');
      return { left: x - half, right: x + half, top: y - size, bottom: y };
    },
  );
  expect(amounts.length).toBe(months <= 4 ? 2 * months : 1);
  for (const amount of amounts) {
    for (const [x, y, width, height] of bars) {
      const over =
        amount.left < x + width && amount.right > x && amount.bottom > y && amount.top < y + height;
      expect(over).toBe(false);
    }
    const others = amounts.filter((other) => other !== amount);
    expect(
      others.some(
        (other) =>
          amount.left < other.right &&
          amount.right > other.left &&
          amount.top < other.bottom &&
          amount.bottom > other.top,
      ),
    ).toBe(false);
  }
});

it('the labels of a report’s tiles are of one size, and whole', () => {
  const labels = ['Vendas', 'Clientes novos', 'Clientes que voltaram', 'Benefícios concedidos'];
  const card: ReportCard = {
    kind: 'report',
    lang: 'pt',
    zone: 'America/Sao_Paulo',
    title: 'Novembro',
    tiles: labels.map((label) => ({ label, value: '12' })),
    legend: ['de clientes', 'outras'],
    groups: [],
  };
  const svg = reportSvg(card, fonts);
  const words = [...svg.matchAll(/<text [^>]*font-size="25"[^>]*>([^<]*)</g)].map(([, text = '']) => text);
  expect(words.join(' ')).toBe(labels.join(' '));
});

it('what is counted is written as a number', () => {
  const svg = barsSvg({ ...barsCard(1), unit: 'count' }, fonts);
  expect(svg).toContain('>1.500.000<');
  expect(svg).not.toContain('R$');
});
