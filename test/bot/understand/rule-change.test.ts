import { commands } from '../../../src/bot/commands';
import type { RuleChange } from '../../../src/bot/command';
import { applyChange, createUnderstanding, parseChange, parseSimulation } from '../../../src/bot/understand';
import type { Language, Rule } from '../../../src/loyalty';
import { TODAY } from './rule-sentences';

const said: readonly (readonly [Language, string, number, RuleChange])[] = [
  ['pt', 'na regra 2, máximo R$ 30', 2, { limits: { max_cents_per_sale: 3000 } }],
  ['pt', 'mude a regra 2 para 10%', 2, { benefit: { bps: 1000 } }],
  ['pt', 'mude a regra 2 de 5% para 10%', 2, { benefit: { bps: 1000 } }],
  ['pt', 'aumente a regra 2 para 8%', 2, { benefit: { bps: 800 } }],
  ['pt', 'coloca máximo de 20 reais na regra 3', 3, { limits: { max_cents_per_sale: 2000 } }],
  ['pt', 'regra 3: cashback 7%', 3, { benefit: { kind: 'cashback-percent', bps: 700 } }],
  ['pt', 'muda a regra 1 pra R$ 20', 1, { benefit: { cents: 2000 } }],
  ['pt', 'na regra 2, a cada 8 compras', 2, { benefit: { every: 8 } }],
  ['pt', 'na regra 2 sem validade', 2, { validity: { valid_days: null, rolling_days: null } }],
  ['pt', 'tira o mínimo da regra 2', 2, { conditions: { min_cents: null, min_inclusive: null } }],
  ['pt', 'na regra 2, a partir de R$ 80', 2, { conditions: { min_cents: 8000, min_inclusive: true } }],
  ['pt', 'na regra 2, válido por 30 dias', 2, { validity: { valid_days: 30, rolling_days: null } }],
  ['pt', 'na regra 2, todos os dias', 2, { conditions: { weekdays: null } }],
  ['pt', 'na regra 2, só no pix', 2, { conditions: { payment_methods: ['pix'] } }],
  ['pt', 'na regra 2, sem orçamento', 2, { limits: { budget_cents: null } }],
  ['pt', 'na regra 2, sem mínimo para usar', 2, { validity: { use_min_cents: null } }],
  ['pt', 'na regra 2, vale o melhor, ordem 3', 2, { stack: 'best', order: 3 }],
  ['en', 'in rule 2, at most R$ 30', 2, { limits: { max_cents_per_sale: 3000 } }],
  ['en', 'change rule 2 to 10%', 2, { benefit: { bps: 1000 } }],
  ['en', 'rule 2 without expiry', 2, { validity: { valid_days: null, rolling_days: null } }],
  ['es', 'en la regla 2, máximo R$ 30', 2, { limits: { max_cents_per_sale: 3000 } }],
  ['es', 'cambia la regla 2 a 10%', 2, { benefit: { bps: 1000 } }],
  ['es', 'en la regla 2, sin mínimo', 2, { conditions: { min_cents: null, min_inclusive: null } }],
];

describe('a change of a rule', () => {
  it.each(said)('%s: %s', (lang, says, number, change) => {
    expect(parseChange(says, lang, TODAY)).toEqual({ number, change });
  });

  it('takes all limits away at once', () => {
    const read = parseChange('na regra 2, sem limite', 'pt', TODAY);
    const limits = read !== null && 'change' in read ? read.change.limits : null;
    expect(Object.values(limits ?? {})).toEqual(Array.from({ length: 8 }, () => null));
  });

  it.each([
    ['mude a regra 2', 'no-change'],
    ['na regra 2, máximo 20 e 30', 'number-left-over'],
    ['na regra 2, 10% na black friday', 'unknown-words'],
    ['na regra 2, cashback 5% e voucher de R$ 10', 'two-benefits'],
  ])('%s is asked about: %s', (says, reason) => {
    expect(parseChange(says, 'pt', TODAY)).toMatchObject({ number: 2, ask: { reason } });
  });

  it.each(['regra: cashback 5%', 'regras', 'nova regra: 10 pontos por compra', 'cashback 5%'])(
    '%s names no rule',
    (says) => {
      expect(parseChange(says, 'pt', TODAY)).toBeNull();
    },
  );
});

const five: Rule = { benefit: { kind: 'cashback-percent', bps: 500 } };
const stamps: Rule = {
  benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 1500 } },
};
const full: Rule = {
  ...five,
  conditions: { min_cents: 5000, min_inclusive: false, weekdays: [1] },
  limits: { max_cents_per_sale: 2000 },
  validity: { rolling_days: 60 },
  order: 1,
};

