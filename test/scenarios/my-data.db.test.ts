import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { sendDue } from '../../src/bot/sending/outbound';
import {
  applySales,
  declareIdentity,
  linkSale,
  mergeCustomers,
  putMember,
  removeMember,
  staffByPhone,
  type Member,
  type Work,
} from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { Reports } from '../support/reports';
import { ANA, BIA, CASHIER, customerKnownBy, openShop, OWNER, percent, saleOf } from '../support/shop';

const CAIO = '+5511988880009';
const logger = pino({ level: 'silent' });
const test = suiteDatabase();
let shop: number;
let reports: Reports;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
  reports = await Reports.of(test, shop);
});

/** As SmartPOS tells it. */
async function report(type: string, data: object): Promise<void> {
  test.clock.advance(1_000);
  const at = new Date(test.clock.now()).toISOString();
  const sale = { creationDate: at, updatedAt: at, totalAmount: 100 };
  const isOfSale = type.startsWith('sale');
  await reports.tell({ type, timestamp: at, data: isOfSale ? { ...sale, ...data } : data });
}

interface File {
  customer: { name: string };
  formerly: { name: string }[];
  consents: {
    purpose: string;
    granted: boolean;
    at: string;
    messageId: string;
    textVersion: string;
    text: string;
  }[];
  vouchers: object[];
  claims: object[];
  messages: { from: string; kind: string; state?: string; text?: string }[];
  messagesLeftOut?: object[];
  sales: { externalId: string; buyer: Record<string, string> }[];
  reports: { at: string; source: string; report: { type: string; data: Record<string, unknown> } }[];
}

const send = (): Promise<unknown> =>
  sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, logger);

/** What comes of `meus dados`. */
async function fileOf(phone: string): Promise<{ data: File; text: string }> {
  await new Chat(test, shop, phone).says('meus dados');
  await send();
  const row: unknown = await test.db.asMerchant(shop, (work) =>
    work
      .trx('simulator_messages')
      .where({ chat_id: simulatorChat(phone) })
      .whereNotNull('document')
      .orderBy('seq', 'desc')
      .first('document'),
  );
  const text = (row as { document: Buffer }).document.toString();
  return { data: JSON.parse(text) as File, text };
}

const CPF = '52998224725';
const declares = (phone: string, cpf: string): Promise<unknown> =>
  test.db.asMerchant(shop, async (work) => {
    const customerId = await customerKnownBy(work, { kind: 'phone', value: phone });
    await declareIdentity(work, { customerId, identity: { kind: 'cpf', value: cpf } });
  });

const sell = (phone: string): Promise<unknown> =>
  test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ occurredAt: work.now, phone })]));

it('has what SmartPOS told of the customer and of their purchases, and nothing that it told of others', async () => {
  const ana = { name: 'Ana Flor', phone: '(11) 98888-0001', cpf: CPF };
  await sell(ANA);
  await declares(ANA, CPF);
  await report('sale.approved', {
    uniqueIdentifier: 'hers',
    customer: ana,
    voucherCode: 'ABCD-1234',
    note: 'caixa 7',
  });
  await report('sale.approved', {
    uniqueIdentifier: 'other',
    customer: { name: 'Bia Mar', phone: '(11) 98888-0002' },
  });
  await report('customer.updated', { name: 'Ana F.', phone: '+5511988880001' });
  await report('customer.updated', { name: 'Noutra cidade', phone: '+5521988880001' });
  const { data, text } = await fileOf(ANA);
  expect(data.reports).toMatchObject([
    { source: 'webhook', report: { type: 'sale.approved', data: { customer: ana, note: 'caixa 7' } } },
    { report: { type: 'customer.updated', data: { name: 'Ana F.' } } },
  ]);
  for (const hidden of ['ABCD', 'Bia', '88880002', '98888-0002', 'Noutra', '+5521'])
    expect(text).not.toContain(hidden);
});

it('a purchase in which somebody else is named is there without whoever it names', async () => {
  await sell(BIA);
  await report('sale.approved', { uniqueIdentifier: 'shared', customer: { name: 'Ana Flor', phone: ANA } });
  await report('sale.updated', { uniqueIdentifier: 'shared', customer: { name: 'Bia Mar', phone: BIA } });
  await test.db.asMerchant(shop, (work) =>
    work
      .trx('sales')
      .where({ id: 'shared' })
      .update({ details: JSON.stringify({ buyer: { name: 'Bia Mar', phone: BIA } }) }),
  );
  const { data, text } = await fileOf(ANA);
  expect(data.sales).toMatchObject([{ externalId: 'shared', buyer: {} }]);
  expect(data.reports.map(({ report: { data: of } }) => [of['uniqueIdentifier'], of['customer']])).toEqual([
    ['shared', { name: 'Ana Flor', phone: ANA }],
    ['shared', undefined],
  ]);
  expect(text).not.toContain('Bia');
  expect(text).not.toContain(BIA);
});

