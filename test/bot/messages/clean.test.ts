import fc from 'fast-check';
import { cleanName, firstName, hasLink } from '../../../src/bot/messages';

test.each([
  ['Maria da Silva', 'Maria da Silva'],
  ['  Ana \n  Lúcia ', 'Ana Lúcia'],
  ['*Ana* _Lúcia_ ~x~ `y`', 'Ana Lúcia x y'],
  ['Ana\u202Egpj.exe', null],
  ['\u2067Ana\u2069\u200B', 'Ana'],
  ['Ana https://golpe.example/x', 'Ana'],
  ['Ana www.golpe.example', 'Ana'],
  ['Ana bit.ly/abc', 'Ana'],
  ['GANHE.COM', null],
  ['M. A. Souza', 'M. A. Souza'],
  // A phone makes a link of it all the same.
  ['Pix em golpe.com, Ana', 'Pix em Ana'],
  ['(golpe.com) Ana', 'Ana'],
  ['golpe.com! Ana', 'Ana'],
  ['Ana golpe.com-x', 'Ana'],
  ['Ana golpe.com🎁', 'Ana'],
  ['Ana golpe.com…', 'Ana'],
  ['Ana golpe.xn--p1ai', 'Ana'],
  ['Ana Jr., Bia', 'Ana Jr., Bia'],
  ['\u3164\u115f', null],
  [`Zoe\u0308 a${'\u0338'.repeat(60)}b`, 'Zoë a\u0338\u0338\u0338b'],
  ['😀', null],
  ['', null],
  ['O’Brien-São João', 'O’Brien-São João'],
])('%j becomes %j', (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

test('whatever a stranger writes, nothing of it is markup, control, direction or too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const clean = cleanName(name);
      if (clean === null) return;
      expect(clean).not.toMatch(/[*_~`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(Array.from(clean).length).toBeLessThanOrEqual(40);
      expect(clean).not.toMatch(/\/\/|www\./i);
      expect(cleanName(clean)).toBe(clean);
    }),
  );
});

test.each([
  ['golpe.com, ou', true],
  ['golpe.com!', true],
  ['www.golpe', true],
  ['BEB.ALCOOL', false],
  ['BEB.COMIDAS', false],
  ['refri 2.5', false],
])('%j of a till’s names is a link: %s', (name, is) => {
  expect(hasLink({ names: [name] })).toBe(is);
});

test('a first name is the first word', () => {
  expect(firstName('*Maria* da Silva')).toBe('Maria');
  expect(firstName('🎂')).toBeNull();
  expect(firstName(null)).toBeNull();
});
