import fc from 'fast-check';
import { ASSETS, MAX_SALE_CENTS } from '../../src/loyalty/core/money';
import type { Past } from '../../src/loyalty/core/rules/past';
import { ruleSchema, type Rule } from '../../src/loyalty/core/rules/rule';
import type { Sale, SaleItem } from '../../src/loyalty/core/sales/sale';
import { saleMade } from './judging';

const small = fc.integer({ min: 1, max: 50_000 });
export const amount = fc.oneof(small, fc.integer({ min: 1, max: MAX_SALE_CENTS }));
const somePoints = fc.integer({ min: 1, max: 1_000_000 });

/** How large the numbers of rules are, and how long what they give lasts. */
interface Sizes {
  /** Of cashback, of bounds and of limits. */
  amount: fc.Arbitrary<number>;
  /** Of vouchers. */
  small: fc.Arbitrary<number>;
  points: fc.Arbitrary<number>;
  pointsPerAmount: fc.Arbitrary<{ points: number; per_cents: number }>;
  times_x100: fc.Arbitrary<number>;
  /** Of all the vouchers of a rule. */
  budget: fc.Arbitrary<number>;
  validity: fc.Arbitrary<object>;
}

const none = fc.constant({});
const bps = fc.integer({ min: 1, max: 10_000 });

const ANY_SIZE: Sizes = {
  amount,
  small,
  points: somePoints,
  pointsPerAmount: fc.record({
    points: fc.integer({ min: 1, max: 50 }),
    per_cents: fc.integer({ min: 1, max: 10_000 }),
  }),
  times_x100: fc.oneof(fc.constantFrom(150, 200, 300), fc.integer({ min: 101, max: 10_000 })),
  budget: fc.integer({ min: 1, max: 200_000 }),
  validity: none,
};

const CATEGORIES = ['a', 'b', 'c'];
const someNames = fc.uniqueArray(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 2 });
const clock = fc.integer({ min: 0, max: 24 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);

const FIRST_DAY = Date.UTC(2015, 0);
const DAY = 86_400_000;
const dates = fc
  .tuple(fc.integer({ min: 0, max: 15 * 365 }), fc.integer({ min: 0, max: 15 * 365 }))
  .map((days) =>
    days.toSorted((a, b) => a - b).map((day) => new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10)),
  );

export const BRANDS = ['visa', 'elo', 'master'];
export const TERMINALS = ['T1', 'T2', 'T3'];
export const ACQUIRERS = ['stone', 'cielo', 'rede'];
/** The ids of stores and, in the same order, their names. */
export const STORES = ['loja-1', 'loja-2', 'loja-3'];
export const STORE_NAMES = ['Centro', 'São João', 'Lapa'];
const some = (all: readonly string[]) => fc.subarray([...all], { minLength: 1, maxLength: 2 });

/** Several of them at once seldom hold together, so most rules have few. */
const conditionsOf = (cents: fc.Arbitrary<number>) =>
  fc
    .record(
      {
        minimum: fc.tuple(cents, fc.boolean()),
        max_cents: cents,
        dates,
        brands: some(BRANDS),
        terminals: some(TERMINALS),
        acquirers: some(ACQUIRERS),
        stores: some([...STORES, ...STORE_NAMES]),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 7 }),
        hours: fc.tuple(clock, clock),
        payment_methods: fc.constantFrom(['pix'], ['pix', 'debit'], ['credit']),
        include_categories: someNames,
        exclude_categories: someNames,
        include_skus: someNames,
        exclude_skus: someNames,
        first_purchase: fc.constant(true),
        nth_purchase: fc.integer({ min: 2, max: 4 }),
        inactive_days: fc.integer({ min: 1, max: 40 }),
        birthday: fc.constantFrom('day', 'week', 'month'),
        tier: fc.constantFrom('Prata', 'Ouro'),
        labels: fc.constantFrom(['vip'], ['vip', 'novo']),
      },
      { requiredKeys: [] },
    )
    .chain((all) =>
      fc
        .subarray(Object.entries(all), { minLength: 0, maxLength: 3 })
        .map((kept) => Object.fromEntries(kept)),
    )
    .map(({ minimum, ...rest }) =>
      minimum === undefined
        ? rest
        : {
            ...rest,
            min_cents: (minimum as [number, boolean])[0],
            min_inclusive: (minimum as [number, boolean])[1],
          },
    );

