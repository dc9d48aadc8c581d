import { answersOf } from '../support/json-lines';

const AT = '2026-11-24T14:00:00-03:00';
const judge = (...lines: (object | string)[]): Record<string, unknown>[] => answersOf('cli/judge.js', lines);
const only = (line: object): Record<string, unknown> => judge(line)[0] ?? {};
const sale = (cents: number, more: object = {}) => ({ at: AT, cents, ...more });
const percent = (bps: number) => ({ kind: 'cashback-percent', bps });
const ofTier = (tier: string) => ({ benefit: percent(1000), conditions: { tier } });
const card = {
  benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 1500 } },
  conditions: { min_cents: 2000, min_inclusive: true },
};
const days = (count: number, cents: number) =>
  Array.from({ length: count }, (_, i) => ({
    at: `2026-11-${String(i + 1).padStart(2, '0')}T10:00:00-03:00`,
    cents,
  }));

describe('the judge command', () => {
  it('answers in the form that is fixed', () => {
    expect(
      only({
        lang: 'pt',
        rules: ['cashback 5% acima de R$ 50, válido por 30 dias', card],
        sale: sale(10_000),
        history: days(9, 2_000),
      }),
    ).toEqual({
      awards: [
        {
          asset: 'cashback',
          quantity: 500,
          rule: 0,
          available_at: AT,
          expires_at: '2026-12-25T00:00:00-03:00',
        },
      ],
      total: { cashback: 500, points: 0 },
      vouchers: [
        {
          benefit: { kind: 'voucher-fixed', cents: 1500 },
          rule: 1,
          expires_at: '2026-12-25T00:00:00-03:00',
        },
      ],
      after_refunds: [],
      trace: [
        {
          rule: 0,
          fired: true,
          why: '5% de R$ 100,00 dá R$ 5,00.',
          steps: [
            { step: 'base', after: 10_000 },
            { step: 'benefit', after: 500 },
            { step: 'round', after: 500 },
          ],
        },
        {
          rule: 1,
          fired: true,
          why: 'Carimbo 10 de 10; dá um voucher de R$ 15,00.',
          steps: [
            { step: 'base', after: 10_000 },
            { step: 'stamp', after: 10 },
            { step: 'voucher', after: 1500 },
          ],
        },
      ],
    });
  });

  it('says why a rule gave nothing, in the language asked for', () => {
    const why = ['pt', 'en', 'es'].map((lang) => {
      const rules = [{ benefit: percent(500), conditions: { min_cents: 5000, min_inclusive: false } }];
      return only({ lang, rules, sale: sale(5_000) })['trace'];
    });
    expect(why).toMatchObject([
      [
        {
          fired: false,
          why: 'Não valeu: a compra precisa passar de R$ 50,00, e contaram R$ 50,00.',
          steps: [],
        },
      ],
      [{ fired: false, why: 'Did not apply: the purchase must be above R$ 50.00, and R$ 50.00 counted.' }],
      [{ fired: false, why: expect.stringMatching(/^No aplicó: la compra debe pasar de /) as string }],
    ]);
  });

  it('refunds add up, in their order', () => {
    const refunds = [{ cents: 3_330, at: AT }, { cents: 3_330 }, { cents: 3_330 }, { cents: 0 }];
    const answer = only({ rules: [{ benefit: percent(500) }], sale: sale(9_990), refunds });
    expect(answer['after_refunds']).toEqual([333, 167, 0, 0].map((cashback) => ({ cashback, points: 0 })));
    expect(answer['total']).toEqual({ cashback: 0, points: 0 });
    expect(answer['awards']).toMatchObject([{ quantity: 500 }]);
  });

  it('a refund is judged on the past that the sale met', () => {
    const rules = [{ benefit: { kind: 'cashback-fixed', cents: 500 }, conditions: { first_purchase: true } }];
    const answer = only({ rules, sale: sale(10_000), refunds: [{ cents: 9_700 }] });
    expect(answer['after_refunds']).toEqual([{ cashback: 300, points: 0 }]);
  });

  it('the history is judged first, in the order of time, and its counters count', () => {
    const rules = [
      { benefit: percent(1000), limits: { max_cents_per_customer_day: 1500, budget_cents: 3000 } },
      { benefit: { kind: 'points-fixed', points: 7 }, conditions: { nth_purchase: 4 } },
      { benefit: { kind: 'points-fixed', points: 9 }, conditions: { inactive_days: 1 } },
    ];
    const history = [
      { at: '2026-11-24T09:00:00-03:00', cents: 10_000 },
      { at: '2026-11-20T09:00:00-03:00', cents: 10_000 },
      { at: '2026-11-24T12:00:00Z', cents: 100 },
    ];
    const answer = only({ rules, sale: sale(10_000), history });
    expect(answer['total']).toEqual({ cashback: 490, points: 7 });
  });

  it('the tier is worked out from the history, but for one that is given', () => {
    const line = {
      rules: [{ benefit: percent(1000), conditions: { tier: 'Ouro' } }],
      settings: { tiers: [{ name: 'Ouro', min_cents: 5_000 }] },
      sale: sale(10_000),
    };
    const cashback = (more: object): unknown =>
      (only({ ...line, ...more })['total'] as { cashback: number }).cashback;
    expect(cashback({})).toBe(0);
    expect(cashback({ history: days(1, 5_000) })).toBe(1000);
    expect(cashback({ history: days(1, 5_000), customer: { tier: 'Prata' } })).toBe(0);
    expect(cashback({ customer: { tier: 'ouro' } })).toBe(1000);
    expect(cashback({ settings: {}, customer: { tier: 'ouro' } })).toBe(1000);
    expect(cashback({ settings: {}, customer: { tier: 'prata' } })).toBe(0);
  });

  it('birthday, labels, items, voucher, zone and settings are what they are elsewhere', () => {
    const rules = [
      { benefit: percent(1000), conditions: { birthday: 'day', labels: ['vip'] } },
      { benefit: percent(1000), conditions: { exclude_categories: ['bebidas'] } },
      { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 } },
      { benefit: { kind: 'multiplier', asset: 'points', times_x100: 150 } },
    ];
    const answer = only({
      rules,
      zone: 'America/Rio_Branco',
      settings: { points_rounding: 'down' },
      customer: { birthday: '02-29', labels: ['VIP'] },
      sale: {
        at: '2027-03-01T04:30:00Z',
        cents: 10_100,
        voucher_cents: 5_000,
        method: 'pix',
        items: [
          { sku: '1', category: 'padaria', name: 'Pão', quantity: 2, cents: 8_000 },
          { sku: '2', category: 'Bebidas', name: 'Suco', quantity: 1, cents: 2_000 },
          { cents: 0 },
        ],
      },
    });
    expect(answer['awards']).toMatchObject([
      { rule: 0, quantity: 510, available_at: '2027-02-28T23:30:00-05:00', expires_at: null },
      { rule: 1, quantity: 408 },
      { rule: 2, quantity: 76 },
    ]);
  });

  it('what is null is as if it were left out', () => {
    const line = { rules: [{ benefit: percent(500) }], sale: sale(100) };
    const none = { lang: null, settings: null, zone: null, history: null, customer: null, refunds: null };
    expect(only({ ...line, ...none })).toEqual(only(line));
  });

  it('a moment without an offset is on the shop’s clock', () => {
    const line = { rules: [{ benefit: percent(100) }], sale: { at: '2026-11-24T14:00:00', cents: 100 } };
    expect(only(line)['awards']).toMatchObject([{ available_at: AT }]);
    expect(only({ ...line, zone: 'America/Manaus' })['awards']).toMatchObject([
      { available_at: '2026-11-24T14:00:00-04:00' },
    ]);
  });
});

