import { toBuffer } from 'qrcode';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { takeTurn } from '../../src/bot/conversation';
import { receive } from '../../src/bot/receiving/receive';
import { applySales, claimSale, declareIdentity, type Sale } from '../../src/loyalty';
import { isBalanced, totalsOf } from '../../src/replay/totals';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, openShop, OWNER, percent, saleOf } from '../support/shop';

const KEY = '35261011222333000181650010000123451876543210';
const CODE = `https://www.nfce.fazenda.sp.gov.br/qrcode?p=${KEY}|2|1|1|ABCDEF0123456789`;
const DAY = 86_400_000;

const test = suiteDatabase();
let shop: number;
let ana: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
  ana = new Chat(test, shop, ANA);
});
afterEach(async () => {
  expect(isBalanced(await test.db.asMerchant(shop, totalsOf))).toBe(true);
});

/** A sale without a buyer. */
const sell = async (change: Partial<Sale> = {}): Promise<Sale> => {
  const sale = saleOf({
    phone: null,
    totalCents: 5290,
    nsu: '000731',
    authorizationCode: 'A1B2C3',
    fiscalKey: KEY,
    ...change,
  });
  await test.db.asMerchant(shop, (work) => applySales(work, [sale]));
  return sale;
};

const notices = (kind: string): Promise<{ params: Record<string, unknown>; customer_id: string | null }[]> =>
  test.db.asMerchant(shop, (work) => work.trx('outbox').where({ template: kind }).orderBy('seq').select());

let pictures = 0;
async function sendsPicture(phone: string, bytes: Buffer | 'too-large', caption = ''): Promise<string> {
  pictures += 1;
  const media = bytes === 'too-large' ? { missing: 'too-large' as const } : { bytes };
  await receive(
    test.db,
    shop,
    {
      id: `picture-${pictures}`,
      chatId: simulatorChat(phone),
      phone,
      name: null,
      kind: 'image',
      text: caption,
      at: test.clock.now(),
      media: { mimeType: 'image/png', ...media },
    },
    0,
  );
  await takeTurn(test.db, shop, simulatorChat(phone));
  return (await new Chat(test, shop, phone).hears()).text;
}

it.each([
  ['the NSU', 'nota 731 52,90'],
  ['the NSU with its zeros', 'nota 000731 52,90'],
  ['the authorization code', 'nota a1b2c3 de R$ 52,90'],
  ['the fiscal key', `nota ${KEY} 52,90`],
  ['the fiscal key in groups', `nota ${KEY.replaceAll(/(.{4})(?=.)/g, '$1 ')} 52,90`],
])(
  'is claimed with %s and the amount, judged as of its own time, once, with its notice',
  async (_with, says) => {
    await sell();
    test.clock.advance(2 * DAY);
    await new Chat(test, shop, OWNER).dialog([
      ['cashback 20%', /trocar/],
      ['trocar', 'só essa regra'],
    ]);
    const { text } = await ana.says(says);
    expect(text).toBe('Pronto, a compra de *R$ 52,90* de *23/11/2026* agora é sua!');
    expect(await notices('benefit-earned')).toMatchObject([
      { params: { saleCents: 5290, cashbackCents: 265 } },
    ]);
    expect((await ana.says('saldo')).text).toContain('R$ 2,65');
    expect((await ana.says(says)).text).toContain('já é sua');
    expect(await notices('benefit-earned')).toHaveLength(1);
  },
);

it('is asked for what is missing, step by step', async () => {
  await sell();
  await sell({ occurredAt: START + 100_000, fiscalKey: null });
  test.clock.advance(5 * 3_600_000);
  await sell({ occurredAt: test.clock.now(), fiscalKey: null });
  await ana.dialog([
    ['minha nota', 'nota 123456 52,90'],
    ['nota 731', 'Qual foi o valor'],
    ['52,90', /mais de uma.*14:30/s],
    ['19:02', 'agora é sua'],
  ]);
  expect((await ana.says('nota 731 52,90 às 03:00')).text).toContain('já é sua');
});

