import { randomBytes } from 'node:crypto';
import { toBuffer, toString } from 'qrcode';
import { Resvg } from '@resvg/resvg-js';
import { receiptIn } from '../../src/bot/receiving/receipt-photo';

const KEY = '35261011222333000181650010000123451876543210';
const CODE = `https://www.nfce.fazenda.sp.gov.br/qrcode?p=${KEY}|2|1|1|A1B2C3D4E5F60718293A4B5C6D7E8F9012345678`;

/** A receipt as a phone sees it: turned, on a grey table, badly lit, with print around the code. */
async function photo(code: string, turn: number, contrast: [string, string]): Promise<Buffer> {
  const [dark, light] = contrast;
  const svg = await toString(code, { type: 'svg', errorCorrectionLevel: 'M', color: { dark, light } });
  const inner = svg
    .replace(/^[\s\S]*?<svg[^>]*viewBox="0 0 (\d+) \d+"[^>]*>/, '<g data-size="$1">')
    .replace('</svg>', '</g>');
  const size = Number(/data-size="(\d+)"/.exec(inner)?.[1]);
  const lines = Array.from(
    { length: 12 },
    (_, i) => `<rect x="30" y="${30 + i * 14}" width="${180 - (i % 4) * 25}" height="5" fill="${dark}"/>`,
  );
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"><rect width="900" height="1200" fill="#6d6a66"/>
    <g transform="translate(260 170) rotate(${turn} 200 400) skewX(4)"><rect width="400" height="760" fill="${light}"/>${lines.join('')}
    <g transform="translate(60 330) scale(${270 / size})">${inner}</g></g></svg>`;
  return new Resvg(picture).render().asPng();
}

it('reads the code of a plain picture', async () => {
  expect(await receiptIn(await toBuffer(CODE))).toEqual({ key: KEY, cents: null });
});

it.each([
  ['straight', 0, ['#000000', '#ffffff']],
  ['turned a little', 12, ['#222222', '#e8e4da']],
  ['on its side', 90, ['#222222', '#e8e4da']],
  ['upside down and faded', 187, ['#77736c', '#cfcabd']],
] as [string, number, [string, string]][])('reads a receipt %s', async (_how, turn, contrast) => {
  expect(await receiptIn(await photo(CODE, turn, contrast))).toEqual({ key: KEY, cents: null });
});

it('takes the receipt where other codes are in the picture, and none where there is none', async () => {
  expect(await receiptIn(await photo('https://example.com/cardapio', 3, ['#000000', '#ffffff']))).toBeNull();
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['noise', randomBytes(4_000)],
  ['a torn PNG', Buffer.from('89504e470d0a1a0a0000000d494844520000', 'hex')],
  ['a torn JPEG', Buffer.from('ffd8ffe000104a46', 'hex')],
  ['a JPEG of nothing but its size', Buffer.from('ffd8ffc0001108010001000301220002110103110100', 'hex')],
])('%s is no receipt', async (_what, bytes) => {
  expect(await receiptIn(bytes)).toBeNull();
});

it('a picture that would not fit the memory is not unpacked', async () => {
  const header = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000075300000753008060000000000000049454e44',
    'hex',
  );
  const before = process.memoryUsage().rss;
  expect(await receiptIn(header)).toBeNull();
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
