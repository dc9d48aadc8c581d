import { answers } from './answers';

export const smallTalk = {
  welcome: 'Por nada! Precisando, é só chamar 😊',
  farewell: 'Até mais! Precisando, é só chamar 😊',
  greeting: (name: string | null) =>
    `Oi${name === null ? '' : `, ${name}`}! Para ver quanto você tem, diga “saldo”. Para o resto, “menu” 😊`,
  greetingStaff: (name: string | null) =>
    `Oi${name === null ? '' : `, ${name}`}! Para ver como está a loja, diga “status”. Para o resto, “menu”.`,
  greetingCashier: (name: string | null) =>
    `Oi${name === null ? '' : `, ${name}`}! Para usar o voucher de um cliente, diga “validar” e o código. Para o resto, “menu”.`,
  closed: 'Tudo bem! Precisando, é só chamar 😊',
  here: 'Se precisar de algo, é só chamar 😊',
  whoAnswers: (shop: string) =>
    `Sou o assistente automático da loja ${shop}. Para falar com uma pessoa, diga “atendente”.`,
  whoAnswersStaff: (shop: string) =>
    `Sou o assistente automático da loja ${shop}. Para ver o que eu faço, diga “menu”.`,
  /** To what only a person of the shop can answer; a yes calls one. */
  matters: {
    ofShop: `Isso quem sabe é a loja, eu cuido só do programa de fidelidade. Quer que eu chame alguém? ${answers.yesOrNo}`,
    sorry: `Sinto muito por isso. Quer que eu chame alguém da loja? ${answers.yesOrNo}`,
    otherNumber: `O que você ganhou fica guardado no número antigo. Quer que eu chame alguém da loja para ver isso? ${answers.yesOrNo}`,
    notMine: `Obrigado por avisar. Quer que eu chame alguém da loja para conferir essa compra? ${answers.yesOrNo}`,
  },
  praise: 'Que bom ouvir isso! Obrigado 😊',
  languageHint: 'Para falar em português, diga “português”.',
};
