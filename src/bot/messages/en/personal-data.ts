import type { personalData as ptBR } from '../pt-BR/personal-data';

export const personalData: typeof ptBR = {
  myData: {
    file: 'This file has all that we keep about you: profile, balance, purchases, vouchers and conversations. Only you get it.',
    fileName: 'my-data.json',
  },
  eraseData: {
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
        'To keep a copy first, say “my data”. Shall I erase it? Answer “yes” or “no”.',
      ].join('\n'),
    done: 'Done: your data is erased and we will not write to you again. If you buy again with your phone, you start from zero.',
  },
};
