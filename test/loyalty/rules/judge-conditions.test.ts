import type { Rule } from '../../../src/loyalty/core/rules/rule';
import {
  awardWritten,
  judgeOf,
  pastWritten,
  ruleOf,
  rulesOf,
  saleMade,
  saleWritten,
  tableOf,
  totals,
} from '../../support/judging';

const TUESDAY = '2026-11-24T14:00:00-03:00';

/** What an item makes up of all items is what counts of the sale. */
const ITEMS = `
rules                                   | sale                                              | award
5% except:bebidas                       | 100.00 items:padaria=80,bebidas=20                | 4.00
5% except:BEBIDAS                       | 100.00 items:padaria=80,Bebidas=20                | 4.00
5% except:bebidas                       | 100.00 items:padaria=100                          | 5.00
5% except:bebidas                       | 100.00 items:bebidas=100                          | nothing
5% except:bebidas                       | 100.00                                            | 5.00
5% only:bebidas                         | 100.00 items:padaria=80,bebidas=20                | 1.00
5% only:bebidas,doces                   | 100.00 items:padaria=50,bebidas=20,doces=30       | 2.50
5% only:bebidas                         | 100.00 items:padaria=100                          | nothing
5% only:bebidas                         | 100.00                                            | nothing
5% only:bebidas                         | 100.00 items:bebidas=0                            | nothing
5% only-sku:padaria-1                   | 100.00 items:padaria=80,bebidas=20                | 4.00
5% except-sku:PADARIA-1                 | 100.00 items:padaria=80,bebidas=20                | 1.00
5% only:padaria except-sku:padaria-1    | 100.00 items:padaria=80,bebidas=20                | nothing
5% only:agua                            | 100.00 items:água=40,pão=60                       | 2.00
5% only:pão                             | 100.00 items:água=40,pao=60                       | 3.00
5% except:bebidas                       | 90.00 items:padaria=80,bebidas=20                 | 3.60
10% except:bebidas                      | 100.00 voucher:50.00 items:padaria=80,bebidas=20  | 4.00
10% except:bebidas                      | 100.00 refunded:50.00 items:padaria=80,bebidas=20 | 4.00
10% only:a                              | 0.10 items:a=1,b=2                                | nothing
50% only:a                              | 0.10 items:a=1,b=2                                | 0.02
100% only:a                             | 0.05 items:a=1,b=2                                | 0.02
5% except:bebidas >80                   | 100.00 items:padaria=80,bebidas=20                | nothing
5% except:bebidas >=80                  | 100.00 items:padaria=80,bebidas=20                | 4.00
5% only:bebidas <=20                    | 100.00 items:padaria=80,bebidas=20                | 1.00
1pt/R$1 except:bebidas                  | 33.90 items:padaria=20.50,bebidas=13.40           | 20pt
1pt/R$1; points*2 only:bebidas          | 100.00 items:padaria=80,bebidas=20                | 120pt
1pt/R$1; points*2 except:bebidas        | 100.00 items:padaria=80,bebidas=20                | 180pt
1pt/R$1; points*2 except:bebidas        | 100.00                                            | 200pt
1pt/R$1 only:bebidas; points*3 only:bebidas | 100.00 items:padaria=80,bebidas=20            | 60pt
1pt/R$1 except:bebidas; points*3 only:bebidas | 100.00 items:padaria=80,bebidas=20          | 80pt
1pt/R$1; points*2 only:a; points*3 only:a | 100.00 items:a=10,b=90                          | 150pt
1pt/R$1; points*2 only:a; points*3 only:b; points*2 | 100.00 items:a=10,b=90                | 580pt
5%; cashback*2 only:a                   | 0.30 items:a=1,b=2                                | 0.02
5% only:a; 7% only:b; cashback*2 only:a; cashback*1.5 except:a | 100.00 items:a=33.33,b=33.33,c=33.34 | 6.83
`;

