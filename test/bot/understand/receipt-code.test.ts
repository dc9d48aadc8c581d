import { fiscalKey } from '../../../src/loyalty';
import { readReceiptCode } from '../../../src/bot/understand';

const KEY = '35261011222333000181650010000123451876543210';
const LETTERS = '35261012ABC34501DE35650010000123451876543211';

describe('a fiscal key', () => {
  it.each([KEY, LETTERS])('%s holds', (key) => expect(fiscalKey(key)).toBe(key));

  it('is read in groups of four and in small letters', () => {
    expect(fiscalKey(LETTERS.toLowerCase().replaceAll(/(.{4})/g, '$1 '))).toBe(LETTERS);
  });

  it.each([
    ['a digit that is wrong', KEY.replace('12345', '12346')],
    ['a check digit that is wrong', `${KEY.slice(0, 43)}1`],
    ['a digit too few', KEY.slice(1)],
    ['another model: an NF-e', `${KEY.slice(0, 20)}55${KEY.slice(22)}`],
    ['nothing', ''],
  ])('not with %s', (_what, key) => expect(fiscalKey(key)).toBeNull());
});

describe('a receipt’s QR code', () => {
  const site = 'https://www.nfce.fazenda.sp.gov.br/qrcode';
  it.each([
    ['version 2', `${site}?p=${KEY}|2|1|1|A1B2C3D4E5F60718293A4B5C6D7E8F9012345678`, null],
    ['version 3', `${site}?p=${KEY}|3|1`, null],
    ['version 2 with its bars escaped', `${site}?p=${KEY}%7C2%7C1%7C1%7CABCDEF`, null],
    [
      'version 2 offline',
      `${site}?p=${KEY}|2|1|23|52.90|6A4D2B6A3D5A4C3B2A1908F7E6D5C4B3A2918070|1|ABCDEF0123456789`,
      5290,
    ],
    ['version 3 offline', `${site}?p=${KEY}|3|1|23|1234.50|1|11144477735|c2lnbmVk`, 123450],
    [
      'version 1',
      `http://www.sefaz.example/nfce?chNFe=${KEY}&nVersao=100&tpAmb=1&dhEmi=323031&vNF=99.90&vICMS=0.00&digVal=61&cIdToken=000001&cHashQRCode=ab`,
      9990,
    ],
    ['letters in the CNPJ', `${site}?p=${LETTERS}|2|1|1|ABC`, null, LETTERS],
  ])('of %s', (_what, text, cents, key = KEY) => {
    expect(readReceiptCode(text)).toEqual({ key, cents });
  });

  it.each([
    '',
    'https://example.com/menu',
    `${site}?p=${KEY}`,
    `${site}?p=${KEY.replace('12345', '12346')}|2|1|1|AB`,
    `WIFI:S:loja;T:WPA;P:${KEY};;`,
    `${site}?p=${'9'.repeat(3_000)}|2|1`,
  ])('not %s', (text) => expect(readReceiptCode(text)).toBeNull());
});
