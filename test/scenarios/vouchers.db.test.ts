import { pino } from 'pino';
import type { Channel } from '../../src/bot/channel';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { sendDue } from '../../src/bot/sending/outbound';
import { applySales, voucherCodes, type Rule, type Sale } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, OWNER, openShop, percent, saleOf } from '../support/shop';
import { faultsOf } from '../support/voucher-books';

const logger = pino({ level: 'silent' });
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
const test = suiteDatabase();
let shop: number;
let channel: Channel;

afterEach(async () => {
  expect(await faultsOf(test.db, shop)).toEqual([]);
});

async function open(...rules: Rule[]): Promise<void> {
  test.clock.set(START);
  shop = await openShop(test.db, rules);
  channel = new SimulatorChannel(test.db, test.clock, shop);
  test.clock.advance(120_000);
}

const chat = (phone: string): Chat => new Chat(test, shop, phone);
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

it('points become a coffee: the manager sets the reward, the customer picks it, the cashier hands it over', async () => {
  await open({ benefit: { kind: 'points-fixed', points: 150 } });
  await sell(saleOf());
  await chat(OWNER).dialog([
    ['prêmios', 'ainda não tem prêmios'],
    ['prêmio: café por 100 pontos', /\*café\* por \*100 pontos\*.*Incluo\?/],
    ['sim', 'incluído'],
    ['prêmio: R$ 10 por 200 pontos, limite 1 por cliente', /\*R\$ 10,00\* por \*200 pontos\*, 1 por cliente/],
    ['sim', 'incluído'],
    ['prêmio: Café por 120 pontos', /já existe, por \*100 pontos\*/],
    ['não', 'Nada foi feito'],
  ]);
  const ana = chat(ANA);
  await ana.dialog([
    ['trocar pontos', /Você tem \*150 pontos\*.*1\. café: \*100 pontos\*\n2\. R\$ 10,00.*faltam 50 pontos/s],
    ['2', /150 pontos.*200 pontos/],
    ['prêmios', '1. café'],
    ['1', /Troco \*100 pontos\* por \*café\*\?/],
  ]);
  const issued = await ana.says('sim');
  expect(issued.text).toMatch(
    /Seu voucher de \*café\*: código \*[0-9A-Z]{4}-[0-9A-Z]{4}\*.*Restam \*50 pontos\*/s,
  );
  expect(issued.card).toMatchObject({ kind: 'voucher', benefit: { kind: 'voucher-item', name: 'café' } });
  const pictures = (await shown(ANA)).flatMap(({ picture }) => picture ?? []);
  expect(pictures.map((picture) => picture.subarray(1, 4).toString())).toEqual(['PNG']);
  await chat(CASHIER).dialog([
    [`validar ${CODE.exec(issued.text)?.[0]}`, /Voucher de \*café\*.*Entregar \*café\*\?/s],
    ['sim', 'Entregue: *café*'],
  ]);
  expect((await shown(ANA)).at(-1)?.body).toContain('*café*');
});

it('the manager pauses and removes rewards by their number', async () => {
  await open({ benefit: { kind: 'points-fixed', points: 150 } });
  await sell(saleOf());
  await chat(OWNER).dialog([
    ['prêmio: café por 100 pontos', 'Incluo?'],
    ['sim', 'incluído'],
    ['prêmios', /1\. café: \*100 pontos\*\nPara mudar/],
    ['pausar 1', 'em pausa?'],
    ['sim', 'Feito'],
    ['prêmios', 'café: *100 pontos* (em pausa)'],
  ]);
  await chat(ANA).dialog([['prêmios', 'ainda não tem prêmios']]);
  await chat(OWNER).dialog([
    ['voltar 1', 'Volto a oferecer'],
    ['sim', 'Feito'],
  ]);
  // With nothing to choose from there is no question that a number could answer.
  await chat(BIA).dialog([
    ['prêmios', /faltam 100 pontos.*Junte mais pontos/s],
    ['1', /^Não entendi\b(?!.*Responda com)/],
  ]);
  await chat(OWNER).dialog([
    ['prêmios', /Para mudar/],
    ['remover 9', 'o número 1'],
    ['remover 1', 'continuam valendo'],
    ['sim', 'Feito'],
    ['prêmios', 'ainda não tem prêmios'],
  ]);
});