describe('a bad line is answered with its fault, and the rest goes on', () => {
  const good = { rules: [{ benefit: percent(500) }], sale: sale(100) };

  it.each([
    ['no json', /JSON/],
    ['', /JSON/],
    ['null', /line/],
    ['[]', /line/],
    [{}, /rules.*sale/],
    [{ ...good, lang: 'fr' }, /lang/],
    [{ ...good, zone: 'America/Brasilia' }, /zone/],
    [{ ...good, rules: 'cashback 5%' }, /rules/],
    [{ ...good, rules: ['quero uma pizza'] }, /rules\.0/],
    [{ ...good, rules: ['cashback 5%', 'cashback 5% xyzzy plugh'] }, /rules\.1/],
    [{ ...good, rules: ['cashback 500%'] }, /rules\.0/],
    [{ ...good, rules: [{ benefit: percent(50_000) }] }, /rules\.0\.benefit\.bps/],
    [{ ...good, rules: [{ benefit: percent(5), conditions: { moon: 1 } }] }, /rules\.0\.conditions.*moon/],
    [{ ...good, rules: [7] }, /rules\.0/],
    [{ ...good, rules: [ofTier('Ouro')] }, /^rules\.0\.conditions\.tier: settings\.tiers has no "Ouro"$/],
    [
      {
        ...good,
        rules: ['cashback 5%', ofTier('Ouro')],
        settings: { tiers: [{ name: 'Prata', min_cents: 1 }] },
        customer: { tier: 'Prata' },
      },
      /^rules\.1\.conditions\.tier: settings\.tiers has no "Ouro"$/,
    ],
    [{ ...good, settings: { tiers: [{ name: '', min_cents: 1 }] } }, /settings\.tiers\.0\.name/],
    [{ ...good, settings: { colour: 'red' } }, /settings.*colour/],
    [{ ...good, sale: { at: 'ontem', cents: 100 } }, /sale\.at/],
    [{ ...good, sale: { at: '2026-02-30T10:00:00Z', cents: 100 } }, /sale\.at/],
    [{ ...good, sale: sale(-1) }, /^sale\.cents[^;]*$/],
    [{ ...good, sale: sale(1.5) }, /sale\.cents/],
    [{ ...good, sale: sale(100, { voucher_cents: 101 }) }, /sale\.voucher_cents/],
    [{ ...good, sale: sale(100, { method: 'cheque' }) }, /sale\.method/],
    [{ ...good, sale: sale(100, { items: [{ name: 'x' }] }) }, /sale\.items\.0\.cents/],
    [{ ...good, sale: sale(100, { colour: 'red' }) }, /sale.*colour/],
    [{ ...good, history: [{ at: '2026-11-24T14:00:01-03:00', cents: 1 }] }, /history\.0\.at/],
    [{ ...good, customer: { birthday: '2000-05-03' } }, /customer\.birthday/],
    [{ ...good, customer: { birthday: '02-30' } }, /customer\.birthday/],
    [{ ...good, refunds: [{ cents: 1 }, { cents: -1 }] }, /refunds\.1\.cents/],
    [
      { ...good, refunds: [{ cents: 1 }, { cents: good.sale.cents }] },
      /refunds\.1\.cents: more comes back than was paid/,
    ],
    [{ ...good, refund: [] }, /refund/],
  ])('%j', (line, fault) => {
    const answers = judge(line, good);
    expect(answers).toEqual([
      { error: expect.stringMatching(fault) as string },
      expect.objectContaining({ total: { cashback: 5, points: 0 } }),
    ]);
  });
});
