import type { MessageKind, TextKind, Variable } from '../../../loyalty';

const variable: Record<Variable, string> = {
  shop: 'shop',
  name: 'name',
  amount: 'amount',
  sale: 'purchase',
  refunded: 'refunded',
  balance: 'balance',
  use: 'use',
  until: 'date',
  voucher: 'voucher',
  code: 'code',
  count: 'purchases',
  words: 'text',
  stop: 'stop',
};

const kind: Record<MessageKind, string> = {
  'benefit-earned': 'benefit from a sale',
  'benefit-available': 'benefit available',
  'referral-paid': 'referral reward',
  'voucher-earned': 'voucher earned',
  'voucher-redeemed': 'voucher used',
  'voucher-cancelled': 'voucher cancelled',
  'voucher-returned': 'voucher given back',
  'benefit-taken-back': 'benefit taken back',
  welcome: 'welcome',
  answer: 'answers',
  'balance-expiring': 'balance expiring',
  'voucher-expiring': 'voucher expiring',
  'come-back': 'come back',
  birthday: 'birthday',
  'first-purchase': 'after the first purchase',
  'thank-you': 'thank-you',
  campaign: 'campaigns',
};

const body: Record<TextKind, string> = {
  'benefit-earned':
    '{shop}: you earned {amount} on your purchase of {purchase}!\n{use}\nYour balance: {balance}. 🎉',
  'benefit-available': '{shop}: {amount} can be used from now on[, until {date}].\nYour balance: {balance}.',
  'referral-paid':
    '{shop}: you earned {amount} for a referral[, to be used until {date}]!\nYour balance: {balance}. 🎉',
  'voucher-earned': '{shop}: you earned a voucher of {voucher}! Code {code}.\n{use} 🎉',
  'voucher-redeemed':
    '{shop}: you used a voucher of {voucher}[ on the purchase of {purchase}].\nYour balance: {balance}.',
  'voucher-cancelled':
    '{shop}: we cancelled your voucher of {voucher}[ and gave {amount} back to your balance].\nYour balance: {balance}.',
  'voucher-returned':
    '{shop}: we gave back {amount} that a voucher had paid: {refunded} of the purchase of {purchase} was refunded.\nYour balance: {balance}.',
  'benefit-taken-back':
    '{shop}: we took back {amount}, because {refunded} of the purchase of {purchase} was refunded.\nYour balance: {balance}.',
  welcome:
    'This is {shop}, writing for its loyalty program because a purchase is registered with your phone number. {stop}',
  'balance-expiring':
    'Hi[, {name}]! At {shop} you have {amount} to use by {date}. Come by before it expires.',
  'voucher-expiring':
    'Hi[, {name}]! Your voucher of {voucher} at {shop} is good until {date}. The code is {code}.',
  'come-back':
    'Hi[, {name}]! It has been a while since you were at {shop}.[ We have {amount} for you, to use by {date}.][ You got a voucher of {voucher}, code {code}.][ Your balance: {balance}.]',
  birthday:
    'Happy birthday[, {name}]! {shop} wishes you a great day.[ Your gift: {amount}.][ Your gift: a voucher of {voucher}, code {code}.][ Use it by {date}.]',
  'first-purchase':
    'Hi[, {name}]! Thank you for your first purchase at {shop}. Each purchase with your phone number earns you more.[ Your balance: {balance}.]',
  'thank-you':
    'Hi[, {name}]! {shop} says thank you: you have bought on {purchases} different days.[ Your balance: {balance}.]',
  campaign:
    '{shop}: {text}[ You got {amount}.][ You got a voucher of {voucher}, code {code}.][ Use it by {date}.]',
};

export const texts = {
  variable,
  kind,
  body,
  did: {
    on: (message: string) => `switched on the message “${message}”`,
    paused: (message: string) => `paused the message “${message}”`,
    off: (message: string) => `switched off the message “${message}”`,
    hours: (from: string, to: string) => `changed the hours of offers: from ${from} to ${to}`,
    byEmail: (message: string) => `had the message “${message}” sent by e-mail too`,
    notByEmail: (message: string) => `had the message “${message}” sent on WhatsApp only`,
    reworded: (message: string) => `changed the text of the message “${message}”`,
  },
  stop: 'To get offers, reply “send me offers”; to stop, “stop”.',
  stopOffers: 'To get no news, reply “stop”.',
};
