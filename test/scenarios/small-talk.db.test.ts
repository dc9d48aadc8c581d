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