const STRANGER = { name: 'Bia Mar', phone: '(11) 98888-0002', cpf: '111.444.777-35' };

it.each([
  ['who never was at the shop', { customer: STRANGER }],
  ['with the same phone, of whom the shop knows nothing', { customer: { ...STRANGER, phone: ANA } }],
  ['whose phone cannot be read', { customer: { name: 'Bia Mar', cpf: CPF, phone: '98888-0002' } }],
  ['of whom there is a name alone', { customer: { name: 'Bia Mar' } }],
  ['by a CPF that the customer only says to be theirs', { customer: { name: 'Bia Mar', cpf: CPF } }],
  ['in a field of another name', { customer: { name: 'Ana Flor', phone: ANA, of: { who: STRANGER } } }],
])('a purchase that names somebody else %s is there without them', async (_whom, told) => {
  await report('sale.approved', { uniqueIdentifier: 'shared', customer: { name: 'Ana Flor', phone: ANA } });
  await declares(ANA, CPF);
  await report('sale.updated', { uniqueIdentifier: 'shared', ...told });
  const { data, text } = await fileOf(ANA);
  expect(data.sales).toMatchObject([{ externalId: 'shared' }]);
  expect(data.reports.map(({ report: { data: of } }) => [of['uniqueIdentifier'], of['customer']])).toEqual([
    ['shared', { name: 'Ana Flor', phone: ANA }],
    ['shared', undefined],
  ]);
  for (const hidden of ['Bia', '88880002', '98888-0002', '111.444', '11144477735'])
    expect(text).not.toContain(hidden);
});

it('a purchase that staff give to somebody is theirs without whom it names, and without the staff’s message', async () => {
  await report('sale.approved', { uniqueIdentifier: 'found', customer: { name: 'Bia Mar' } });
  await test.db.asMerchant(shop, async (work) => {
    await work
      .trx('sales')
      .where({ id: 'found' })
      .update({ details: JSON.stringify({ buyer: { name: 'Bia Mar' } }) });
    const member = (await work.trx('staff').where({ phone: CASHIER }).first('id', 'name', 'role')) as never;
    const sale = { id: 'found', occurredAt: work.now, cents: 10_000 };
    await linkSale(work, { sale, phone: ANA, by: member, messageId: 'false_5511988880003@c.us_3A' });
  });
  const { data, text } = await fileOf(ANA);
  expect(data.sales).toMatchObject([{ externalId: 'found', buyer: {} }]);
  expect(data.reports.map(({ report: { data: of } }) => of['customer'])).toEqual([undefined]);
  expect(data.claims).toMatchObject([{ saleId: 'found', way: 'staff' }]);
  for (const hidden of ['Bia', '5511988880003']) expect(text).not.toContain(hidden);
});

it('a report that is nested without end takes nothing else out of the file', async () => {
  await sell(ANA);
  const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  await reports.tell(
    `{"type": "customer.updated", "data": {"name": "Ana F.", "phone": "${ANA}", "more": ${nested}}}`,
  );
  await report('customer.updated', { name: 'Ana Flor', phone: ANA });
  const { data } = await fileOf(ANA);
  expect(data.reports.map(({ report: told }) => told.data)).toContainEqual({ name: 'Ana Flor', phone: ANA });
});

it('has what was sent without having been asked, in words, and whether it arrived', async () => {
  await sell(ANA);
  await send();
  test.clock.advance(1_000);
  const { data } = await fileOf(ANA);
  expect(data.messages).toMatchObject([
    {
      from: 'shop',
      kind: 'benefit-earned',
      state: 'sent',
      text: expect.stringContaining('R$ 5,00') as string,
    },
    { from: 'customer', kind: 'text', text: 'meus dados' },
    { from: 'shop', kind: 'reply' },
  ]);
});

it.each(['while they are of the team', 'when they have left it', 'when they never were: it was undone'])(
  'of somebody of the team has nothing of what they asked there about others: %s',
  async (when) => {
    await sell(BIA);
    await sell(CAIO);
    await send();
    const team = <T>(act: (work: Work, by: Member) => Promise<T>): Promise<T> =>
      test.db.asMerchant(shop, async (work) => {
        const by = await staffByPhone(work, OWNER);
        if (by === null) throw new Error('the shop has an owner');
        return act(work, by);
      });
    await team((work, by) => putMember(work, { member: { phone: CAIO, name: 'Caio', role: 'manager' }, by }));
    expect((await new Chat(test, shop, CAIO).says('cliente 11 98888-0002')).text).toContain('R$ 5,00');
    if (when.includes('left'))
      await team(async (work, by) =>
        removeMember(work, { id: (await staffByPhone(work, CAIO))?.id ?? '', by }),
      );
    // What an undo does to the row.
    if (when.includes('undone')) await team((work) => work.trx('staff').where({ phone: CAIO }).delete());
    const { data, text } = await fileOf(CAIO);
    expect(data.messages).toMatchObject([{ from: 'shop', kind: 'benefit-earned' }]);
    expect(data.messagesLeftOut).toEqual([{ chat: simulatorChat(CAIO), why: 'of the team' }]);
    for (const hidden of ['98888-0002', '88880002', 'cliente 11']) expect(text).not.toContain(hidden);
  },
);

