import { refusalText } from '../../../src/bot/messages';
import type { Refusal } from '../../../src/loyalty';

const ZONE = 'America/Sao_Paulo';
const at = Date.parse('2026-11-24T14:30:00-03:00');

/** One of each code: a code that is missing here does not compile. */
const each: { [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
  'insufficient-balance': { code: 'insufficient-balance', asset: 'cashback', available: 320, requested: 500 },
  'below-minimum-redeem': { code: 'below-minimum-redeem', minimum: 100 },
  'program-not-active': { code: 'program-not-active', missing: 'activation' },
  'voucher-not-found': { code: 'voucher-not-found' },
  'voucher-redeemed': {
    code: 'voucher-redeemed',
    at,
    benefit: { kind: 'voucher-percent', bps: 2000, max_cents: 500 },
    paidCents: 300,
  },
  'voucher-expired': { code: 'voucher-expired', at: Date.parse('2026-11-24T00:00:00-03:00') },
  'voucher-cancelled': { code: 'voucher-cancelled', at },
  'voucher-not-yet': { code: 'voucher-not-yet', at },
  'voucher-other-store': { code: 'voucher-other-store', stores: ['Centro', '*Jardins*'] },
  'voucher-not-cancellable': { code: 'voucher-not-cancellable' },
  'voucher-mode': { code: 'voucher-mode', mode: 'connected-till' },
  'reward-not-found': { code: 'reward-not-found' },
  'reward-limit': { code: 'reward-limit', name: 'café', limit: 1 },
  'catalogue-full': { code: 'catalogue-full', maximum: 50 },
  'purchase-below-voucher-minimum': { code: 'purchase-below-voucher-minimum', minimum: 2000 },
  'purchase-cap': {
    code: 'purchase-cap',
    maxVoucherCents: 300,
    voucherCents: 500,
    neededPurchaseCents: 1667,
  },
  referral: { code: 'referral', why: 'ring' },
  'customer-blocked': { code: 'customer-blocked' },
  'too-many-tries': { code: 'too-many-tries', retryAt: at },
  'claims-of-day': { code: 'claims-of-day', most: 10, retryAt: at },
  'shops-limit': { code: 'shops-limit', maximum: 3, retryAt: at },
  'claim-not-found': { code: 'claim-not-found' },
  'sale-not-found': { code: 'sale-not-found' },
  'till-key-limit': { code: 'till-key-limit', maximum: 20 },
  'claim-several': { code: 'claim-several' },
  'thanks-range': { code: 'thanks-range', from: 2, to: 1_000 },
  'referral-terms': { code: 'referral-terms', maximumCents: 100_000, maximumDays: 3_650 },
  'adjust-limit': { code: 'adjust-limit', asset: 'cashback', maximum: 50_000, used: 45_000 },
  'idempotency-conflict': { code: 'idempotency-conflict' },
  'campaign-nobody': { code: 'campaign-nobody' },
  'campaign-unbounded': { code: 'campaign-unbounded' },
  'campaign-not-found': { code: 'campaign-not-found' },
  'campaign-begun': { code: 'campaign-begun', what: 'offer', number: 2 },
  'campaign-over': { code: 'campaign-over', number: 2 },
  'campaign-period': { code: 'campaign-period', first: at, last: at + 86_400_000 },
  'campaign-budget': { code: 'campaign-budget', spentCents: 4_500 },
  'rule-changed': { code: 'rule-changed' },
  'changed-meanwhile': { code: 'changed-meanwhile' },
  'rule-gone': { code: 'rule-gone' },
  team: { code: 'team', why: 'last-owner' },
  'not-undone': { code: 'not-undone', why: { because: 'built-on', what: 'sales', count: 3 } },
  'rule-limit': { code: 'rule-limit', maximum: 50 },
};

/** What the Portuguese sentence has to name. */
const names: Record<Refusal['code'], readonly string[]> = {
  'insufficient-balance': ['*R$ 3,20*', '*R$ 5,00*', '“saldo”'],
  'below-minimum-redeem': ['*R$ 1,00*'],
  'program-not-active': ['ainda não está ativo'],
  'voucher-not-found': ['Não encontrei'],
  'voucher-redeemed': ['*20% de desconto, até R$ 5,00*', '*24/11/2026* às 14:30'],
  'voucher-expired': ['*23/11/2026*'],
  'voucher-cancelled': ['*24/11/2026*'],
  'voucher-not-yet': ['*24/11/2026*'],
  'voucher-other-store': ['Centro e Jardins'],
  'voucher-not-cancellable': ['presente', 'até vencer'],
  'voucher-mode': ['sistema do caixa'],
  'reward-not-found': ['“prêmios”'],
  'reward-limit': ['café', '1 por cliente'],
  'catalogue-full': ['50 prêmios'],
  'purchase-below-voucher-minimum': ['*R$ 20,00*'],
  'purchase-cap': ['*R$ 3,00*', '*R$ 5,00*', '*R$ 16,67*'],
  referral: ['quem trouxe'],
  'customer-blocked': ['suspendeu'],
  'too-many-tries': ['*24/11/2026* às 14:30'],
  'claims-of-day': ['10 notas', '*24/11/2026* às 14:30'],
  'shops-limit': ['3 lojas', '*24/11/2026* às 14:30'],
  'claim-not-found': ['Não achei'],
  'sale-not-found': ['registrada'],
  'till-key-limit': ['20'],
  'claim-several': ['14:30'],
  'thanks-range': ['2ª', '1.000ª'],
  'referral-terms': ['*R$ 1.000,00*', '3.650 dias'],
  'adjust-limit': ['*R$ 450,00*', '*R$ 500,00*', 'dono'],
  'idempotency-conflict': ['outros dados'],
  'campaign-nobody': ['Ninguém'],
  'campaign-unbounded': ['até R$ 30'],
  'campaign-begun': ['“parar campanha 2”'],
  'campaign-over': ['campanha 2'],
  'campaign-period': ['*24/11/2026*', '*25/11/2026*'],
  'campaign-budget': ['*R$ 45,00*'],
  'campaign-not-found': ['“campanhas”'],
  'rule-changed': ['mudou'],
  'changed-meanwhile': ['mudou', 'nada foi feito ainda'],
  'rule-gone': ['não existe mais'],
  team: ['última pessoa'],
  'not-undone': ['3 vendas'],
  'rule-limit': ['50'],
};

test.each(Object.values(each))('$code is said in each language, with what it is about', (refusal) => {
  const pt = refusalText(refusal, { lang: 'pt', zone: ZONE });
  for (const name of names[refusal.code]) expect(pt).toContain(name);
  const en = refusalText(refusal, { lang: 'en', zone: ZONE });
  const es = refusalText(refusal, { lang: 'es', zone: ZONE });
  expect(new Set([pt, en, es]).size).toBe(3);
});

test('points that do not reach are told in points', () => {
  const refusal: Refusal = { code: 'insufficient-balance', asset: 'points', available: 0, requested: 100 };
  expect(refusalText(refusal, { lang: 'pt', zone: ZONE })).toContain('*0 pontos*');
});

test('a paused program is not a program that never began', () => {
  const paused = refusalText({ code: 'program-not-active', missing: 'paused' }, { lang: 'pt', zone: ZONE });
  expect(paused).toContain('em pausa');
});
