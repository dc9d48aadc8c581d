import { parseRule } from '../../../src/bot/understand';
import type { Conditions, Language, Rule } from '../../../src/loyalty';
import { TODAY } from './holdout-score';

const five = (conditions: Conditions): Rule => ({
  benefit: { kind: 'cashback-percent', bps: 500 },
  conditions,
});
const read = (says: string, lang: Language): unknown => parseRule(says, lang, TODAY);

describe('an hour that is said alone', () => {
  it.each<[lang: Language, says: string, hours: [string, string]]>([
    ['pt', 'depois das 2', ['14:00', '24:00']],
    ['pt', 'nas terças depois das duas', ['14:00', '24:00']],
    ['pt', 'depois das 6', ['18:00', '24:00']],
    ['pt', 'até as 2', ['00:00', '14:00']],
    ['pt', 'das 2 às 6', ['14:00', '18:00']],
    ['pt', 'terça de 2 a 6', ['14:00', '18:00']],
    ['pt', 'depois das 2 da manhã', ['02:00', '24:00']],
    ['pt', 'depois das 02:00', ['02:00', '24:00']],
    ['pt', 'a partir das 6h', ['06:00', '24:00']],
    ['pt', 'antes das 9', ['00:00', '09:00']],
    ['pt', 'das 22h às 2h', ['22:00', '02:00']],
    ['es', 'después de las dos', ['14:00', '24:00']],
    ['es', 'hasta las 2', ['00:00', '14:00']],
    ['en', 'on tuesdays from 2 to 6', ['14:00', '18:00']],
  ])('is of the afternoon where it may be (%s, %s)', (lang, says, hours) => {
    expect(read(`5% cashback ${says}`, lang)).toMatchObject({ rule: { conditions: { hours } } });
  });

  it.each<[lang: Language, says: string, text: string]>([
    ['pt', 'depois das 2h', '2h'],
    ['pt', 'das 2h às 5h', '2h'],
    ['pt', 'à noite até as 2', '2'],
    ['en', 'after 2h', '2h'],
    ['es', 'hasta las 3h', '3h'],
  ])('is asked about where it counts as if to 24 (%s, %s)', (lang, says, text) => {
    expect(read(`cashback 5% ${says}`, lang)).toEqual({ ask: { reason: 'which-half', text } });
  });

  it.each<[lang: Language, says: string, text: string]>([
    ['pt', 'cashback 5% de manhã', 'de manhã'],
    ['pt', 'cashback 8% à noite que é fraco', 'à noite'],
    ['es', 'cashback 5% por la mañana', 'por la mañana'],
    ['en', '5% cashback at night', 'at night'],
  ])('is asked for where only a part of the day is said (%s, %s)', (lang, says, text) => {
    expect(read(says, lang)).toEqual({ ask: { reason: 'which-hours', text } });
  });

  it('is no part of a greeting, nor a budget', () => {
    expect(read('boa noite, cashback 5%', 'pt')).toMatchObject({ rule: {} });
    expect(read('good morning, 5% cashback', 'en')).toMatchObject({ rule: {} });
    expect(read('5% cashback until 2', 'en')).toMatchObject({ ask: { reason: 'number-left-over' } });
  });
});

describe('a benefit without its name', () => {
  const first = { benefit: { kind: 'cashback-fixed', cents: 1000 }, conditions: { first_purchase: true } };
  it.each<[lang: Language, says: string, rule: object]>([
    ['pt', 'R$ 10 na primeira compra', first],
    ['pt', 'primeira compra ganha R$ 10', first],
    ['en', 'R$ 10 on the first purchase', first],
    ['en', 'first purchase gets R$ 10', first],
    ['es', 'R$ 10 en la primera compra', first],
    ['es', 'primera compra gana R$ 10', first],
    [
      'pt',
      'quem gastar 100 ganha R$ 10',
      { ...first, conditions: { min_cents: 10_000, min_inclusive: true } },
    ],
  ])('is cashback where it is money (%s, %s)', (lang, says, rule) => {
    expect(read(says, lang)).toEqual({ rule });
  });

  it.each<[lang: Language, says: string, text: string]>([
    ['pt', 'quem gastar 100 ganha 10', '10'],
    ['en', 'whoever spends 100 earns 10', '10'],
    ['es', 'quien gaste 100 gana 10', '10'],
    ['pt', 'clientes vip ganham o dobro', 'o dobro'],
    ['en', 'vip customers earn double', 'double'],
    ['es', 'clientes vip ganan el doble', 'el doble'],
  ])('is asked about where it may be of anything (%s, %s)', (lang, says, text) => {
    expect(read(says, lang)).toEqual({ ask: { reason: 'of-what', text } });
  });

  it.each<[lang: Language, says: string]>([
    ['pt', '5% no crédito, 3% no débito'],
    ['pt', 'cashback 5% no crédito e 3% no débito'],
    ['en', '5% on credit, 3% on debit'],
    ['es', '5% en crédito, 3% en débito'],
  ])('is one of two (%s, %s)', (lang, says) => {
    expect(read(says, lang)).toEqual({ ask: { reason: 'two-benefits' } });
  });
});

