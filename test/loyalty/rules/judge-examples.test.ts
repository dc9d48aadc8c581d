import { parseRule } from '../../../src/bot/understand';
import { History } from '../../../src/loyalty/core/rules/history';
import { Zone } from '../../../src/loyalty/core/time/zone';
import {
  awardWritten,
  cents,
  judgeOf,
  rulesOf,
  SAO_PAULO,
  saleMade,
  saleWritten,
  tableOf,
  totals,
  versionOf,
} from '../../support/judging';

const TUESDAY_AT_TWO = '2026-11-24T14:00:00-03:00';

/** The worked examples of the product's description, each in its own words first. */
const EXAMPLES = `
in words                                                      | rules                               | sale                               | award
cashback 5% acima de R$ 50                                    | 5% >50                              | 50.00                              | nothing
cashback 5% a partir de R$ 50                                 | 5% >=50                             | 50.00                              | 2.50
cashback 5% máximo R$ 20                                      | 5% max:R$20                         | 1000.00                            | 20.00
cashback 5% exceto bebidas                                    | 5% except:bebidas                   | 100.00 items:padaria=80,bebidas=20 | 4.00
cashback 10%, R$ 30 pagos com voucher                         | 10%                                 | 100.00 voucher:30.00               | 7.00
1 ponto a cada R$ 1; pontos em dobro terça das 14h às 18h     | 1pt/R$1; points*2 on:2 14:00-18:00  | 33.90                              | 66pt
cashback 5%                                                   | 5%                                  | 99.90                              | 5.00
cashback 5%, R$ 33,30 devolvidos                              | 5%                                  | 99.90 refunded:33.30               | 3.33
cashback 5%, R$ 33,30 devolvidos duas vezes                   | 5%                                  | 99.90 refunded:66.60               | 1.67
cashback 5%, R$ 33,30 devolvidos três vezes                   | 5%                                  | 99.90 refunded:99.90               | nothing
`;

it.each(tableOf(EXAMPLES))('%s', (_words, rules, sale, award) => {
  const verdict = judgeOf(rulesOf(rules))(saleWritten(sale, TUESDAY_AT_TWO));
  expect(totals(verdict)).toEqual(awardWritten(award));
});

it.each(tableOf(EXAMPLES))('%s: its words are what is judged', (words, rules) => {
  // What was paid or came back is of the sale.
  const sentences = words.replace(/, R\$ .* (?:pagos|devolvidos).*$/, '').split('; ');
  const read = sentences.map((sentence) => parseRule(sentence, 'pt', TUESDAY_AT_TWO.slice(0, 10)));
  expect(read).toMatchObject(rulesOf(rules).map((rule) => ({ rule })));
});

it('voucher de R$ 15 a cada 10 compras a partir de R$ 20: ten sales, the fourth of R$ 19,99, give nothing until an eleventh', () => {
  const version = versionOf(rulesOf('voucher:R$15 every:10 >=20'));
  const history = new History(version, Zone.of(SAO_PAULO));
  const given = Array.from({ length: 11 }, (_, i) => {
    const sale = saleMade({
      occurredAt: Date.parse(TUESDAY_AT_TWO) + i * 86_400_000,
      totalCents: cents(i === 3 ? '19.99' : '20.00'),
    });
    return history.add('ana', sale).vouchers.map(({ benefit }) => benefit);
  });
  expect(given.slice(0, 10).flat()).toEqual([]);
  expect(given[10]).toEqual([{ kind: 'voucher-fixed', cents: 1500 }]);
});
