import fc from 'fast-check';
import {
  canonicalPhone,
  parseAmount,
  parseBrazilianPhone,
  parseCode,
  parseEither,
} from '../../../src/bot/understand';
import { numeralAt } from '../../../src/bot/understand/values/numerals';
import { codeAmongWords } from '../../../src/bot/understand/values/codes';
import { CODE_ALPHABET, CODE_LENGTH, type Language } from '../../../src/loyalty';

describe('amounts', () => {
  it.each([
    ['50', 5000],
    ['50,00', 5000],
    ['50.00', 5000],
    ['50.5', 5050],
    ['50,5', 5050],
    ['R$ 50', 5000],
    ['R$50,90', 5090],
    ['r$ 1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234.567', 123_456_700],
    ['$ 20', 2000],
    ['50 reais', 5000],
    ['1 real', 100],
    ['20 conto', 2000],
    ['50 reais e 20 centavos', 5020],
    ['80 centavos', 80],
    ['52 e 90', 5290],
    ['cinquenta e dois e noventa', 5290],
    ['52 y 90', 5290],
    ['52 and 90', 5290],
    ['cinquenta reais', 5000],
    ['cento e vinte e cinco', 12_500],
    ['mil e duzentos reais', 120_000],
    ['2 mil', 200_000],
    ['twenty reais', 2000],
    ['veinticinco reales', 2500],
    ['0', 0],
    [' 10. ', 1000],
  ])('%s', (text, cents) => {
    expect(parseAmount(text)).toBe(cents);
  });

  it.each([
    ['20 ou 30', [2000, 3000]],
    ['R$ 20 or R$ 30', [2000, 3000]],
    ['vinte ou trinta', [2000, 3000]],
    ['20', null],
    ['sim ou não', null],
  ])('either of two: %s', (text, amounts) => {
    expect(parseEither(text)).toEqual(amounts);
  });

  it.each(['1.234', '1,234', 'R$ 12.345', '999.999', '10,000'])('%s can be read in two ways', (text) => {
    expect(parseAmount(text)).toBe('ambiguous');
  });

  it.each([
    '',
    'oi',
    '5%',
    '10:30',
    '24/12',
    '50 dias',
    '1.23.4',
    '1..5',
    '0.123',
    '-5',
    '5 5',
    '1e3',
    'de',
    '٥',
  ])('"%s" is none', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it('number words are those of the language, where one is given', () => {
    expect(parseAmount('once', 'es')).toBe(1100);
    expect(parseAmount('once', 'en')).toBeNull();
  });

  it('are read as they are printed, up to ten million, in both ways of writing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom('pt-BR', 'en-US'),
        (cents, locale) => {
          const printed = (cents / 100).toLocaleString(locale, { style: 'currency', currency: 'BRL' });
          expect(parseAmount(printed)).toBe(cents);
        },
      ),
    );
  });
});

describe('number words', () => {
  it.each<[Language, string, number]>([
    ['pt', 'trinta e sete', 37],
    ['pt', 'novecentos e noventa e nove', 999],
    ['pt', 'dois mil e quinhentos', 2500],
    ['en', 'three hundred and twelve', 312],
    ['en', 'two thousand five hundred', 2500],
    ['es', 'ciento treinta y dos', 132],
    ['es', 'mil', 1000],
  ])('%s: %s', (lang, text, value) => {
    const words = text.split(' ');
    expect(numeralAt(words, 0, lang)).toEqual({ value, length: words.length });
  });

  it('two numbers side by side are not one', () => {
    expect(numeralAt(['vinte', 'trinta'], 0, 'pt')).toEqual({ value: 20, length: 1 });
    expect(numeralAt(['vinte', 'e', 'meus'], 0, 'pt')).toEqual({ value: 20, length: 1 });
  });
});

describe('codes', () => {
  const code = fc
    .array(fc.constantFrom(...CODE_ALPHABET.split('')), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
    .map((characters) => characters.join(''));

  it.each([
    ['ABCD-1234', 'ABCD1234'],
    ['abcd1234', 'ABCD1234'],
    ['Abcd 1234', 'ABCD1234'],
    ['ABCD – 1234', 'ABCD1234'],
    ['oil0-1il0', '01101110'],
    ['a b c d 1 2 3 4', 'ABCD1234'],
  ])('%s', (text, read) => {
    expect(parseCode(text)).toBe(read);
  });

  it.each(['ABCD-123', 'ABCD-12345', 'ABCU-1234', '', 'AB-CD1234', 'ABCD_1234'])('"%s" is none', (text) => {
    expect(parseCode(text)).toBeNull();
  });

  it('are read in any case, with O for 0, I and L for 1, with dash, space or nothing', () => {
    const typed = fc.record({
      of: code,
      between: fc.constantFrom('', '-', ' ', ' - '),
      lower: fc.boolean(),
      one: fc.constantFrom('1', 'I', 'L'),
      zero: fc.constantFrom('0', 'O'),
    });
    fc.assert(
      fc.property(typed, ({ of, between, lower, one, zero }) => {
        const misread = of.replaceAll('1', one).replaceAll('0', zero);
        const written = `${misread.slice(0, 4)}${between}${misread.slice(4)}`;
        expect(parseCode(lower ? written.toLowerCase() : written)).toBe(of);
      }),
    );
  });

  it('words with the shape of one are none within a sentence', () => {
    const isWord = (word: string): boolean => ['nota', 'cashback'].includes(word);
    expect(codeAmongWords('cashback', isWord)).toBeNull();
    expect(codeAmongWords('nota 1234', isWord)).toBeNull();
    expect(codeAmongWords('mensagem', isWord)).toBeNull();
    expect(codeAmongWords('abcd 1234', isWord)).toBe('ABCD1234');
    expect(codeAmongWords('mens-agem', isWord)).toBe('MENSAGEM');
  });
});

describe('phones', () => {
  it.each([
    ['(11) 98888-0001', '+5511988880001'],
    ['11 98888 0001', '+5511988880001'],
    ['11988880001', '+5511988880001'],
    ['+55 11 98888-0001', '+5511988880001'],
    ['5511988880001', '+5511988880001'],
    ['011 98888-0001', '+5511988880001'],
    ['0 15 11 98888-0001', '+5511988880001'],
    ['0xx11 98888-0001', '+5511988880001'],
    ['11 8888-0001', '+5511988880001'],
    ['55 98888-0001', '+5555988880001'],
    ['(11) 3333-0001', '+551133330001'],
    ['+55 11 3333 0001', '+551133330001'],
  ])('%s', (text, phone) => {
    expect(parseBrazilianPhone(text)).toBe(phone);
  });

  it.each(['98888-0001', '20 98888-0001', '11 58888-00011', '+1 202 555 0100', '1198888', 'onze', ''])(
    '"%s" is none',
    (text) => {
      expect(parseBrazilianPhone(text)).toBeNull();
    },
  );

  it('one phone has one key, with its ninth digit or without; a landline never gets one', () => {
    expect(canonicalPhone('+551188880001')).toBe(canonicalPhone('+5511988880001'));
    expect(canonicalPhone('+551133330001')).toBe('+551133330001');
  });
});