describe('a day of the month', () => {
  it.each<[lang: Language, says: string, last: string]>([
    ['pt', 'até dia 31', '2026-12-31'],
    ['pt', 'até o dia 30', '2026-11-30'],
    ['es', 'hasta el 31', '2026-12-31'],
    ['en', 'until the 31st', '2026-12-31'],
  ])('is the next one to come (%s, %s)', (lang, says, last) => {
    expect(read(`cashback 5% ${says}`, lang)).toEqual({ rule: five({ dates: ['2026-11-23', last] }) });
  });
});

describe('what no rule can say as it stands', () => {
  const everyOf = (every: number, name: string): object => ({
    reason: 'counts-things',
    nearest: { benefit: { kind: 'stamp-card', every, then: { kind: 'voucher-item', name } } },
  });
  const bestOf = { reason: 'best-of', both: ['5%', 'R$ 10'] };
  it.each<[lang: Language, says: string, ask: object]>([
    ['pt', 'o melhor entre 5% e 10 reais', bestOf],
    ['pt', '5% ou R$ 10, o que for maior', bestOf],
    ['en', 'the better of 5% or R$ 10', bestOf],
    ['es', 'el mejor entre 5% y 10 reales', bestOf],
    ['pt', 'a cada 10 cafés o 11º é grátis', everyOf(10, 'café')],
    ['pt', 'compre 5 pizzas e leve mais uma', everyOf(5, 'pizza')],
    ['pt', 'leve 10 pague 9', everyOf(9, 'o produto')],
    ['en', 'buy 10 coffees get one free', everyOf(10, 'coffee')],
    ['es', 'un café de regalo por cada 10', everyOf(10, 'café')],
    ['pt', 'quem é vip ganha mais 2%', { reason: 'level-or-label', text: 'vip' }],
  ])('is asked about in the words of what there is (%s, %s)', (lang, says, ask) => {
    expect(read(says, lang)).toEqual({ ask });
  });

  it.each<[lang: Language, says: string]>([
    ['es', 'reintegro del 5%'],
    ['es', 'devolución del 5%'],
    ['pt', 'devolução de 5%'],
  ])('a share that is given back is cashback (%s, %s)', (lang, says) => {
    expect(read(says, lang)).toEqual({ rule: { benefit: { kind: 'cashback-percent', bps: 500 } } });
  });
});

describe('one weekend is its two days, and no weekend for ever', () => {
  it.each<[lang: Language, says: string, today: string, dates: [string, string]]>([
    ['pt', 'este fim de semana', '2026-11-25', ['2026-11-28', '2026-11-29']],
    ['pt', 'só neste fds', '2026-11-28', ['2026-11-28', '2026-11-29']],
    ['pt', 'nesse final de semana', '2026-11-29', ['2026-11-29', '2026-11-29']],
    ['pt', 'no próximo fim de semana', '2026-11-25', ['2026-11-28', '2026-11-29']],
    ['pt', 'no fim de semana que vem', '2026-11-28', ['2026-12-05', '2026-12-06']],
    ['pt', 'no próximo fim de semana', '2026-11-29', ['2026-12-05', '2026-12-06']],
    ['en', 'this weekend only', '2026-11-25', ['2026-11-28', '2026-11-29']],
    ['es', 'este fin de semana', '2026-11-25', ['2026-11-28', '2026-11-29']],
    ['es', 'el próximo finde', '2026-11-28', ['2026-12-05', '2026-12-06']],
  ])('%s: %s, on %s', (lang, says, today, days) => {
    expect(parseRule(`cashback 5% ${says}`, lang, today)).toEqual({ rule: five({ dates: days }) });
  });
});
