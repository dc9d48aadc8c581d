import { readFile } from 'node:fs/promises';
import type { ShopChat } from '../../loyalty';
import type { Card, VoucherCard } from '../command';
import { barsSvg } from './bars-svg';
import { wearing } from './brand';
import { cohortsSvg } from './cohorts-svg';
import { readFont } from './font';
import { reportSvg } from './report-svg';
import type { Fonts } from './svg';
import { voucherSvg } from './voucher-svg';

const FONTS = '@expo-google-fonts/inter';

/** The renderer and the fonts, loaded by the first card: a process that draws none pays for none. */
interface Press {
  render: typeof import('@resvg/resvg-js').renderAsync;
  fonts: Fonts;
  fontFiles: string[];
}

let press: Promise<Press> | null = null;

/** A PNG of CARD_WIDTH by CARD_HEIGHT pixels: drawn off the main thread, packed on it (about 20 ms). */
export function renderVoucherCard(
  card: VoucherCard,
  code: string,
  { colour = null, chat = null }: { colour?: string | null; chat?: ShopChat | null } = {},
): Promise<Buffer> {
  return print((fonts) => wearing(voucherSvg(card, code, fonts, chat), colour));
}

/** A PNG of CHART_WIDTH by CHART_HEIGHT pixels. */
export function renderChart(card: Exclude<Card, VoucherCard>, colour: string | null = null): Promise<Buffer> {
  return print((fonts) => wearing(chartSvg(card, fonts), colour));
}

function chartSvg(card: Exclude<Card, VoucherCard>, fonts: Fonts): string {
  if (card.kind === 'report') return reportSvg(card, fonts);
  return card.kind === 'cohorts' ? cohortsSvg(card, fonts) : barsSvg(card, fonts);
}

async function print(draw: (fonts: Fonts) => string): Promise<Buffer> {
  const { render, fonts, fontFiles } = await (press ??= setUp());
  const image = await render(draw(fonts), {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
  });
  return image.asPng();
}

async function setUp(): Promise<Press> {
  const { renderAsync } = require('@resvg/resvg-js') as typeof import('@resvg/resvg-js');
  const regular = require.resolve(`${FONTS}/400Regular/Inter_400Regular.ttf`);
  const bold = require.resolve(`${FONTS}/700Bold/Inter_700Bold.ttf`);
  const fonts = { regular: readFont(await readFile(regular)), bold: readFont(await readFile(bold)) };
  return { render: renderAsync, fonts, fontFiles: [regular, bold] };
}
