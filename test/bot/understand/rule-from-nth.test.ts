import { parseChange, parseRule } from '../../../src/bot/understand';
import type { Language } from '../../../src/loyalty';

const TODAY = '2026-11-23';
const rule = (text: string, lang: Language) => parseRule(text, lang, TODAY);

it.each([
  ['pt', 'cashback 5% a partir da terceira compra', 'a partir da terceira compra'],
  ['pt', 'cashback 5% da 3ª compra em diante', 'da 3ª compra em diante'],
  ['en', '5% cashback from the third purchase on', 'from the third purchase on'],
  ['es', '5% de cashback desde la tercera compra', 'desde la tercera compra'],
] as const)('from a purchase on is no rule: %s, %s', (lang, text, asked) => {
  expect(rule(text, lang)).toEqual({ ask: { reason: 'unknown-words', text: asked } });
});

it.each([
  ['pt', 'meio por cento de cashback', 50],
  ['pt', 'cinco e meio por cento de cashback', 550],
  ['en', 'half a percent cashback', 50],
  ['en', 'five and a half percent cashback', 550],
  ['es', 'medio por ciento de cashback', 50],
  ['es', 'cinco y medio por ciento de cashback', 550],
] as const)('half of one percent: %s, %s', (lang, text, bps) => {
  expect(rule(text, lang)).toEqual({ rule: { benefit: { kind: 'cashback-percent', bps } } });
});

it.each([
  ['pt', 'na regra um põe máximo de quinze reais'],
  ['en', 'in rule one, at most R$ 15'],
  ['es', 'en la regla uno, máximo R$ 15'],
] as const)('the number of a rule may be a word that is an article elsewhere: %s, %s', (lang, text) => {
  expect(parseChange(text, lang, TODAY)).toEqual({
    number: 1,
    change: { limits: { max_cents_per_sale: 1_500 } },
  });
});
