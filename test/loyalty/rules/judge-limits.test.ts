import {
  awardWritten,
  judgeOf,
  pastWritten,
  rulesOf,
  saleMade,
  saleWritten,
  tableOf,
  totals,
} from '../../support/judging';

const TUESDAY = '2026-11-24T14:00:00-03:00';

/** Of the first rule: what it gave to the customer in the day, the week and the month, and to all customers. */
const LIMITS = `
rules                                | given before                     | sale    | award
5% max:R$20                          | nothing                          | 1000.00 | 20.00
5% max:R$0.50                        | nothing                          | 10.15   | 0.50
5% day:R$30                          | nothing                          | 1000.00 | 30.00
5% day:R$30                          | day:25                           | 1000.00 | 5.00
5% day:R$30                          | day:30                           | 1000.00 | nothing
5% day:R$30                          | day:40                           | 1000.00 | nothing
5% day:R$30                          | week:99 month:99 budget:99       | 1000.00 | 30.00
5% week:R$30                         | day:25 week:25                   | 1000.00 | 5.00
5% month:R$30                        | day:0 week:10 month:29.99        | 1000.00 | 0.01
5% max:R$20 day:R$30 week:R$40 month:R$50 | day:5 week:30 month:45      | 1000.00 | 5.00
5% budget:R$500                      | budget:490                       | 1000.00 | 10.00
5% budget:R$500                      | budget:500                       | 1000.00 | nothing
5% budget:R$500                      | budget:499.99                    | 0.50    | 0.01
1pt/R$1 day:50pt                     | day:20pt                         | 100.00  | 30pt
1pt/R$1 week:50pt                    | week:20pt                        | 10.00   | 10pt
1pt/R$1 month:50pt                   | month:50pt                       | 100.00  | nothing
1pt/R$1 day:50pt; points*2           | day:20pt                         | 20.00   | 30pt
1pt/R$1 day:50pt; 5pt                | day:50pt                         | 20.00   | 5pt
5% day:R$30; 1%                      | day:30                           | 100.00  | 1.00
5% day:R$30 best; 1% best            | day:30                           | 100.00  | 1.00
5% day:R$30 best; 1% best            | day:28.99                        | 100.00  | 1.01
`;

describe('limits', () => {
  it.each(tableOf(LIMITS))('%s · given %s · R$ %s · %s', (rules, before, sale, award) => {
    const verdict = judgeOf(rulesOf(rules))(saleWritten(sale, TUESDAY), pastWritten(before));
    expect(totals(verdict)).toEqual(awardWritten(award));
  });

  it('each that cuts is a step, in one order', () => {
    const judge = judgeOf(rulesOf('50% max:R$40 day:R$30 week:R$50 month:R$20 budget:R$500'));
    const past = pastWritten('day:5 week:30 month:10 budget:495');
    const { trace } = judge(saleMade(), past);
    expect(trace[0]?.steps?.map(({ step, after }) => `${step} ${after}`)).toEqual([
      'base 10000',
      'benefit 5000',
      'limit 4000',
      'day 2500',
      'week 2000',
      'month 1000',
      'budget 500',
      'round 500',
    ]);
  });

  it('counts what was given, of rules that have to count alone', () => {
    const judge = judgeOf(rulesOf('5% day:R$3; 5%; 1pt/R$1 month:500pt; 5% budget:R$0.50; 5% week:R$1 on:7'));
    expect(judge(saleMade()).counts).toEqual([
      { rule: 0, stamps: 0, given: 300 },
      { rule: 2, stamps: 0, given: 100 },
      { rule: 3, stamps: 0, given: 50 },
    ]);
    expect(judge(saleMade({ refundedCents: 10_000 })).counts).toEqual([]);
  });
});

const NOT_MORE_THAN_THE_SALE = `
rules                       | sale                        | award
R$5                         | 3.00                        | 3.00
R$5                         | 5.00                        | 5.00
R$5                         | 100.00 voucher:98.00        | 2.00
R$5                         | 100.00 refunded:97.00       | 3.00
R$5; R$5                    | 8.00                        | 8.00
60%; 60%                    | 10.00                       | 10.00
100%; cashback*2            | 10.00                       | 10.00
R$5; 10pt                   | 3.00                        | 3.00 10pt
R$5 only:a                  | 10.00 items:a=2,b=8         | 5.00
99.99%; 33.33%; 0.01%       | 0.01                        | 0.01
`;

describe('cashback is never more than the sale’s qualifying base', () => {
  it.each(tableOf(NOT_MORE_THAN_THE_SALE))('%s · R$ %s · %s', (rules, sale, award) => {
    const verdict = judgeOf(rulesOf(rules))(saleWritten(sale, TUESDAY));
    expect(totals(verdict)).toEqual(awardWritten(award));
  });

  it('the last by order are cut, and the trace shows it', () => {
    const { trace, grants } = judgeOf(rulesOf('R$5 #2; 50% #1; R$1 #3'))(saleMade({ totalCents: 801 }));
    expect(grants.map(({ rule, quantity }) => [rule, quantity])).toEqual([
      [0, 400],
      [1, 401],
    ]);
    expect(trace[0]?.steps).toContainEqual({ step: 'sale', after: 400.5 });
    expect(trace[1]?.steps?.map(({ step }) => step)).toEqual(['base', 'benefit', 'round']);
    expect(trace[2]?.steps).toContainEqual({ step: 'sale', after: 0 });
  });
});

describe('points rounded down, where the shop set it so', () => {
  const judge = (rules: string, rounding: 'down' | 'half-up') =>
    totals(judgeOf(rulesOf(rules), undefined, { points_rounding: rounding })(saleMade({ totalCents: 1590 })));

  it.each([
    ['1pt/R$1; points*1.5', 22, 23],
    ['1pt/R$1; 1pt/R$1; points*1.5', 45, 45],
    ['1pt/R$1; 1pt/R$5; points*1.3', 23, 23],
  ])('%s gives %d points, half up %d', (rules, down, halfUp) => {
    expect(judge(rules, 'down').points).toBe(down);
    expect(judge(rules, 'half-up').points).toBe(halfUp);
  });

  it('cashback is half up in either case', () => {
    expect(judge('5%', 'down').cashback).toBe(80);
  });
});
