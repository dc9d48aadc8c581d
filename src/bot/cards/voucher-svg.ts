import { OWN } from './brand';
import { create } from 'qrcode';
import { qrText, type ShopChat } from '../../loyalty';
import type { VoucherCard } from '../command';
import { drawable, fitLine, textLine, type Fonts } from './svg';
import { figuresOf, VOUCHER_WORDS, type VoucherFigures, type VoucherWords } from './voucher-words';

export const CARD_WIDTH = 1080;
export const CARD_HEIGHT = 1350;

const CENTRE = CARD_WIDTH / 2;
const TICKET = { left: 60, right: 1020, top: 60, tear: 548, bottom: 1298, corner: 44, notch: 34 };
const TEXT_LEFT = 130;
const TEXT_WIDTH = CARD_WIDTH - 2 * TEXT_LEFT;
const LARGEST_AMOUNT = 152;
/** The height of Inter's capitals, in parts of the size. */
const CAPITALS = 0.73;
/** The most that it takes; four modules of quiet are around. */
const QR = { top: 622, side: 336 };
const COLOURS = {
  page: '#efe9dd',
  paper: '#ffffff',
  deep: OWN.deep,
  fresh: OWN.fresh,
  gold: '#f5c056',
  mist: OWN.mist,
  ink: '#10302b',
  quiet: '#5d6f6b',
  line: '#d9d3c6',
} as const;

/** The voucher as an SVG of CARD_WIDTH by CARD_HEIGHT pixels; text that the fonts cannot show is left out. */
export function voucherSvg(
  card: VoucherCard,
  code: string,
  fonts: Fonts,
  chat: ShopChat | null = null,
): string {
  const words = VOUCHER_WORDS[card.lang];
  const figures = figuresOf(card, code);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<defs><linearGradient id="head" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${COLOURS.deep}"/>`,
    `<stop offset="1" stop-color="${COLOURS.fresh}"/></linearGradient><clipPath id="top"><path d="${upperHalf()}"/></clipPath></defs>`,
    `<rect width="100%" height="100%" fill="${COLOURS.page}"/>`,
    `<path d="${upperHalf()}" fill="url(#head)"/>`,
    `<g clip-path="url(#top)" fill="none" stroke="#ffffff" stroke-opacity="0.07" stroke-width="46">`,
    ...[150, 270, 390].map(
      (radius) => `<circle cx="${TICKET.right - 40}" cy="${TICKET.top + 40}" r="${radius}"/>`,
    ),
    '</g>',
    `<path d="${lowerHalf()}" fill="${COLOURS.paper}"/>`,
    head(card.shop, words.kind[card.benefit.kind], figures, fonts),
    codes(words, figures, chat),
    conditions(words, figures, fonts),
    '</svg>',
  ].join('');
}

/** From the tear line up, its lower corners cut by half a notch each. */
function upperHalf(): string {
  const { left, right, top, tear, corner, notch } = TICKET;
  return (
    `M${left} ${top + corner}a${corner} ${corner} 0 0 1 ${corner} ${-corner}H${right - corner}` +
    `a${corner} ${corner} 0 0 1 ${corner} ${corner}V${tear - notch}a${notch} ${notch} 0 0 0 ${-notch} ${notch}` +
    `H${left + notch}a${notch} ${notch} 0 0 0 ${-notch} ${-notch}z`
  );
}

function lowerHalf(): string {
  const { left, right, tear, bottom, corner, notch } = TICKET;
  return (
    `M${left + notch} ${tear}H${right - notch}a${notch} ${notch} 0 0 0 ${notch} ${notch}V${bottom - corner}` +
    `a${corner} ${corner} 0 0 1 ${-corner} ${corner}H${left + corner}a${corner} ${corner} 0 0 1 ${-corner} ${-corner}` +
    `V${tear + notch}a${notch} ${notch} 0 0 0 ${notch} ${-notch}z`
  );
}

