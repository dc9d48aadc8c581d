import type { ptBR } from '../pt-BR';
import { numberIn } from '../format';

const whole = numberIn('en');

export const pending: typeof ptBR.pending = {
  none: 'Nothing is pending: all sales that came were read.',
  noneLeft: 'Nothing is left pending.',
  title: (total) => (total === 1 ? '1 sale waits for you:' : `${whole(total)} sales wait for you:`),
  sale: ({ amount, day, time }) => `${amount === null ? 'No amount' : `*${amount}*`}, *${day}* at ${time}:`,
  how: 'Say “read 1” to read it again and take it as it is, or “discard 1”.',
  retried: 'Reading it again now.',
  discarded: 'Discarded. It is kept, but does not count.',
  staysTheirs:
    'That sale stays with the customer who has it. If it is not theirs, put the balances right with “adjust balance” and say “discard 1”, with its number.',
  gone: 'Somebody has seen to that one already.',
  kept: 'Sales came that I could not read by myself. Say “pending sales” to see which, and what to do.',
  unreadable:
    'Your stored rules hold something that this version of Smartbis does not know. So as not to get it wrong, no sale is earning: they are kept and will be counted once this is solved, nothing is lost. Talk to whoever looks after the system.',
  why: {
    'contradicts-known-sale': () => 'has another amount for a sale that is known. Reading takes this one.',
    'same-id-other-body': () => 'came under the number of an earlier notice. Check it in SmartPOS.',
    'recorded-by-hand': () =>
      'is like one that the team recorded by hand (customer, amount and time), and did not count again. If they are two purchases, read it; if one, discard it.',
    'other-buyer': () =>
      'names another buyer, and the sale is a customer’s already: it stayed theirs. Check with them; if need be, “adjust”.',
    'items-missing': () => 'was worked out without its items, which did not come. Check the benefit.',
    'in-the-future': () => 'is dated in the future. Set the machine’s clock.',
    'unknown-type': () => 'is of a kind that I do not know.',
    'cannot-be-processed': () => 'failed several times. Try to read it again.',
    missing: (name) => `came without ${name}. Correct it in SmartPOS.`,
    negative: (name) => `has a negative ${name}. Correct it in SmartPOS.`,
    absurd: (name) => `has too high a ${name}. Check it in SmartPOS.`,
    currency: () => 'is not in reais.',
    'over-total': (name) => `has a ${name} over its total. Check it in SmartPOS.`,
    unreadable: (name) => `has a field that I do not understand (${name}). Check it in SmartPOS.`,
  },
};