function limitsIn(
  unit: 'cents' | 'points',
  most: fc.Arbitrary<number>,
): fc.Arbitrary<Record<string, unknown>> {
  const names = ['sale', 'customer_day', 'customer_week', 'customer_month'].map(
    (of) => `max_${unit}_per_${of}`,
  );
  return fc.dictionary(fc.constantFrom(...names, ...(unit === 'cents' ? ['budget_cents'] : [])), most, {
    maxKeys: 3,
    noNullPrototype: true,
  });
}

function benefitsOf({ amount: cents, small: ofVouchers, points, pointsPerAmount, times_x100 }: Sizes) {
  const cashback = fc.oneof(
    fc.record({ kind: fc.constant('cashback-percent'), bps }),
    fc.record({ kind: fc.constant('cashback-fixed'), cents }),
  );
  const ofPoints = fc.oneof(
    pointsPerAmount.map((per) => ({ kind: 'points-per-amount', ...per })),
    fc.record({ kind: fc.constant('points-fixed'), points }),
  );
  const multiplier = fc.record({
    kind: fc.constant('multiplier'),
    asset: fc.constantFrom(...ASSETS),
    times_x100,
  });
  const oneVoucher = fc.oneof(
    fc.record({ kind: fc.constant('voucher-fixed'), cents: ofVouchers }),
    fc.record(
      { kind: fc.constant('voucher-percent'), bps, max_cents: ofVouchers },
      { requiredKeys: ['kind', 'bps'] },
    ),
    fc.record({ kind: fc.constant('voucher-item'), name: fc.constant('café') }),
  );
  const voucher = fc.oneof(
    oneVoucher,
    fc.record({ kind: fc.constant('stamp-card'), every: fc.integer({ min: 2, max: 4 }), then: oneVoucher }),
  );
  return { cashback, points: ofPoints, multiplier, voucher };
}

/** Any rule of that size but the impossible ones. */
function ruleOf(sizes: Sizes): fc.Arbitrary<Rule> {
  const { cashback, points, multiplier, voucher } = benefitsOf(sizes);
  const inCents = fc.oneof(none, limitsIn('cents', sizes.amount));
  const inPoints = fc.oneof(none, limitsIn('points', sizes.points));
  const ofVouchers = fc.oneof(none, fc.record({ budget_cents: sizes.budget }));
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.record({ benefit: cashback, limits: inCents }) },
      { weight: 3, arbitrary: fc.record({ benefit: points, limits: inPoints }) },
      { weight: 2, arbitrary: fc.record({ benefit: multiplier, limits: none }) },
      { weight: 2, arbitrary: fc.record({ benefit: voucher, limits: ofVouchers }) },
    )
    .chain((given) =>
      fc.record(
        {
          benefit: fc.constant(given.benefit),
          limits: fc.constant(given.limits),
          conditions: fc.oneof(none, conditionsOf(sizes.amount)),
          validity: given.benefit.kind === 'multiplier' ? none : sizes.validity,
          stack: fc.constantFrom('add', 'best'),
          order: fc.integer({ min: 0, max: 3 }),
        },
        { requiredKeys: ['benefit', 'limits', 'conditions', 'validity'] },
      ),
    )
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, part]) => JSON.stringify(part) !== '{}')))
    .filter((written) => ruleSchema.safeParse(written).success)
    .map((written) => ruleSchema.parse(written));
}

export const rule = ruleOf(ANY_SIZE);

