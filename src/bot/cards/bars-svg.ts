import { OWN } from './brand';
import type { BarsCard } from '../command';
import { formatIn } from '../messages';
import { drawable, fitLine, textLine, type Fonts } from './svg';

export const CHART_WIDTH = 1080;
export const CHART_HEIGHT = 810;

const PLOT = { left: 60, right: 1020, top: 230, bottom: 690 };
/** Of so few groups every amount is told, each within its own bar's width: beside it another bar may be taller. */
const FEW_GROUPS = 4;
const WIDEST_BAR = 150;
/** Of more groups only the tallest bar's is, over which nothing else stands. */
const LONE_AMOUNT = 200;
const COLOURS = {
  page: '#ffffff',
  ink: '#10302b',
  quiet: '#5d6f6b',
  line: '#d9d3c6',
  /** Of the series, in their order; they differ in lightness too, for those who do not see the colours. */
  series: [OWN.fresh, '#f5c056'],
} as const;

/** Amounts side by side, a group a label, as an SVG of CHART_WIDTH by CHART_HEIGHT pixels. */
export function barsSvg(card: BarsCard, fonts: Fonts): string {
  const { title, groups, legend } = card;
  const heading = fitLine(drawable(title, fonts.bold), fonts.bold, {
    width: PLOT.right - PLOT.left,
    largest: 52,
    smallest: 32,
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${CHART_HEIGHT}" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`,
    textLine(heading.text, { x: PLOT.left, y: 96, size: heading.size, fill: COLOURS.ink, bold: true }),
    ...legend.map((name, i) => key(name, i, legend, fonts)),
    `<line x1="${PLOT.left}" y1="${PLOT.bottom}" x2="${PLOT.right}" y2="${PLOT.bottom}" stroke="${COLOURS.line}" stroke-width="3"/>`,
    ...groups.map((group, i) => drawGroup(card, group, i, fonts)),
    '</svg>',
  ].join('');
}

function key(name: string, i: number, legend: readonly string[], fonts: Fonts): string {
  const before = legend
    .slice(0, i)
    .reduce((sum, other) => sum + fonts.regular.widthOf(drawable(other, fonts.regular), 32) + 90, 0);
  const x = PLOT.left + before;
  return (
    `<rect x="${x}" y="132" width="30" height="30" rx="6" fill="${COLOURS.series[i] ?? COLOURS.quiet}"/>` +
    textLine(drawable(name, fonts.regular), { x: x + 44, y: 158, size: 32, fill: COLOURS.quiet })
  );
}

const within = (middle: number, half: number): number =>
  Math.min(Math.max(middle, PLOT.left + half), PLOT.right - half);

function drawGroup(card: BarsCard, group: BarsCard['groups'][number], i: number, fonts: Fonts): string {
  const largest = Math.max(1, ...card.groups.flatMap(({ values }) => values));
  const slot = (PLOT.right - PLOT.left) / card.groups.length;
  const isFew = card.groups.length <= FEW_GROUPS;
  const width = Math.min(WIDEST_BAR, (slot * (isFew ? 0.92 : 0.78)) / group.values.length);
  const middle = PLOT.left + slot * (i + 0.5);
  const { money, number } = formatIn(card.lang, card.zone);
  const written = card.unit === 'count' ? number : money;
  const bars = group.values.map((value, series) => {
    const height = Math.round(((PLOT.bottom - PLOT.top) * value) / largest);
    const x = middle + (series - group.values.length / 2) * width;
    const amount = fitLine(written(value), fonts.bold, {
      width: isFew ? width - 6 : LONE_AMOUNT,
      largest: 26,
      smallest: 13,
    });
    return (
      `<rect x="${x + 3}" y="${PLOT.bottom - height}" width="${width - 6}" height="${height}" rx="6" ` +
      `fill="${COLOURS.series[series] ?? COLOURS.quiet}"/>` +
      (isFew || value === largest
        ? textLine(amount.text, {
            x: within(x + width / 2, fonts.bold.widthOf(amount.text, amount.size) / 2),
            y: PLOT.bottom - height - 14,
            size: amount.size,
            fill: COLOURS.ink,
            bold: true,
            anchor: 'middle',
          })
        : '')
    );
  });
  const label = fitLine(drawable(group.label, fonts.regular), fonts.regular, {
    width: slot * 0.95,
    largest: 30,
    smallest: 18,
  });
  return (
    bars.join('') +
    textLine(label.text, {
      x: middle,
      y: PLOT.bottom + 48,
      size: label.size,
      fill: COLOURS.quiet,
      anchor: 'middle',
    })
  );
}