it('an unknown, another’s and an expired sale have one answer', async () => {
  await sell();
  await sell({ nsu: '555', occurredAt: START - 8 * DAY, fiscalKey: null });
  await sell({ nsu: '777', refundedCents: 5290, fiscalKey: null });
  expect((await new Chat(test, shop, BIA).says('nota 731 52,90')).text).toContain('agora é sua');
  const answers: string[] = [];
  for (const says of [
    'nota 731 52,90',
    'nota 9999 52,90',
    'nota 555 52,90',
    'nota 777 52,90',
    'nota 731 10,00',
  ])
    answers.push((await ana.says(says)).text);
  expect(new Set(answers)).toEqual(new Set([expect.stringContaining('Não achei essa compra')]));
  expect(answers).toHaveLength(5);
});

it('a shop keeps sales as long as it says', async () => {
  await sell();
  test.clock.advance(8 * DAY);
  expect((await ana.says('nota 731 52,90')).text).toContain('Não achei');
  await test.db.asMerchant(shop, (work) =>
    work.trx('program_versions').insert({
      merchant_id: shop,
      number: 99,
      rules: '[]',
      rule_ids: [],
      paused: [],
      settings: JSON.stringify({ claim_days: 15 }),
      valid_from: new Date(work.now),
      idempotency_key: 'settings',
      created_at: new Date(work.now),
    }),
  );
  expect((await ana.says('nota 731 52,90')).text).toContain('agora é sua');
});

it('wrong tries are limited, and counted for each sender', async () => {
  await sell();
  for (let i = 0; i < 10; i++) await ana.says(`nota 9${i}00 52,90`);
  expect((await ana.says('nota 731 52,90')).text).toContain('muitos códigos errados');
  expect((await new Chat(test, shop, BIA).says('nota 731 52,90')).text).toContain('agora é sua');
});

it('a number without its amount is no claim; a fiscal key is, by its picture', async () => {
  await sell();
  const claim = { minuteOfDay: null, cents: null, way: 'typed' as const, messageId: 'm' };
  const customerId = await test.db.asMerchant(shop, async (work) => {
    const row: unknown = await work.trx('customers').first('id');
    return (row as { id: string } | undefined)?.id;
  });
  await ana.says('saldo');
  expect(customerId).toBeUndefined();
  const [customer] = await test.db.asMerchant(shop, (work): Promise<{ id: string }[]> =>
    work.trx('customers').select('id'),
  );
  expect(
    await test.db.asMerchant(shop, (work) =>
      claimSale(work, { ...claim, reference: '731', customerId: customer?.id ?? '' }),
    ),
  ).toMatchObject({ ok: false, refusal: { code: 'claim-not-found' } });
  expect(await sendsPicture(ANA, await toBuffer(CODE))).toContain('agora é sua');
  expect(await notices('benefit-earned')).toMatchObject([{ params: { cashbackCents: 265 } }]);
});

it('a picture that is no receipt, too large, or with words', async () => {
  await sell();
  expect(await sendsPicture(ANA, await toBuffer('https://example.com'))).toContain('Não achei o QR code');
  expect(await sendsPicture(ANA, 'too-large')).toContain('grande demais');
  expect(await sendsPicture(ANA, await toBuffer('https://example.com'), 'saldo')).toContain('não tem saldo');
  expect(await sendsPicture(ANA, await toBuffer(CODE), 'olha minha nota')).toContain('agora é sua');
});

it('a sale of before the activation gives nothing, and says so', async () => {
  await sell({ occurredAt: START - 3_600_000 });
  expect((await ana.says('nota 731 52,90')).text).toMatch(/agora é sua.*não deu nada/s);
  expect(await notices('benefit-earned')).toEqual([]);
});

it('staff link a sale, once, after a yes', async () => {
  await sell();
  const cashier = new Chat(test, shop, CASHIER);
  await cashier.dialog([
    ['vincular venda 731 11 98888-0001', /R\$ 52,90.*23\/11\/2026.*sim/s],
    ['sim', /Pronto.*11 98888-0001/s],
    ['vincular venda 731 11 98888-0001', 'Não achei'],
  ]);
  expect(await notices('benefit-earned')).toMatchObject([{ params: { cashbackCents: 265 } }]);
  expect((await new Chat(test, shop, OWNER).says('histórico')).text).toContain(
    'vinculou a um cliente a venda de R$ 52,90',
  );
  expect((await ana.says('vincular venda 731 11 98888-0001')).text).not.toContain('52,90');
});

