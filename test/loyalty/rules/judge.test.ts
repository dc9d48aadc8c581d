import { MAX_GRANT } from '../../../src/loyalty/core/rules/evaluate/limits';
import { MAX_SALE_CENTS } from '../../../src/loyalty/core/money';
import type { Rule } from '../../../src/loyalty/core/rules/rule';
import {
  awardWritten,
  judgeOf,
  ruleOf,
  rulesOf,
  saleMade,
  saleWritten,
  tableOf,
  totals,
} from '../../support/judging';

const TUESDAY = '2026-11-24T14:00:00-03:00';

const AMOUNTS = `
rules                                    | sale                            | award
5% >50                                   | 50.00                           | nothing
5% >50                                   | 50.01                           | 2.50
5% >=50                                  | 50.00                           | 2.50
5% >=50                                  | 49.99                           | nothing
5% <=100                                 | 100.00                          | 5.00
5% <=100                                 | 100.01                          | nothing
5% max:R$20                              | 1000.00                         | 20.00
5% max:R$20                              | 400.00                          | 20.00
5% max:R$20                              | 399.90                          | 20.00
5% max:R$20                              | 399.89                          | 19.99
10%                                      | 100.00 voucher:30.00            | 7.00
10%                                      | 100.00 voucher:100.00           | nothing
10% >=80                                 | 100.00 voucher:30.00            | nothing
5%                                       | 99.90                           | 5.00
5%                                       | 99.90 refunded:33.30            | 3.33
5%                                       | 99.90 refunded:66.60            | 1.67
5%                                       | 99.90 refunded:99.90            | nothing
5% >=50                                  | 100.00 refunded:50.00           | 2.50
5% >=50                                  | 100.00 refunded:50.01           | nothing
5% <=100                                 | 150.00 refunded:60.00           | 4.50
10%                                      | 100.00 voucher:30.00 refunded:80.00 | nothing
R$5; 10pt                                | 20.00 refunded:20.00            | nothing
1pt/R$1; points*2 on:2 14:00-18:00       | 33.90                           | 66pt
1pt/R$1                                  | 33.90                           | 33pt
1pt/R$10                                 | 9.99                            | nothing
3pt/R$10                                 | 29.99                           | 6pt
5%; 1pt/R$1                              | 33.90                           | 1.70 33pt
5%; 5%                                   | 0.10                            | 0.01
5%                                       | 0.10                            | 0.01
5%                                       | 0.09                            | nothing
R$5; cashback*2                          | 100.00                          | 5.00
5%; R$5; cashback*2                      | 100.00                          | 15.00
1pt/R$1; points*1.5; points*1.5          | 10.00                           | 23pt
1pt/R$1; points*2; points*3              | 10.00                           | 60pt
1pt/R$1; points*2 best; points*3 best    | 10.00                           | 30pt
1pt/R$1; points*2 best; points*3 best; points*1.5 | 10.00                  | 45pt
1pt/R$1; cashback*2                      | 10.00                           | 10pt
points*2                                 | 10.00                           | nothing
1pt/R$1 max:50pt; points*2               | 40.00                           | 50pt
10% best; 5% best                        | 100.00                          | 10.00
10% best; 5% best; 1%                    | 100.00                          | 11.00
10% best max:R$2; 5% best                | 100.00                          | 5.00
10% best; 1pt/R$1 best                   | 100.00                          | 10.00 100pt
4% best; 5% best                         | 0.10                            | 0.01
5% payment_methods:pix                   | 100.00                          | 5.00
5% payment_methods:pix                   | 100.00 method:credit            | nothing
5% acquirers:Stone,cielo                 | 100.00                          | 5.00
5% brands:visa                           | 100.00 brand:VISA               | 5.00
5% brands:visa                           | 100.00                          | nothing
5% terminals:T2                          | 100.00                          | nothing
5% stores:loja-1                         | 100.00                          | 5.00
`;

describe('what a rule gives for an amount', () => {
  it.each(tableOf(AMOUNTS))('%s · R$ %s · %s', (rules, sale, award) => {
    const verdict = judgeOf(rulesOf(rules))(saleWritten(sale, TUESDAY));
    expect(totals(verdict)).toEqual(awardWritten(award));
  });
});

