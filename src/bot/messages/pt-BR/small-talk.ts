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
  languageHint: 'Para falar em português, diga “português”.',
};
