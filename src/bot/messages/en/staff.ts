import type { LimitOf, SetupStep } from '../../../loyalty';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

const step: Record<SetupStep, string> = {
  machines: 'Card machines',
  connection: 'Connection to SmartPOS',
  rules: 'Rules',
  'reference-sale': 'Test sale',
  activation: 'Program on',
};

const next: Record<SetupStep, string> = {
  machines: 'make a sale on each card machine: it shows up here by itself.',
  connection: 'say “connect smartpos”.',
  rules: 'say the first rule, like “5% cashback above R$ 50”.',
  'reference-sale': 'say “test sale” and make a sale on a card machine.',
  activation: 'say “activate”.',
};

const EXAMPLE = 'Example: “5% cashback above R$ 50, valid for 30 days”.';

const LIMIT: Record<LimitOf, string> = { sale: 'a sale', day: 'a day', week: 'a week', month: 'a month' };

export const staff = {
  status: {
    missing: (count: number) => (count === 1 ? '1 step to go:' : `${whole(count)} steps to go:`),
    active: 'The program is on: sales are earning.',
    earningPaused: 'Earning is paused: sales are not earning. To go on, say “activate”.',
    messagesPaused: 'Automatic messages are paused. To go on, say “turn on messages”.',
    step,
    todo: 'to do',
    leftOut: 'not made (“test sale”)',
    done: 'done',
    machines: (count: number, acquirers: string) =>
      `${whole(count)}${acquirers === '' ? '' : `, from ${acquirers}`}`,
    sale: (amount: string, day: string) => `*${amount}* on *${day}*`,
    since: (day: string) => `since *${day}*`,
    dry: (sales: number, amounts: string) =>
      `With the program on, ${sales === 1 ? 'the sale received' : `the ${whole(sales)} sales received`} would have given ${amounts}.`,
    next,
    nextStep: (what: string) => `Now: ${what}`,
  },
  activate: {
    activated: 'The program is on! Every sale from now on earns, and messages go to customers 🎉',
    already: 'The program is already on. To stop, say “pause” or “pause earning”.',
    activatedSilent:
      'The program is on! Every sale from now on earns. Messages stay paused: to bring them back, say “turn on messages” 🎉',
    messagesBack: 'Automatic messages are back, and the program is still on.',
    messagesBackNotEarning:
      'Automatic messages are back. Sales earn nothing yet: to switch that on, say “activate”.',
    messagesAlready: 'Automatic messages were already on. To stop, say “pause messages”.',
    refused: (name: string, what: string) =>
      `It can’t be switched on yet. Missing: ${name}. To go on, ${what}`,
    override: 'To switch it on as it is, say “activate anyway”; it is recorded.',
  },
  pause: {
    wish: {
      messages:
        'pause all automatic messages, from now on and with no end date (to resume, say “activate messages”)',
      earning: 'pause earning for all sales, from now on and with no end date (to resume, say “activate”)',
      kind: (name: string) =>
        `pause only the “${name}” message, from now on and with no end date (to resume, say “activate ${name} message”)`,
    },
    messages:
      'Automatic messages are paused: what sales earn is told later. Sales go on earning. To go on, say “turn on messages”.',
    earning:
      'Earning is paused: sales from now on earn nothing. Whoever has a balance can use it. To go on, say “activate”.',
    notActive: 'The program is not on, so no sale is earning. Say “status” to see what is missing.',
    which:
      'What shall I pause?\n• messages: they wait, and sales go on earning\n• earning: sales stop earning, and balances stay good\nSay “pause messages” or “pause earning”.',
    already: {
      messages: 'Automatic messages are already paused. To go on, say “turn on messages”.',
      earning: 'Earning is already paused. To go on, say “activate”.',
    },
  },
  rules: {
    title: 'Rules in force:',
    paused: '(paused)',
    change: 'To change one: “in rule 1, at most R$ 30”, “pause rule 1” or “delete rule 1”.',
    none: `There are no rules yet. Say the first one in a sentence. ${EXAMPLE}`,
    more: 'For the others, say “more”.',
    noMore: 'Those were all the rules.',
  },
  addRule: {
    how: `Say the rule in one sentence. ${EXAMPLE}`,
    understood: (rule: string) => `I understood:\n${rule}`,
    real: (sale: string, day: string, amounts: string) =>
      `The sale of *${sale}* of *${day}* would have given ${amounts}.`,
    invented: (sale: string, amounts: string) => `For example, a sale of *${sale}* gives ${amounts}.`,
    inventedFor: (when: string, sale: string, amounts: string) =>
      `For example, ${when}, a sale of *${sale}* gives ${amounts}.`,
    atPurchase: (every: number) => `at purchase number ${every}`,
    voucher: (worth: string) => `a voucher of *${worth}*`,
    noExample: 'I found no example of a sale it applies to: check the conditions.',
    multipliesNothing:
      'No rule today gives what this one multiplies: alone it gives nothing. Create the rule beneath it, too, like “1 point per R$ 1”.',
    highRate: 'Careful: that is more than 30% of the sale.',
    highRateTogether: 'Careful: with all rules together, that is more than 30% of the sale.',
    limits: LIMIT,
    idleLimit: (of: string, under: string) =>
      `Careful: the most ${of} changes nothing, since the most ${under} is no more.`,
    voucherOverSale: (sale: string) =>
      `Careful: the voucher is worth more than the purchase that gives it, which may be of just *${sale}*.`,
    ask: `Create this rule? ${answers.yesOrNo}`,
    askBeside: (others: number) =>
      `${others === 1 ? 'Another rule is in force, and the two add up' : `${others} other rules are in force, and they add up`}: the figure above is with all of them. Create it? ${answers.addOrReplace}`,
    replaced: 'Done, only this rule counts, for sales from now on.',
    added: (number: number) => `Rule ${number} created. It counts for sales from now on.`,
    addedLater: (number: number, day: string) =>
      `Rule ${number} created. It counts for sales from ${day} on.`,
    addedInactive: (number: number) =>
      `Rule ${number} created. It applies from the moment the program is switched on.`,
  },
};
