import type { ptBR } from '../pt-BR';
import { answers } from './answers';
import { numberIn } from '../format';

const whole = numberIn('en');

export const counter: (typeof ptBR)['counter'] = {
  claim: {
    askCard: `Shall I know you by that card on your next purchases here? ${answers.yesOrNo}`,
    cardKnown: 'Done: on your next purchases with that card you earn without saying your phone.',
    cardForgotten: 'All right, I will not keep the card. Just say your phone on your next purchases.',
    how: 'To claim a purchase that did not have your phone, write the receipt’s number (NSU, AUT or the fiscal key) and the amount, such as “receipt 123456 52.90”. Or send a photo of the receipt’s QR code.',
    howMuch: 'How much was the purchase? Write it like this: “52.90”.',
    whatTime: 'I found more than one purchase like that. What time was yours? Write it like this: “14:30”.',
    notFound:
      'I did not find that purchase among those that can still be claimed. Check the number and the amount on the receipt, or ask the shop.',
    done: (sale, day) => `Done: the purchase of *${sale}* on *${day}* is yours now!`,
    ofBefore: 'It is from before I read the shop’s sales, so it gave nothing.',
    gaveNothing: 'By the shop’s rules it gave nothing this time. Say “why?” to see the reason.',
    manyToday: (most, day, time) =>
      `That makes ${most} receipts of yours in a day. Send this one again on *${day}* at ${time}, or ask at the counter.`,
    already: 'That purchase is yours already. Say “statement” to see what it gave.',
  },
  picture: {
    noCode:
      'I found no receipt’s QR code in that photo. Try close up, with light and no folds, or write the number and the amount: “receipt 123456 52.90”.',
    tooLarge: 'That photo is too large for me (over 5 MB). Send it again as a photo, not as a file.',
    unavailable: 'I could not download that photo. Please send it again.',
  },
  link: {
    byHand: 'The team already recorded a sale like it for this customer by hand: linking counts both.',
    how: 'Say the receipt’s number and the customer’s phone or name: “link sale 123456 11 98888-0001”.',
    ask: (sale, day, time, phone) =>
      `It is the sale of *${sale}* on *${day}* at ${time}. Shall I link it to ${phone}? ${answers.yesOrNo}`,
    line: (number, sale, day, time) => `${number}. *${sale}*, ${day} at ${time}`,
    which: (lines) =>
      `I found more than one sale with that number:\n${lines}\nWhich one? Reply with its number.`,
    notFound: (days) =>
      `I found no sale without a customer under that number in the last ${days} days. Check the receipt: it may be somebody’s already.`,
    taken: 'That sale is somebody’s already, or was cancelled. Nothing has changed.',
    done: (sale, phone, earns) =>
      `Done: the sale of *${sale}* is the customer’s, ${phone}${earns ? ', and their message is on its way.' : '. By the rules it gave nothing.'}`,
  },
  record: {
    how: 'Say the amount and the customer’s phone: “sale 52.90 11 98888-0001”.',
    whose: 'Which customer? Say the phone or the name: “11 98888-0001”.',
    howMuch: 'How much was the sale? Say just the amount: “52.90”.',
    ask: (sale, phone) => `Shall I record a sale of *${sale}* for ${phone}? ${answers.yesOrNo}`,
    askLink: (sale, time, phone) =>
      `The card machine sent a sale of *${sale}* at ${time} without a customer. Is that the one of ${phone}? ${answers.linkOrRecord}`,
    askAgain: (sale: string, time: string, phone: string) =>
      `A sale of *${sale}* for ${phone} was already recorded at ${time}. Record another one? ${answers.yesOrNo}`,
    done: (sale, phone, earns) =>
      `Sale of *${sale}* recorded for ${phone}.${earns ? ' Their message is on its way.' : ' The program is not active, so it does not earn.'}`,
    tooLarge: 'That amount does not do for a sale. Write it like this: “sale 52.90 11 98888-0001”.',
  },
  void: {
    how: 'Say the amount and the phone or the name: “void sale 52.90 11 98888-0001”. It is for sales recorded here; those of the card machine are cancelled on it.',
    ask: (sale, day, time, phone) =>
      `Shall I void the sale of *${sale}* on *${day}* at ${time}, of ${phone}? What it gave is taken back. ${answers.yesOrNo}`,
    notFound:
      'I found no sale recorded here for that customer that can be voided. Those of the card machine are cancelled on it.',
    done: (sale, phone) => `Sale of *${sale}* of ${phone} voided.`,
  },
  odd: {
    byHand: (of) =>
      `${of.who} sent the receipt of *${of.sale}* of *${of.day}*, and the team had recorded a sale like it by hand: both counted. If they are one, say “void sale ${of.phone}”.`,
    many: (who, count) =>
      `${who} claimed ${whole(count)} purchases without a customer in less than 7 days. It may be all right; check that the receipts are that person’s.`,
    ownPhone: (of) =>
      `The sale of *${of.sale}* on *${of.day}* went to the phone of somebody who works at the shop: ${of.who}${of.by === null ? '' : ` (done by ${of.by})`}. Worth a look.`,
  },
  did: {
    linked: (sale) => `linked the sale of ${sale} to a customer`,
    recorded: (sale) => `recorded a sale of ${sale}`,
    voided: (sale) => `voided a sale of ${sale}`,
    madeKey: (name) => `made the till key ${name}`,
    revokedKey: (name) => `revoked the till key ${name}`,
  },
};