/** The shop's wall clock decides, wherever the shop is and however the moment is written. */
const TIMES = `
rules                        | zone                 | sale                      | award
10% on:2 14:00-18:00         | America/Sao_Paulo    | 2026-11-24T13:59:59-03:00 | nothing
10% on:2 14:00-18:00         | America/Sao_Paulo    | 2026-11-24T14:00:00-03:00 | 10.00
10% on:2 14:00-18:00         | America/Sao_Paulo    | 2026-11-24T17:59:59-03:00 | 10.00
10% on:2 14:00-18:00         | America/Sao_Paulo    | 2026-11-24T18:00:00-03:00 | nothing
10% on:2 14:00-18:00         | America/Noronha      | 2026-11-24T13:00:00-03:00 | 10.00
10% on:2 14:00-18:00         | America/Manaus       | 2026-11-24T14:00:00-03:00 | nothing
10% on:2 14:00-18:00         | America/Manaus       | 2026-11-24T18:00:00Z      | 10.00
10% on:2 14:00-18:00         | America/Rio_Branco   | 2026-11-24T19:00:00Z      | 10.00
10% on:2 14:00-18:00         | America/Rio_Branco   | 2026-11-24T18:59:59Z      | nothing
10% on:1                     | America/Rio_Branco   | 2026-11-24T04:59:59Z      | 10.00
10% on:1                     | America/Bahia        | 2026-11-24T04:59:59Z      | nothing
10% on:7                     | America/Cuiaba       | 2026-11-23T03:59:59Z      | 10.00
10% on:7                     | America/Cuiaba       | 2026-11-23T04:00:00Z      | nothing
10% 22:00-24:00              | America/Fortaleza    | 2026-11-24T23:59:59-03:00 | 10.00
10% 22:00-24:00              | America/Fortaleza    | 2026-11-25T00:00:00-03:00 | nothing
10% 2026-12-01..2026-12-24   | America/Sao_Paulo    | 2026-12-01T00:00:00-03:00 | 10.00
10% 2026-12-01..2026-12-24   | America/Sao_Paulo    | 2026-12-24T23:59:59-03:00 | 10.00
10% 2026-12-01..2026-12-24   | America/Sao_Paulo    | 2026-12-25T00:00:00-03:00 | nothing
10% 2026-12-01..2026-12-24   | America/Porto_Velho  | 2026-12-25T00:00:00-03:00 | 10.00
10% 2026-12-01..2026-12-24   | America/Noronha      | 2026-11-30T23:00:00-03:00 | 10.00
`;

describe('when a rule holds', () => {
  it.each(tableOf(TIMES))('%s · %s · %s · %s', (rules, zone, at, award) => {
    const verdict = judgeOf(rulesOf(rules), zone)(saleWritten('100.00', at));
    expect(totals(verdict)).toEqual(awardWritten(award));
  });
});

const VALIDITIES = `
rule              | zone                | sale                          | available                     | expired from
5%                | America/Sao_Paulo   | 2026-11-24T14:00:00.123-03:00 | 2026-11-24T14:00:00.123-03:00 | never
5% for:30d        | America/Sao_Paulo   | 2026-11-24T00:00:00.000-03:00 | 2026-11-24T00:00:00.000-03:00 | 2026-12-25T00:00:00-03:00
5% for:30d        | America/Sao_Paulo   | 2026-11-24T23:59:59.999-03:00 | 2026-11-24T23:59:59.999-03:00 | 2026-12-25T00:00:00-03:00
5% for:30d        | America/Rio_Branco  | 2026-11-24T23:59:59.999-03:00 | 2026-11-24T23:59:59.999-03:00 | 2026-12-25T00:00:00-05:00
5% after:1d       | America/Manaus      | 2026-11-24T14:00:00.000-04:00 | 2026-11-25T00:00:00.000-04:00 | never
5% after:1d       | America/Manaus      | 2026-11-25T00:30:00.000-03:00 | 2026-11-25T00:00:00.000-04:00 | never
5% after:7d for:1d | America/Noronha    | 2026-11-24T14:00:00.000-02:00 | 2026-12-01T00:00:00.000-02:00 | 2026-12-03T00:00:00-02:00
5% for:90d        | America/Sao_Paulo   | 2018-09-01T12:00:00.000-03:00 | 2018-09-01T12:00:00.000-03:00 | 2018-12-01T00:00:00-02:00
5% after:1d       | America/Sao_Paulo   | 2018-11-03T12:00:00.000-03:00 | 2018-11-04T01:00:00.000-02:00 | never
`;

describe('from when and until when it can be spent', () => {
  it.each(tableOf(VALIDITIES))('%s · %s · %s', (rule, zone, at, availableAt, expiresAt) => {
    const { grants } = judgeOf([ruleOf(rule)], zone)(saleWritten('100.00', at));
    expect(grants).toEqual([
      {
        rule: 0,
        asset: 'cashback',
        quantity: 500,
        availableAt: Date.parse(availableAt),
        expiresAt: expiresAt === 'never' ? null : Date.parse(expiresAt),
      },
    ]);
  });
});

