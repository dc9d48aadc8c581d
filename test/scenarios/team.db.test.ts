import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { sendDue } from '../../src/bot/sending/outbound';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { CASHIER, OWNER, openShop, percent } from '../support/shop';

const BIA = '+5511988880002';
const logger = pino({ level: 'silent' });
const test = suiteDatabase();
let shop: number;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  owner = new Chat(test, shop, OWNER);
  test.clock.advance(120_000);
});

const chat = (phone: string): Chat => new Chat(test, shop, phone);
/** As `Chat.dialog`; where a PIN is asked for it is entered, and what comes of it is heard. */
async function talk(who: Chat, lines: readonly (readonly [string, RegExp | string])[]): Promise<void> {
  for (const [says, hears] of lines) {
    let { text } = await who.says(says);
    if (text.includes('O pedido espera')) {
      await new PinPages(test, shop).enter(who);
      ({ text } = await who.hears());
    }
    expect([says, text]).toEqual([says, expect.stringMatching(hears)]);
  }
}
const add = (says: string): Promise<void> =>
  talk(owner, [
    [says, /sim/],
    ['sim', 'Pronto'],
  ]);
async function shown(phone: string): Promise<string[]> {
  await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, logger, { publicUrl: '' });
  return test.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(phone), from_shop: true })
      .orderBy('seq')
      .pluck('body'),
  );
}

it('the owner adds a cashier, who is told and can work at once; and removes them', async () => {
  await talk(owner, [
    ['adicionar caixa 11 98888-0002', /Coloco 11 98888-0002 na equipe como caixa\?/],
    ['sim', 'Pronto, caixa 0002 está na equipe como caixa. Já avisei por mensagem.'],
    ['equipe', /1\. Dona, dono\(a\), 11 98888-0004 \(você\)\n2\. Caixa, caixa.*\n3\. caixa 0002/],
  ]);
  expect((await shown(BIA)).at(-1)).toBe(
    'Dona colocou você na equipe de Padaria Central como caixa. Aqui você pode validar vouchers e lançar vendas. Diga “menu” para ver.',
  );
  await talk(chat(BIA), [['validar ABCD-1234', 'Não encontrei']]);
  await talk(owner, [
    ['remover 11 98888-0002', /Tiro caixa 0002 .* da equipe\?/],
    ['sim', 'saiu da equipe'],
    [
      'histórico',
      /Dona tirou caixa 0002 \(caixa\) da equipe\n.*Dona colocou caixa 0002 na equipe como caixa/,
    ],
  ]);
  expect((await chat(BIA).says('validar ABCD-1234')).text).not.toContain('Não encontrei');
});

it('a member who is removed between a question and the answer answers it no more', async () => {
  await add('adicionar gerente Bia 11 98888-0002');
  const bia = chat(BIA);
  await talk(bia, [['apagar regra 1', /sim/]]);
  await talk(owner, [
    ['remover gerente Bia', /Tiro Bia/],
    ['sim', 'saiu'],
  ]);
  // Nor is it put again.
  await talk(bia, [
    ['tralala', /Só a gerência/],
    ['sim', 'nada esperando'],
  ]);
  expect(await test.db.asMerchant(shop, (work) => work.trx('program_versions').select())).toHaveLength(1);
});

it('a cashier who is removed hears that their open sale is theirs no more', async () => {
  await add('adicionar caixa Bia 11 98888-0002');
  const bia = chat(BIA);
  await talk(bia, [['venda 50 11 98888-0001', /sim/]]);
  await talk(owner, [
    ['remover caixa Bia', /Tiro Bia/],
    ['sim', 'saiu'],
  ]);
  await talk(bia, [['saldo', /^(?![^]*Voltando)/]]);
  await add('adicionar caixa Bia 11 98888-0002');
  await talk(bia, [['venda 50 11 98888-0001', /sim/]]);
  await talk(owner, [
    ['remover caixa Bia', /Tiro Bia/],
    ['sim', 'saiu'],
  ]);
  await talk(bia, [['sim', /Só quem trabalha no caixa/]]);
});

