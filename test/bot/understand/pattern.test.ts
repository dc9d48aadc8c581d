import { compilePattern, matchPattern } from '../../../src/bot/understand/pattern';
import { normalise } from '../../../src/bot/understand/normalise';
import { commonSentence } from '../../../src/bot/understand/overlap';

const match = (source: string, text: string) =>
  matchPattern(compilePattern(source, 'pt'), normalise(text, 'pt').split(' '), {
    lang: 'pt',
    isWord: () => false,
    today: '2026-11-24',
  });

describe('sentence templates', () => {
  it.each([
    [
      '[ver] [o] [meu] saldo',
      ['saldo', 'ver saldo', 'ver o meu saldo', 'meu saldo'],
      ['ver', 'o meu', 'saldo meu', 'saldo saldo'],
    ],
    [
      '(ver|quero ver) (saldo|extrato)',
      ['ver saldo', 'quero ver extrato'],
      ['quero saldo', 'ver', 'ver saldo extrato'],
    ],
    ['a [(b|c [d])] e', ['a e', 'a b e', 'a c e', 'a c d e'], ['a d e', 'a b c e']],
  ])('%s', (source, matching, others) => {
    for (const text of matching) expect([text, match(source, text)]).toEqual([text, {}]);
    for (const text of others) expect([text, match(source, text)]).toEqual([text, null]);
  });

  it.each([
    ['resgatar {amount_cents}', 'resgatar 50 reais', { amount_cents: 5000 }],
    ['resgatar {amount_cents}', 'resgatar cem', { amount_cents: 10_000 }],
    ['resgatar {amount_cents}', 'resgatar 1.234', { unclear: '1.234' }],
    [
      'validar {code} [em {amount_cents}]',
      'validar ABCD 1234 em 80',
      { code: 'ABCD1234', amount_cents: 8000 },
    ],
    ['cliente {phone}', 'cliente (11) 98888-0001', { phone: '+5511988880001' }],
    [
      'venda {amount_cents} {phone}',
      'venda 52,90 11 98888 0001',
      { amount_cents: 5290, phone: '+5511988880001' },
    ],
    ['apagar regra {number}', 'apagar regra dois', { number: 2 }],
    ['falar {lang}', 'falar português do Brasil', { lang: 'pt' }],
    ['pausar [{kind}]', 'pausar mensagens', { kind: 'messages' }],
    ['ativar [{override}]', 'ativar mesmo assim', { override: true }],
  ])('%s: %s', (source, text, args) => {
    expect(match(source, text)).toEqual(args);
  });

  it('a slot takes nothing that it cannot read', () => {
    expect(match('resgatar {amount_cents}', 'resgatar tudo')).toBeNull();
    expect(match('cliente {phone}', 'cliente 123')).toBeNull();
  });

  it.each([
    ['a (b', ') is missing'],
    ['a [b', '] is missing'],
    ['a (b]', 'a stray ]'],
    ['a )', 'a stray )'],
    ['{nothing}', 'there is no slot {nothing}'],
    ['a {code', 'a brace without its other'],
    ['[a] [b]', 'it matches a message without words'],
  ])('%s is refused: %s', (source, fault) => {
    expect(() => compilePattern(source, 'pt')).toThrow(fault);
  });
});

describe('what two templates share', () => {
  it.each([
    ['[ver] saldo', '(saldo|extrato) [ja]', 'saldo'],
    ['ver [meu] saldo', 'ver (meu|seu) saldo', 'ver meu saldo'],
    ['usar {code}', 'usar {amount_cents}', null],
    ['falar {lang}', 'falar ingles', 'falar ingles'],
    ['a b', 'b a', null],
    ['a b', 'a', null],
  ])('%s and %s: %s', (a, b, shared) => {
    expect(commonSentence(compilePattern(a, 'pt'), compilePattern(b, 'pt'))).toBe(shared);
  });
});
