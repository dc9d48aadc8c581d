import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import type { Channel } from '../../src/bot/channel';
import { sendDue } from '../../src/bot/sending/outbound';
import { applySales, type Sale } from '../../src/loyalty';
import { isBalanced, totalsOf } from '../../src/replay/totals';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { tablesBesideChats } from '../support/neighbours';
import { ANA, BIA, CASHIER, OWNER, openShop, percent, saleOf } from '../support/shop';

const logger = pino({ level: 'silent' });
const test = suiteDatabase();
let shop: number;
let channel: Channel;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500, { validity: { valid_days: 60 } })]);
  channel = new SimulatorChannel(test.db, test.clock, shop);
  test.clock.advance(120_000);
});
afterEach(async () => {
  expect(isBalanced(await test.db.asMerchant(shop, totalsOf))).toBe(true);
});

const chat = (phone: string | null): Chat => new Chat(test, shop, phone);
const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));

/** What the phone shows, after everything due was sent. */
async function shown(phone: string): Promise<{ body: string; picture: Buffer | null }[]> {
  await sendDue(test.db, channel, shop, logger);
  return test.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(phone), from_shop: true })
      .orderBy('seq')
      .select(),
  );
}

it('a sale becomes a message, the customer redeems, the cashier validates', async () => {
  await sell(saleOf({ totalCents: 20_000 }));
  const [notice] = await shown(ANA);
  expect(notice?.body).toContain('R$ 10,00');
  expect(notice?.body).toContain('Padaria Central');
  expect(notice?.body).toContain('sair');

  const ana = chat(ANA);
  await ana.dialog([
    ['saldo', 'R$ 10,00'],
    ['extrato', 'R$ 200,00'],
    ['resgatar 5', /R\$ 5,00.*sim/s],
  ]);
  const issued = await ana.says('sim');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(issued.text)?.[0] ?? '';
  expect(issued.card).toMatchObject({ kind: 'voucher', benefit: { kind: 'voucher-fixed', cents: 500 } });
  const picture = (await shown(ANA)).at(-1)?.picture;
  expect(picture?.subarray(1, 4).toString()).toBe('PNG');

  await chat(CASHIER).dialog([
    [`validar ${code}`, 'R$ 5,00'],
    ['80,00', /R\$ 80,00.*sim/s],
    ['sim', 'R$ 5,00'],
    [`validar ${code}`, 'já foi usado'],
  ]);
  expect((await shown(ANA)).at(-1)?.body).toContain('R$ 5,00');
  await ana.dialog([['saldo', 'R$ 5,00']]);
});

it('the owner changes the rule by a sentence, and the next sale is judged by it', async () => {
  await chat(OWNER).dialog([
    ['cashback 10% acima de R$ 50', /10%.*R\$ 50,00.*sim/s],
    ['sim', 'Regra 2'],
    ['regras', /1\..*5%.*2\..*10%/s],
  ]);
  test.clock.advance(60_000);
  await sell(saleOf({ occurredAt: test.clock.now(), totalCents: 10_000 }));
  await chat(ANA).dialog([['saldo', 'R$ 15,00']]);
});

it('the owner tries a rule on the shop’s own sales, with a picture, and nothing changes', async () => {
  await sell(
    saleOf({ totalCents: 20_000 }),
    saleOf({ totalCents: 10_000, method: 'credit' }),
    saleOf({ phone: null }),
  );
  // With their first message the owner becomes known as a customer too.
  await chat(OWNER).says('regras');
  const before = await tablesBesideChats(test, shop);
  const answer = await chat(OWNER).says('simular cashback 8% no pix');
  expect(answer.text).toMatch(/2 vendas.*R\$ 300,00/s);
  expect(answer.text).toMatch(/R\$ 31,00.*1 cliente.*2 compras/s);
  expect(answer.text).toMatch(/Hoje: \*R\$ 15,00\*.*\+R\$ 16,00/s);
  expect(answer.text).toMatch(/R\$ 26,00.*R\$ 200,00/s);
  expect(answer.text).toMatch(/1 venda sem cliente/);
  expect(answer.card).toMatchObject({ kind: 'bars', groups: [{ label: '11/26', values: [3_100, 1_500] }] });
  expect((await shown(OWNER)).at(-1)?.picture?.subarray(1, 4).toString()).toBe('PNG');
  expect((await chat(OWNER).says('simular cashback 8% no pix no mês passado')).text).toMatch(
    /Ainda não há vendas/,
  );
  expect(await tablesBesideChats(test, shop)).toEqual(before);
  expect((await chat(OWNER).says('cashback 8% no pix')).text).toMatch(
    /2 vendas dos últimos 90 dias.*R\$ 31,00/s,
  );
});