describe('items', () => {
  it.each(tableOf(ITEMS))('%s · R$ %s · %s', (rules, sale, award) => {
    const verdict = judgeOf(rulesOf(rules))(saleWritten(sale, TUESDAY));
    expect(totals(verdict)).toEqual(awardWritten(award));
  });

  it('a product is known by its name too', () => {
    const items = [
      { sku: null, category: null, name: 'Café Coado', quantity: 1, cents: 500 },
      { sku: '77', category: null, name: 'AVULSO', quantity: 2, cents: 500 },
    ];
    const rule = (kind: string): Rule => ({
      benefit: { kind: 'cashback-percent', bps: 1000 },
      conditions: { [kind]: ['cafe coado'] },
    });
    const sale = saleMade({ totalCents: 1000, items });
    expect(totals(judgeOf([rule('include_skus')])(sale)).cashback).toBe(50);
    expect(totals(judgeOf([rule('include_categories')])(sale)).cashback).toBe(0);
  });

  it('what is taken off in a line of its own is taken off all others', () => {
    const sale = saleWritten('90.00 items:padaria=80,bebidas=20,desconto=-10', TUESDAY);
    expect(totals(judgeOf(rulesOf('5% except:bebidas'))(sale)).cashback).toBe(360);
  });

  it.each([
    ['5% only:bebidas', '100.00', 'include_categories', ['bebidas'], null],
    [
      '5% only:bebidas',
      '100.00 items:padaria=80,doces=20',
      'include_categories',
      ['bebidas'],
      'padaria, doces',
    ],
    ['5% only-sku:x', '100.00 items:padaria=100', 'include_skus', ['x'], 'Padaria A'],
    ['5% except:bebidas', '100.00 items:bebidas=100', 'exclude_categories', ['bebidas'], 'bebidas'],
    ['5% only:a except-sku:a-1', '100.00 items:a=50,b=50', 'exclude_skus', ['a-1'], 'A A, B A'],
    ['5% only:a', '0.01 items:a=1,b=99', 'base', 1, 0],
  ])('says why %s gives nothing for %s', (rule, sale, condition, wanted, found) => {
    const { trace } = judgeOf([ruleOf(rule)])(saleWritten(sale, TUESDAY));
    expect(trace[0]?.miss).toEqual({ condition, wanted, found });
  });
});

/** The sale is of 24 November 2026, a Tuesday, unless the table says another day. */
const CUSTOMERS = `
rule             | past                                | sale       | award
5% first         | nothing                             | 2026-11-24 | 5.00
5% first         | purchases:1                         | 2026-11-24 | nothing
5% nth:3         | purchases:1                         | 2026-11-24 | nothing
5% nth:3         | purchases:2                         | 2026-11-24 | 5.00
5% nth:3         | purchases:3                         | 2026-11-24 | nothing
5% away:45d      | nothing                             | 2026-11-24 | nothing
5% away:45d      | last:2026-10-10T23:59:59-03:00      | 2026-11-24 | 5.00
5% away:45d      | last:2026-10-11T00:00:00-03:00      | 2026-11-24 | nothing
5% away:1d       | last:2026-11-23T23:59:59-03:00      | 2026-11-24 | 5.00
5% away:1d       | last:2026-11-24T00:00:00-03:00      | 2026-11-24 | nothing
5% away:1d       | last:2026-11-30T00:00:00-03:00      | 2026-11-24 | nothing
5% tier:Ouro     | tier:Ouro                           | 2026-11-24 | 5.00
5% tier:ouro     | tier:Ouro                           | 2026-11-24 | 5.00
5% tier:Ouro     | tier:Prata                          | 2026-11-24 | nothing
5% tier:Ouro     | nothing                             | 2026-11-24 | nothing
5% labels:vip    | labels:novo,VIP                     | 2026-11-24 | 5.00
5% labels:vip,novo | labels:novo                       | 2026-11-24 | 5.00
5% labels:vip    | labels:novo                         | 2026-11-24 | nothing
5% labels:vip    | nothing                             | 2026-11-24 | nothing
5% birthday:day  | birthday:11-24                      | 2026-11-24 | 5.00
5% birthday:day  | birthday:11-25                      | 2026-11-24 | nothing
5% birthday:day  | nothing                             | 2026-11-24 | nothing
5% birthday:week | birthday:11-23                      | 2026-11-24 | 5.00
5% birthday:week | birthday:11-29                      | 2026-11-24 | 5.00
5% birthday:week | birthday:11-22                      | 2026-11-24 | nothing
5% birthday:week | birthday:11-30                      | 2026-11-24 | nothing
5% birthday:week | birthday:01-01                      | 2026-12-28 | 5.00
5% birthday:week | birthday:12-30                      | 2027-01-03 | 5.00
5% birthday:week | birthday:01-04                      | 2026-12-28 | nothing
5% birthday:month | birthday:11-01                     | 2026-11-24 | 5.00
5% birthday:month | birthday:12-01                     | 2026-11-24 | nothing
5% birthday:day  | birthday:02-29                      | 2027-02-28 | 5.00
5% birthday:day  | birthday:02-29                      | 2027-03-01 | nothing
5% birthday:day  | birthday:02-29                      | 2028-02-28 | nothing
5% birthday:day  | birthday:02-29                      | 2028-02-29 | 5.00
5% birthday:week | birthday:02-29                      | 2026-02-23 | 5.00
5% birthday:week | birthday:02-29                      | 2026-03-02 | nothing
5% birthday:month | birthday:02-29                     | 2027-02-01 | 5.00
`;

