import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, percent } from '../support/shop';

let test: TestDatabase;
let ana: Chat;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(START);
  ana = new Chat(test, await openShop(test.db, [percent(500)]), ANA);
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