it('the owner puts a rule in the place of those in force, and is asked again after an answer that is none', async () => {
  await chat(OWNER).dialog([
    ['cashback 8%', /8%.*13,00.*trocar/s],
    ['talvez', /Não entendi\..*trocar/s],
    ['trocar', 'só essa regra'],
    ['regras', /1\..*8%/s],
  ]);
  test.clock.advance(60_000);
  await sell(saleOf({ occurredAt: test.clock.now(), totalCents: 10_000 }));
  await chat(ANA).dialog([['saldo', 'R$ 8,00']]);
});

it('a yes that was written before the question was seen moves no money', async () => {
  await sell(saleOf({ totalCents: 20_000 }));
  const ana = chat(ANA);
  for (const part of ['resgatar 3', 'sim', 'sim']) await ana.writes(part);
  await ana.turn();
  expect(await ana.hears()).toMatchObject({ card: null, text: expect.stringMatching(/R\$ 3,00.*sim/s) });
  expect((await ana.says('sim')).card).not.toBeNull();
});

it('messages stop and come back, and so does earning', async () => {
  await chat(OWNER).dialog([['pausar mensagens', 'Mensagens']]);
  await sell(saleOf());
  expect(await shown(ANA)).toHaveLength(0);
  await chat(OWNER).dialog([
    ['pausar ganhos', 'não ganham'],
    ['status', 'pausa'],
  ]);
  test.clock.advance(60_000);
  await sell(saleOf({ occurredAt: test.clock.now() }));
  await chat(OWNER).dialog([['ativar', 'ativo']]);
  test.clock.advance(60_000);
  await sell(saleOf({ occurredAt: test.clock.now() }));
  await chat(ANA).dialog([['saldo', 'R$ 10,00']]);
  // The answer, and the notices of both sales that earned: the first one waited for the pause to end.
  expect(await shown(ANA)).toHaveLength(3);
});

it('the owner is told, once, of a customer whose number is not on the channel, though messages are paused', async () => {
  const without: Channel = Object.assign(Object.create(channel) as Channel, {
    chatOf: (phone: string) => Promise.resolve(phone === ANA ? null : simulatorChat(phone)),
  });
  await sell(saleOf());
  await sell(saleOf());
  await sendDue(test.db, without, shop, logger);
  await chat(OWNER).dialog([['pausar mensagens', 'Mensagens']]);
  const told = (await shown(OWNER)).filter(({ body }) => body.includes('não está no WhatsApp'));
  expect(told).toHaveLength(1);
  expect(told[0]?.body).toContain(ANA);
});

it('a restart between question and answer is not noticed; an answer after ten minutes does nothing', async () => {
  await sell(saleOf({ totalCents: 20_000 }));
  await chat(ANA).says('resgatar 5');
  test.clock.advance(9 * 60_000);
  expect((await chat(ANA).says('sim')).card).not.toBeNull();
  await chat(ANA).says('resgatar 3');
  test.clock.advance(11 * 60_000);
  const late = await chat(ANA).says('sim');
  expect([late.card, late.text]).toEqual([null, expect.stringContaining('10 minutos')]);
});

it('opting out wins in every state', async () => {
  await sell(saleOf({ totalCents: 20_000 }));
  const ana = chat(ANA);
  await ana.says('resgatar 5');
  await ana.dialog([
    ['sair', 'parei'],
    ['sim', /nada esperando/],
    ['voltar', 'volta'],
  ]);
  const consents = await test.db.asMerchant(shop, (work) =>
    work.trx('consents').orderBy('id').select('granted'),
  );
  expect(consents).toEqual([{ granted: false }, { granted: true }]);
});

it('speaks the customer’s language from then on', async () => {
  await sell(saleOf());
  const bia = chat(BIA);
  await bia.dialog([
    ['english', 'English'],
    ['balance', /balance|yet/i],
    ['español', /español/i],
    ['saldo', /saldo/i],
  ]);
});