/** The rules of a shop that sells for cents, of which every single one can be looked at. */
export const ruleOfCents = ruleOf({
  amount: fc.integer({ min: 1, max: 150 }),
  small: fc.integer({ min: 1, max: 100 }),
  points: fc.integer({ min: 1, max: 40 }),
  pointsPerAmount: fc.record({
    points: fc.integer({ min: 1, max: 3 }),
    per_cents: fc.integer({ min: 5, max: 60 }),
  }),
  times_x100: fc.integer({ min: 101, max: 300 }),
  budget: fc.integer({ min: 50, max: 500 }),
  validity: fc.oneof(
    none,
    fc.record(
      {
        valid_days: fc.integer({ min: 1, max: 30 }),
        available_after_days: fc.integer({ min: 1, max: 6 }),
        use_min_cents: fc.integer({ min: 1, max: 160 }),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      { rolling_days: fc.integer({ min: 1, max: 12 }), use_min_cents: fc.integer({ min: 1, max: 160 }) },
      { requiredKeys: ['rolling_days'] },
    ),
  ),
});

export const rules = fc.array(rule, { minLength: 1, maxLength: 8 });

/** Percentages and multipliers that take only some items, whose parts have many different denominators. */
export const rulesOfItems = fc
  .array(
    fc.record({
      benefit: fc.oneof(
        fc.record({ kind: fc.constant('cashback-percent'), bps: fc.integer({ min: 1, max: 2_000 }) }),
        fc.record({
          kind: fc.constant('multiplier'),
          asset: fc.constant('cashback'),
          times_x100: fc.integer({ min: 101, max: 333 }),
        }),
      ),
      conditions: fc.oneof(
        fc.record({ include_categories: someNames }),
        fc.record({ exclude_categories: someNames }),
      ),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((written) => ruleSchema.array().parse(written));

const items: fc.Arbitrary<SaleItem[] | null> = fc.option(
  fc.array(
    fc.record({
      sku: fc.option(fc.constantFrom(...CATEGORIES)),
      category: fc.option(fc.constantFrom(...CATEGORIES)),
      name: fc.constant('AVULSO'),
      quantity: fc.constant(1),
      cents: fc.integer({ min: 0, max: 20_000 }),
    }),
    { maxLength: 4 },
  ),
);

const share = fc.double({ min: 0, max: 1, noNaN: true });

export const sale: fc.Arbitrary<Sale> = fc
  .record({
    totalCents: amount,
    occurredAt: fc.integer({ min: FIRST_DAY, max: Date.UTC(2030, 0) }),
    method: fc.constantFrom('pix' as const, 'credit' as const, null),
    brand: fc.constantFrom(...BRANDS, null),
    terminal: fc.constantFrom(...TERMINALS, null),
    acquirer: fc.constantFrom(...ACQUIRERS, null),
    place: fc.record({ at: fc.nat({ max: 2 }), says: fc.constantFrom('id', 'name', 'both', 'nothing') }),
    items,
    returned: share,
    paidByVoucher: share,
  })
  .map(({ returned, paidByVoucher, place: { at, says }, ...rest }) =>
    saleMade({
      ...rest,
      store: says === 'id' || says === 'both' ? (STORES[at] ?? null) : null,
      storeName: says === 'name' || says === 'both' ? (STORE_NAMES[at] ?? null) : null,
      refundedCents: Math.floor(rest.totalCents * returned * returned),
      voucherCents: Math.floor(rest.totalCents * paidByVoucher * paidByVoucher),
    }),
  );

const counter = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 }));
const counters = fc.record({
  stamps: fc.integer({ min: 0, max: 20 }),
  spent: fc.integer({ min: 0, max: 20 }),
  fired: fc.integer({ min: 0, max: 1 }),
  day: counter,
  week: counter,
  month: counter,
  budget: counter,
});

/** Of a customer whose purchase before was at most sixty days before that moment. */
export const pastAt = (at: number): fc.Arbitrary<Past> =>
  fc.record({
    purchases: fc.integer({ min: 0, max: 4 }),
    lastPurchaseAt: fc.option(fc.integer({ min: 0, max: 60 * 86_400_000 }).map((before) => at - before)),
    tier: fc.constantFrom('Prata', 'Ouro', null),
    birthday: fc.option(
      fc.oneof(
        fc.constant('02-29'),
        fc
          .integer({ min: -8, max: 8 })
          .map((off) => new Date(at + off * 86_400_000).toISOString().slice(5, 10)),
      ),
    ),
    labels: fc.constantFrom([], ['vip'], ['novo', 'velho']),
    counters: fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4'), counters, { noNullPrototype: true }),
  });

export const zone = fc.constantFrom(
  'America/Noronha',
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Rio_Branco',
);