it('the customer cancels a voucher, and nobody else’s', async () => {
  await open(percent(1000));
  await sell(saleOf());
  const ana = chat(ANA);
  await ana.dialog([['resgatar 6', 'sim']]);
  const code = CODE.exec((await ana.says('sim')).text)?.[0] ?? '';
  const foreign = await chat(BIA).says(`cancelar ${code}`);
  expect(foreign.text).toBe((await chat(BIA).says('cancelar 0000-0000')).text);
  await ana.dialog([
    ['saldo', 'R$ 4,00'],
    [`cancelar ${code}`, /\*R\$ 6,00\*\? Voltam \*R\$ 6,00\*/],
    ['não', 'Nada foi feito'],
    [`cancelar ${code.toLowerCase().replace('-', ' ')}`, 'sim'],
    ['sim', /cancelado\. Agora você tem \*R\$ 10,00\*/],
    ['meus vouchers', 'não tem voucher aberto'],
  ]);
  await chat(CASHIER).dialog([[`validar ${code}`, 'foi cancelado']]);
});

it('a rule’s voucher comes with its picture; it cannot be cancelled, and its code is nowhere in the database', async () => {
  await open({ benefit: { kind: 'voucher-percent', bps: 2000, max_cents: 3000 } });
  await sell(saleOf());
  const notice = (await shown(ANA)).find(({ body }) => body.includes('20% de desconto, até R$ 30,00'));
  const code = CODE.exec(notice?.body ?? '')?.[0] ?? '';
  expect(notice?.picture?.subarray(1, 4).toString()).toBe('PNG');
  expect(notice?.body).toMatch(/você ganhou um voucher de \*20% de desconto, até R\$ 30,00\*! Código \*/);
  await chat(ANA).dialog([
    ['saldo', /1 voucher/],
    ['meus vouchers', code],
    [`cancelar ${code}`, 'presente da loja'],
    ['extrato', 'voucher de *20% de desconto, até R$ 30,00*'],
  ]);
  await chat(CASHIER).dialog([
    [`validar ${code} em 100,00`, /Desconta \*R\$ 20,00\*/],
    ['sim', 'Desconte *R$ 20,00*'],
    [`validar ${code}`, 'já foi usado em'],
  ]);
  await shown(ANA);
  expect(await tablesWith(code)).toEqual(['inbound_messages', 'simulator_messages']);
});

/** Where a code stands in clear. What people write and what a phone shows is theirs. */
async function tablesWith(code: string): Promise<string[]> {
  const tables = await test.db.call<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables.filter((table) => table.name !== 'migrations')) {
    const rows = await test.db.asMerchant(shop, (work) => work.trx(name).select());
    const text = JSON.stringify(rows);
    if (text.includes(code) || text.includes(code.replace('-', ''))) found.push(name);
  }
  return found;
}

it('an answer with a code waits in the outbox without it', async () => {
  await open(percent(1000));
  await sell(saleOf());
  await chat(ANA).says('resgatar 6');
  const code = CODE.exec((await chat(ANA).says('sim')).text)?.[0] ?? '';
  expect(code).toMatch(CODE);
  expect(await tablesWith(code)).toEqual([]);
  expect((await shown(ANA)).some(({ body }) => body.includes(code))).toBe(true);
});

it('a voucher that was taken back before its notice went out is not announced', async () => {
  await open({ benefit: { kind: 'voucher-fixed', cents: 1500 } });
  const sale = saleOf();
  await sell(sale);
  const [{ id } = { id: '' }] = (await test.db.asMerchant(shop, (work) =>
    work.trx('vouchers').select('id'),
  )) as { id: string }[];
  await sell({ ...sale, refundedCents: sale.totalCents, updatedAt: test.clock.now() });
  const codes = await test.db.asMerchant(shop, (work) => voucherCodes(work, [id]));
  expect(codes.get(id)?.isOpen).toBe(false);
  expect((await shown(ANA)).filter(({ body }) => body.includes('ganhou um voucher'))).toEqual([]);
  const rows = await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').where({ template: 'voucher-earned' }).select('state', 'reason'),
  );
  expect(rows).toEqual([{ state: 'suppressed', reason: 'overtaken' }]);
});