it('the owner’s own file has nothing of what they asked, and says so', async () => {
  await sell(BIA);
  await new Chat(test, shop, OWNER).says('cliente 11 98888-0002');
  const { data, text } = await fileOf(OWNER);
  expect(data.messagesLeftOut).toHaveLength(1);
  expect(text).not.toContain('98888-0002');
});

it('no code that was typed, however it was, and no one-time link is in the file', async () => {
  await sell(ANA);
  const ana = new Chat(test, shop, ANA);
  for (const said of [
    'o vale AB1C-2D3E não passou',
    'validar ab1c2d3e',
    'meu vale ab1c 2d3e',
    'A B 1 C 2 D 3 E',
    'https://wa.me/5511988880009?text=validar%20AB1C2D3E',
    'abri https://fiel.example/p/new-pin/7.0123456789012345678901234567890123456789abc',
  ])
    await ana.says(said);
  await test.db.asMerchant(shop, (work) =>
    work
      .trx('outbox')
      .where({ template: 'reply' })
      .update({ body: 'abra \u0002new-pin 0b5f6a1e-0000-8000-8000-000000000000\u0002 já' }),
  );
  const { data, text } = await fileOf(ANA);
  expect(text).not.toMatch(/[aA][bB ]{1,2}B?1/);
  for (const hidden of ['2d3e', '2D3E', '0b5f6a1e', 'u0002', '0123456789'])
    expect(text).not.toContain(hidden);
  const texts = data.messages.map((message) => message.text);
  expect(texts).toEqual(
    expect.arrayContaining([
      'o vale ····-···· não passou',
      'validar ····-····',
      'meu vale ····-····',
      'https://wa.me/5511988880009?text=validar%20····-····',
      'abra ···· já',
    ]),
  );
});

it('a notice that cannot be put in words takes no other out of the file', async () => {
  await sell(ANA);
  await send();
  await test.db.asMerchant(shop, (work) =>
    work
      .trx('outbox')
      .where({ template: 'benefit-earned' })
      .update({ params: JSON.stringify({ kind: 'benefit-earned' }) }),
  );
  test.clock.advance(1_000);
  const { data } = await fileOf(ANA);
  expect(data.messages.map(({ kind }) => kind)).toEqual(['benefit-earned', 'text', 'reply']);
  expect(data.messages[0]?.text).toBeUndefined();
});

it('has the proof of each consent', async () => {
  await sell(ANA);
  const ana = new Chat(test, shop, ANA);
  await ana.says('quero receber novidades', { at: test.clock.now() });
  const { data } = await fileOf(ANA);
  const messageId: unknown = await test.db.asMerchant(shop, (work) =>
    work.trx('inbound_messages').where({ body: 'quero receber novidades' }).first('id'),
  );
  expect(data.consents).toEqual([
    {
      purpose: 'marketing',
      granted: true,
      at: '2026-11-23T14:02:00-03:00',
      messageId: (messageId as { id: string }).id,
      textVersion: expect.stringMatching(/^opted-in\/pt\/[\da-f]{8}$/) as string,
      text: expect.stringContaining('você volta a receber novidades') as string,
    },
  ]);
});

it('has all vouchers, however many, and what was held of them as somebody else', async () => {
  await sell(ANA);
  const ana = new Chat(test, shop, ANA);
  for (let i = 0; i < 22; i++) {
    await ana.says('resgatar 1');
    await ana.says('sim');
    await ana.says('cancelar voucher');
    await ana.says('sim');
  }
  const bia = new Chat(test, shop, BIA);
  await bia.says('sair');
  await test.db.asMerchant(shop, async (work) => {
    const [keep, absorb] = [
      await customerKnownBy(work, { kind: 'phone', value: ANA }),
      await customerKnownBy(work, { kind: 'phone', value: BIA }),
    ];
    await work.trx('customers').where({ id: absorb }).update({ name: 'Ana de antes' });
    await mergeCustomers(work, { keep, absorb });
  });
  const { data } = await fileOf(ANA);
  expect(data.vouchers).toHaveLength(22);
  expect(data.formerly).toMatchObject([{ name: 'Ana de antes' }]);
  expect(data.consents.map(({ granted, textVersion }) => [granted, textVersion.replace(/\/.*/, '')])).toEqual(
    [
      [false, 'opted-out'],
      [false, 'merge'],
    ],
  );
});
