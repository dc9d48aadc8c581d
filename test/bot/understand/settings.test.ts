import fc from 'fast-check';
import { printSettings, readSettings } from '../../../src/bot/understand';
import { folded, settingsSchema, type Language, type Settings } from '../../../src/loyalty';
import { TODAY } from './rule-sentences';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];
const read = (says: string, lang: Language) => readSettings(says, { lang, today: TODAY });

const tiers: Settings['tiers'] = [
  { name: 'prata', min_cents: 50_000 },
  { name: 'ouro', min_cents: 200_000 },
];
const english = tiers.map(({ min_cents }, i) => ({ name: ['silver', 'gold'][i] ?? '', min_cents }));
const spanish = tiers.map(({ min_cents }, i) => ({ name: ['plata', 'oro'][i] ?? '', min_cents }));

const said: readonly (readonly [Language, string, Partial<Settings>])[] = [
  ['pt', 'cashback paga até 30% da compra', { redeem_max_bps: 3000 }],
  ['pt', 'o cliente pode usar no máximo 30% do valor da compra', { redeem_max_bps: 3000 }],
  ['pt', 'o voucher cobre até metade da compra', { redeem_max_bps: 5000 }],
  ['pt', 'mínimo para resgatar R$ 10', { redeem_min_cents: 1000 }],
  ['pt', 'resgate mínimo de 10 reais', { redeem_min_cents: 1000 }],
  ['pt', 'só pode resgatar a partir de 10 reais', { redeem_min_cents: 1000 }],
  ['pt', 'voucher vale 15 dias', { voucher_valid_days: 15 }],
  ['pt', 'validade do voucher: 2 semanas', { voucher_valid_days: 14 }],
  ['pt', 'devolução vira dívida', { refund_policy: 'debt' }],
  ['pt', 'devolução perdoa', { refund_policy: 'forgive' }],
  ['pt', 'perdoar o cashback usado na devolução', { refund_policy: 'forgive' }],
  ['pt', 'pontos arredondam para baixo', { points_rounding: 'down' }],
  ['pt', 'arredondar os pontos para o mais próximo', { points_rounding: 'half-up' }],
  ['pt', 'níveis: prata a partir de R$ 500, ouro a partir de R$ 2.000', { tiers }],
  ['pt', 'os níveis são ouro com 2 mil reais e prata com 500 reais', { tiers }],
  ['pt', 'sem níveis', { tiers: [] }],
  ['pt', 'nota pode ser pedida em até 7 dias', { claim_days: 7 }],
  ['pt', 'o cliente pode pedir a nota em até 10 dias', { claim_days: 10 }],
  [
    'pt',
    'cashback paga até 50% da compra e o mínimo para resgatar é R$ 5',
    { redeem_min_cents: 500, redeem_max_bps: 5000 },
  ],
  ['en', 'cashback pays up to 30% of the purchase', { redeem_max_bps: 3000 }],
  ['en', 'minimum to redeem R$ 10', { redeem_min_cents: 1000 }],
  ['en', 'vouchers last 15 days', { voucher_valid_days: 15 }],
  ['en', 'refunds become a debt', { refund_policy: 'debt' }],
  ['en', 'refunds are forgiven', { refund_policy: 'forgive' }],
  ['en', 'round points down', { points_rounding: 'down' }],
  ['en', 'tiers: silver from R$ 500, gold from R$ 2,000', { tiers: english }],
  ['en', 'receipts can be claimed within 7 days', { claim_days: 7 }],
  ['es', 'el cashback paga hasta 30% de la compra', { redeem_max_bps: 3000 }],
  ['es', 'mínimo para canjear R$ 10', { redeem_min_cents: 1000 }],
  ['es', 'los vales valen 15 días', { voucher_valid_days: 15 }],
  ['es', 'la devolución queda como deuda', { refund_policy: 'debt' }],
  ['es', 'los puntos se redondean hacia abajo', { points_rounding: 'down' }],
  ['es', 'niveles: plata desde R$ 500, oro desde R$ 2.000', { tiers: spanish }],
  ['es', 'la nota puede pedirse hasta en 7 días', { claim_days: 7 }],
];

const asked: readonly (readonly [says: string, reason: string])[] = [
  ['cashback paga até 300% da compra', 'impossible'],
  ['voucher vale 0 dias', 'impossible'],
  ['níveis: prata a partir de R$ 500, ouro a partir de R$ 500', 'impossible'],
  ['níveis: prata a partir de R$ 500, prata a partir de R$ 900', 'impossible'],
  ['voucher vale 15 dias, voucher vale 30 dias', 'said-twice'],
  ['devolução vira dívida, devolução perdoa', 'said-twice'],
  ['voucher vale 15 dias e mais 3', 'number-left-over'],
  ['cashback paga até 30% da compra no pix', 'unknown-words'],
];

describe('settings of the program', () => {
  it.each(said)('%s: %s', (lang, says, settings) => {
    expect(read(says, lang)).toEqual({ settings });
  });

  it.each(asked)('%s is asked about: %s', (says, reason) => {
    expect(read(says, 'pt')).toMatchObject({ ask: { reason } });
  });

  it.each([
    'cashback 5% acima de R$ 50',
    'voucher de R$ 15 válido por 15 dias',
    'clientes ouro ganham 5% de cashback',
    'meus pontos',
    'devolução',
    'saldo',
  ])('%s sets nothing', (says) => {
    for (const lang of LANGUAGES) expect(read(says, lang)).toBeNull();
  });
});

const cents = fc.integer({ min: 1, max: 1_000_000_000 });
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom('ouro', 'Ouro "VIP"', '10%'),
  )
  .map((text) => text.trim())
  .filter((text) => text.length > 0 && text.length <= 60);
const settings: fc.Arbitrary<Partial<Settings>> = fc
  .record(
    {
      redeem_min_cents: cents,
      redeem_max_bps: fc.integer({ min: 1, max: 10_000 }),
      voucher_valid_days: fc.integer({ min: 1, max: 3650 }),
      refund_policy: fc.constantFrom('debt' as const, 'forgive' as const),
      points_rounding: fc.constantFrom('half-up' as const, 'down' as const),
      tiers: fc
        .uniqueArray(fc.record({ name, min_cents: cents }), {
          maxLength: 10,
          comparator: (a, b) => a.min_cents === b.min_cents || folded(a.name) === folded(b.name),
        })
        .map((all) => all.toSorted((a, b) => a.min_cents - b.min_cents)),
      claim_days: fc.integer({ min: 1, max: 90 }),
    },
    { requiredKeys: [] },
  )
  .filter((some) => Object.keys(some).length > 0);

describe('settings that are printed', () => {
  it.each(LANGUAGES)('are read back as the same in %s', (lang) => {
    fc.assert(
      fc.property(settings, (some) => {
        expect(read(printSettings(some, lang), lang)).toEqual({ settings: some });
      }),
      { numRuns: 700 },
    );
  });

  it.each(LANGUAGES)('are all of them where all are given, in %s', (lang) => {
    const all = settingsSchema.parse({});
    expect(read(printSettings(all, lang), lang)).toEqual({ settings: all });
  });
});
