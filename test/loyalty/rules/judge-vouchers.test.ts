import type { VoucherBenefit } from '../../../src/loyalty/core/rules/rule';
import type { Verdict } from '../../../src/loyalty/core/rules/verdict';
import { judgeOf, pastWritten, ruleOf, rulesOf, saleMade, saleWritten, tableOf } from '../../support/judging';

const TUESDAY = '2026-11-24T14:00:00-03:00';

function voucherText(benefit: VoucherBenefit): string {
  if (benefit.kind === 'voucher-item') return benefit.name;
  if (benefit.kind === 'voucher-fixed') return `R$${benefit.cents / 100}`;
  return `${benefit.bps / 100}%${benefit.max_cents === undefined ? '' : `<=${benefit.max_cents / 100}`}`;
}

const given = ({ vouchers }: Verdict): string =>
  vouchers.map(({ benefit }) => voucherText(benefit)).join(' ') || 'nothing';

/** The stamps and the budget are those of the first rule. */
const VOUCHERS = `
rules                                      | past                | sale                  | vouchers
voucher:R$15                               | nothing             | 100.00                | R$15
voucher:10%<=20                            | nothing             | 100.00                | 10%<=20
voucher:café                               | nothing             | 100.00                | café
voucher:R$15 >100                          | nothing             | 100.00                | nothing
voucher:R$15 >=100                         | nothing             | 100.00                | R$15
voucher:R$15 >=100                         | nothing             | 100.00 refunded:0.01  | nothing
voucher:R$15                               | nothing             | 100.00 voucher:100.00 | nothing
voucher:R$15 except:bebidas                | nothing             | 10.00 items:bebidas=10 | nothing
voucher:R$15; voucher:café                 | nothing             | 100.00                | R$15 café
voucher:R$15 best; voucher:R$20 best       | nothing             | 100.00                | R$20
voucher:R$15 best; voucher:café best       | nothing             | 100.00                | R$15
voucher:R$15 best; voucher:10%<=20 best    | nothing             | 100.00                | 10%<=20
voucher:R$15 best; voucher:1% best         | nothing             | 100.00                | 1%
voucher:R$15 best #2; voucher:R$15 best #1; voucher:café | nothing | 100.00               | R$15 café
voucher:R$15 best; voucher:50%<=15 best    | nothing             | 100.00                | R$15
voucher:R$15 best #2; voucher:50%<=15 best #1 | nothing         | 100.00                | 50%<=15
voucher:R$15 budget:R$100                  | budget:85           | 100.00                | R$15
voucher:R$15 budget:R$100                  | budget:85.01        | 100.00                | nothing
voucher:10%<=20 budget:R$100               | budget:80           | 100.00                | 10%<=20
voucher:10%<=20 budget:R$100               | budget:80.01        | 100.00                | nothing
voucher:R$30 best budget:R$100; voucher:R$5 best | budget:80     | 100.00                | R$5
voucher:R$15 every:10 >=20                 | nothing             | 20.00                 | nothing
voucher:R$15 every:10 >=20                 | stamps:8            | 20.00                 | nothing
voucher:R$15 every:10 >=20                 | stamps:9            | 20.00                 | R$15
voucher:R$15 every:10 >=20                 | stamps:9            | 19.99                 | nothing
voucher:R$15 every:10 >=20                 | stamps:10           | 20.00                 | nothing
voucher:R$15 every:10 >=20                 | stamps:19           | 20.00                 | R$15
voucher:R$15 every:10 budget:R$20          | stamps:9 budget:15  | 20.00                 | nothing
`;

