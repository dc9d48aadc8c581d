import { ruleSchema, settingsSchema } from '../../../src/loyalty/core/rules/rule';

const cashback = { kind: 'cashback-percent', bps: 500 };
const fixed = { kind: 'cashback-fixed', cents: 500 };
const points = { kind: 'points-per-amount', points: 1, per_cents: 100 };
const multiplier = { kind: 'multiplier', asset: 'points', times_x100: 200 };
const voucher = { kind: 'voucher-fixed', cents: 1500 };
const percent = { kind: 'voucher-percent', bps: 1000 };
const item = { kind: 'voucher-item', name: 'café' };
const card = (then: object) => ({ kind: 'stamp-card', every: 10, then });

const faultsOf = (read: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

/** Each is of the right form, and cannot be meant. */
const IMPOSSIBLE: [rule: object, fault: string][] = [
  [
    { benefit: cashback, conditions: { min_cents: 1 } },
    'conditions.min_inclusive: min_cents and min_inclusive come together',
  ],
  [
    { benefit: cashback, conditions: { min_inclusive: true } },
    'conditions.min_inclusive: min_cents and min_inclusive come together',
  ],
  [
    { benefit: cashback, conditions: { min_cents: 1000, min_inclusive: true, max_cents: 500 } },
    'conditions.max_cents: the minimum is over the maximum',
  ],
  [
    { benefit: cashback, conditions: { min_cents: 1000, min_inclusive: false, max_cents: 1000 } },
    'conditions.max_cents: the minimum is over the maximum',
  ],
  [
    { benefit: cashback, conditions: { hours: ['18:00', '14:00'] } },
    'conditions.hours: the hours end before they begin: beyond midnight they may last twelve hours',
  ],
  [
    { benefit: cashback, conditions: { hours: ['22:00', '10:01'] } },
    'conditions.hours: the hours end before they begin: beyond midnight they may last twelve hours',
  ],
  [
    { benefit: cashback, conditions: { hours: ['22:00', '22:00'] } },
    'conditions.hours: the hours end as they begin: a whole day is from 00:00 to 24:00',
  ],
  [
    { benefit: cashback, conditions: { hours: ['22:00', '00:00'] } },
    'conditions.hours: hours that end with midnight end at 24:00',
  ],
  [
    { benefit: cashback, conditions: { hours: ['24:00', '02:00'] } },
    'conditions.hours: hours begin before midnight, or with it at 00:00',
  ],
  [
    { benefit: cashback, conditions: { dates: ['2026-12-10', '2026-12-05'] } },
    'conditions.dates: the dates end before they begin',
  ],
  [
    { benefit: cashback, conditions: { dates: ['2026-11-23', '2026-11-27'], weekdays: [6, 7] } },
    'conditions.weekdays: no day of the dates is one of the weekdays',
  ],
  [
    { benefit: cashback, conditions: { include_categories: ['Bebidas'], exclude_categories: ['bebidas'] } },
    'conditions.exclude_categories: "bebidas" is both included and excluded',
  ],
  [
    { benefit: cashback, conditions: { include_skus: ['pão', 'x'], exclude_skus: ['y', 'PAO'] } },
    'conditions.exclude_skus: "PAO" is both included and excluded',
  ],
  [
    { benefit: cashback, conditions: { first_purchase: true, nth_purchase: 3 } },
    'conditions.nth_purchase: a first purchase is no later one',
  ],
  [
    { benefit: cashback, conditions: { first_purchase: true, inactive_days: 30 } },
    'conditions.inactive_days: a first purchase has none before it to count days from',
  ],
  [
    { benefit: card(voucher), conditions: { first_purchase: true } },
    'conditions.first_purchase: a stamp card fills with many purchases, not with one',
  ],
  [
    { benefit: card(voucher), conditions: { nth_purchase: 10 } },
    'conditions.nth_purchase: a stamp card fills with many purchases, not with one',
  ],
  [
    { benefit: cashback, validity: { valid_days: 30, rolling_days: 30 } },
    'validity.rolling_days: days are counted from the benefit or from the last purchase, not both',
  ],
  [
    { benefit: cashback, validity: { rolling_days: 8, available_after_days: 8 } },
    'validity.available_after_days: it would expire before it is available',
  ],
  [
    { benefit: multiplier, validity: { valid_days: 30 } },
    'validity: a multiplier has no validity of its own',
  ],
  [
    { benefit: multiplier, limits: { max_points_per_sale: 30 } },
    'limits: a multiplier has no limit of its own: limit what it multiplies',
  ],
  [
    { benefit: cashback, limits: { max_points_per_sale: 30 } },
    'limits.max_points_per_sale: cashback is limited in cents',
  ],
  [
    { benefit: points, limits: { max_cents_per_customer_week: 30 } },
    'limits.max_cents_per_customer_week: points are limited in points',
  ],
  [
    { benefit: voucher, limits: { max_cents_per_sale: 30 } },
    'limits.max_cents_per_sale: a voucher can only have a budget',
  ],
  [
    { benefit: card(voucher), limits: { max_points_per_customer_day: 30 } },
    'limits.max_points_per_customer_day: a voucher can only have a budget',
  ],
  [
    { benefit: points, limits: { budget_cents: 100 } },
    'limits.budget_cents: points cost no cents that a budget could count',
  ],
  [
    { benefit: item, limits: { budget_cents: 100 } },
    'limits.budget_cents: the cost of a thing is not known: it cannot have a budget',
  ],
  [
    { benefit: card(percent), limits: { budget_cents: 100 } },
    'limits.budget_cents: a percentage needs max_cents to have a budget',
  ],
  [
    { benefit: voucher, limits: { budget_cents: 1499 } },
    'limits.budget_cents: the budget is less than one voucher',
  ],
  [
    { benefit: fixed, conditions: { max_cents: 499 } },
    'benefit.cents: it gives more than the largest sale that it is for',
  ],
  [
    { benefit: points, conditions: { max_cents: 99 } },
    'benefit.per_cents: the largest sale that it is for never reaches per_cents',
  ],
];

describe('a rule that cannot be meant is refused, with what to change', () => {
  it.each(IMPOSSIBLE)('%j', (rule, fault) => {
    expect(faultsOf(ruleSchema.safeParse(rule))).toEqual([fault]);
  });

  it('of any form but the closed one, too', () => {
    const paths = [
      { benefit: { kind: 'cashback-percent', bps: 50_000 } },
      { benefit: { kind: 'free-lunch' } },
      { benefit: cashback, conditions: { moon: 'full' } },
      { benefit: cashback, limits: { max_cents_per_year: 1 } },
      { benefit: cashback, validity: { valid_weeks: 1 } },
      { benefit: cashback, stack: 'both' },
      { benefit: cashback, colour: 'red' },
      { benefit: card({ kind: 'cashback-fixed', cents: 1 }) },
      { benefit: cashback, conditions: { hours: ['25:00', '26:00'] } },
      { benefit: cashback, conditions: { dates: ['2026-02-30', '2026-03-01'] } },
      { benefit: { kind: 'cashback-fixed', cents: 1.5 } },
    ].map((rule) => ruleSchema.safeParse(rule).error?.issues[0]?.path.join('.'));
    expect(paths).toEqual([
      'benefit.bps',
      'benefit.kind',
      'conditions',
      'limits',
      'validity',
      'stack',
      '',
      'benefit.then.kind',
      'conditions.hours.0',
      'conditions.dates.0',
      'benefit.cents',
    ]);
  });
});

describe('a rule at the edge of what can be meant is taken', () => {
  it.each([
    { benefit: cashback, conditions: { min_cents: 1000, min_inclusive: true, max_cents: 1000 } },
    { benefit: cashback, conditions: { dates: ['2026-11-24', '2026-11-24'], weekdays: [2] } },
    { benefit: cashback, conditions: { include_categories: ['bebidas'], exclude_skus: ['bebidas'] } },
    { benefit: cashback, conditions: { hours: ['00:00', '24:00'] } },
    { benefit: cashback, conditions: { hours: ['22:00', '10:00'] } },
    { benefit: cashback, conditions: { hours: ['23:59', '00:01'] } },
    { benefit: cashback, validity: { rolling_days: 8, available_after_days: 7 } },
    { benefit: fixed, conditions: { max_cents: 500 } },
    { benefit: fixed, conditions: { min_cents: 100, min_inclusive: false } },
    { benefit: points, conditions: { max_cents: 100 } },
    { benefit: voucher, limits: { budget_cents: 1500 } },
    { benefit: { ...percent, max_cents: 100 }, limits: { budget_cents: 100 } },
    { benefit: card(item), conditions: { min_cents: 2000, min_inclusive: true } },
  ])('%j', (rule) => {
    expect(ruleSchema.parse(rule)).toEqual(rule);
  });
});

describe('settings', () => {
  it('have defaults for whatever is left out', () => {
    expect(settingsSchema.parse({ redeem_max_bps: 3000 })).toEqual({
      redeem_min_cents: 100,
      redeem_max_bps: 3000,
      voucher_valid_days: 30,
      refund_policy: 'debt',
      points_rounding: 'half-up',
      tiers: [],
      claim_days: 7,
    });
  });

  it.each([
    [
      [
        { name: 'Prata', min_cents: 1000 },
        { name: 'PRATA', min_cents: 2000 },
      ],
      'tiers.1.name: two tiers have this name',
    ],
    [
      [
        { name: 'Ouro', min_cents: 2000 },
        { name: 'Prata', min_cents: 2000 },
      ],
      'tiers.1.min_cents: a tier must begin above the one before it',
    ],
  ])('refuse %j', (tiers, fault) => {
    expect(faultsOf(settingsSchema.safeParse({ tiers }))).toEqual([fault]);
  });
});
