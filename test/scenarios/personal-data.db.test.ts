import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { enqueueReply } from '../../src/bot/sending/outbox-rows';
import { sendDue } from '../../src/bot/sending/outbound';
import {
  adjustBalance,
  applySales,
  balanceOf,
  checkBooks,
  declareIdentity,
  eraseCustomer,
  noteExpiries,
  staffByPhone,
} from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, customerKnownBy, openShop, OWNER, percent, saleOf } from '../support/shop';
import { faultsOf } from '../support/voucher-books';

const logger = pino({ level: 'silent' });
const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
});

interface Shown {
  body: string;
  picture: Buffer | null;
  document: Buffer | null;
  document_name: string | null;
  document_type: string | null;
}

/** What the phone got, after everything due was sent. */
async function shown(phone: string): Promise<Shown[]> {
  await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, logger);
  return test.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(phone), from_shop: true })
      .orderBy('seq')
      .select(),
  );
}

it('a customer gets a file with all that is held of them, and nothing of anybody else', async () => {
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [
      saleOf({
        buyer: { name: 'Ana "X"\n', phone: ANA, cpf: '52998224725', email: null, cardFingerprint: 'fp_7d0c' },
      }),
      saleOf({ phone: BIA, totalCents: 77_700 }),
    ]),
  );
  const ana = new Chat(test, shop, ANA);
  await ana.says('resgatar 3');
  await ana.says('sim');
  await ana.says('meus dados');
  const last = (await shown(ANA)).find(({ document }) => document !== null);
  expect(last?.body).toContain('tudo o que guardamos sobre você');
  expect([last?.document_name, last?.document_type]).toEqual(['meus-dados.json', 'application/json']);
  const text = last?.document?.toString() ?? '';
  const data = JSON.parse(text) as Record<string, never>;
  expect(data).toMatchObject({
    shop: 'Padaria Central',
    asOf: '2026-11-23T14:02:00-03:00',
    customer: { name: 'Ana "X"\n', phone: ANA },
    identities: [{ kind: 'phone', value: ANA }],
    balance: { cashback: { available: 200, held: 300 } },
    sales: [{ totalCents: 10_000, cashbackCents: 500, occurredAt: '2026-11-23T14:01:00-03:00' }],
    vouchers: [{ held: 300, state: 'open' }],
    entries: [{ kind: 'held' }, { kind: 'earned', quantity: 500 }],
  });
  // A till typed it; they never said that it is theirs.
  expect(text).not.toContain('52998224725');
  expect(text).toContain('"text": "resgatar 3"');
  expect(text).not.toContain(BIA);
  expect(text).not.toContain('77700');
});

it('what waits in the outbox is only what the file is made from', async () => {
  const ana = new Chat(test, shop, ANA);
  await ana.says('meus dados');
  const rows = await test.db.asMerchant(shop, (work) => work.trx('outbox').select('document', 'body'));
  expect(Object.keys((rows as { document: object }[])[0]?.document ?? {}).sort()).toEqual([
    'customerId',
    'kind',
    'lang',
  ]);
});

it('a file beside a picture goes as a message of its own, once', async () => {
  const ana = new Chat(test, shop, ANA);
  await ana.says('oi');
  const before = (await shown(ANA)).length;
  const card = {
    kind: 'bars' as const,
    title: 'Custo',
    legend: ['a'],
    groups: [{ label: 'x', values: [1] }],
    zone: 'America/Sao_Paulo',
    lang: 'pt' as const,
  };
  await test.db.asMerchant(shop, async (work) => {
    const row = (await work.trx('chats').first('customer_id')) as { customer_id: string };
    const document = { kind: 'customer-data' as const, customerId: row.customer_id, lang: 'pt' as const };
    for (let again = 0; again < 2; again++)
      enqueueReply(work, simulatorChat(ANA), 'cause', { text: 'Aqui', card, document });
  });
  const sent = (await shown(ANA)).slice(before);
  expect(sent.map(({ picture, document }) => [picture !== null, document !== null])).toEqual([
    [true, false],
    [false, true],
  ]);
});