describe('vouchers', () => {
  it.each(tableOf(VOUCHERS))('%s · %s · R$ %s · %s', (rules, past, sale, vouchers) => {
    const verdict = judgeOf(rulesOf(rules))(saleWritten(sale, TUESDAY), pastWritten(past));
    expect(given(verdict)).toBe(vouchers);
    expect(verdict.grants).toEqual([]);
  });

  it.each([
    ['voucher:R$15', 'nothing', ['base 10000', 'voucher 1500']],
    ['voucher:café', 'nothing', ['base 10000', 'voucher 0']],
    ['voucher:10%<=20', 'nothing', ['base 10000', 'voucher 2000']],
    ['voucher:R$15 every:10', 'stamps:3', ['base 10000', 'stamp 4']],
    ['voucher:R$15 every:10', 'stamps:13', ['base 10000', 'stamp 4']],
    ['voucher:R$15 every:10', 'stamps:9', ['base 10000', 'stamp 10', 'voucher 1500']],
    ['voucher:R$15 budget:R$20', 'budget:15', ['base 10000', 'voucher 1500', 'budget 0']],
    ['voucher:R$15 best; voucher:R$16 best', 'nothing', ['base 10000', 'voucher 1500', 'best 0']],
  ])('%s after %s tells its steps', (rules, past, steps) => {
    const { trace } = judgeOf(rulesOf(rules))(saleMade(), pastWritten(past));
    expect(trace[0]?.fired).toBe(true);
    expect(trace[0]?.steps?.map(({ step, after }) => `${step} ${after}`)).toEqual(steps);
  });

  it('those of items tell what of the sale counted', () => {
    const { trace } = judgeOf(rulesOf('voucher:R$15 every:3 except:b'))(
      saleWritten('10.00 items:a=4,b=6', TUESDAY),
    );
    expect(trace[0]?.steps).toEqual([
      { step: 'base', after: 1000 },
      { step: 'items', after: 400 },
      { step: 'stamp', after: 1 },
    ]);
  });

  /** What the rule's counters gain: a stamp for each qualifying purchase, of a budget what the voucher can be worth. */
  it.each([
    ['voucher:R$15', 'nothing', []],
    ['voucher:R$15 budget:R$100', 'nothing', [{ rule: 0, stamps: 0, given: 1500 }]],
    ['voucher:10%<=20 budget:R$100', 'nothing', [{ rule: 0, stamps: 0, given: 2000 }]],
    ['voucher:R$15 budget:R$100', 'budget:90', []],
    ['voucher:R$15 best budget:R$100; voucher:R$16 best', 'nothing', []],
    ['voucher:R$15 every:10', 'stamps:3', [{ rule: 0, stamps: 1, given: 0 }]],
    ['voucher:R$15 every:10 >200', 'stamps:3', []],
    ['voucher:R$15 every:10', 'stamps:9', [{ rule: 0, stamps: 1, spent: 10, given: 0 }]],
    ['voucher:R$15 every:10 budget:R$100', 'stamps:9', [{ rule: 0, stamps: 1, spent: 10, given: 1500 }]],
    ['voucher:R$15 every:10 budget:R$100', 'stamps:9 budget:90', [{ rule: 0, stamps: 1, given: 0 }]],
  ])('%s after %s counts', (rules, past, counts) => {
    expect(judgeOf(rulesOf(rules))(saleMade(), pastWritten(past)).counts).toEqual(counts);
  });
});

const VALIDITIES = `
rule                        | available                 | expired from              | minimum
voucher:R$15                | 2026-11-24T14:00:00-03:00 | 2027-01-09T00:00:00-03:00 | none
voucher:R$15 for:7d         | 2026-11-24T14:00:00-03:00 | 2026-12-02T00:00:00-03:00 | none
voucher:R$15 after:8d       | 2026-12-02T00:00:00-03:00 | 2027-01-17T00:00:00-03:00 | none
voucher:R$15 after:8d for:7d | 2026-12-02T00:00:00-03:00 | 2026-12-10T00:00:00-03:00 | none
voucher:R$15 rolling:7d     | 2026-11-24T14:00:00-03:00 | 2026-12-02T00:00:00-03:00 | none
voucher:R$15 use:R$50       | 2026-11-24T14:00:00-03:00 | 2027-01-09T00:00:00-03:00 | 5000
`;

describe('from when and until when a voucher can be used, where the shop’s vouchers live 45 days', () => {
  it.each(tableOf(VALIDITIES))('%s · %s · %s · %s', (rule, availableAt, expiresAt, minimum) => {
    const { vouchers } = judgeOf([ruleOf(rule)], undefined, { voucher_valid_days: 45 })(saleMade());
    expect(vouchers).toEqual([
      {
        rule: 0,
        benefit: { kind: 'voucher-fixed', cents: 1500 },
        availableAt: Date.parse(availableAt),
        expiresAt: Date.parse(expiresAt),
        minimumPurchaseCents: minimum === 'none' ? null : Number(minimum),
      },
    ]);
  });

  it('what rolls is counted from the day of the purchase, however late it is available', () => {
    const { grants } = judgeOf([ruleOf('5% after:8d rolling:30d')])(saleMade());
    expect(grants[0]).toMatchObject({
      availableAt: Date.parse('2026-12-02T00:00:00-03:00'),
      expiresAt: Date.parse('2026-12-25T00:00:00-03:00'),
    });
  });
});
