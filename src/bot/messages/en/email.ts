import type { Messages } from '../catalogue';

export const email: Messages['email'] = {
  fault: {
    'no-mailbox': 'that address is gone',
    'no-domain': 'what comes after the @ does not exist',
    full: 'the mailbox is full',
    refused: 'the customer’s server refuses the messages',
    'not-reached': 'the customer’s server does not answer',
    complained: 'marked an e-mail of the shop as spam',
  },
  subject: {
    'benefit-earned': (shop) => `You earned on your purchase at ${shop}`,
    'benefit-available': (shop) => `Your benefit at ${shop} can be used now`,
    'voucher-earned': (shop) => `You earned a voucher at ${shop}`,
    'voucher-redeemed': (shop) => `Your voucher at ${shop} was used`,
    'voucher-cancelled': (shop) => `Your voucher at ${shop} was cancelled`,
    'voucher-returned': (shop) => `What your voucher at ${shop} had paid is back`,
    'benefit-taken-back': (shop) => `A refund changed your balance at ${shop}`,
    'balance-expiring': (shop) => `Your balance at ${shop} is about to expire`,
    'voucher-expiring': (shop) => `Your voucher at ${shop} is about to expire`,
    'come-back': (shop) => `${shop} misses you`,
    birthday: (shop) => `Happy birthday! A word from ${shop}`,
    'first-purchase': (shop) => `Thank you for your first purchase at ${shop}`,
    'thank-you': (shop) => `${shop} says thank you`,
    'referral-paid': (shop) => `You earned for bringing a friend to ${shop}`,
    campaign: (shop) => `News from ${shop}`,
  },
  picture: 'Picture of the voucher',
  stopOffers: 'To get no news, use the link at the end of this e-mail.',
  why: (shop) =>
    `This is ${shop}, writing for its loyalty program because this e-mail address is in your details.`,
  unsubscribe: 'Stop receiving offers',
  bounced: (to, why) =>
    `The e-mail to ${to} came back: ${why}. I write to it no more. What is theirs I tell them when they write to me: check the address with them.`,
  returned: (to, why) =>
    `The e-mail to ${to} came back: ${why}. What is theirs I tell them when they write to me. After three returns in a month I stop writing to that address.`,
  complained: (to) =>
    `${to} marked an e-mail of the shop as spam. I stopped offers and write to that address no more. What is theirs I tell them when they write to me.`,
  page: {
    title: 'Offers',
    question: 'Stop receiving offers? Notices about your own purchases go on.',
    done: 'Done: you get no more offers. Notices about your own purchases go on.',
    gone: 'This link is no longer good.',
  },
};