describe('the customer', () => {
  it.each(tableOf(CUSTOMERS))('%s · %s · %s · %s', (rule, past, day, award) => {
    const verdict = judgeOf([ruleOf(rule)])(
      saleWritten('100.00', `${day}T12:00:00-03:00`),
      pastWritten(past),
    );
    expect(totals(verdict)).toEqual(awardWritten(award));
  });

  it.each([
    ['5% first', 'purchases:3', 'first_purchase', 1, 4],
    ['5% nth:3', 'purchases:6', 'nth_purchase', 3, 7],
    ['5% away:45d', 'last:2026-11-04T10:00:00-03:00', 'inactive_days', 45, 20],
    ['5% away:45d', 'nothing', 'inactive_days', 45, null],
    ['5% birthday:week', 'birthday:05-03', 'birthday', 'week', '05-03'],
    ['5% birthday:day', 'nothing', 'birthday', 'day', null],
    ['5% tier:Ouro', 'tier:Prata', 'tier', 'Ouro', 'Prata'],
    ['5% labels:vip', 'labels:novo,bairro', 'labels', ['vip'], 'novo, bairro'],
    ['5% labels:vip', 'nothing', 'labels', ['vip'], null],
  ])('says why %s did not fire for %s', (rule, past, condition, wanted, found) => {
    const { trace } = judgeOf([ruleOf(rule)])(saleMade(), pastWritten(past));
    expect(trace[0]).toEqual({ rule: 0, fired: false, miss: { condition, wanted, found } });
  });
});

/** A bar's Friday: 27 November 2026 is one. What is sold after midnight is of the evening before. */
const NIGHTS = `
rule                              | sale                | award
5% on:5 22:00-02:00               | 2026-11-27T00:30:00 | nothing
5% on:5 22:00-02:00               | 2026-11-27T21:59:59 | nothing
5% on:5 22:00-02:00               | 2026-11-27T22:00:00 | 5.00
5% on:5 22:00-02:00               | 2026-11-28T00:00:00 | 5.00
5% on:5 22:00-02:00               | 2026-11-28T01:59:59 | 5.00
5% on:5 22:00-02:00               | 2026-11-28T02:00:00 | nothing
5% on:5 22:00-02:00               | 2026-11-28T22:00:00 | nothing
5% on:5,6 22:00-02:00             | 2026-11-28T12:00:00 | nothing
5% on:7 22:00-02:00               | 2026-11-30T01:00:00 | 5.00
5% on:1 22:00-02:00               | 2026-11-30T01:00:00 | nothing
5% 2026-11-27..2026-11-28 22:00-02:00 | 2026-11-29T01:00:00 | 5.00
5% 2026-11-27..2026-11-28 22:00-02:00 | 2026-11-27T01:00:00 | nothing
5% 23:59-00:01                    | 2026-11-28T00:00:59 | 5.00
5% 23:59-00:01                    | 2026-11-28T00:01:00 | nothing
5% 22:00-02:00 day:R$2            | 2026-11-28T01:00:00 | 2.00
`;

describe('hours over midnight', () => {
  it.each(tableOf(NIGHTS))('%s · %s · %s', (rule, at, award) => {
    const verdict = judgeOf([ruleOf(rule)])(saleWritten('100.00', `${at}-03:00`));
    expect(totals(verdict)).toEqual(awardWritten(award));
  });

  it.each([
    ['5% on:5 22:00-02:00', '2026-11-27T00:30:00', 'weekdays', [5], 4],
    ['5% on:5 22:00-02:00', '2026-11-28T02:00:00', 'weekdays', [5], 6],
    [
      '5% 2026-11-27..2026-11-28 22:00-02:00',
      '2026-11-27T00:30:00',
      'dates',
      ['2026-11-27', '2026-11-28'],
      '2026-11-26',
    ],
    ['5% 22:00-02:00', '2026-11-27T02:00:00', 'hours', ['22:00', '02:00'], '02:00'],
  ])('says why %s did not fire at %s', (rule, at, condition, wanted, found) => {
    const { trace } = judgeOf([ruleOf(rule)])(saleWritten('100.00', `${at}-03:00`));
    expect(trace[0]?.miss).toEqual({ condition, wanted, found });
  });
});

describe('names', () => {
  it.each([
    ['stores', { store: ' LOJA são João ' }],
    ['stores', { store: 'loja-7', storeName: 'loja SÃO joão' }],
    ['stores', { store: 'loja-7', storeName: 'São João' }],
    ['brands', { brand: 'loja SAO JOÃO' }],
    ['acquirers', { acquirer: 'Loja São João' }],
    ['terminals', { terminal: 'loja são joão' }],
  ])('of %s are the same in any case and with or without accents', (condition, change) => {
    const rule: Rule = {
      benefit: { kind: 'points-fixed', points: 1 },
      conditions: { [condition]: ['Loja São João'] },
    };
    expect(totals(judgeOf([rule])(saleMade(change))).points).toBe(1);
  });
});