it('the same message twice, and a burst, are one turn', async () => {
  const ana = chat(ANA);
  await ana.writes('saldo', { id: 'wamid-1' });
  await ana.writes('saldo', { id: 'wamid-1' });
  await ana.turn();
  await ana.turn();
  expect(await ana.answers()).toHaveLength(1);
  for (const part of ['quanto', 'eu', 'tenho']) await ana.writes(part);
  await ana.turn();
  expect(await ana.answers()).toHaveLength(2);
});

it('two answers to one question at once are taken one after the other', async () => {
  await sell(saleOf({ totalCents: 20_000 }));
  const ana = chat(ANA);
  await ana.says('resgatar 5');
  await ana.writes('sim');
  await Promise.all([ana.turn(), ana.turn(), chat(ANA).turn()]);
  const vouchers = await test.db.asMerchant(shop, (work) => work.trx('vouchers').select());
  expect(vouchers).toHaveLength(1);
});

it.each([
  ['an empty text', '', /menu/],
  ['nothing', '   ', /menu/],
  ['only emoji', '🎉🎉', /menu/],
  ['5,000 characters', 'saldo '.repeat(833), /longa demais/],
  ['a NUL and half a character', 'sal\0do \ud800', /./],
  ['nonsense', 'xyzzy plugh', /menu|número/],
])('answers %s', async (_name, text, hears) => {
  expect((await chat(ANA).says(text)).text).toMatch(hears);
});

it('a simulated phone says what a database cannot hold, and it is kept without', async () => {
  const phones = new SimulatorChannel(test.db, test.clock, shop);
  expect(await phones.say(ANA, 'nul', 'sal\0do \ud800')).toMatchObject({ id: 'nul' });
  const kept = test.db.asMerchant(shop, (work) =>
    work.trx('simulator_messages').where({ id: 'nul' }).pluck('body'),
  );
  expect(await kept).toEqual(['saldo \ufffd']);
});

it('answers an audio without having heard it', async () => {
  expect((await chat(ANA).says('', { kind: 'audio' })).text).toMatch(/áudio/);
});

it('a customer’s staff sentence does nothing for the shop, nor does a stranger’s', async () => {
  for (const phone of [ANA, null])
    for (const says of ['ativar', 'cashback 90%', 'pausar ganhos', 'validar ABCD-1234'])
      await chat(phone).says(says);
  const versions = await test.db.asMerchant(shop, (work) => work.trx('program_versions').select());
  expect(versions).toHaveLength(1);
  const states = await test.db.asMerchant(shop, (work) => work.trx('program_states').select());
  expect(states).toHaveLength(1);
});

it('another shop’s voucher is as unknown as one that never was', async () => {
  await sell(saleOf({ totalCents: 20_000 }));
  await chat(ANA).says('resgatar 5');
  const issued = await chat(ANA).says('sim');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(issued.text)?.[0] ?? '';
  const other = await openShop(test.db, [], 'Outra loja');
  const ask = (text: string) => new Chat(test, other, CASHIER).says(text);
  expect((await ask(`validar ${code}`)).text).toBe((await ask('validar 0000-0000')).text);
});

it('a turn that cannot be taken is given up in the end, and the chat goes on', async () => {
  const ana = chat(ANA);
  await ana.says('saldo');
  // A step of a dialogue that this version cannot read.
  const flow = [{ command: 'validate-voucher', step: 'purchase', data: null, askedAt: test.clock.now() }];
  await test.db.asMerchant(shop, (work) =>
    work
      .trx('chats')
      .where({ phone: ANA })
      .update({ flow: JSON.stringify([{ ...flow[0], command: 'redeem', step: 'confirm' }]) }),
  );
  await ana.writes('sim');
  for (let i = 0; i < 4; i++) {
    await ana.turn().catch(() => undefined);
    test.clock.advance(20_000);
  }
  expect((await ana.hears()).text).toMatch(/de novo/);
  expect((await ana.says('saldo')).text).toMatch(/saldo/);
});

it('a chat whose phone becomes known later is that customer’s from then on', async () => {
  await sell(saleOf());
  const chatId = '1234567890@lid';
  const unknown = new Chat(test, shop, null, chatId);
  expect((await unknown.says('saldo')).text).not.toContain('R$ 5,00');
  const known = new Chat(test, shop, ANA, chatId);
  expect((await known.says('saldo')).text).toContain('R$ 5,00');
});
