import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { enqueueReply } from '../../src/bot/outbox-rows';
import { sendDue } from '../../src/bot/outbound';
import { applySales } from '../../src/loyalty';
import { openTestDatabase, START, type TestDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, openShop, percent, saleOf } from '../support/shop';

let test: TestDatabase;
let shop: number;

beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
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
  const channel = new SimulatorChannel(test.db, test.clock, shop);
  await sendDue(test.db, channel, shop, pino({ level: 'silent' }));
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
  expect(text).toContain('52998224725');
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
      await enqueueReply(work, simulatorChat(ANA), 'cause', { text: 'Aqui', card, document });
  });
  const sent = (await shown(ANA)).slice(before);
  expect(sent.map(({ picture, document }) => [picture !== null, document !== null])).toEqual([
    [true, false],
    [false, true],
  ]);
});
