import { LISTED } from '../../src/bot/commands/staff/messages/message-list';
import type { TextKind } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { available, campaign, Sending } from '../support/sending';
import { ANA, OWNER, openShop } from '../support/shop';

const test = suiteDatabase();
let sending: Sending;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  sending = new Sending(test, await openShop(test.db));
  owner = new Chat(test, sending.shop, OWNER);
});

const toAna = async (): Promise<string[]> => {
  await sending.go();
  return sending.handed.filter(({ chatId }) => chatId.startsWith(ANA)).map(({ text }) => text);
};

const numberOf = (kind: TextKind): string => String(LISTED.indexOf(kind) + 1);

it('lists the kinds with their states, and shows one as it goes out', async () => {
  await owner.dialog([
    ['pausar mensagens de aniversário', 'em pausa'],
    [
      'mensagens',
      new RegExp(
        `1\\. benefício de uma venda\n.*Ofertas.*das 09:00 às 20:00, até 2 por semana.*\n${numberOf('birthday')}\\. aniversário \\(em pausa\\)`,
        's',
      ),
    ],
    ['1', /benefício de uma venda.*você ganhou \*R\$ 5,00\* na compra de \*R\$ 100,00\*/s],
    ['ver mensagem de voucher vencendo', /voucher de \*R\$ 5,00\*.*ABCD-1234/s],
    ['ativar', 'mensagens automáticas voltaram'],
    ['mensagens', new RegExp(`\n${numberOf('birthday')}\\. aniversário\n`)],
  ]);
});

it('a text is changed with its variables checked and a preview, and back again', async () => {
  await owner.dialog([
    ['mudar mensagem de boas-vindas', /diz hoje:.*\{loja\}.*\{parar\}/s],
    ['Oi, aqui é a {loja}!', 'Falta {parar}'],
    ['Oi, aqui é a {loja}! {senha} {parar}', /Não conheço \{senha\}.*\{loja\} e \{parar\}/],
    ['Oi, aqui é a {loja}! {parar}', /Vai sair assim:.*Oi, aqui é a Padaria Central! Para receber ofertas/s],
    ['sim', 'novo texto'],
  ]);
  const ana = await sending.customer(ANA);
  await sending.notify(ana, 'b1', available(500));
  expect((await toAna())[0]).toMatch(/\n\nOi, aqui é a Padaria Central! Para receber ofertas/);
  await owner.dialog([
    ['histórico', 'mudou o texto da mensagem “boas-vindas”'],
    ['mudar mensagem', /Qual mensagem/],
    [numberOf('welcome'), /boas-vindas.*Oi, aqui/s],
    ['original', /Quem escreve é Padaria Central/],
    ['sim', 'nosso texto'],
  ]);
});

it('the hours are changed after a yes, and marketing keeps to them', async () => {
  await sending.notify(await sending.known(ANA), 'c1', campaign('café.'));
  await owner.dialog([
    ['horário 20h às 9h', 'depois do começo'],
    ['horário das mensagens', 'das 09:00 às 20:00'],
    ['horário 15h às 16h30', /15:00.*16:30.*sim/s],
    ['sim', 'das 15:00 às 16:30'],
  ]);
  expect(await toAna()).toEqual([]);
  test.clock.set(START + 3_600_000);
  expect(await toAna()).toHaveLength(1);
  await owner.dialog([
    ['desfazer', /mudou o horário das ofertas/],
    ['sim', 'Desfeito'],
    ['horário das mensagens', 'das 09:00 às 20:00'],
  ]);
});

it('a kind is switched off after a yes, and what came up meanwhile is not sent later', async () => {
  const ana = await sending.known(ANA);
  await owner.dialog([
    ['desligar mensagem de benefício liberado', /Desligo.*sim/s],
    ['sim', 'desligada'],
    ['desligar mensagem de boas-vindas', 'sempre ligada'],
  ]);
  await sending.notify(ana, 'b1', available(500));
  expect(await toAna()).toEqual([]);
  await owner.dialog([['ligar mensagens de benefício liberado', 'está ligada']]);
  await sending.notify(ana, 'b2', available(500));
  expect(await toAna()).toHaveLength(1);
});

it('“parar tudo” stops what the customer’s acts cause too, “voltar” takes all of it back, both with proof', async () => {
  const id = await sending.known(ANA);
  const ana = new Chat(test, sending.shop, ANA);
  await ana.dialog([['sair', 'parar tudo']]);
  await sending.notify(id, 'b1', available(500));
  await sending.go();
  expect((await sending.rows()).at(-1)).toBe('sent');
  await ana.dialog([['parar tudo', 'parei tudo']]);
  await sending.notify(id, 'b2', available(500));
  await sending.go();
  expect((await sending.rows()).at(-1)).toBe('suppressed: opted-out');
  await ana.dialog([['voltar', 'volta a receber']]);
  await sending.notify(id, 'b3', available(500));
  await sending.go();
  expect((await sending.rows()).at(-1)).toBe('sent');
  const consents = await test.db.asMerchant(sending.shop, (work) =>
    work.trx('consents').orderBy('id').select('purpose', 'granted'),
  );
  expect(consents).toEqual([
    { purpose: 'marketing', granted: false },
    { purpose: 'marketing', granted: false },
    { purpose: 'transactional', granted: false },
    { purpose: 'marketing', granted: true },
    { purpose: 'transactional', granted: true },
  ]);
});
