import fc from 'fast-check';
import { parseRule, printRule } from '../../../src/bot/understand';
import { PAYMENT_METHODS, ruleSchema, type Language, type Rule } from '../../../src/loyalty';
import { TODAY } from './rule-sentences';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

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

const benefit = fc.oneof(
  fc.record({ kind: fc.constant('cashback-percent' as const), bps: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('cashback-fixed' as const), cents }),
  fc.record({ kind: fc.constant('points-per-amount' as const), points, per_cents: cents }),
  fc.record({ kind: fc.constant('points-fixed' as const), points }),
  fc.record({
    kind: fc.constant('multiplier' as const),
    asset: fc.constantFrom('cashback' as const, 'points' as const),
    times_x100: fc.oneof(fc.constantFrom(150, 200, 300, 400), fc.integer({ min: 101, max: 10_000 })),
  }),
);

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const minute = fc.integer({ min: 0, max: 24 * 60 });
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
const inOrder = <T extends string | number>([a, b]: [T, T]): [T, T] => (a <= b ? [a, b] : [b, a]);

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
        .filter(([a, b]) => a !== b)
        .map(inOrder)
        .map(([from, to]): [string, string] => [clock(from), clock(to)]),
      dates: fc.tuple(day, day).map(inOrder),
      payment_methods: fc.array(fc.constantFrom(...PAYMENT_METHODS), { minLength: 1, maxLength: 5 }),
      brands: names,
      terminals: names,
      acquirers: names,
      stores: names,
    },
    { requiredKeys: ['amounts'] },
  )
  .map(({ amounts: [a, b, inclusive], ...rest }) => {
    const [min, max] = a !== undefined && b !== undefined ? inOrder([a, b]) : [a, b];
    return {
      ...(min === undefined ? {} : { min_cents: min, min_inclusive: inclusive || min === max }),
      ...(max === undefined ? {} : { max_cents: max }),
      ...rest,
    };
  });

const limits = fc.record({ max_cents_per_sale: cents, max_points_per_sale: points }, { requiredKeys: [] });
const validity = fc.record(
  {
    valid_days: fc.integer({ min: 1, max: 3650 }),
    available_after_days: fc.integer({ min: 1, max: 365 }),
    use_min_cents: cents,
  },
  { requiredKeys: [] },
);

const rules: fc.Arbitrary<Rule> = fc
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
    const own = given.kind.startsWith('cashback') ? 'max_cents_per_sale' : 'max_points_per_sale';
    const limit = most?.[own];
    return {
      benefit: given,
      ...filled('conditions', when),
      ...(alone
        ? {}
        : { ...(limit === undefined ? {} : { limits: { [own]: limit } }), ...filled('validity', until) }),
      ...rest,
    };
  })
  // A contradiction of chance is no rule.
  .filter((rule) => ruleSchema.safeParse(rule).success)
  .map((rule) => ruleSchema.parse(rule));

describe('what is printed', () => {
  it.each(LANGUAGES)('is read back as the same rule in %s', (lang) => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(parseRule(printRule(rule, lang), lang, TODAY)).toEqual({ rule });
      }),
      { numRuns: 1000 },
    );
  });

  it('is one line without markup where the names are', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...LANGUAGES), (rule, lang) => {
        const named = JSON.stringify([
          rule.conditions?.brands,
          rule.conditions?.terminals,
          rule.conditions?.stores,
        ]);
        fc.pre(!/[\n\r*_~`\\]/.test(named) && rule.conditions?.acquirers === undefined);
        expect(printRule(rule, lang)).toMatch(/^[^\n\r*_~`]+$/);
      }),
    );
  });
});

describe('what is said', () => {
  it('is a whole rule, a question or nothing, whatever it is', () => {
    const words = fc.constantFrom(
      ...'cashback pontos 5% 10 R$ 50 acima de a partir das 14h às 18h segunda até 24/12 dezembro loja "x máximo'.split(
        ' ',
      ),
    );
    const said = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(words, { maxLength: 3 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(said, fc.constantFrom(...LANGUAGES), (text, lang) => {
        const heard = parseRule(`cashback 5% ${text}`, lang, TODAY);
        fc.pre(heard !== null && 'rule' in heard);
        expect(ruleSchema.parse(heard.rule)).toEqual(heard.rule);
      }),
      { numRuns: 200, maxSkipsPerRun: 1000 },
    );
  });

  it('loses no number: a rule with one more number beside it is asked about', () => {
    fc.assert(
      fc.property(
        rules,
        fc.integer({ min: 1001, max: 9999 }),
        fc.constantFrom(...LANGUAGES),
        (rule, number, lang) => {
          const heard = parseRule(`${number}, ${printRule(rule, lang)}`, lang, TODAY);
          expect(heard).toMatchObject({ ask: { reason: 'number-left-over' } });
        },
      ),
      { numRuns: 500 },
    );
  });
});
