import { loadTexts } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { openShop, OWNER, percent } from '../support/shop';

const test = suiteDatabase();
let shop: number;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  owner = new Chat(test, shop, OWNER);
});

const texts = () => test.db.asMerchant(shop, loadTexts);
const WELCOME = 'mudar mensagem de boas-vindas';
const BIRTHDAY = 'mudar mensagem de aniversário';

describe('while a text is asked for', () => {
  it('another wish is answered, and it comes back to the text', () =>
    owner.dialog([
      [WELCOME, /“original”(.|\n)*“cancelar” para deixar como está/],
      ['status', /ativo(.|\n)*Voltando: Escreva o novo texto/],
      ['relatório', 'Relatório'],
      ['equipe', /Voltando: Escreva o novo texto/],
      ['menu', /1\. (.|\n)*Voltando: Escreva o novo texto/],
      ['Oi! Aqui é a {loja}. {parar}', /Vai sair assim(.|\n)*Aqui é a Padaria Central/],
      ['sim', 'tem o novo texto'],
    ]));

  it('help, a yes and not knowing get a way out', async () => {
    await owner.dialog([
      [WELCOME, 'Escreva o novo texto'],
      ['me ajuda', /vale o texto de hoje(.|\n)*“cancelar”/],
      ['não sei', /vale o texto de hoje(.|\n)*“cancelar”/],
      ['sim', /Qual é o novo texto(.|\n)*“cancelar”/],
      ['oi tudo bem', /^(?!.*Falta)/s],
      ['cancelar', 'cancelei'],
      [WELCOME, 'Escreva o novo texto'],
      ['não', 'fica como está'],
      ['sim', 'nada esperando'],
    ]);
    expect(await texts()).toEqual({});
  });

  it('the language may be changed, and a person called', async () => {
    await owner.dialog([
      [WELCOME, 'Escreva o novo texto'],
      ['english', /English(.|\n)*Write the new text/],
      ['português', /Escreva o novo texto/],
      ['atendente', /^(?!.*Falta)/s],
    ]);
  });

  it('a change of another message is that', async () => {
    await owner.dialog([
      [WELCOME, 'Escreva o novo texto'],
      [
        'quero mudar o texto do aniversario pra "parabéns {nome}! a {loja} te espera"',
        /Vai sair assim(.|\n)*parabéns Ana! a Padaria Central te espera/,
      ],
      ['sim', /aniversário.*tem o novo texto/],
    ]);
    expect(Object.keys((await texts()).pt ?? {})).toEqual(['birthday']);
  });
});

it('at the preview a new text is the new text, and so is one that is put right', async () => {
  await owner.dialog([
    [BIRTHDAY, 'Escreva o novo texto'],
    ['Oi! Aqui é a {loja}.', 'Aqui é a Padaria Central'],
    ['a {loja} lembra: seu saldo vence', 'a Padaria Central lembra: seu saldo vence'],
    ['não, põe Volta pra {loja}, {nome}!', /Vai sair assim:\n\nVolta pra Padaria Central, Ana!/],
    ['saldo', /Voltando/],
    ['melhor café é na {loja}', /Vai sair assim:\n\nmelhor café é na Padaria Central/],
    ['volta aqui que a gente te espera', /Falta \{loja\}/],
    ['A {loja} espera você', 'A Padaria Central espera você'],
    ['sim', 'tem o novo texto'],
  ]);
  expect((await texts()).pt).toEqual({ birthday: 'A {loja} espera você' });
});

it('who speaks another language than the shop is told which text changed, and changes the other', async () => {
  await owner.dialog([
    ['english', 'English'],
    ['change the birthday message', /“cancel”/],
    ['Hi from {shop}!', 'Hi from Padaria Central!'],
    ['yes', /Only the English text changed(.|\n)*“in Portuguese:”/],
    ['in Portuguese: Oi, aqui é a {loja}!', 'Oi, aqui é a Padaria Central!'],
    ['yes', /new text\.$/],
    ['español', 'español'],
    ['cambiar mensaje de cumpleaños', '“cancelar”'],
    ['Hola de {tienda}', 'Hola de Padaria Central'],
    ['sí', /Cambió solo el texto en español(.|\n)*“en portugués:”/],
    ['en portugués: Olá da {loja}', 'Olá da Padaria Central'],
    ['no, Oi da {loja}', 'Oi da Padaria Central'],
    ['sí', 'nuevo texto'],
  ]);
  expect(await texts()).toEqual({
    en: { birthday: 'Hi from {shop}!' },
    es: { birthday: 'Hola de {tienda}' },
    pt: { birthday: 'Oi da {loja}' },
  });
});

describe('a text that is given with the wish', () => {
  it.each([
    [
      'mudar mensagem boas-vindas: Olá, aqui é a {loja}. {parar}',
      /Vai sair assim(.|\n)*Olá, aqui é a Padaria Central/,
    ],
    ['mudar mensagem de boas-vindas para Olá, a {loja} te espera. {parar}', /a Padaria Central te espera/],
    [
      'muda o texto de boas vindas pra "Oi! Aqui é a {loja}. {parar}"',
      /Vai sair assim(.|\n)*Oi! Aqui é a Padaria/,
    ],
    [
      'change the welcome message: Hi from {loja}! Regras: sair, saldo. {parar}',
      /Vai sair assim(.|\n)*Hi from/,
    ],
    ['cambiar mensaje de bienvenida: Hola de {loja} {parar}', /Vai sair assim(.|\n)*Hola de Padaria/],
  ])('is shown as it will go: %s', async (says, preview) => {
    await owner.dialog([[says, preview]]);
    expect(await texts()).toEqual({});
    await owner.dialog([['sim', 'tem o novo texto']]);
    expect(Object.keys((await texts()).pt ?? {})).toEqual(['welcome']);
  });

  it('is checked as one that is asked for', () =>
    owner.dialog([
      ['mudar mensagem de boas-vindas: Olá {cliente}, aqui é a {loja}', '{cliente}'],
      ['Olá, aqui é a {loja}. {parar}', /Vai sair assim/],
    ]));
});

it('while a text is asked for, hours that are quiet are no text', () =>
  owner.dialog([
    [WELCOME, 'Escreva o novo texto'],
    ['quiet hours 8pm to 9am', /09:00(.|\n)*20:00/],
    ['não', /./],
    [WELCOME, 'Escreva o novo texto'],
    ['regras', /Voltando: Escreva o novo texto/],
    ['silêncio das 20h às 9h', /09:00(.|\n)*20:00/],
  ]));
