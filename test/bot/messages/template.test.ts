import {
  cleanText,
  faultOf,
  LONGEST_TEXT,
  messagesIn,
  renderNotice,
  variableNames,
} from '../../../src/bot/messages';
import { hasText, LANGUAGES, MESSAGE_KINDS, MESSAGES, type Notice } from '../../../src/loyalty';

const ZONE = 'America/Sao_Paulo';
const on = (date: string): number => Date.parse(`${date}T00:00:00-03:00`);
const kinds = MESSAGE_KINDS.filter(hasText);
const pt = { lang: 'pt', zone: ZONE, first: false } as const;

const campaign: Notice = {
  kind: 'campaign',
  shop: 'Padaria Sol',
  words: 'esta semana o café é por nossa conta.',
  gift: { cashbackCents: 1500, points: 0, expiresAt: on('2026-12-08') },
  voucher: null,
  balance: { cashbackCents: 1500, points: 0 },
};

describe.each(LANGUAGES)('in %s', (lang) => {
  test.each(kinds)('the product’s own text of %s holds to what a shop’s must', (kind) => {
    expect(faultOf(messagesIn(lang).texts.body[kind], kind, lang)).toBeNull();
  });

  test('no two variables have one name', () => {
    const names = Object.values(messagesIn(lang).texts.variable);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('what is not known goes with its brackets, and what is known stays', () => {
  expect(renderNotice(campaign, pt)).toBe(
    'Padaria Sol: esta semana o café é por nossa conta. Você ganhou *R$ 15,00*. Use até *07/12/2026*.\n' +
      'Para não receber novidades, responda “sair”.',
  );
  const bare = { ...campaign, gift: null };
  expect(renderNotice(bare, pt)).toMatch(/^Padaria Sol: esta semana o café é por nossa conta\.\nPara não/);
  const birthday: Notice = { ...bare, kind: 'birthday' };
  expect(renderNotice(birthday, { ...pt, name: 'Ana *Lúcia*' })).toMatch(
    /^Feliz aniversário, Ana! Padaria Sol/,
  );
  expect(renderNotice(birthday, pt)).toMatch(/^Feliz aniversário! Padaria Sol/);
});

test('a shop’s own words, in the language that they were written for', () => {
  const texts = { campaign: 'Olá, {nome}! {texto} [Ganhou {VALOR}!]' };
  expect(renderNotice(campaign, { ...pt, name: 'Ana', texts })).toBe(
    'Olá, Ana! esta semana o café é por nossa conta. Ganhou *R$ 15,00*!\nPara não receber novidades, responda “sair”.',
  );
  const welcome = { welcome: 'Aqui é a {loja}. {parar}' };
  expect(renderNotice(campaign, { ...pt, first: true, texts: welcome })).toMatch(
    /\n\nAqui é a Padaria Sol\. Para receber/,
  );
});

test('how to stop is said once, wherever the shop put it', () => {
  const text = renderNotice(campaign, { ...pt, texts: { campaign: '{parar} {loja}: {texto}' } });
  expect(text.match(/sair/g)).toHaveLength(1);
});

test.each([
  ['', { reason: 'empty' }],
  ['x'.repeat(LONGEST_TEXT + 1), { reason: 'too-long' }],
  ['{valor} e {senha}', { reason: 'unknown-variable', name: '{senha}' }],
  ['{valor} em {código}', { reason: 'unknown-variable', name: '{código}' }],
  ['Parabéns!', { reason: 'missing-variable', name: '{valor}' }],
  ['{valor', { reason: 'brackets' }],
  ['[{valor}', { reason: 'brackets' }],
  ['[[{valor}]]', { reason: 'brackets' }],
  ['Você ganhou {Valor}!', null],
])('“%s” for a benefit: %j', (text, fault) => {
  expect(faultOf(text, 'benefit-earned', 'pt')).toEqual(fault);
});

test('a welcome must say who writes and how to stop', () => {
  expect(faultOf('Olá da {loja}', 'welcome', 'pt')).toEqual({ reason: 'missing-variable', name: '{parar}' });
  expect(faultOf('Hello, this is {shop}. {stop}', 'welcome', 'en')).toBeNull();
  expect(variableNames('welcome', 'es')).toEqual(['{tienda}', '{parar}']);
});

test('a text cannot carry markup, invisible words or the place of a voucher', () => {
  expect(cleanText('  *Oi*\u0001\u202e {nome}\r\n\n\n\nTudo   bem?\t')).toBe('Oi {nome}\n\nTudo bem?');
});

test('what is owed to whoever asks, and who writes, has no switch; marketing is all that nobody asked for', () => {
  expect(kinds.filter((kind) => !MESSAGES[kind].switchable)).toEqual(['welcome']);
  expect(MESSAGES.answer.switchable).toBe(false);
  expect(MESSAGE_KINDS.filter((kind) => MESSAGES[kind].class === 'marketing')).toEqual([
    'balance-expiring',
    'voucher-expiring',
    'come-back',
    'birthday',
    'first-purchase',
    'thank-you',
    'campaign',
  ]);
});
