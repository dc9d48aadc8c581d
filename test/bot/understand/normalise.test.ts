import fc from 'fast-check';
import { normalise } from '../../../src/bot/understand/normalise';
import type { Language } from '../../../src/loyalty';

describe('what was written, to compare', () => {
  it.each<[Language, string, string]>([
    ['pt', 'QUAL é o meu SALDO?!', 'qual e o meu saldo'],
    ['pt', 'saldoooo 😀', 'saldo'],
    ['pt', 'oii kkkk', 'oi'],
    ['pt', 'qnt vc tem aí', 'quanto voce tem ai'],
    ['pt', 'R$50,90 pro João', 'r$ 50,90 para o joao'],
    ['pt', 'rs 50 rs', 'r$ 50'],
    ['pt', 'validar abcd–1234.', 'validar abcd-1234'],
    ['pt', '50reais e 30dias', '50 reais e 30 dias'],
    ['pt', '(11) 98888-0001', '11 98888-0001'],
    ['pt', 'cash back 5%', 'cashback 5 %'],
    ['pt', 's\u200baldo\u00a0', 'saldo'],
    ['en', "What's my balance? I don't know", 'what is my balance i do not know'],
    ['en', "I'd like 2 see u", 'i would like 2 see you'],
    ['es', '¿Cuánto tengo, por favor?', 'cuanto tengo por favor'],
    ['es', 'mañana xq kiero', 'manana por que quiero'],
  ])('%s: %s', (lang, text, normal) => {
    expect(normalise(text, lang)).toBe(normal);
  });

  it('has one space between its pieces, and numbers in it are whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        fc.constantFrom<Language>('pt', 'en', 'es'),
        (text, n, lang) => {
          expect(normalise(text, lang)).toMatch(/^(?:\S+(?: \S+)*)?$/);
          expect(normalise(`a ${n},50 b`, lang).split(' ')).toContain(`${n},50`);
        },
      ),
    );
  });
});
