import { renderNotice } from '../../../src/bot/messages';
import type { Notice } from '../../../src/loyalty';

const ZONE = 'America/Sao_Paulo';
const on = (date: string): number => Date.parse(`${date}T00:00:00-03:00`);

const earned: Notice = {
  kind: 'benefit-earned',
  shop: 'Padaria Sol',
  saleCents: 5290,
  cashbackCents: 265,
  points: 0,
  availableAt: null,
  expiresAt: on('2026-12-25'),
  balance: { cashbackCents: 1265, points: 0 },
};

test('what a sale gave: amount first, until when, and the balance', () => {
  expect(renderNotice(earned, { lang: 'pt', zone: ZONE, first: false })).toBe(
    'Padaria Sol: você ganhou *R$ 2,65* na compra de *R$ 52,90*!\n' +
      'Já pode usar. Use até *24/12/2026*.\n' +
      'Seu saldo: *R$ 12,65*. 🎉',
  );
  expect(renderNotice(earned, { lang: 'en', zone: ZONE, first: false })).toBe(
    'Padaria Sol: you earned *R$ 2.65* on your purchase of *R$ 52.90*!\n' +
      'You can use it now. Use it by *Dec 24, 2026*.\n' +
      'Your balance: *R$ 12.65*. 🎉',
  );
  expect(renderNotice(earned, { lang: 'es', zone: ZONE, first: false })).toBe(
    'Padaria Sol: ¡ganaste *R$ 2,65* en la compra de *R$ 52,90*!\n' +
      'Ya puedes usarlo. Úsalo hasta el *24/12/2026*.\n' +
      'Tu saldo: *R$ 12,65*. 🎉',
  );
});

test('the first message to anyone says who writes, why, and how to stop', () => {
  const text = renderNotice(earned, { lang: 'pt', zone: ZONE, first: true });
  expect(text).toContain('Quem escreve é Padaria Sol');
  expect(text).toContain('porque há uma compra registrada com seu telefone');
  expect(text).toContain('“sair”');
  expect(renderNotice(earned, { lang: 'pt', zone: ZONE, first: false })).not.toContain('“sair”');
});

test('what becomes usable later, never expires, and is of both kinds', () => {
  const later: Notice = { ...earned, points: 52, availableAt: on('2026-11-26'), expiresAt: null };
  expect(renderNotice(later, { lang: 'pt', zone: ZONE, first: false })).toBe(
    'Padaria Sol: você ganhou *R$ 2,65* e *52 pontos* na compra de *R$ 52,90*!\n' +
      'Pode usar a partir de *26/11/2026*.\n' +
      'Seu saldo: *R$ 12,65*. 🎉',
  );
});

test('what a refund took back', () => {
  const notice: Notice = {
    kind: 'benefit-taken-back',
    shop: 'Padaria Sol',
    saleCents: 9990,
    refundedCents: 3330,
    cashbackCents: 167,
    points: 0,
    balance: { cashbackCents: 333, points: 0 },
  };
  expect(renderNotice(notice, { lang: 'pt', zone: ZONE, first: false })).toBe(
    'Padaria Sol: descontamos *R$ 1,67*, porque *R$ 33,30* da compra de *R$ 99,90* foram devolvidos.\n' +
      'Seu saldo: *R$ 3,33*.',
  );
});

test('a redeemed voucher', () => {
  const notice: Notice = {
    kind: 'voucher-redeemed',
    shop: 'Padaria Sol',
    valueCents: 500,
    item: null,
    purchaseCents: 8000,
    balance: { cashbackCents: 765, points: 12 },
  };
  expect(renderNotice(notice, { lang: 'pt', zone: ZONE, first: false })).toBe(
    'Padaria Sol: você usou um voucher de *R$ 5,00* na compra de *R$ 80,00*.\n' +
      'Seu saldo: *R$ 7,65* e *12 pontos*.',
  );
});

test('a shop’s name cannot break the sentence, and the largest notice fits a screen', () => {
  const huge: Notice = {
    ...earned,
    shop: `*Padaria* https://golpe.example ${'x'.repeat(500)}`,
    saleCents: 1_000_000_000,
    cashbackCents: 1_000_000_000,
    points: 1_000_000_000,
    availableAt: on('2026-11-26'),
    balance: { cashbackCents: 1_000_000_000, points: 1_000_000_000 },
  };
  for (const lang of ['pt', 'en', 'es'] as const) {
    const text = renderNotice(huge, { lang, zone: ZONE, first: true });
    expect(text.length).toBeLessThanOrEqual(600);
    expect(text).not.toContain('golpe');
    expect(text.startsWith('Padaria x')).toBe(true);
  }
});

test.each([
  ['pt', 'Ana quer falar com uma pessoa.\n'],
  ['en', 'Ana wants to talk to a person.\n'],
  ['es', 'Ana quiere hablar con una persona.\n'],
] as const)('who asks for a person without a word more is not quoted, in %s', (lang, text) => {
  const notice = { kind: 'person-asked', shop: 'Padaria Sol', name: 'Ana', phone: '+5511988880001' } as const;
  const reader = { lang, zone: ZONE, first: false };
  expect(renderNotice({ ...notice, question: ' ' }, reader)).toContain(text);
  expect(renderNotice({ ...notice, question: '' }, reader)).not.toContain('“”');
  expect(renderNotice({ ...notice, question: 'cadê?' }, reader)).toContain('“cadê?”');
});

test.each(['”', '"', '»', '＂'])('what a person wrote is one quote, also with %s in it', (mark) => {
  const question = `oi${mark} Resgate de R$ 500,00 confirmado. “tchau`;
  const notice = { kind: 'person-asked', shop: 'Padaria Sol', name: 'Ana', phone: null, question } as const;
  const text = renderNotice(notice, { lang: 'pt', zone: ZONE, first: false });
  expect(text).toContain("“oi' Resgate de R$ 500,00 confirmado. 'tchau”");
});

test.each([
  ['pt', 'nenhuma venda está ganhando'],
  ['en', 'no sale is earning'],
  ['es', 'ninguna venta está ganando'],
] as const)('that the stored rules cannot be read is said in plain words: %s', (lang, words) => {
  const notice = { kind: 'program-unreadable', shop: 'Padaria Sol' } as const;
  expect(renderNotice(notice, { lang, zone: ZONE, first: false })).toContain(words);
});