describe('apagar meus dados', () => {
  const NAME = 'Anastácia';
  const EMAIL = 'anastacia@exemplo.com.br';
  const CPF = '52998224725';
  const CARD = 'fp_anastacia';
  let connection: string;
  let told = 0;

  beforeEach(async () => {
    const keys = { baseUrl: 'http://127.0.0.1:9/v1', company: null, apiKeyId: 'id', apiKeySecret: 'secret' };
    connection = (await test.db.asMerchant(shop, (work) => createConnection(work, keys))).id;
  });

  /** As SmartPOS tells it, through the inbox. */
  async function report(data: object, type = 'sale.approved'): Promise<void> {
    told += 1;
    const customer = { name: NAME, phone: '(11) 98888-0001', cpf: CPF, email: EMAIL };
    const sale = { totalAmount: 100, customer, payment: { last4: '0010', cardFingerprint: CARD } };
    const at = new Date(test.clock.now()).toISOString();
    const body = JSON.stringify({
      type,
      timestamp: at,
      data: { creationDate: at, updatedAt: at, ...sale, ...data },
    });
    const intake = new Intake(test.db, test.clock, test.doorbell);
    await intake.add({
      merchantId: shop,
      deliveryId: `told ${told}`,
      connectionId: connection,
      source: 'webhook',
      body,
    });
    await readInbox(test.db, shop, logger, FULL_PACE);
  }

  /**
   * Where in the whole database something of the person still stands; not on the phones of the simulated network, and
   * not among the phrases that nobody understood, which are kept without personal data and without whose they were.
   */
  async function traces(): Promise<string[]> {
    const tables = await test.db.call<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname NOT IN ('migrations', 'simulator_messages', 'staff', 'not_understood')`,
    );
    const words = [NAME, 'anastacia', '8888-0001', '88880001', CPF, CARD, 'segredo'];
    const found: string[] = [];
    for (const { name } of tables) {
      const rows: object[] = await test.db.asMerchant(shop, (work) => work.trx(name).select());
      for (const word of words) if (JSON.stringify(rows).includes(word)) found.push(`${word} in ${name}`);
    }
    return found;
  }

  const customerOf = async (phone: string): Promise<string> => {
    const row: unknown = await test.db.asMerchant(shop, (work) =>
      work.trx('customer_identities').where({ value: phone }).first('customer_id'),
    );
    return (row as { customer_id: string }).customer_id;
  };

  async function live(): Promise<Chat> {
    await report({ uniqueIdentifier: 'first' });
    await report({ uniqueIdentifier: 'broken', totalAmount: 'muito' });
    await report({ name: NAME, phone: '+5511988880001' }, 'customer.updated');
    const ana = new Chat(test, shop, ANA);
    await ana.says('oi, meu segredo é este');
    await new Chat(test, shop, CASHIER).says('o cliente 11 98888-0001 ligou');
    await ana.says('resgatar 3');
    await ana.says('sim');
    const id = await customerOf(ANA);
    await test.db.asMerchant(shop, (work) =>
      declareIdentity(work, { customerId: id, identity: { kind: 'cpf', value: CPF } }),
    );
    await shown(ANA);
    expect((await traces()).length).toBeGreaterThan(8);
    return ana;
  }

  afterEach(async () => {
    expect(await faultsOf(test.db, shop)).toEqual([]);
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  });

  it('tells first what is lost, and destroys nothing without a yes', async () => {
    const ana = await live();
    await ana.dialog([
      [
        'apagar meus dados',
        /Você perde \*R\$ 5,00\*\.\nSeu voucher aberto é cancelado.*meus dados.*Apago\?/s,
      ],
      ['não', 'Nada foi feito'],
      ['saldo', 'R$ 2,00'],
    ]);
  });

  it('leaves nothing that tells who it was, and the books balanced over an id', async () => {
    const ana = await live();
    const id = await customerOf(ANA);
    await ana.says('apagar meus dados');
    await ana.says('sim');
    const last = (await shown(ANA)).at(-1);
    expect(last?.body).toContain('seus dados foram apagados');
    expect(await traces()).toEqual([]);
    const { cashback } = await test.db.asMerchant(shop, (work) => balanceOf(work, id));
    expect(cashback).toMatchObject({ available: 0, held: 0, debt: 0 });
    const sales = await test.db.asMerchant(shop, (work) => work.trx('sales').where({ customer_id: id }));
    expect(sales).toHaveLength(1);
  });

  it('what is reported later of the old purchases brings nobody back, and a refund is nobody’s debt', async () => {
    const ana = await live();
    const id = await customerOf(ANA);
    await ana.says('apagar meus dados');
    await ana.says('sim');
    await shown(ANA);
    test.clock.advance(60_000);
    await report({ uniqueIdentifier: 'first', refundedAmount: 40 }, 'sale.refunded');
    test.clock.advance(60_000);
    await report({ uniqueIdentifier: 'first', refundedAmount: 10 }, 'sale.updated');
    await noteExpiries({ db: test.db, logger }, test.clock.now());
    expect(await traces()).toEqual([]);
    const { cashback } = await test.db.asMerchant(shop, (work) => balanceOf(work, id));
    expect(cashback).toMatchObject({ available: 0, debt: 0 });
  });

  it('whoever buys again with the phone is somebody new', async () => {
    const ana = await live();
    const before = await customerOf(ANA);
    await ana.says('apagar meus dados');
    await ana.says('sim');
    await report({ uniqueIdentifier: 'second' });
    const after = await customerOf(ANA);
    expect(after).not.toBe(before);
    await ana.dialog([['saldo', 'R$ 5,00']]);
    expect((await shown(ANA)).some(({ body }) => body.includes('Quem escreve é'))).toBe(true);
  });

  it('what they owed is forgiven', async () => {
    const sold = saleOf();
    const owed = await test.db.asMerchant(shop, async (work) => {
      await applySales(work, [sold]);
      const customerId = await customerKnownBy(work, { kind: 'phone', value: ANA });
      const by = (await staffByPhone(work, OWNER))!;
      await adjustBalance(work, {
        customerId,
        asset: 'cashback',
        quantity: -500,
        reason: 'uso',
        by,
        key: 'out',
      });
      await applySales(work, [{ ...sold, refundedCents: sold.totalCents, updatedAt: test.clock.now() }]);
      const { debt } = (await balanceOf(work, customerId)).cashback;
      await eraseCustomer(work, customerId);
      return [debt, (await balanceOf(work, customerId)).cashback.debt];
    });
    expect(owed).toEqual([500, 0]);
  });

  it('a second yes, and a yes that comes too late, do nothing', async () => {
    const ana = await live();
    await ana.says('apagar meus dados');
    await ana.says('sim');
    await ana.dialog([['sim', 'Não tenho nada esperando resposta']]);
    await ana.says('apagar meus dados');
    test.clock.advance(11 * 60_000);
    await ana.dialog([['sim', 'não vale mais']]);
  });
});

it('one thing of a customer goes by itself, with a question of its own; what a balance hangs on stays', async () => {
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [
      saleOf({ buyer: { name: 'Ana', phone: ANA, cpf: null, email: null, cardFingerprint: null } }),
    ]),
  );
  const ana = new Chat(test, shop, ANA);
  await ana.dialog([
    ['meu email é ana@exemplo.com.br', 'Anotei seu e-mail'],
    ['nasci em 3/5', 'Anotei'],
    ['apaga meu email', /^Apago só seu e-mail\? O resto fica como está/],
    ['não', 'Nada foi feito'],
    ['queria que apagassem meu e-mail daí', /só seu e-mail/],
    ['não', 'Nada foi feito'],
    ['tira meu e-mail', 'Apago só seu e-mail?'],
    ['sim', 'seu e-mail saiu do seu cadastro'],
    ['apaga meu email', 'Não tenho seu e-mail guardado'],
    ['saldo', 'R$ 5,00'],
    ['english', 'English'],
    ['delete my birthday', /^Delete only your birthday\?/],
    ['yes', 'is out of your profile'],
    ['español', 'español'],
    ['borra mi teléfono', 'no se puede borrar solo'],
    ['português', 'português'],
    ['apagar meu cpf', 'Não tenho seu CPF guardado'],
    ['apagar meus dados', /^Apago tudo o que sabemos/],
    ['não', 'Nada foi feito'],
  ]);
  await new Chat(test, shop, OWNER).dialog([['apaga o e-mail da Ana', /^Só a própria pessoa apaga/]]);
  const known = { email: 'bia@exemplo.com.br', cpf: '52998224725' };
  await test.db.asMerchant(shop, async (work) => {
    const bia = await customerKnownBy(work, { kind: 'phone', value: BIA });
    for (const [kind, value] of Object.entries(known))
      await work.trx('customer_identities').insert({
        merchant_id: work.merchantId,
        customer_id: bia,
        kind,
        value,
        proof: 'staff',
        proven_at: new Date(work.now),
      });
  });
  await new Chat(test, shop, BIA).dialog([
    ['apagar meu cpf', /não apago seu CPF por aqui/],
    ['apagar meu e-mail', 'Apago só seu e-mail?'],
    ['sim', 'saiu do seu cadastro'],
  ]);
  const left = await test.db.asMerchant(shop, (work) =>
    work.trx('customer_identities').whereIn('value', Object.values(known)).pluck('kind'),
  );
  expect(left).toEqual(['cpf']);
});
