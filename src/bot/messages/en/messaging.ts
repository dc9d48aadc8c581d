import type { ptBR } from '../pt-BR';
import { answers } from './answers';

export const messaging: typeof ptBR.messaging = {
  title: 'What the program sends to customers:',
  offers: (from, to, week) =>
    `Offers, only to those who said yes, from ${from} to ${to}, at most ${week} a week:`,
  line: (number, name, state) => `${number}. ${name}${state === null ? '' : ` (${state})`}`,
  state: { on: 'on', paused: 'paused', off: 'off' },
  ask: 'To see one of them, reply with its number.',
  shows: (name, state) => `The message “${name}” (${state}) goes out like this:`,
  how: (name) => `To change its text, say “change the ${name} message”.`,
  byEmail: {
    note: 'by e-mail too',
    how: (name: string, on: boolean) =>
      on
        ? `It goes by e-mail too. To stop that, say “${name} message on WhatsApp only”.`
        : `To send it by e-mail too, say “${name} message by e-mail too”.`,
    confirm: (name: string) =>
      `Send the message “${name}” by e-mail too, to those with an address? ${answers.yesOrNo}`,
    confirmOff: (name: string) =>
      `Stop sending the message “${name}” by e-mail? On WhatsApp it goes on. ${answers.yesOrNo}`,
    on: (name: string) => `Done: the message “${name}” goes on WhatsApp and by e-mail too.`,
    off: (name: string) =>
      `Done: the message “${name}” goes on WhatsApp only; by e-mail only to those without WhatsApp.`,
    notHere: 'E-mail is not set up on this server. Tell whoever looks after the system.',
  },
  which: 'Which message do you want to change? Reply with its number.',
  nowSays: (name) => `The message “${name}” now says:`,
  write: (variables) =>
    `You can use ${variables}. What is between [ ] goes when something in it is missing.\nWrite the new text, “original” for ours, or “cancel” to leave it as it is.`,
  help: 'No hurry: until you confirm another, today’s text stays. Send the new text here, or say “cancel” to leave it as it is.',
  isYes: 'What is the new text? Write it here, or say “cancel” to leave it as it is.',
  kept: 'All right, the text stays as it is.',
  onlyIn: (changed, shop) =>
    `Only the ${changed} text changed. To change what people read in ${shop}, write “in ${shop}:” and the text.`,
  original: 'original',
  sampleWords: 'this week the coffee is on us.',
  preview: 'It will go out like this:',
  confirm: `May I use this text? ${answers.yesOrNo}`,
  saved: (name) => `Done, the message “${name}” has its new text.`,
  reset: (name) => `Done, the message “${name}” has our text again.`,
  fault: {
    empty: 'The text came empty. Write what the message should say.',
    tooLong: (longest) => `That is too long: use at most ${longest} letters.`,
    unknown: (name, known) => `I do not know ${name} in this message. You can use ${known}.`,
    missing: (name) => `${name} is missing: without it the message does not say the main thing.`,
    brackets: 'There is a { } or [ ] without its other side. Please check and write it again.',
  },
  hours: (from, to) =>
    `Offers go out from ${from} to ${to}, not on Sundays and national holidays. Notices of purchases go at once. To change it, say “hours 9am to 8pm”.`,
  confirmHours: (from, to) =>
    `Offers only from ${from} to ${to}, not on Sundays and national holidays? ${answers.yesOrNo}`,
  hoursSet: (from, to) => `Done, offers go out from ${from} to ${to}.`,
  hoursWrong: 'The end must come after the beginning. Say it like this: “hours 9am to 8pm”.',
  thanks: {
    ask: (number: string) =>
      `Shall I thank them on purchase number *${number}*? Purchases of one day count once. ${answers.yesOrNo}`,
    set: (number: string) => `Done: thanks go on the morning after purchase number ${number}.`,
    same: (number: string) => `Thanks go on purchase number ${number} already.`,
    now: (number: string) =>
      `It goes on purchase number ${number}; to change that, say “thank customers on their 5th purchase”.`,
    range: (from: string, to: string) =>
      `Thanks can go on purchase number ${from} to ${to}. Say, for instance, “thank customers on their 5th purchase”.`,
    did: (number: string) => `moved the thanks to purchase number ${number}`,
  },
  alwaysOn: (name) => `The message “${name}” is always on: it answers the customer or says who writes.`,
  switched: {
    on: (name) => `Done, the message “${name}” is on.`,
    paused: (name) => `The message “${name}” is paused: what comes up waits. To go on, say “activate”.`,
    off: (name) => `The message “${name}” is off and does not go out any more.`,
  },
  confirmOff: (name) =>
    `Switch off the message “${name}”? What comes up is not sent, not later either. ${answers.yesOrNo}`,
};
