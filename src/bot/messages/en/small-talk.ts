import { answers } from './answers';

export const smallTalk = {
  welcome: 'You are welcome! I am here if you need anything 😊',
  farewell: 'See you! If you need anything, just write 😊',
  greeting: (name: string | null) =>
    `Hi${name === null ? '' : `, ${name}`}! To see how much you have, say “balance”. For the rest, “menu” 😊`,
  greetingStaff: (name: string | null) =>
    `Hi${name === null ? '' : `, ${name}`}! To see how the shop is doing, say “status”. For the rest, “menu”.`,
  greetingCashier: (name: string | null) =>
    `Hi${name === null ? '' : `, ${name}`}! To use a customer’s voucher, say “validate” and its code. For the rest, “menu”.`,
  closed: 'All right! I am here if you need anything 😊',
  here: 'I am here if you need anything 😊',
  whoAnswers: (shop: string) => `I am the automatic assistant of ${shop}. To talk to a person, say “human”.`,
  whoAnswersStaff: (shop: string) =>
    `I am the automatic assistant of ${shop}. To see what I can do, say “menu”.`,
  matters: {
    ofShop: `The shop knows that, I only look after the loyalty program. Shall I call someone? ${answers.yesOrNo}`,
    sorry: `I am sorry about that. Shall I call someone from the shop? ${answers.yesOrNo}`,
    otherNumber: `What you earned is kept under your old number. Shall I call someone from the shop to look into it? ${answers.yesOrNo}`,
    notMine: `Thank you for telling us. Shall I call someone from the shop to check that purchase? ${answers.yesOrNo}`,
  },
  praise: 'So good to hear that! Thank you 😊',
  languageHint: 'To talk in English, say “english”.',
};
