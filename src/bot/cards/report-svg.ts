import { OWN } from './brand';
import type { ReportCard } from '../command';
import { formatIn } from '../messages';
import { CHART_HEIGHT, CHART_WIDTH } from './bars-svg';
import { drawable, fitLine, textLine, type Fonts } from './svg';

const PAGE = { left: 60, right: 1020 };
const TILES = { top: 136, height: 140, gap: 20 };
/** The same in every tile, and read on a phone, where the picture is a third as wide. */
const LABEL = 25;
const PLOT = { top: 370, bottom: 710 };
const WIDEST_BAR = 80;
const MOST_LABELS = 16;
/** So few that each can be told its amount. */
const FEW_DAYS = 8;
const COLOURS = {
  page: '#ffffff',
  tile: '#eef5f2',
  ink: '#10302b',
  quiet: '#5d6f6b',
  line: '#d9d3c6',
  /** What known customers bought stands below, the rest above; they differ in lightness too. */
  parts: [OWN.fresh, '#f5c056'],
} as const;

/** Four figures, and the days of a period as stacked bars, as an SVG of CHART_WIDTH by CHART_HEIGHT pixels. */
export function reportSvg(card: ReportCard, fonts: Fonts): string {
  const width = PAGE.right - PAGE.left;
  const heading = fitLine(drawable(card.title, fonts.bold), fonts.bold, { width, largest: 52, smallest: 30 });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${CHART_HEIGHT}" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`,
    textLine(heading.text, { x: PAGE.left, y: 96, size: heading.size, fill: COLOURS.ink, bold: true }),
    ...card.tiles.map((tile, i) => drawTile(tile, i, card.tiles.length, fonts)),
    ...card.legend.map((name, i) => key(name, i, card.legend, fonts)),
    ...drawDays(card, fonts),
    '</svg>',
  ].join('');
}

function drawTile(tile: ReportCard['tiles'][number], i: number, count: number, fonts: Fonts): string {
  const width = (PAGE.right - PAGE.left - TILES.gap * (count - 1)) / count;
  const x = PAGE.left + i * (width + TILES.gap);
  const inner = { width: width - 32, largest: 42, smallest: 20 };
  const value = fitLine(drawable(tile.value, fonts.bold), fonts.bold, inner);
  const lines = labelLines(drawable(tile.label, fonts.regular), fonts, inner.width);
  return [
    `<rect x="${x}" y="${TILES.top}" width="${width}" height="${TILES.height}" rx="16" fill="${COLOURS.tile}"/>`,
    textLine(value.text, {
      x: x + 16,
      y: TILES.top + 56,
      size: value.size,
      fill: COLOURS.ink,
      bold: true,
    }),
    ...lines.map((line, at) =>
      textLine(line, { x: x + 16, y: TILES.top + 92 + at * 28, size: LABEL, fill: COLOURS.quiet }),
    ),
  ].join('');
}

/** In two lines where one is too narrow for it; what is too long for two is cut. */
function labelLines(label: string, { regular }: Fonts, width: number): string[] {
  const fits = (text: string): boolean => regular.widthOf(text, LABEL) <= width;
  if (fits(label)) return [label];
  const words = label.split(' ');
  let first = words.shift() ?? '';
  while (words.length > 0 && fits(`${first} ${words[0]}`)) first += ` ${words.shift()}`;
  return [first, words.join(' ')]
    .filter((line) => line !== '')
    .map((line) => fitLine(line, regular, { width, largest: LABEL, smallest: LABEL }).text);
}

function key(name: string, i: number, legend: readonly string[], fonts: Fonts): string {
  const widthOf = (text: string): number => fonts.regular.widthOf(drawable(text, fonts.regular), 28) + 90;
  const x = PAGE.left + legend.slice(0, i).reduce((sum, other) => sum + widthOf(other), 0);
  return (
    `<rect x="${x}" y="302" width="26" height="26" rx="6" fill="${COLOURS.parts[i] ?? COLOURS.quiet}"/>` +
    textLine(drawable(name, fonts.regular), { x: x + 38, y: 325, size: 28, fill: COLOURS.quiet })
  );
}

function drawDays(card: ReportCard, fonts: Fonts): string[] {
  const { groups } = card;
  const largest = Math.max(1, ...groups.map(totalOf));
  const slot = (PAGE.right - PAGE.left) / Math.max(1, groups.length);
  const every = Math.ceil(groups.length / MOST_LABELS);
  const drawn = groups.map((group, i) => {
    const middle = PAGE.left + slot * (i + 0.5);
    const total = totalOf(group);
    const isTold = total > 0 && (total === largest || groups.length <= FEW_DAYS);
    return [
      drawParts(group.values, middle, Math.min(WIDEST_BAR, slot * 0.76), largest),
      isTold ? drawTotal(card, total, middle, PLOT.bottom - heightOf(total, largest), fonts) : '',
      i % every === 0
        ? textLine(drawable(group.label, fonts.regular), {
            x: middle,
            y: PLOT.bottom + 42,
            size: 22,
            fill: COLOURS.quiet,
            anchor: 'middle',
          })
        : '',
    ].join('');
  });
  return [
    ...drawn,
    `<line x1="${PAGE.left}" y1="${PLOT.bottom}" x2="${PAGE.right}" y2="${PLOT.bottom}" stroke="${COLOURS.line}" stroke-width="3"/>`,
  ];
}

const totalOf = ({ values }: ReportCard['groups'][number]): number =>
  values.reduce((sum, value) => sum + value, 0);
const heightOf = (value: number, largest: number): number =>
  Math.round(((PLOT.bottom - PLOT.top) * Math.max(0, value)) / largest);

function drawParts(values: readonly number[], middle: number, width: number, largest: number): string {
  let floor: number = PLOT.bottom;
  return values
    .map((value, part) => {
      const height = heightOf(value, largest);
      floor -= height;
      return `<rect x="${middle - width / 2}" y="${floor}" width="${width}" height="${height}" fill="${COLOURS.parts[part] ?? COLOURS.quiet}"/>`;
    })
    .join('');
}

/** Over its bar, within the page. */
function drawTotal(card: ReportCard, total: number, middle: number, top: number, fonts: Fonts): string {
  const isFew = card.groups.length <= FEW_DAYS;
  const slot = (PAGE.right - PAGE.left) / card.groups.length;
  const amount = fitLine(formatIn(card.lang, card.zone).money(total), fonts.bold, {
    width: Math.max(slot, 130),
    largest: 24,
    smallest: 14,
  });
  return textLine(amount.text, {
    x: isFew ? middle : Math.min(Math.max(middle, PAGE.left + 65), PAGE.right - 65),
    y: top - 12,
    size: amount.size,
    fill: COLOURS.ink,
    bold: true,
    anchor: 'middle',
  });
}
