import { readFileSync } from 'node:fs';
import { create } from 'qrcode';
import { Resvg } from '@resvg/resvg-js';
import { renderVoucherCard, voucherAltText } from '../../../src/bot/cards';
import { readFont } from '../../../src/bot/cards/font';
import { drawable, fitLine, type Fonts } from '../../../src/bot/cards/svg';
import { CARD_HEIGHT, CARD_WIDTH, voucherSvg } from '../../../src/bot/cards/voucher-svg';
import { VOUCHER_WORDS } from '../../../src/bot/cards/voucher-words';
import type { VoucherCard } from '../../../src/bot/command';

const FILES = ['400Regular/Inter_400Regular.ttf', '700Bold/Inter_700Bold.ttf'].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);
const [regular, bold] = FILES.map((file) => readFont(readFileSync(file))) as [
  Fonts['regular'],
  Fonts['bold'],
];
const fonts = { regular, bold };

const CODE = 'ABCD1234';
const CARD: VoucherCard = {
  kind: 'voucher',
  shop: 'Padaria São João',
  voucherId: 'voucher-1',
  benefit: { kind: 'voucher-fixed', cents: 2000 },
  minimumPurchaseCents: 6667,
  availableAt: null,
  stores: null,
  expiresAt: Date.parse('2026-12-25T00:00:00-03:00'),
  zone: 'America/Sao_Paulo',
  lang: 'pt',
};

