import { withoutCodes } from '../../../src/bot/messages';

it.each([
  ['vale AB1C-2D3E aqui', 'vale ····-···· aqui'],
  ['loja AB12 CD34', 'loja ····-····'],
  ['SMARTBIS:AB1C2D3E', 'SMARTBIS:····-····'],
  ['ABO2-3LCD', '····-····'],
  ['AB1C2D3E e XY9Z-1K2M', '····-···· e ····-····'],
  ['código \u0001some-voucher\u0001!', 'código ····-····!'],
])('%j is %j without codes', (text, hidden) => {
  expect(withoutCodes(text)).toBe(hidden);
});

it.each([
  'qual o telefone da promoção? obrigada, cashback',
  'nota 1234 de R$ 45,90',
  'Já pode usar até 24/11/2026, 14:30. Seu saldo: *R$ 1.234,50*.',
  'meu número é (11) 98888-0002',
  '10 de 20 pontos',
])('%j has none', (text) => {
  expect(withoutCodes(text)).toBe(text);
});
