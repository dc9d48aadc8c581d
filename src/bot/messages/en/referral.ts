import type { referral as ptBR } from '../pt-BR/referral';
import { answers } from './answers';

export const referral: typeof ptBR = {
  referral: {
    terms: (giver, friend) => `*${giver}* for who refers and *${friend}* for the friend`,
    until: (days) => `, to be used within ${days}`,
    share: (terms, code, days) =>
      `Your referral code is *${code}*. Ask your friend to write here, before their first purchase: “I came by the referral ABCD-1234”, with your code. When they buy, within ${days} days, it is ${terms}!`,
    how: 'To reward referrals, say: “referral: R$ 10 for who refers and R$ 5 for the friend”.',
    askTerms: (terms) =>
      `For a referral, after the friend’s first purchase: ${terms}. Shall it be so? ${answers.yesOrNo}`,
    set: 'Done! Your customers can say “refer a friend” now. To stop it, say the same with R$ 0.',
    accepted: (friend, days) =>
      friend === null
        ? `Noted! Your first purchase, within ${days} days, rewards who referred you.`
        : `Noted! Make your first purchase within ${days} days, with your phone, and earn *${friend}*.`,
    refused: {
      off: 'This shop has no reward for referrals at the moment.',
      unknown: 'I do not know this referral code. Check it with who referred you.',
      self: 'This is your own code: it is for a friend.',
      ring: 'This referral does not count: you brought that person.',
      'not-new':
        'A referral is for those who have not bought here yet. Glad that you are a customer already!',
      already: 'You have already said who referred you. The first time counts.',
    },
    termsRange: (most: string, days: string) =>
      `A referral pays up to *${most}* to each side, and can be good for up to ${days}. Say it again with less.`,
    did: (giver, friend) => `changed the referral reward: ${giver} for who refers, ${friend} for the friend`,
  },
};
