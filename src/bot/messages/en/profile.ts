import type { profile as ptBR } from '../pt-BR/profile';
import { answers } from './answers';

export const profile: typeof ptBR = {
  profile: {
    later: 'All right, another time. Whenever you like, say “profile”.',
    ask: {
      birthday: 'When is your birthday? Write it like “May 3”. To leave it for later, say “skip”.',
      email: 'What is your email? To leave it for later, say “skip”.',
      cpf: 'What is your CPF? To leave it for later, say “skip”.',
    },
    birthdayUnclear: 'I could not tell the day from the month. Write it like “May 3”.',
    noSuchDay: (said) => `There is no such day as “${said}”. Write the day and the month, like “May 3”.`,
    isBirthday: (day) => `Is *${day}* your birthday? ${answers.yesOrNo}`,
    otherPhone:
      'What you have here belongs to this number. To move it, write from the other one and tell the same CPF or email: at the counter, with a document, they confirm it and join the two.',
    emailWrong: (said) =>
      `“${said}” is no whole email: its end is missing, as in ana@exemplo.com.br. Write it again, or say “skip”.`,
    cpfWrong: 'This CPF does not add up: check whether a digit is missing or wrong, and send it again.',
    saved: {
      name: (name) => `Done, ${name}!`,
      birthday: (day) => `Noted: your birthday is on *${day}*.`,
      email: (email) => `Noted your email: ${email}.`,
      cpf: 'Noted your CPF. To join purchases made with it, show a document at the counter and ask them to confirm it.',
      already: 'That is in your profile already.',
    },
    title: 'Your profile:',
    line: {
      name: (name) => `Name: ${name}`,
      birthday: (day) => `Birthday: *${day}*`,
      email: (email) => `Email: ${email}`,
      cpf: (cpf) => `CPF: ${cpf}`,
    },
    change: 'To change it, say “my name is Ana” or “my birthday is May 3”.',
  },
};
