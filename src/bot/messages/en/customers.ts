import type { customers as ptBR } from '../pt-BR/customers';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

export const customers: typeof ptBR = {
  customers: {
    how: 'Say the customer’s phone or name: “customer 11 98888-0001” or “customer Bia”. For a label: “label vip 11 98888-0001”.',
    unknown: (phone) => `I know no customer with the phone ${phone}. Please check the number.`,
    all: 'For a sheet with all of them, say “export customers”.',
    named: {
      whom: 'Which customer do you mean? Say it again with the name or the phone.',
      none: (name) => `I know no customer called ${name}. Please check the name, or say the phone.`,
      tooMany: (name) => `Many customers are called ${name}. Say the full name or the phone.`,
      which: (name, lines) =>
        `More than one customer is called ${name}:\n${lines}\nWhich one? ${answers.byNumber}`,
      line: (number, name, digits) => `${number}. ${name}, phone ending in ${digits}`,
    },
    who: (name, since) => `${name}, customer since *${since}*`,
    isBlocked: 'Blocked: earns nothing and uses nothing.',
    balance: (amounts, vouchers) =>
      `Balance: ${amounts ?? 'nothing'}${vouchers === 0 ? '' : `, ${vouchers === 1 ? '1 open voucher' : `${whole(vouchers)} open vouchers`}`}`,
    purchases: (count, last) =>
      count === 0
        ? 'Has not bought yet.'
        : `${count === 1 ? '1 purchase' : `${whole(count)} purchases`}: ${last}`,
    tier: (name) => `Tier: ${name}`,
    mailFault: (why) => `E-mail: takes nothing (${why})`,
    labels: (names) => `Labels: ${names}`,
    prove: (identity) =>
      `Says theirs is: ${identity}, not proven yet. Did you see the document? ${answers.confirmAndJoin}`,
    proven: 'Confirmed. Purchases with it are this customer’s from now on.',
    provenAndJoined:
      'Confirmed. There was another record with it: they are one now, with the balance of both.',
    putLabel: (label, who) => `Put the label “${label}” on ${who}? ${answers.yesOrNo}`,
    takeLabel: (label, who) => `${who} has the label “${label}” already. Take it off? ${answers.yesOrNo}`,
    askTakeLabel: (label, who) => `Take the label “${label}” off ${who}? ${answers.yesOrNo}`,
    notLabelled: (label, who) => `${who} does not have the label “${label}”. Nothing changed.`,
    labelPut: (label) => `Done, with the label “${label}”. It counts for the next purchases.`,
    labelTaken: (label) => `Done, without the label “${label}”.`,
    block: {
      how: 'Say the customer’s phone or name: “block 11 98888-0001” or “unblock 11 98888-0001”.',
      ask: (phone) =>
        `Block ${phone}? Purchases from now on earn nothing, and the balance and vouchers cannot be used. ${answers.yesOrNo}`,
      askBack: (phone) =>
        `Unblock ${phone}? The next purchases earn again, and the balance can be used. ${answers.yesOrNo}`,
      done: (phone) => `Customer blocked. To take it back, say “unblock ${phone}”.`,
      undone: 'Customer unblocked.',
    },
    adjust: {
      limit: (used: string, most: string) =>
        `You adjusted *${used}* today, and a manager adjusts up to *${most}* a day. Beyond that ask the owner, who adjusts with their own PIN.`,
      how: 'Say the amount with + or -, the phone or the name, and the reason: “adjust +10 11 98888-0001 reason till error”.',
      has: (who, balance) => `${who} has *${balance}* to use.`,
      why: 'What is the reason? Say it in a few words: the customer sees it in the statement.',
      again: (time) => `The team already made this same adjustment at ${time}. Make another like it?`,
      ask: (amount, phone, reason) =>
        `Add *${amount}* to the balance of ${phone}? Reason: ${reason}. The customer sees it in the statement. ${answers.yesOrNo}`,
      askTake: (amount, phone, reason) =>
        `Take *${amount}* from the balance of ${phone}? Reason: ${reason}. The customer sees it in the statement. ${answers.yesOrNo}`,
      tooLittle: (phone: string, has: string, taken: string) =>
        `${phone} has *${has}* to use, and you want to take *${taken}*. Adjust by less.`,
      done: (balance) => `Done, and in the history. The balance is ${balance} now.`,
    },
    did: {
      adjust: (amount, reason) => `adjusted a customer’s balance by ${amount}: ${reason}`,
      block: 'blocked a customer',
      unblock: 'unblocked a customer',
      label: (label) => `put the label ${label} on a customer`,
      unlabel: (label) => `took the label ${label} off a customer`,
    },
  },
};