function head(shop: string, kind: string, { value, use, stores }: VoucherFigures, fonts: Fonts): string {
  const name = fitLine(drawable(shop, fonts.bold), fonts.bold, {
    width: TEXT_WIDTH,
    largest: 60,
    smallest: 36,
  });
  // An item's name is somebody's own words.
  const amount = fitLine(drawable(value, fonts.bold), fonts.bold, {
    width: TEXT_WIDTH,
    largest: LARGEST_AMOUNT,
    smallest: 44,
  });
  const at = { x: TEXT_LEFT, bold: true, fill: '#ffffff' };
  return [
    textLine(name.text, { ...at, y: 176, size: name.size }),
    textLine(kind.toUpperCase(), { ...at, y: 254, size: 30, fill: COLOURS.gold, letterSpacing: 5 }),
    textLine(amount.text, {
      ...at,
      x: TEXT_LEFT - Math.round((6 * amount.size) / LARGEST_AMOUNT),
      y: 412 - ((LARGEST_AMOUNT - amount.size) * CAPITALS) / 2,
      size: amount.size,
    }),
    ...noteLines(stores === null ? [use] : [use, stores], fonts),
  ].join('');
}

/** What the value is for, and where: below it, in one line each. */
function noteLines(notes: readonly string[], fonts: Fonts): string[] {
  return notes.map((note, i) => {
    const { text, size } = fitLine(drawable(note, fonts.regular), fonts.regular, {
      width: TEXT_WIDTH,
      largest: notes.length === 1 ? 36 : 32,
      smallest: 24,
    });
    const y = notes.length === 1 ? 484 : 470 + i * 42;
    return textLine(text, { x: TEXT_LEFT, y, size, fill: COLOURS.mist });
  });
}

function codes({ show }: VoucherWords, { code }: VoucherFigures, chat: ShopChat | null): string {
  const { left, right, tear, notch } = TICKET;
  const line = { x: CENTRE, anchor: 'middle', fill: COLOURS.ink } as const;
  return [
    `<path d="M${left + notch + 21} ${tear}H${right - notch - 21}" stroke="${COLOURS.page}" stroke-width="9" stroke-dasharray="0.1 24.89" stroke-linecap="round"/>`,
    qrPath(qrText(code, chat)),
    textLine(code, { ...line, y: 1086, size: 86, bold: true, letterSpacing: 6 }),
    textLine(show, { ...line, y: 1136, size: 32, fill: COLOURS.quiet }),
  ].join('');
}

/** The dark modules, a run of each row as one rectangle, in whole pixels. */
function qrPath(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const start = column;
      while (column < size && data[row * size + column] === 1) column++;
      if (column > start) path += `M${start} ${row}h${column - start}v1h${start - column}z`;
    }
  const scale = Math.floor(QR.side / size);
  const left = CENTRE - (scale * size) / 2;
  const top = QR.top + Math.round((QR.side - scale * size) / 2);
  return `<path transform="translate(${left} ${top}) scale(${scale})" d="${path}" fill="${COLOURS.ink}" shape-rendering="crispEdges"/>`;
}

function conditions(
  words: VoucherWords,
  { firstDay, lastDay, minimum }: VoucherFigures,
  fonts: Fonts,
): string {
  const cells: [string, string][] = firstDay === null ? [] : [[words.from, firstDay]];
  cells.push([words.until, lastDay]);
  if (minimum !== null) cells.push([words.minimum, minimum]);
  const width = TEXT_WIDTH / cells.length;
  const parts = [
    `<path d="M${TEXT_LEFT} 1166H${CARD_WIDTH - TEXT_LEFT}" stroke="${COLOURS.line}" stroke-width="2"/>`,
  ];
  for (const [i, [label, figure]] of cells.entries()) {
    const x = TEXT_LEFT + width * (i + 0.5);
    const fitted = fitLine(figure, fonts.bold, { width: width - 36, largest: 46, smallest: 24 });
    parts.push(
      textLine(label, { x, y: 1214, size: 30, anchor: 'middle', fill: COLOURS.quiet }),
      textLine(fitted.text, {
        x,
        y: 1264,
        size: fitted.size,
        bold: true,
        anchor: 'middle',
        fill: COLOURS.ink,
      }),
    );
  }
  return parts.join('');
}
