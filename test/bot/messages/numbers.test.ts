import { messagesIn } from '../../../src/bot/messages';
import type { Language } from '../../../src/loyalty';

/** Every text that counts what a large shop has thousands of. */
const texts = (lang: Language): string[] => {
  const { customers, simulate, pending, machines, status, balance, campaigns, smartpos } = messagesIn(lang);
  const many = { treated: 12_345, control: 12_345, isExact: false };
  return [
    customers.purchases(12_345, 'x'),
    customers.balance(null, 12_345),
    simulate.vouchers(12_345, 'x'),
    simulate.leftOut(12_345),
    simulate.customers(12_345),
    simulate.sales(12_345),
    simulate.past(12_345, 'x', 'x'),
    pending.title(12_345),
    machines.title(12_345),
    status.dry(12_345, 'x'),
    balance.vouchers(12_345),
    campaigns.people(many),
    campaigns.leftOut({ unreachable: 12_345, busy: 12_345 }),
    smartpos.confirmJudge(12_345),
  ];
};

it.each<[Language, string]>([
  ['pt', '12.345'],
  ['en', '12,345'],
  ['es', '12.345'],
])('a number of thousands is written as the reader writes it (%s)', (lang, written) => {
  for (const text of texts(lang)) {
    expect(text).toContain(written);
    expect(text).not.toContain('12345');
  }
});