it('the owner chooses how vouchers are validated, and everyone is told what that means for them', async () => {
  await open(percent(1000));
  await sell(saleOf());
  await chat(ANA).says('resgatar 6');
  const code = CODE.exec((await chat(ANA).says('sim')).text)?.[0] ?? '';
  const owner = chat(OWNER);
  await owner.dialog([
    ['modo de voucher', /Balcão.*1\..*4\. Manual.*volta para o saldo.*responda 5/s],
    ['4', 'instruções'],
    ['x'.repeat(201), 'longo demais'],
    ['Mostre o código à *Dona* Carla', /Mostre o código à Dona Carla\n/],
    ['sim', 'mudado'],
  ]);
  await chat(ANA).dialog([['meus vouchers', 'Como usar: Mostre o código à Dona Carla']]);
  await chat(CASHIER).dialog([[`validar ${code}`, 'a gerência confirma']]);
  await owner.dialog([
    [`validar ${code} em 50`, /Desconta \*R\$ 6,00\*/],
    ['sim', 'Voucher usado'],
    ['modo de voucher automático', /Mudo para este modo\?\nAutomático/],
    ['sim', 'mudado'],
    ['modo de voucher', 'hoje:\nAutomático'],
    ['5', 'não volta'],
    ['sim', 'mudado'],
  ]);
  await chat(CASHIER).dialog([[`validar ${code}`, 'vale sozinho']]);
});

it('a cashier does not choose how vouchers are validated, nor what points buy', async () => {
  await open(percent(1000));
  await chat(CASHIER).dialog([
    ['modo de voucher manual', /Só /],
    ['prêmio: café por 1 ponto', /Só /],
  ]);
});

