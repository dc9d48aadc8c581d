import type { StatementEntry } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

type MovementKind = Extract<StatementEntry, { quantity: number }>['kind'];

/** What follows the amount in a line of the statement; the sale's amount where there is one. */
const entry: Record<MovementKind, (sale: string | null) => string> = {
  earned: (sale) => (sale === null ? 'you earned' : `purchase of ${sale}`),
  'taken-back': (sale) => (sale === null ? 'purchase refunded' : `refund of the purchase of ${sale}`),
  held: () => 'went into a voucher',
  released: () => 'came back from a voucher',
  expired: () => 'expired',
  adjusted: () => 'adjusted by the shop',
  'debt-paid': () => 'paid for an earlier refund',
};

const from = (minimum: string | null): string => (minimum === null ? '' : `, on purchases from *${minimum}*`);

export const customer = {
  balance: {
    usable: (amounts: string) => `You have ${amounts} to use now.`,
    usableForever: (amounts: string) => `You have ${amounts} to use now. It does not expire.`,
    forever: (amounts: string) => `Does not expire: ${amounts}.`,
    usableUntil: (amounts: string, day: string) => `You have ${amounts} to use by *${day}*.`,
    none: 'You have nothing to use yet.',
    pending: (amounts: string, day: string) => `Usable from *${day}* on: ${amounts}.`,
    expiring: (amounts: string, day: string) => `Use by *${day}*: ${amounts}.`,
    held: (amounts: string) => `In open vouchers: ${amounts}.`,
    debt: (amounts: string) => `Your next purchases will pay back ${amounts}, from a refund.`,
    use: 'To use your cashback, say “redeem”.',
    rewards: 'To exchange points, say “rewards”.',
    stamps: (made: number, every: number, prize: string) =>
      `Stamps: ${whole(made)} of ${whole(every)} for ${prize}.`,
    vouchers: (count: number) =>
      `You have ${count === 1 ? '1 voucher' : `${whole(count)} vouchers`} to use: say “my vouchers”.`,
    earn: 'It shows up here when you buy and give your phone number.',
  },
  statement: {
    title: 'Your latest entries:',
    line: (day: string, amount: string, what: string) => `${day}: *${amount}*, ${what}`,
    entry,
    adjustedFor: (reason: string) => `adjusted by the shop: ${reason}`,
    voucherLine: (day: string, what: string) => `${day}: ${what}`,
    voucherEarned: (worth: string, sale: string | null) =>
      `voucher of *${worth}*${sale === null ? '' : `, for the purchase of ${sale}`}`,
    voucherUsed: (worth: string, paid: string | null, purchase: string | null) =>
      `voucher of *${worth}* used${purchase === null ? '' : ` on the purchase of ${purchase}`}${paid === null ? '' : `, paid ${paid}`}`,
    none: 'Your statement is still empty. Purchases made with your phone number show up here.',
    noMore: 'There are no older entries.',
    more: 'For the earlier ones, say “more”.',
  },
  redeem: {
    howMuch: (available: string) => `You have *${available}* of cashback. How much do you want to use?`,
    nothing: 'You have no cashback to use yet. Say “balance” to see what is on its way.',
    confirm: (of: { value: string; day: string; minimum: string | null }) =>
      `Turn *${of.value}* of your cashback into a voucher? It is valid until *${of.day}*${from(of.minimum)}. ${answers.yesOrNo}`,
  },
  program: {
    title: (shop: string) => `How it works at ${shop}:`,
    none: (shop: string) => `${shop} is still preparing the program. Once it starts, the rules show up here.`,
    notYet: 'The program has not started yet: purchases earn once the shop switches it on.',
    paused: 'Purchases are not earning at the moment. Your balance is still good.',
    redeemFrom: (minimum: string) => `You can redeem from *${minimum}* on.`,
    paysUpTo: (percent: string) => `A voucher pays up to ${percent} of the purchase.`,
    voucherDays: (days: number) => `A voucher is valid for ${days === 1 ? '1 day' : `${days} days`}.`,
  },
  optedOut:
    'Done, no more news or offers. You only get messages about your purchases. To come back, say “resume”. To stop those too, say “stop everything”.',
  optOutOfAll: 'stop receiving everything, the notices of your purchases too',
  optedOutOfAll:
    'Done, I stopped everything: nothing comes unless you ask. To get messages again, say “resume”.',
  optedIn: 'Done, you will get news and offers again. To stop, say “stop”.',
  language: {
    changed: 'Done, I’ll speak English with you from now on.',
    which: 'Which language? Say “português”, “english” or “español”.',
  },
};
