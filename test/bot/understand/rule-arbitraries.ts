import fc from 'fast-check';
import {
  PAYMENT_METHODS,
  ruleSchema,
  type Benefit,
  type Rule,
  type VoucherBenefit,
} from '../../../src/loyalty';

const cents = fc.integer({ min: 1, max: 1_000_000_000 });
const points = fc.integer({ min: 1, max: 1_000_000 });
/** Anything that a name may be: quotes, accents, line breaks, words of the sentence itself. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      'visa',
      'VISA',
      'Elo',
      'mercado-pago',
      'Rede',
      'T1',
      'loja "7"',
      String.raw`a\"b`,
      'no pix',
      '“x”',
    ),
  )
  .map((text) => text.trim())
  .filter((text) => text.length > 0 && text.length <= 60);
const names = fc.array(name, { minLength: 1, maxLength: 4 });

const voucher: fc.Arbitrary<VoucherBenefit> = fc.oneof(
  fc.record({ kind: fc.constant('voucher-fixed' as const), cents }),
  fc.record(
    {
      kind: fc.constant('voucher-percent' as const),
      bps: fc.integer({ min: 1, max: 10_000 }),
      max_cents: cents,
    },
    { requiredKeys: ['kind', 'bps'] },
  ),
  fc.record({ kind: fc.constant('voucher-item' as const), name }),
);
const benefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({ kind: fc.constant('cashback-percent' as const), bps: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('cashback-fixed' as const), cents }),
  fc.record({ kind: fc.constant('points-per-amount' as const), points, per_cents: cents }),
  fc.record({ kind: fc.constant('points-fixed' as const), points }),
  fc.record({
    kind: fc.constant('multiplier' as const),
    asset: fc.constantFrom('cashback' as const, 'points' as const),
    times_x100: fc.oneof(fc.constantFrom(150, 200, 300, 400), fc.integer({ min: 101, max: 10_000 })),
  }),
  voucher,
  fc.record({
    kind: fc.constant('stamp-card' as const),
    every: fc.integer({ min: 2, max: 100 }),
    then: voucher,
  }),
);

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const minute = fc.integer({ min: 0, max: 24 * 60 });
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
const inOrder = <T extends string | number>([a, b]: [T, T]): [T, T] => (a <= b ? [a, b] : [b, a]);

/** Over midnight, for twelve hours at most. */
const isNight = (from: string, to: string): boolean => {
  const [start, end] = [from, to].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [
    number,
    number,
  ];
  return start < 1440 && end > 0 && start > end && 1440 - start + end <= 720;
};

/** What stands side by side in a sentence varies most where little is said. */
const few = <T extends object>(all: T): fc.Arbitrary<Partial<T>> =>
  fc.subarray(Object.entries(all), { maxLength: 2 }).map((some) => Object.fromEntries(some) as Partial<T>);

const conditions = fc
  .record(
    {
      amounts: fc.tuple(
        fc.option(cents, { nil: undefined }),
        fc.option(cents, { nil: undefined }),
        fc.boolean(),
      ),
      weekdays: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      hours: fc
        .tuple(minute, minute)
        .map(([a, b]): [string, string] => [clock(a), clock(b)])
        .filter(([from, to]) => from < to || isNight(from, to)),
      dates: fc.tuple(day, day).map(inOrder),
      payment_methods: fc.array(fc.constantFrom(...PAYMENT_METHODS), { minLength: 1, maxLength: 5 }),
      brands: names,
      terminals: names,
      acquirers: names,
      stores: names,
      include_skus: names,
      exclude_skus: names,
      include_categories: names,
      exclude_categories: names,
      first_purchase: fc.constant(true as const),
      nth_purchase: fc.integer({ min: 2, max: 10_000 }),
      birthday: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      tier: name,
      inactive_days: fc.integer({ min: 1, max: 3650 }),
      labels: names,
    },
    { requiredKeys: ['amounts'] },
  )
  .chain((all) => fc.oneof(fc.constant(all), few(all)))
  .map(({ amounts: [a, b, inclusive] = [undefined, undefined, false], ...rest }) => {
    const [min, max] = a !== undefined && b !== undefined ? inOrder([a, b]) : [a, b];
    return {
      ...(min === undefined ? {} : { min_cents: min, min_inclusive: inclusive || min === max }),
      ...(max === undefined ? {} : { max_cents: max }),
      ...rest,
    };
  });

const limits = fc.record(
  {
    max_cents_per_sale: cents,
    max_points_per_sale: points,
    max_cents_per_customer_day: cents,
    max_cents_per_customer_week: cents,
    max_cents_per_customer_month: cents,
    max_points_per_customer_day: points,
    max_points_per_customer_week: points,
    max_points_per_customer_month: points,
    budget_cents: fc.integer({ min: 1, max: 100_000_000_000 }),
  },
  { requiredKeys: [] },
);
const validity = fc.record(
  {
    valid_days: fc.integer({ min: 1, max: 3650 }),
    rolling_days: fc.integer({ min: 1, max: 3650 }),
    available_after_days: fc.integer({ min: 1, max: 365 }),
    use_min_cents: cents,
  },
  { requiredKeys: [] },
);

/** Without what the schema refuses together: half of what is drawn at random would contradict itself. */
function reconciled(drawn: object): object {
  let rule = drawn as Record<string, object>;
  for (let i = 0; i < 20; i++) {
    const fault = ruleSchema.safeParse(rule).error?.issues[0]?.path;
    if (fault === undefined) return rule;
    const [group = '', key = ''] = fault.map(String);
    if (key === '') return rule;
    const { [key]: _refused, ...kept } = rule[group] as Record<string, unknown>;
    const { [group]: _whole, ...others } = rule;
    rule = Object.keys(kept).length === 0 ? others : { ...others, [group]: kept };
  }
  return rule;
}

/** Rules of every kind and combination: most with a few things to say, some with everything. */
export const rules: fc.Arbitrary<Rule> = fc
  .record(
    {
      benefit,
      conditions,
      limits,
      validity,
      stack: fc.constantFrom('add' as const, 'best' as const),
      order: fc.integer({ min: 0, max: 1000 }),
    },
    { requiredKeys: ['benefit'] },
  )
  .map(({ benefit: given, conditions: when, limits: most, validity: until, ...rest }) => {
    const filled = <T extends object>(key: string, group: T | undefined) =>
      group === undefined || Object.keys(group).length === 0 ? {} : { [key]: group };
    const alone = given.kind === 'multiplier';
    return {
      benefit: given,
      ...filled('conditions', when),
      ...(alone ? {} : { ...filled('limits', most), ...filled('validity', until) }),
      ...rest,
    };
  })
  .map(reconciled)
  .filter((rule) => ruleSchema.safeParse(rule).success)
  .map((rule) => ruleSchema.parse(rule));
