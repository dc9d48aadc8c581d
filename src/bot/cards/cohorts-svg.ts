import type { CohortsCard } from '../command';
import { OWN } from './brand';
import { CHART_HEIGHT, CHART_WIDTH } from './bars-svg';
import { drawable, fitLine, textLine, type Fonts } from './svg';

const PAGE = { left: 40, right: 1040, top: 170, bottom: 770 };
const LABEL_WIDTH = 110;
const SIZE_WIDTH = 90;
const TALLEST_ROW = 70;
const COLOURS = { page: '#ffffff', ink: '#10302b', quiet: '#5d6f6b', light: '#f4f1ea' } as const;
/** From few to many came back, in tints of the product's greens; what is written on a cell keeps to its contrast in any shop's colour. */
const HEAT = [
  { fill: OWN.mist, tint: 0.4, ink: COLOURS.ink },
  { fill: OWN.mist, tint: 1, ink: COLOURS.ink },
  { fill: OWN.fresh, tint: 0.4, ink: COLOURS.ink },
  { fill: OWN.fresh, tint: 1, ink: '#ffffff' },
  { fill: OWN.deep, tint: 1, ink: '#ffffff' },
] as const;
const STEPS = [0, 0.05, 0.15, 0.3, 0.5] as const;

/** Who first bought in a month, and how many of them bought in each month after, as an SVG. */
export function cohortsSvg(card: CohortsCard, fonts: Fonts): string {
  const { rows, title } = card;
  const width = PAGE.right - PAGE.left;
  const heading = fitLine(drawable(title, fonts.bold), fonts.bold, { width, largest: 46, smallest: 28 });
  const months = Math.max(1, ...rows.map(({ returned }) => returned.length));
  const cell = {
    width: (width - LABEL_WIDTH - SIZE_WIDTH) / months,
    height: Math.min(TALLEST_ROW, (PAGE.bottom - PAGE.top) / Math.max(1, rows.length)),
  };
  const after = fitLine(drawable(card.after, fonts.regular), fonts.regular, {
    width: width - LABEL_WIDTH - SIZE_WIDTH,
    largest: 24,
    smallest: 14,
  });
  const x = PAGE.left + LABEL_WIDTH + SIZE_WIDTH;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${CHART_HEIGHT}" viewBox="0 0 ${CHART_WIDTH} ${CHART_HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`,
    textLine(heading.text, { x: PAGE.left, y: 80, size: heading.size, fill: COLOURS.ink, bold: true }),
    textLine(after.text, { x, y: 124, size: after.size, fill: COLOURS.quiet }),
    ...Array.from({ length: months }, (_, i) =>
      textLine(String(i + 1), {
        x: x + cell.width * (i + 0.5),
        y: PAGE.top - 12,
        size: 20,
        fill: COLOURS.quiet,
        anchor: 'middle',
      }),
    ),
    ...rows.map((row, i) => drawRow(row, PAGE.top + i * cell.height, cell, fonts)),
    '</svg>',
  ].join('');
}

function drawRow(
  { label, size, returned }: CohortsCard['rows'][number],
  y: number,
  cell: { width: number; height: number },
  fonts: Fonts,
): string {
  const baseline = y + cell.height / 2 + 8;
  const x = PAGE.left + LABEL_WIDTH + SIZE_WIDTH;
  return [
    textLine(drawable(label, fonts.regular), { x: PAGE.left, y: baseline, size: 24, fill: COLOURS.quiet }),
    textLine(String(size), {
      x: PAGE.left + LABEL_WIDTH,
      y: baseline,
      size: 24,
      fill: COLOURS.ink,
      bold: true,
    }),
    ...returned.map((count, i) => drawCell(count, size, { x: x + i * cell.width, y, ...cell })),
  ].join('');
}

/** The count over its share: a share alone says nothing of how many it is of. */
function drawCell(
  count: number,
  size: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): string {
  const share = size === 0 ? 0 : count / size;
  const heat = HEAT[STEPS.findLastIndex((from) => share >= from)] ?? HEAT[0];
  const middle = x + width / 2;
  const text = Math.min(22, height * 0.4, width * 0.36);
  const gap = 3;
  const box = `<rect x="${x + gap / 2}" y="${y + gap / 2}" width="${width - gap}" height="${height - gap}" rx="6" ${size === 0 ? `fill="${COLOURS.light}"` : `fill="${heat.fill}" fill-opacity="${heat.tint}"`}/>`;
  if (size === 0) return box;
  return [
    box,
    textLine(String(count), {
      x: middle,
      y: y + height * 0.46,
      size: text,
      fill: heat.ink,
      bold: true,
      anchor: 'middle',
    }),
    textLine(`${Math.round(share * 100)}%`, {
      x: middle,
      y: y + height * 0.84,
      size: text * 0.8,
      fill: heat.ink,
      anchor: 'middle',
    }),
  ].join('');
}