it('a manager moves cashiers only, and nobody up', async () => {
  await add('adicionar gerente Bia 11 98888-0002');
  await talk(chat(BIA), [
    ['adicionar gerente 11 98888-0006', 'Só quem é dono da loja muda gerentes'],
    ['adicionar dono 11 98888-0002', 'Só quem é dono'],
    ['remover dona', 'Só quem é dono'],
    ['adicionar caixa 11 98888-0006', /Coloco/],
    ['sim', 'Pronto'],
    ['remover caixa Caixa', /Tiro|número/],
  ]);
  expect((await chat(CASHIER).says('adicionar caixa 11 98888-0007')).text).toContain('Só a gerência');
});

it('the last owner cannot go nor step down; beside another one they can', async () => {
  await talk(owner, [
    ['remover dona', 'última pessoa dona'],
    ['adicionar gerente 11 98888-0004', 'última pessoa dona'],
  ]);
  await add('adicionar dono Bia 11 98888-0002');
  await talk(owner, [
    ['remover 11 98888-0004', 'Você sai da equipe'],
    ['sim', 'Pronto'],
    ['equipe', /menu|Não entendi/],
  ]);
  expect((await chat(BIA).says('remover dono Bia')).text).toContain('última pessoa dona');
});

it('what is missing is asked for, one thing at a time; several that fit are numbered', async () => {
  await talk(owner, [
    ['adicionar caixa', 'Qual é o telefone'],
    ['11 98888', 'Qual é o telefone'],
    ['98888-0002', 'Não entendi o telefone'],
    ['11 98888-0002', /Coloco/],
    ['sim', 'Pronto'],
    ['remover caixa', /1\. Caixa.*\n2\. caixa 0002.*\nQuem sai/],
    ['3', 'de 1 a 2'],
    ['2', /Tiro caixa 0002/],
    ['não', 'Nada foi feito'],
    ['remover caixa Ana', 'Não achei'],
  ]);
});

it('two owners act on one person: the second hears that they are gone', async () => {
  await add('adicionar dono Bia 11 98888-0002');
  const bia = chat(BIA);
  await talk(owner, [['remover caixa', /Tiro Caixa/]]);
  await talk(bia, [
    ['remover caixa', /Tiro Caixa/],
    ['sim', 'saiu'],
  ]);
  await talk(owner, [['sim', 'não está mais na equipe']]);
});

it('changes of the team are undone like others', async () => {
  await add('adicionar gerente Bia 11 98888-0002');
  await talk(owner, [
    ['adicionar caixa 11 98888-0002', /já está na equipe como gerente. Passa a ser caixa/],
    ['sim', 'agora é caixa'],
    ['desfazer', /passou Bia de gerente para caixa/],
    ['sim', 'Desfeito'],
    ['remover gerente', /Tiro Bia/],
    ['sim', 'saiu'],
    ['desfazer', /tirou Bia/],
    ['sim', 'Desfeito'],
    ['equipe', /2\. Bia, gerente/],
  ]);
});

it('a name and a phone may come one after the other, in any order', async () => {
  await talk(owner, [
    ['adicionar caixa +55 11 98888-0002', 'Coloco 11 98888-0002 na equipe como caixa?'],
    ['Júlia', /^Coloco Júlia \(11 98888-0002\) na equipe como caixa\?/],
    ['sim', 'Pronto, Júlia'],
    ['adicionar gerente Rafael', 'Qual é o telefone'],
    ['11 98888-0006', /^Coloco Rafael \(11 98888-0006\) na equipe como gerente\?/],
    ['sim', 'Pronto, Rafael'],
    ['adicionar caixa', 'Qual é o telefone'],
    ['o nome dela é Letícia', 'Qual é o telefone'],
    ['11 98888-0007', /^Coloco Letícia \(11 98888-0007\)/],
    ['não', 'Nada foi feito'],
    ['adicionar caixa', 'Qual é o telefone'],
    ['Larissa, 11 98888-0008', /^Coloco Larissa \(11 98888-0008\)/],
    ['não', 'Nada foi feito'],
    ['adicionar caixa 11 98888-0009', 'Coloco'],
    ['equipe', 'A equipe:'],
  ]);
});
