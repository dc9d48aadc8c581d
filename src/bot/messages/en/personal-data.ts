import type { personalData as ptBR } from '../pt-BR/personal-data';
import { answers } from './answers';

export const personalData: typeof ptBR = {
  myData: {
    file: 'This file has all that we keep about you: profile, balance, purchases, vouchers and conversations. Only you get it.',
    fileName: 'my-data.json',
  },
  eraseData: {
    fact: {
      email: 'your email',
      birthday: 'your birthday',
      cpf: 'your CPF',
      phone: 'your phone',
      name: 'your name',
    },
    wish: (fact) => `delete only ${fact}`,
    confirmOne: (fact) => `Delete only ${fact}? The rest stays as it is. ${answers.yesOrNo}`,
    forgotten: (fact) => `Done, ${fact} is out of your profile. The rest is as it was.`,
    unknown: (fact) => `I do not have ${fact}. To see what I have, say “profile”.`,
    kept: (fact) =>
      `Your purchases hang on it, so I cannot delete ${fact} here: ask the shop, by saying “talk to someone”. To delete everything, say “erase my data”.`,
    phoneStays:
      'Your phone is how I know you, and it cannot go by itself. To get no offers, say “stop”. To delete everything, say “erase my data”.',
    nameChanges: 'Your name cannot be deleted, but it can be changed: say “my name is Bia”.',
    onlyOwn:
      'Only people themselves delete what is theirs: ask them to say here, for example, “delete my email” or “erase my data”.',
    confirm: (lost, vouchers) =>
      [
        'I erase all that we know about you: name, phone, CPF, email and conversations. There is no way back.',
        ...(lost === null ? [] : [`You lose ${lost}.`]),
        ...(vouchers === 0
          ? []
          : [
              vouchers === 1
                ? 'Your open voucher is cancelled.'
                : `Your ${vouchers} open vouchers are cancelled.`,
            ]),
        `To keep a copy first, say “my data”. Shall I erase it? ${answers.yesOrNo}`,
      ].join('\n'),
    done: 'Done: your data is erased and we will not write to you again. If you buy again with your phone, you start from zero.',
  },
};
