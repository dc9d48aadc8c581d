import { answers } from './answers';

export const profile = {
  profile: {
    later: 'Tudo bem, fica para depois. Quando quiser, diga “cadastro”.',
    ask: {
      birthday: 'Quando é seu aniversário? Escreva assim: “3/5”. Para deixar para depois, diga “pular”.',
      email: 'Qual é seu e-mail? Para deixar para depois, diga “pular”.',
      cpf: 'Qual é seu CPF? Para deixar para depois, diga “pular”.',
    },
    birthdayUnclear: 'Não entendi qual é o dia e qual é o mês. Escreva assim: “3 de maio”.',
    noSuchDay: (said: string) => `O dia “${said}” não existe. Escreva o dia e o mês, assim: “3 de maio”.`,
    isBirthday: (day: string) => `O dia *${day}* é o seu aniversário? ${answers.yesOrNo}`,
    otherPhone:
      'O que você tem aqui está neste número. Para levar para outro, escreva dele e diga o mesmo CPF ou e-mail: no caixa, com um documento, confirmam e juntam os dois.',
    emailWrong: (said: string) =>
      `“${said}” não é um e-mail inteiro: falta o fim, como em ana@exemplo.com.br. Escreva de novo, ou diga “pular”.`,
    cpfWrong: 'Esse CPF não confere: veja se faltou ou trocou algum número e mande de novo.',
    saved: {
      name: (name: string) => `Pronto, ${name}!`,
      birthday: (day: string) => `Anotei: seu aniversário é em *${day}*.`,
      email: (email: string) => `Anotei seu e-mail: ${email}.`,
      cpf: 'Anotei seu CPF. Para juntar as compras feitas com ele, mostre um documento no caixa e peça para confirmar.',
      already: 'Isso já está no seu cadastro.',
    },
    title: 'Seu cadastro:',
    line: {
      name: (name: string) => `Nome: ${name}`,
      birthday: (day: string) => `Aniversário: *${day}*`,
      email: (email: string) => `E-mail: ${email}`,
      cpf: (cpf: string) => `CPF: ${cpf}`,
    },
    change: 'Para mudar, diga “meu nome é Ana” ou “nasci em 3/5”.',
  },
};