describe('the team cancels a customer’s voucher', () => {
  const named = (phone: string, name: string): Sale =>
    saleOf({ buyer: { name, phone, cpf: null, email: null, cardFingerprint: null }, totalCents: 50_000 });
  const redeem = (phone: string, reais: number): Promise<void> =>
    chat(phone).dialog([
      [`resgatar ${reais}`, 'Troco'],
      ['sim', 'Seu voucher'],
    ]);
  beforeEach(async () => {
    await open(percent(1000));
    await sell(named(ANA, 'Ana Lúcia'), named(BIA, 'Bianca'));
    await redeem(ANA, 20);
    await redeem(ANA, 5);
    await redeem(BIA, 7);
  });

  it('by its amount and whose it is, with a question; it stands in the history and is not undone', async () => {
    const cashier = chat(CASHIER);
    await cashier.dialog([
      [
        'cancelar o vale de 20 da Ana',
        /^Cancelo o voucher de \*R\$ 20,00\* de Ana\? Voltam \*R\$ 20,00\* para o saldo do cliente/,
      ],
      ['não', 'Nada foi feito'],
      ['cancelar o vale de 20 da Ana', 'Cancelo o voucher'],
      ['sim', /O cliente agora tem \*R\$ 45,00\* para usar/],
      ['cancelar o vale de 20 da Ana', /^1\. \*R\$ 5,00\* de Ana, vale até .*\nQual deles cancelo\?/],
      ['cancelar vale da Zuleide', 'Não conheço um cliente chamado Zuleide'],
      ['cancelar vale', 'R$ 7,00'],
    ]);
    await chat(ANA).dialog([
      ['saldo', 'R$ 45,00'],
      ['extrato', 'voltou de um voucher'],
    ]);
    await chat(OWNER).dialog([['histórico', 'Caixa cancelou o voucher de R$ 20,00 de um cliente']]);
    await cashier.dialog([['cancelar vale da Bianca', /R\$ 7,00\* de Bianca\?/]]);
  });

  it('and its holder is told once what came back; not where they cancelled it, nor where they want no messages', async () => {
    const told = async (phone: string): Promise<string[]> =>
      (await shown(phone)).map(({ body }) => body).filter((body) => body.includes('cancelamos seu voucher'));
    await chat(ANA).dialog([
      ['cancelar o vale de 5', 'Cancelo seu voucher'],
      ['sim', 'foi cancelado'],
    ]);
    const cashier = chat(CASHIER);
    await cashier.dialog([
      ['cancelar o vale de 20 da Ana', 'Cancelo o voucher'],
      ['sim', 'foi cancelado'],
    ]);
    expect(await told(ANA)).toEqual([
      expect.stringMatching(
        /cancelamos seu voucher de \*R\$ 20,00\* e devolvemos \*R\$ 20,00\* ao seu saldo\.\nSeu saldo: \*R\$ 50,00\*\./,
      ),
    ]);
    await test.db.asMerchant(shop, (work) =>
      work.trx('customers').where({ name: 'Bianca' }).update({ messages_stopped: true }),
    );
    await cashier.dialog([
      ['cancelar o vale de 7 da Bianca', 'Cancelo o voucher'],
      ['sim', 'foi cancelado'],
    ]);
    expect(await told(BIA)).toEqual([]);
  });

  it('from a list: of the day without a name, by the number or the code', async () => {
    const cashier = chat(CASHIER);
    await cashier.dialog([
      ['cancela o vale dela', /^1\. \*R\$ .*\n2\. .*\n3\. .*\nQual deles cancelo\? Responda com o número\.$/],
      ['4', 'um número de 1 a 3'],
      ['1', /^Cancelo o voucher de/],
      ['sim', 'foi cancelado'],
      ['cancelar vale', /^1\. .*\n2\. .*\nQual/],
    ]);
    test.clock.advance(24 * 60 * 60_000);
    await cashier.dialog([
      ['cancelar vale', 'Hoje não saiu nenhum voucher'],
      ['cancelar vale da Bianca', 'Cancelo o voucher'],
    ]);
    await cashier.says('english');
    await cashier.dialog([
      ['cancel the voucher of 7 for Bianca', /^Cancel the voucher of \*R\$ 7.00\* of Bianca\?/],
    ]);
  });

  it('and a customer only their own, whomever they name', async () => {
    await chat(BIA).dialog([
      ['cancelar o vale de 20 da Ana', /^Cancelo seu voucher de \*R\$ 7,00\*\?/],
      ['não', 'Nada foi feito'],
    ]);
    await chat(ANA).dialog([['cancelar o vale de 20', /^Cancelo seu voucher de \*R\$ 20,00\*\?/]]);
    const elsewhere = await openShop(test.db, []);
    await new Chat(test, elsewhere, CASHIER).dialog([
      ['cancelar vale', 'Hoje não saiu nenhum'],
      ['cancelar vale da Bianca', 'Não conheço um cliente chamado Bianca'],
    ]);
  });

  it('and is told where its holder was quicker', async () => {
    const cashier = chat(CASHIER);
    await cashier.dialog([['cancelar vale da Bianca', 'Cancelo o voucher']]);
    await chat(BIA).dialog([
      ['cancelar vale', 'Cancelo seu voucher'],
      ['sim', 'foi cancelado'],
    ]);
    await cashier.dialog([['sim', /^Esse voucher foi cancelado em \*/]]);
    await chat(OWNER).dialog([['histórico', /^(?!.*cancelou o voucher)/s]]);
  });

  it('nobody who left the team meanwhile', async () => {
    const cashier = chat(CASHIER);
    await cashier.dialog([['cancelar o vale de 20 da Ana', 'Cancelo o voucher']]);
    await test.db.asMerchant(shop, (work) => work.trx('staff').where({ phone: CASHIER }).delete());
    await cashier.dialog([['sim', /^Só quem trabalha no caixa/]]);
    await chat(ANA).dialog([['saldo', 'R$ 25,00']]);
  });
});