it('staff choose between sales of one number', async () => {
  await sell({ fiscalKey: null });
  await sell({ fiscalKey: null, totalCents: 1000 });
  await new Chat(test, shop, CASHIER).dialog([
    ['vincular venda 731 11 98888-0001', /1\..*2\..*Qual/s],
    ['9', 'de 1 a 2'],
    ['2', /sim/],
    ['sim', 'Pronto'],
  ]);
});

it('the owner is told of claims by staff’s own phones and of many by one person', async () => {
  await sell();
  await new Chat(test, shop, CASHIER).says('nota 731 52,90');
  expect(await notices('odd-claim')).toMatchObject([{ params: { pattern: 'own-phone', who: 'Caixa' } }]);
  for (let i = 0; i < 6; i++) {
    await sell({ nsu: String(1000 + i), fiscalKey: null });
    await ana.says(`nota ${1000 + i} 52,90`);
    test.clock.advance(60_000);
  }
  const many = (await notices('odd-claim')).filter(({ params }) => params['pattern'] === 'many');
  expect(many).toMatchObject([{ params: { count: 5, phone: ANA } }]);
});

it('a sale recorded by staff goes through the same engine, and is voided', async () => {
  const cashier = new Chat(test, shop, CASHIER);
  await cashier.dialog([
    ['venda 52,90 11 98888-0001', /R\$ 52,90.*11 98888-0001.*sim/s],
    ['sim', 'registrada'],
  ]);
  expect((await ana.says('saldo')).text).toContain('R$ 2,65');
  expect(await notices('benefit-earned')).toMatchObject([{ params: { cashbackCents: 265 } }]);
  await cashier.dialog([
    ['estornar venda 10,00 11 98888-0001', 'Não achei'],
    ['estornar venda 52,90 11 98888-0001', /R\$ 52,90.*sim/s],
    ['sim', 'estornada'],
    ['estornar venda 52,90 11 98888-0001', 'Não achei'],
  ]);
  expect((await ana.says('saldo')).text).toContain('não tem saldo');
  expect(await notices('benefit-taken-back')).toMatchObject([{ params: { cashbackCents: 265 } }]);
  const history = (await new Chat(test, shop, OWNER).says('histórico')).text;
  expect(history).toMatch(/estornou uma venda de R\$ 52,90.*registrou uma venda de R\$ 52,90/s);
  expect((await ana.says('venda 52,90 11 98888-0001')).text).not.toContain('Registro');
});

it('a message that is delivered twice records one sale', async () => {
  const cashier = new Chat(test, shop, CASHIER);
  await cashier.says('venda 52,90 11 98888-0001', { id: 'asked' });
  await cashier.says('sim', { id: 'yes' });
  await cashier.says('venda 52,90 11 98888-0001', { id: 'asked' });
  await cashier.says('sim', { id: 'yes' });
  expect(await notices('benefit-earned')).toHaveLength(1);
});

it('two of the team who see to one customer are asked before the sale is recorded twice', async () => {
  const cashier = new Chat(test, shop, CASHIER);
  const owner = new Chat(test, shop, OWNER);
  const asked = 'venda 52,90 11 98888-0001';
  for (const chat of [cashier, owner]) await chat.says(asked);
  await Promise.all([cashier, owner].map((chat) => chat.writes('sim')));
  await Promise.all([cashier, owner].map((chat) => chat.turn()));
  const heard = await Promise.all([cashier, owner].map((chat) => chat.hears()));
  const texts = heard.map(({ text }) => text);
  expect(texts.filter((text) => text.includes('registrada para'))).toHaveLength(1);
  expect(texts.filter((text) => /já foi registrada às .*Registro outra/.test(text))).toHaveLength(1);
  expect(await notices('benefit-earned')).toHaveLength(1);
  await cashier.dialog([
    [asked, 'já foi registrada'],
    ['sim', 'registrada para'],
  ]);
  expect(await notices('benefit-earned')).toHaveLength(2);
  test.clock.advance(31 * 60_000);
  expect((await cashier.says(asked)).text).not.toContain('já foi');
});

