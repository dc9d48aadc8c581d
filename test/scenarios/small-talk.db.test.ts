import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, OWNER, openShop, percent } from '../support/shop';

const test = suiteDatabase();
let ana: Chat;
let other: Chat;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  const shop = await openShop(test.db, [percent(500)]);
  [ana, other, owner] = [ANA, BIA, OWNER].map((phone) => new Chat(test, shop, phone)) as [Chat, Chat, Chat];
});

it.each([
  ['oi', /saldo.*menu/],
  ['Bom dia!', /saldo.*menu/],
  ['obrigada viu', /^Por nada/],
  ['tchau, até amanhã', /^Até mais/],
  ['👍', /^Que bom/],
  ['ok obrigada', /^Por nada/],
  ['ok thanks', /^Por nada/],
  ['ok gracias', /^Por nada/],
  ['beleza, tchau', /^Até mais/],
  ['beleza', /^Se precisar/],
  ['tá bom', /^Se precisar/],
])('answers “%s” warmly and shortly', async (says, answer) => {
  const { text } = await ana.says(says);
  expect(text).toMatch(answer);
  expect(text.length).toBeLessThan(120);
});

it.each([
  ['boa noite, vocês fecham que horas hoje?', /^Isso quem sabe é a loja/],
  ['vocês fecham que horas?', /^Isso quem sabe é a loja/],
  ['quanto custa o bolo de cenoura?', /^Isso quem sabe é a loja/],
  ['onde fica a loja?', /^Isso quem sabe é a loja/],
  ['aceita pix?', /^Isso quem sabe é a loja/],
  ['vocês entregam em casa?', /^Isso quem sabe é a loja/],
  ['what time do you close today?', /^Isso quem sabe é a loja/],
  ['¿dónde queda la tienda?', /^Isso quem sabe é a loja/],
  ['o atendimento de vocês tá péssimo', /^Sinto muito/],
  ['o voucher não passou no caixa', /^Sinto muito/],
  ['troquei de número, e agora meus pontos?', /número antigo/],
  ['não foi eu que comprei isso', /^Obrigado por avisar/],
  ["that wasn't me, I didn't buy anything", /^Obrigado por avisar/],
])('offers a person for what only a person knows, and calls nobody unasked: “%s”', async (says, answer) => {
  const { text } = await ana.says(says);
  expect(text).toMatch(answer);
  expect(text).toMatch(/Quer que eu chame alguém[^]*“sim” ou “não”/);
  expect((await ana.says('não')).text).not.toMatch(/chamei/i);
  expect((await ana.says('saldo')).text).toContain('saldo');
  await ana.says(says);
  expect((await ana.says('sim')).text).toBe((await other.says('atendente')).text);
});

it.each([
  ['quanto custa o café em pontos?', /chame alguém/],
  ['meu cashback não caiu', /chame alguém/],
  ['quanto tempo demora pra cair o cashback', /chame alguém/],
  ['troquei meu email', /chame alguém/],
])('keeps to the program where that is meant: “%s”', async (says, person) => {
  expect((await ana.says(says)).text).not.toMatch(person);
});

it('takes a thumb after a sentence that was refused for no answer, as where nothing is asked', async () => {
  await owner.dialog([
    ['cashback 500%', 'entre 0,01% e 100%'],
    ['👍', /^Que bom/],
    ['não, 5%', 'cashback de 5%'],
  ]);
});

it('thanks for praise, and not for what lacks something', async () => {
  expect((await ana.says('kkkkk vcs são demais, adorei o café')).text).toMatch(/^Que bom/);
  expect((await ana.says('adorei o café mas não caiu nada')).text).not.toMatch(/^Que bom/);
});

it('tells two things that one message asks for', async () => {
  for (const says of ['me mostra meu saldo e meus vouchers', 'show me my balance and my vouchers']) {
    const { text } = await ana.says(says);
    expect(text).toMatch(/saldo[^]*voucher/);
  }
});

it('takes neither thanks nor a thumb for a yes, and keeps the question open', async () => {
  await ana.says('sair');
  await ana.says('quero voltar a receber as promoções de vocês');
  expect((await ana.says('👍')).text).toMatch(/“sim” ou “não”/);
  expect((await ana.says('obrigada')).text).toMatch(/^Por nada/);
  expect((await ana.says('sim')).text).not.toMatch(/nada esperando/);
});

it('tells who writes in another language how to have it, until one is chosen', async () => {
  expect((await ana.says('hello')).text).toMatch(/say “english”\.$/);
  expect((await ana.says('how much do I have?')).text).toMatch(/say “english”\.$/);
  expect((await ana.says('¿cuánto tengo?')).text).toMatch(/di “español”\.$/);
  expect((await ana.says('cm funciona')).text).not.toMatch(/español|english/);
  expect((await ana.says('ok')).text).not.toMatch(/español|english/);
  await ana.says('english');
  expect((await ana.says('cuánto tengo')).text).not.toMatch(/español/);
  expect((await ana.says('balance')).text).not.toMatch(/say “english”/);
});

it('does not take an amount below nothing for the amount', async () => {
  expect((await ana.says('resgatar -3')).text).not.toMatch(/R\$ 3,00/);
});

it.each(['você é um robô?', 'vc é robo ou gente?', 'are you a bot?', 'eres un robot?', '¿eres una persona?'])(
  'tells who asks what it is, and how to reach a person, and calls nobody: %s',
  async (says) => {
    await ana.says('resgatar');
    expect((await ana.says(says)).text).toMatch(/^Sou o assistente automático da loja.*“atendente”/);
    expect((await ana.says('saldo')).text).toContain('saldo');
  },
);

it('in the silence of a hand-over that question is for the person', async () => {
  await ana.says('atendente');
  const before = (await ana.answers()).length;
  for (const says of ['você é um robô?', 'are you a bot?']) await ana.says(says);
  expect(await ana.answers()).toHaveLength(before);
});
