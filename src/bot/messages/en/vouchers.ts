import type { VoucherMode, VoucherRefund } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

const from = (minimum: string | null): string => (minimum === null ? '' : `, on purchases from *${minimum}*`);
const since = (day: string | null): string => (day === null ? '' : ` from *${day}*`);

const mode: Record<VoucherMode, string> = {
  counter: 'Counter: your staff validate the code here in the chat',
  'connected-till': 'Connected till: the till’s own system validates the code',
  automatic: 'Automatic: a sale that comes with the code uses the voucher',
  manual: 'Manual: the customer follows the shop’s instructions, and a manager confirms here',
};

const refund: Record<VoucherRefund, string> = {
  'back-to-balance': 'On refunds, what the voucher paid goes back to the customer’s balance.',
  lost: 'On refunds, what the voucher paid does not go back.',
};

interface Shown {
  worth: string;
  day: string;
  minimum: string | null;
}

export const vouchers = {
  worth: {
    percent: (percent: string, most: string | null) =>
      `${percent} off${most === null ? '' : `, up to ${most}`}`,
    stores: (names: string) => `Only at: ${names}.`,
  },
  voucher: {
    issued: (of: Shown & { code: string; left: string }) =>
      `Your voucher of *${of.worth}*: code *${of.code}*.\nShow it at the counter by *${of.day}*${from(of.minimum)}.\nYou have ${of.left} left.`,
    ofCashback: (amount: string) => `*${amount}* of cashback`,
    procedure: (words: string) => `How to use it: ${words}`,
  },
  vouchers: {
    title: 'Your open vouchers:',
    line: (of: Shown & { code: string; since: string | null }) =>
      `*${of.code}*: *${of.worth}*${since(of.since)} until *${of.day}*${from(of.minimum)}`,
    none: 'You have no open voucher. To get one, say “redeem”.',
    others: (count: number) => `And ${whole(count)} more, with more time.`,
    show: 'Show the code at the counter.',
  },
  cancelVoucher: {
    which: 'Which voucher? Say its code, like “ABCD-1234”.',
    list: {
      line: (number: number, of: { worth: string; holder: string | null; day: string }) =>
        `${number}. *${of.worth}*${of.holder === null ? '' : ` of ${of.holder}`}, good until ${of.day}`,
      ask: `Which one do I cancel? ${answers.byNumber}`,
      noneToday:
        'No voucher of today is still open. Say whose it is: “cancel the voucher of Bia”, or the phone.',
      noneOf: (who: string) => `${who} has no open voucher that can be cancelled.`,
      others: 'There are others. Say the amount too, like “cancel the voucher of 20”, or whose it is.',
    },
    confirmOf: (of: { worth: string; back: string; holder: string | null }) =>
      `Cancel the voucher of *${of.worth}*${of.holder === null ? '' : ` of ${of.holder}`}? *${of.back}* go back to the customer’s balance, with the expiry they had. ${answers.yesOrNo}`,
    doneOf: (worth: string, balance: string) =>
      `Done, the voucher of *${worth}* is cancelled. The customer now has ${balance} to use.`,
    confirm: (worth: string, back: string) =>
      `Cancel your voucher of *${worth}*? *${back}* go back to your balance, with the time they had. ${answers.yesOrNo}`,
    done: (worth: string, balance: string) =>
      `Done, the voucher of *${worth}* is cancelled. You now have ${balance} to use.`,
    doneNothing: (worth: string) =>
      `Done, the voucher of *${worth}* is cancelled. What was in it had expired or paid for a refund.`,
  },
  rewards: {
    title: (points: string) => `You have *${points}*. Rewards:`,
    line: (number: number, worth: string, points: string) => `${number}. ${worth}: *${points}*`,
    missing: (points: string) => `${points} to go`,
    used: 'you had yours',
    ask: `Which one do you want? ${answers.byNumber}`,
    later: 'Collect more points and come back.',
    none: 'The shop has no rewards for points yet. Say “balance” to see what you have.',
    more: 'For the others, say “more”.',
    confirm: (of: Shown & { points: string; where: string }) =>
      `Exchange *${of.points}* for *${of.worth}*? The voucher is valid until *${of.day}*${from(of.minimum)}${of.where}. ${answers.yesOrNo}`,
    staffTitle: 'The shop’s rewards:',
    staffNone: 'The shop has no rewards yet. To add one, say “reward: coffee for 100 points”.',
    paused: 'paused',
    minimum: (amount: string) => `on purchases from ${amount}`,
    limit: (count: number) => `${whole(count)} per customer`,
    onlyAt: (names: string) => `only at ${names}`,
    change: 'To change one, say “pause 1”, “resume 1” or “remove 1”.',
    pause: (name: string) => `Pause *${name}*? ${answers.yesOrNo}`,
    resume: (name: string) => `Offer *${name}* again? ${answers.yesOrNo}`,
    remove: (name: string) =>
      `Remove *${name}* from the rewards? Vouchers already given stay good. ${answers.yesOrNo}`,
    done: 'Done. Say “rewards” to see the list.',
  },
  addReward: {
    whichStores:
      'I did not get in which stores it is good. Say it like this: “reward: coffee for 100 points only at the Centro store”.',
    unknownStores: (names: string, known: string) =>
      `I have seen no sales of ${names} yet: check the name. The stores I know: ${known}.`,
    isCustomer: (name: string, points: string) =>
      `${name} is a customer of the shop. To set the balance, say “set ${name} to ${points}”; for a reward, “reward: ${name} for ${points}”.`,
    how: 'Say the reward in one sentence: “reward: coffee for 100 points”, “reward: R$ 10 for 200 points” or “reward: 20% off up to R$ 30 for 150 points”.',
    unclear: (name: string) =>
      `I didn’t get the reward “${name}”. Say the thing’s name, an amount like “R$ 10” or a share like “20% off”.`,
    ask: (of: { worth: string; points: string; more: string }) =>
      `Reward: *${of.worth}* for *${of.points}*${of.more}. Add it? ${answers.yesOrNo}`,
    same: (of: { worth: string; points: string; more: string }) =>
      `That reward is like that already: *${of.worth}* for *${of.points}*${of.more}.`,
    askChange: (of: { worth: string; points: string; more: string; before: string }) =>
      `That reward exists already, for *${of.before}*. Change it to *${of.worth}* for *${of.points}*${of.more}? ${answers.yesOrNo}`,
    added: 'Reward added. Customers see it under “rewards”.',
    changed: 'Reward changed. Vouchers already given stay as they were.',
  },
  voucherMode: {
    mode,
    refund,
    now: (name: string) => `How vouchers are validated now:\n${name}.`,
    line: (number: number, name: string) => `${number}. ${name}`,
    changeRefund: (number: number) => `To change that, reply ${number}.`,
    ask: `Which way do you want? ${answers.byNumber}`,
    confirm: (name: string) => `Change to this?\n${name}.\n${answers.yesOrNo}`,
    askProcedure: (longest: number) =>
      `Write the instructions that go with each voucher, in up to ${longest} letters.`,
    tooLong: (longest: number) => `That is too long. Write it in up to ${longest} letters.`,
    confirmProcedure: (words: string) =>
      `Change to manual? Each voucher goes with:\n${words}\n${answers.yesOrNo}`,
    confirmRefund: (name: string) => `Change it? ${name} ${answers.yesOrNo}`,
    done: 'Done, changed. It also holds for vouchers that are open already.',
  },
  validate: {
    /** As it stands ready in the chat that a voucher's QR opens. */
    verb: 'validate',
    whichCode: 'What is the voucher’s code? It has 8 letters and digits, like “ABCD-1234”.',
    shows: (of: Shown & { holder: string | null }) =>
      `Voucher of *${of.worth}*${of.holder === null ? '' : ` of ${of.holder}`}, valid until *${of.day}*${from(of.minimum)}.`,
    howMuch: 'How much is the purchase?',
    ask: (purchase: string, pays: string) =>
      `Use it on the purchase of *${purchase}*? It takes *${pays}* off. ${answers.yesOrNo}`,
    askItem: (item: string) => `Hand over *${item}*? ${answers.yesOrNo}`,
    redeemed: (value: string, holder: string | null) =>
      `Voucher used${holder === null ? '' : ` by ${holder}`}. Take *${value}* off the purchase.`,
    redeemedItem: (item: string, holder: string | null) =>
      `Voucher used${holder === null ? '' : ` by ${holder}`}. Hand over: *${item}*.`,
    returned: (value: string) =>
      `The other *${value}* go back to the customer’s balance, with the time they had.`,
  },
};