it('a sale that the machine told of already is linked, not recorded again', async () => {
  await sell({ occurredAt: START + 60_000 });
  const cashier = new Chat(test, shop, CASHIER);
  await cashier.dialog([
    ['venda 52,90 11 98888-0001', /maquininha mandou.*outra/s],
    ['sim', 'é do cliente'],
    ['venda 52,90 11 98888-0001', /Registro/],
    ['não', 'cancelei'],
  ]);
  const sales = await test.db.asMerchant(shop, (work) => work.trx('sales').select('id'));
  expect(sales).toHaveLength(1);
  await sell({ occurredAt: START + 90_000, fiscalKey: null });
  await cashier.dialog([
    ['venda 52,90 11 98888-0002', /outra/],
    ['outra', 'registrada'],
  ]);
  expect(await test.db.asMerchant(shop, (work) => work.trx('sales').select('id'))).toHaveLength(3);
});

it('what comes through the simulated network is the same', async () => {
  await sell();
  const channel = new SimulatorChannel(test.db, test.clock, shop);
  const said = await channel.say(ANA, 'simulated', 'foto', {
    mimeType: 'image/png',
    bytes: await toBuffer(CODE),
  });
  await receive(test.db, shop, said, 0);
  await takeTurn(test.db, shop, simulatorChat(ANA));
  expect((await ana.hears()).text).toContain('agora é sua');
});

it('asks once whether the card may be known, and then it is', async () => {
  const buyer = { ...saleOf({ phone: null }).buyer, cardFingerprint: 'fp_7d0c' };
  await sell({ buyer });
  await ana.dialog([
    ['nota 731 52,90', /agora é sua!\nQuer que eu reconheça esse cartão.*sim/s],
    ['sim', 'sem dizer o telefone'],
  ]);
  test.clock.advance(60_000);
  await sell({ nsu: '732', fiscalKey: null, buyer, occurredAt: test.clock.now() });
  expect((await ana.says('saldo')).text).toContain('R$ 5,30');
  await sell({ nsu: '733', fiscalKey: null, buyer: { ...buyer, cardFingerprint: 'fp_other' } });
  expect((await ana.says('nota 733 52,90')).text).not.toContain('cartão');
});

it('a card is not known where the customer does not want it, or where a photo asked and was answered no', async () => {
  const buyer = { ...saleOf({ phone: null }).buyer, cardFingerprint: 'fp_7d0c' };
  await sell({ buyer });
  expect(await sendsPicture(ANA, await toBuffer(CODE))).toContain('reconheça esse cartão');
  expect((await ana.says('não')).text).toContain('não guardo o cartão');
  await sell({ nsu: '732', fiscalKey: null, buyer });
  expect((await ana.says('saldo')).text).toContain('R$ 2,65');
});

it('a receipt proves the CPF that its holder said was theirs', async () => {
  const buyer = { ...saleOf({ phone: null }).buyer, cpf: '11144477735' };
  await sell({ buyer });
  const said = 'nota 731 52,90';
  expect((await ana.says(said)).text).toContain('Não achei');
  await test.db.asMerchant(shop, async (work) => {
    const chat = (await work.trx('chats').where({ phone: ANA }).first('customer_id')) as {
      customer_id: string;
    };
    const identity = { kind: 'cpf', value: '11144477735' } as const;
    await declareIdentity(work, { customerId: chat.customer_id, identity });
  });
  expect((await ana.says('saldo')).text).toContain('não tem saldo');
  expect((await ana.says('nota 731 10,00')).text).toContain('Não achei');
  expect((await ana.says(said)).text).toContain('agora é sua');
  expect((await ana.says('saldo')).text).toContain('R$ 2,65');
});

it('a sale recorded while nothing earns says so', async () => {
  await new Chat(test, shop, OWNER).says('pausar ganhos');
  test.clock.advance(60_000);
  await new Chat(test, shop, CASHIER).dialog([
    ['venda 52,90 11 98888-0001', /sim/],
    ['sim', 'não está ativo, então ela não ganha'],
  ]);
  expect(await notices('benefit-earned')).toEqual([]);
});