/** The lines of text of a card, as a reader sees them. */
function linesOf(card: VoucherCard): string[] {
  const found = [...voucherSvg(card, CODE, fonts).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(
    ([, text = '']) => text,
  );
  return found.map((text) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}

describe('what the card says', () => {
  it.each([
    [
      'pt',
      ['Padaria São João', 'VALE-COMPRA', 'R$ 20,00', 'para usar na sua próxima compra', 'ABCD-1234'],
      ['Mostre este código no caixa', 'Válido até', '24/12/2026', 'Compra mínima', 'R$ 66,67'],
    ],
    [
      'en',
      ['Padaria São João', 'VOUCHER', 'R$ 20.00', 'to use on your next purchase', 'ABCD-1234'],
      ['Show this code at the checkout', 'Valid until', 'Dec 24, 2026', 'Minimum purchase', 'R$ 66.67'],
    ],
    [
      'es',
      ['Padaria São João', 'VALE DE COMPRA', 'R$ 20,00', 'para usar en tu próxima compra', 'ABCD-1234'],
      ['Muestra este código en la caja', 'Válido hasta', '24/12/2026', 'Compra mínima', 'R$ 66,67'],
    ],
  ] as const)('in %s', (lang, head, foot) => {
    expect(linesOf({ ...CARD, lang })).toEqual([...head, ...foot]);
  });

  it('of a minimum only where there is one', () => {
    expect(linesOf({ ...CARD, minimumPurchaseCents: null })).not.toContain('Compra mínima');
  });

  it('the last day of the shop’s own calendar', () => {
    const card = { ...CARD, expiresAt: Date.parse('2026-12-25T00:00:00-05:00'), zone: 'America/Rio_Branco' };
    expect(linesOf(card)).toContain('24/12/2026');
    expect(linesOf({ ...card, zone: 'America/Sao_Paulo' })).toContain('25/12/2026');
  });

  it('one code, written with its dash or without', () => {
    expect(voucherSvg(CARD, 'ABCD-1234', fonts)).toBe(voucherSvg(CARD, CODE, fonts));
  });

  it('a share of the purchase, with its ceiling and the day from which it is good', () => {
    const card: VoucherCard = {
      ...CARD,
      benefit: { kind: 'voucher-percent', bps: 1250, max_cents: 3000 },
      availableAt: Date.parse('2026-12-01T00:00:00-03:00'),
    };
    const lines = ['VALE-DESCONTO', '12,5%', 'de desconto na próxima compra, até R$ 30,00', '01/12/2026'];
    expect(linesOf(card)).toEqual(expect.arrayContaining([...lines, 'Vale desde', 'Válido até']));
    const open: VoucherCard = { ...card, benefit: { kind: 'voucher-percent', bps: 1000 } };
    expect(linesOf(open)).toContain('de desconto na sua próxima compra');
  });

  it('an item by its name, and where it is good', () => {
    const item = (name: string): VoucherCard => ({
      ...CARD,
      benefit: { kind: 'voucher-item', name },
      stores: ['Centro', 'Jardins'],
    });
    const lines = ['VALE-BRINDE', 'Café com pão', 'para retirar na loja', 'Só em: Centro e Jardins'];
    expect(linesOf(item('Café com pão'))).toEqual(expect.arrayContaining(lines));
    expect(linesOf(item(`</text>*${'W'.repeat(60)}`))[2]).toMatch(/^\/textW+…$/);
    expect(voucherAltText(item('Café'), CODE)).toContain('Vale-brinde, Café para retirar na loja, ABCD-1234');
  });

  it('in words too', () => {
    expect(voucherAltText(CARD, CODE)).toBe(
      'Padaria São João: Vale-compra, R$ 20,00, ABCD-1234. Válido até 24/12/2026. Compra mínima: R$ 66,67.',
    );
    expect(voucherAltText({ ...CARD, lang: 'en', minimumPurchaseCents: null }, CODE)).toBe(
      'Padaria São João: Voucher, R$ 20.00, ABCD-1234. Valid until Dec 24, 2026.',
    );
  });
});

describe('a name that somebody else chose', () => {
  const nameOn = (shop: string): string | undefined => linesOf({ ...CARD, shop })[0];

  it.each([`"A" & <B> 'C'`, '</text><script>alert(1)</script>', ']]>&amp;&#0;'])(
    'is written as it is and never as markup: %s',
    (shop) => {
      expect(nameOn(shop)).toBe(shop);
      const markup = (svg: string): string[] => svg.match(/<\/?\w+/g) ?? [];
      expect(markup(voucherSvg({ ...CARD, shop }, CODE, fonts))).toEqual(
        markup(voucherSvg(CARD, CODE, fonts)),
      );
    },
  );

  it('loses what the font cannot show', () => {
    expect(nameOn('Café \u{1F600} do\u0000\u202e Zé\n商店')).toBe('Café do Zé');
    expect(nameOn('Cafe\u0301')).toBe('Café');
    expect(nameOn('\u{1F600}')).toBe('');
  });

  it('shrinks, then ends in an ellipsis, within its place', () => {
    const place = { width: 820, largest: 60, smallest: 36 };
    expect(fitLine('Padaria', bold, place)).toEqual({ text: 'Padaria', size: 60 });
    const longer = fitLine('Empório das Delícias Artesanais', bold, place);
    expect(longer).toEqual({ text: 'Empório das Delícias Artesanais', size: expect.any(Number) as number });
    expect(longer.size).toBeLessThan(60);
    const cut = fitLine('W'.repeat(80), bold, place);
    expect(cut.text).toMatch(/^W+…$/);
    for (const { text, size } of [longer, cut]) expect(bold.widthOf(text, size)).toBeLessThanOrEqual(820);
    expect(bold.widthOf(`W${cut.text}`, cut.size)).toBeGreaterThan(820);
  });
});

/** Every text within, those that take something filled in. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (filled: string) => string)('X')];
  return Object.values(value as object).flatMap(textsOf);
}

it('every letter of every word on the card is in the font', () => {
  const words = Object.values(VOUCHER_WORDS).flatMap(textsOf);
  const letters = 'ÁÀÂÃÄÉÊÍÓÔÕÖÚÜÇÑáàâãäéêíóôõöúüçñ¿¡ºª&…R$.,0123456789';
  for (const text of [...words, ...words.map((word) => word.toUpperCase()), letters]) {
    expect(drawable(text, regular)).toBe(text);
    expect(drawable(text, bold)).toBe(text);
  }
});

it('the font’s widths are those that are drawn', () => {
  for (const text of ['Padaria São João', 'R$ 1.234,56', 'illii']) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="0" y="150" font-family="Inter" font-weight="700" font-size="100">${text}</text></svg>`;
    const drawn =
      new Resvg(svg, { font: { fontFiles: FILES, loadSystemFonts: false } }).getBBox()?.width ?? 0;
    expect(Math.abs(bold.widthOf(text, 100) - drawn)).toBeLessThan(20);
  }
});

describe('the picture', () => {
  it('is a PNG of the card’s size, small enough to send', async () => {
    const png = await renderVoucherCard(CARD, CODE);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([CARD_WIDTH, CARD_HEIGHT]);
    expect(png.length).toBeLessThan(150_000);
  });

  it('shows every module of the code, with the quiet that a scanner needs around it', () => {
    const { modules } = create('SMARTBIS:ABCD-1234', { errorCorrectionLevel: 'M' });
    const image = new Resvg(voucherSvg(CARD, CODE, fonts), {
      font: { fontFiles: FILES, loadSystemFonts: false },
    }).render();
    const { pixels } = image;
    const isDark = (x: number, y: number): boolean => (pixels[(y * image.width + x) * 4] ?? 0) < 128;
    const side = 16 * modules.size;
    const [left, top] = [(CARD_WIDTH - side) / 2, 622];
    const seen: string[] = [];
    const meant: string[] = [];
    for (let row = -4; row < modules.size + 4; row++)
      for (let column = -4; column < modules.size + 4; column++) {
        const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
        const dark = inside && modules.data[row * modules.size + column] === 1;
        const at = `${row},${column}`;
        if (dark) meant.push(at);
        if (isDark(left + column * 16 + 8, top + row * 16 + 8)) seen.push(at);
      }
    expect(seen).toEqual(meant);
  });

  it('shows the letters: without its fonts it would be another picture', async () => {
    const [one, other] = await Promise.all([
      renderVoucherCard(CARD, CODE),
      renderVoucherCard({ ...CARD, shop: 'Padaria Sao Joao' }, CODE),
    ]);
    expect(one.equals(other)).toBe(false);
  });
});