describe('the trace', () => {
  it('tells each step of each rule, in the order of the rules', () => {
    const judge = judgeOf(rulesOf('points*2 on:2; 1pt/R$1 max:50pt; 10pt; 5% >50; R$1 best; R$2 best'));
    const { trace, baseCents } = judge(saleMade({ totalCents: 3390 }));
    expect(baseCents).toBe(3390);
    expect(
      trace.map((rule) => rule.miss ?? rule.steps?.map(({ step, after }) => `${step} ${after}`)),
    ).toEqual([
      ['multiplier 200'],
      ['base 3390', 'benefit 33', 'multiplier 66', 'limit 50', 'round 50'],
      ['base 3390', 'benefit 10', 'round 10'],
      { condition: 'min_cents', wanted: 5000, found: 3390 },
      ['base 3390', 'benefit 100', 'best 0', 'round 0'],
      ['base 3390', 'benefit 200', 'round 200'],
    ]);
  });

  it('says of a multiplier that did not count that another was better', () => {
    const { trace } = judgeOf(rulesOf('1pt/R$1; points*2 best; points*3 best'))(saleMade());
    expect(trace[1]?.steps).toEqual([{ step: 'best', after: 0 }]);
    expect(trace[2]?.steps).toEqual([{ step: 'multiplier', after: 300 }]);
  });

  it('says of equal multipliers marked best that the first of them counted', () => {
    const { trace } = judgeOf(rulesOf('1pt/R$1; points*2 best; points*2 best'))(saleMade());
    expect(trace.slice(1).map(({ steps }) => steps?.[0]?.step)).toEqual(['multiplier', 'best']);
  });

  it.each([
    ['5% 14:00-18:00', { occurredAt: Date.parse('2026-11-24T09:05:00-03:00') }, 'hours', '09:05'],
    ['5% on:6,7', {}, 'weekdays', 2],
    ['5% 2026-12-01..2026-12-24', {}, 'dates', '2026-11-24'],
    ['5% <=50', {}, 'max_cents', 10_000],
    ['5% payment_methods:debit', {}, 'payment_methods', 'pix'],
    ['5% brands:elo', {}, 'brands', null],
    ['5%', { refundedCents: 10_000 }, 'base', 0],
  ])('says why %s did not fire', (rule, change, condition, found) => {
    const { trace, grants } = judgeOf([ruleOf(rule)])(saleMade(change));
    expect(grants).toEqual([]);
    expect(trace).toMatchObject([{ rule: 0, fired: false, miss: { condition, found } }]);
  });

  it('names the first condition that fails, however the rule is stored', () => {
    const conditions = { stores: ['outra'], max_cents: 100, weekdays: [1] };
    const turned = { weekdays: [1], max_cents: 100, stores: ['outra'] };
    for (const written of [conditions, turned]) {
      const rule: Rule = { benefit: { kind: 'points-fixed', points: 1 }, conditions: written };
      expect(judgeOf([rule])(saleMade()).trace[0]?.miss?.condition).toBe('max_cents');
    }
  });
});

it.each([
  ['5% best; 5% best', 0],
  ['5% best #2; 5% best #1', 1],
  ['R$5 best #2; 5% best #1', 1],
  ['1.11% best; 1.11% best', 0],
  ['10pt best #2; 1pt/R$10 best #1', 1],
])('of equals marked best the first by their order stays: %s', (rules, rule) => {
  expect(judgeOf(rulesOf(rules))(saleMade()).grants.map((grant) => grant.rule)).toEqual([rule]);
});

describe('rounding', () => {
  it('gives the cent to the largest fraction, so that the parts add up to the award', () => {
    // 0.3 + 0.45 + 0.75 cents = 1.5, half up 2.
    const { grants } = judgeOf(rulesOf('2%; 3%; 5%'))(saleMade({ totalCents: 15 }));
    expect(grants.map(({ rule, quantity }) => [rule, quantity])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('among equal fractions, by the rules own order', () => {
    const gets = (rules: string): number | undefined =>
      judgeOf(rulesOf(rules))(saleMade({ totalCents: 10 })).grants[0]?.rule;
    expect(gets('5%; 5%')).toBe(0);
    expect(gets('5% #2; 5% #1')).toBe(1);
  });
});

describe('sizes', () => {
  it('stays exact where the arithmetic leaves the safe integers', () => {
    const judge = judgeOf(rulesOf('0.07%; cashback*1.01; cashback*1.03; cashback*1.07; cashback*1.09'));
    // 999,999,999 × 7 × 101 × 103 × 107 × 109 / 10,000 / 100⁴ = 849,318.6…
    const exact = (999_999_999n * 7n * 101n * 103n * 107n * 109n * 2n + 10n ** 12n) / (2n * 10n ** 12n);
    expect(totals(judge(saleMade({ totalCents: MAX_SALE_CENTS - 1 }))).cashback).toBe(Number(exact));
  });

  it('never grants more than is believed, and says so', () => {
    const { grants, trace } = judgeOf(rulesOf('100%; cashback*100; cashback*100'))(
      saleMade({ totalCents: MAX_SALE_CENTS }),
    );
    expect(grants[0]?.quantity).toBe(MAX_GRANT);
    expect(trace[0]?.steps).toContainEqual({ step: 'limit', after: MAX_GRANT });
  });
});

it('a condition that is not known is refused, never silently left out', () => {
  const rule = {
    benefit: { kind: 'points-fixed', points: 1 },
    conditions: { moon: 'full' },
  } as unknown as Rule;
  expect(() => judgeOf([rule])).toThrow(RangeError);
});