describe('applying a change', () => {
  it.each<[string, Rule, RuleChange, Rule]>([
    ['one figure', five, { benefit: { bps: 700 } }, { benefit: { kind: 'cashback-percent', bps: 700 } }],
    [
      'what a stamp card gives',
      stamps,
      { benefit: { kind: 'voucher-fixed', cents: 2000 } },
      { benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 2000 } } },
    ],
    [
      'how often it gives',
      stamps,
      { benefit: { every: 8 } },
      { benefit: { kind: 'stamp-card', every: 8, then: { kind: 'voucher-fixed', cents: 1500 } } },
    ],
    [
      'removals leave no empty groups',
      full,
      {
        conditions: { min_cents: null, min_inclusive: null, weekdays: null },
        limits: { max_cents_per_sale: null },
        validity: { rolling_days: null },
        order: null,
      },
      five,
    ],
    [
      'the rest stays',
      full,
      { limits: { budget_cents: 10_000 }, stack: 'best' },
      { ...full, limits: { max_cents_per_sale: 2000, budget_cents: 10_000 }, stack: 'best' },
    ],
  ])('%s', (_what, rule, change, changed) => {
    expect(applyChange(rule, change)).toEqual({ rule: changed });
  });

  it.each<[string, Rule, RuleChange]>([
    ['benefit', stamps, { benefit: { bps: 500 } }],
    ['benefit', five, { benefit: { cents: 500 } }],
    ['percent', five, { benefit: { bps: 50_000 } }],
    ['amounts', full, { conditions: { max_cents: 100 } }],
    ['hours', full, { conditions: { hours: ['18:00', '10:00'] } }],
    ['dates', full, { conditions: { dates: ['2026-12-02', '2026-12-01'] } }],
    ['weekdays', five, { conditions: { dates: ['2026-11-23', '2026-11-24'], weekdays: [7] } }],
    ['items', five, { conditions: { include_skus: ['pão'], exclude_skus: ['PAO'] } }],
    ['purchases', five, { conditions: { first_purchase: true, nth_purchase: 3 } }],
    ['purchases', five, { conditions: { first_purchase: true, inactive_days: 30 } }],
    ['purchases', stamps, { conditions: { first_purchase: true } }],
    ['days', five, { validity: { valid_days: 4_000 } }],
    ['validity', five, { validity: { valid_days: 30, rolling_days: 30 } }],
    ['validity', five, { validity: { rolling_days: 5, available_after_days: 10 } }],
    ['limits', five, { limits: { max_points_per_sale: 10 } }],
    ['budget', stamps, { limits: { budget_cents: 100 } }],
    [
      'more-than-sale',
      { benefit: { kind: 'cashback-fixed', cents: 5_000 } },
      { conditions: { max_cents: 3_000 } },
    ],
    ['number', { benefit: { kind: 'cashback-fixed', cents: 5_000 } }, { benefit: { cents: 0 } }],
  ])('is refused where it cannot be: %s', (detail, rule, change) => {
    expect(applyChange(rule, change)).toEqual({ ask: { reason: 'impossible', detail } });
  });
});

describe('a simulation', () => {
  const eight = { benefit: { kind: 'cashback-percent', bps: 800 }, conditions: { payment_methods: ['pix'] } };

  it.each([
    ['pt', 'simular cashback 8% no pix', undefined],
    ['pt', 'quanto custaria cashback 8% no pix?', undefined],
    ['pt', 'simula 8% de cashback no pix no mês passado', 'last-month'],
    ['pt', 'simular cashback 8% no pix nas vendas de outubro', '2026-10'],
    ['pt', 'simular cashback 8% no pix com as vendas de dezembro', '2025-12'],
    ['en', 'simulate 8% cashback with pix', undefined],
    ['en', 'how much would 8% cashback with pix cost last month', 'last-month'],
    ['es', 'simular cashback 8% con pix', undefined],
  ] as const)('%s: %s', (lang, says, period) => {
    expect(parseSimulation(says, lang, TODAY)).toEqual({
      rule: eight,
      ...(period === undefined ? {} : { period }),
    });
  });

  it('asks as a rule does', () => {
    expect(parseSimulation('simular cashback 500%', 'pt', TODAY)).toMatchObject({
      ask: { reason: 'impossible' },
    });
    expect(parseSimulation('simular', 'pt', TODAY)).toEqual({ ask: { reason: 'no-benefit' } });
  });
});

describe('each is understood as what it is', () => {
  const { understand } = createUnderstanding(commands);
  const hear = (says: string) => understand(says, { lang: 'pt', role: 'owner', today: TODAY });

  it.each([
    ['cashback 8% no pix', 'add-rule'],
    ['simular cashback 8% no pix', 'simulate'],
    ['na regra 2, máximo R$ 30', 'edit-rule'],
    ['cashback paga até 30% da compra', 'set-program'],
    ['pausar regra 2', 'pause-rule'],
    ['apagar regra 2', 'delete-rule'],
    ['regras', 'rules'],
    ['pausar', 'pause'],
    ['cashback 5%, resgate mínimo 100 reais', 'add-rule'],
  ])('%s: %s', (says, intent) => {
    expect(hear(says)).toMatchObject({ intent, confirm: false, guessed: false });
  });

  it('for a customer it is nothing of the kind', () => {
    for (const says of ['na regra 2, máximo R$ 30', 'cashback paga até 30% da compra', 'simular cashback 8%'])
      expect(understand(says, { lang: 'pt', role: 'customer', today: TODAY }).intent).not.toMatch(
        /rule|set-program|simulate/,
      );
  });
});
