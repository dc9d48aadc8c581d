import { pino } from 'pino';
import { SimulatorChannel, simulatorChat } from '../../src/bot/channels/simulator';
import { recordStatus } from '../../src/bot/hosting/channel-states';
import { qrTextsIn } from '../../src/bot/receiving/receipt-photo';
import { sendDue } from '../../src/bot/sending/outbound';
import { applySales, qrText, staffByPhone, type Sale } from '../../src/loyalty';
import { setVoucherMode } from '../../src/loyalty/vouchers/mode';
import { tillRedeem, tillValidate } from '../../src/loyalty/vouchers/till';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, OWNER, openShop, saleOf } from '../support/shop';

const logger = pino({ level: 'silent' });
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
const test = suiteDatabase();
let shop: number;

const CENTRO = { store: 'loja-1', storeName: 'Centro', terminal: 'C-1' };
const LAPA = { store: 'loja-2', storeName: 'Lapa', terminal: 'L-1' };

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [{ benefit: { kind: 'points-fixed', points: 150 } }]);
  test.clock.advance(120_000);
});

const chat = (phone: string): Chat => new Chat(test, shop, phone);
const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));

async function codeOfReward(): Promise<string> {
  const ana = chat(ANA);
  await ana.dialog([
    ['prêmios', '1. café'],
    ['1', /vale até \*.*\*, só em Centro\. .*/],
  ]);
  const { text } = await ana.says('sim');
  expect(text).toContain('Só em: Centro.');
  return CODE.exec(text)?.[0] ?? '';
}

describe('a reward of certain stores', () => {
  it.each([
    'prêmio: café por 100 pontos só na loja Centro',
    'prêmio: café por 100 pontos na loja centro, limite 2 por cliente',
    'prêmio: café só na loja Centro por 100 pontos',
    'prêmio: café por 100 pontos só nas lojas do Centro',
    'cadastrar brinde café por 100 pontos somente na loja do CENTRO',
    'prêmio: café por 100 pontos, limite 2 por cliente, em compras a partir de R$ 50, só na loja loja-1',
    'reward: café for 100 points only at the Centro store',
    'reward: café for 100 points at the Centro shop',
    'premio: café por 100 puntos solo en la tienda Centro',
  ])('is set up by a sentence, by the store’s name or its id: %s', async (sentence) => {
    await sell(saleOf(CENTRO));
    const owner = chat(OWNER);
    const { text } = await owner.says(sentence);
    expect(text).toMatch(/\*café\* .*\*100 (?:pontos|points|puntos)\*.*(?:só em|only at|solo en) Centro[.?]/);
    await owner.says('sim');
    await owner.dialog([['prêmios', 'só em Centro']]);
    await owner.dialog([[sentence, /já está assim|already|ya está así/]]);
  });

  it('keeps its conditions where its price alone is changed, and loses what a whole sentence does not say', async () => {
    await chat(OWNER).dialog([
      ['prêmio: café por 100 pontos, limite 2 por cliente, só na loja Centro', 'só em Centro. Incluo?'],
      ['sim', 'incluído'],
      ['o café agora custa 120 pontos', /\*120 pontos\*, 2 por cliente, só em Centro\?/],
      ['sim', 'mudado'],
      ['prêmio: café por 120 pontos', /Mudo para \*café\* por \*120 pontos\*\?/],
      ['sim', 'mudado'],
      ['prêmios', /1\. café: \*120 pontos\*\n/],
    ]);
  });

  it('may be good at several, and a name that no sale has is pointed out', async () => {
    const owner = chat(OWNER);
    await owner.dialog([
      ['prêmio: bolo por 90 pontos só nas lojas Centro e Lapa', /^Prêmio: .*só em Centro e Lapa\. Incluo\?/],
      ['não', 'Nada foi feito'],
    ]);
    await sell(saleOf({ ...CENTRO, storeName: 'Cama e Mesa' }), saleOf({ ...LAPA, externalId: 'other' }));
    await owner.dialog([
      ['prêmio: bolo por 90 pontos só na loja cama e mesa', /^Prêmio: .*só em Cama e Mesa\. Incluo\?/],
      ['não', 'Nada foi feito'],
      [
        'prêmio: bolo por 90 pontos só nas lojas lapa e Jardms',
        /^Ainda não vi vendas de Jardms: .*conheço: Cama e Mesa e Lapa\.\nPrêmio: .*só em Lapa e Jardms\. Incluo\?/,
      ],
      ['não', 'Nada foi feito'],
    ]);
  });

  it.each([
    ['só na loja Centro e na loja Lapa', 'Centro e Lapa'],
    ['só nas lojas do Centro, da Lapa e Cama e Mesa', 'Centro, Lapa e Cama e Mesa'],
    ['só na loja Nossa Senhora de Fátima', 'Nossa Senhora de Fátima'],
    ['só na loja 2', 'Loja 2'],
    ['só na loja Ponto Frio', 'Ponto Frio'],
    ['só na loja C-2', 'C-2'],
  ])('takes names as people say them: %s', async (said, shown) => {
    const names = ['Centro', 'Lapa', 'Cama e Mesa', 'Nossa Senhora de Fátima', 'Loja 2', 'Ponto Frio'];
    const twins = ['C-1', 'C-2'].map((store) => ({ store, storeName: 'Centro' }));
    const stores = [...names.slice(1).map((storeName, i) => ({ store: `id-${i}`, storeName })), ...twins];
    await sell(...stores.map((of, i) => saleOf({ ...of, terminal: `T-${i}`, externalId: `sale ${i}` })));
    await chat(OWNER).dialog([[`prêmio: bolo por 90 pontos ${said}`, `, só em ${shown}. Incluo?`]]);
  });

  it.each([
    'prêmio: café por 100 pontos, não vale na loja Centro',
    'prêmio: café por 100 pontos exceto na loja Centro',
    'prêmio: café por 100 pontos só na loja',
    'prêmio: café por 100 pontos, só em todas as lojas',
  ])('is asked about where its stores are not said: %s', async (sentence) => {
    const owner = chat(OWNER);
    // Where the sentence is only guessed, after the yes.
    const answers = [(await owner.says(sentence)).text, (await owner.says('sim')).text].join('\n');
    expect(answers).toContain('Não entendi em quais lojas');
    expect(answers).not.toContain('Incluo?');
  });

  it.each([
    ['prêmio: pão de queijo só para levar por 90 pontos', 'pão de queijo só para levar'],
    ['prêmio: um vale para a academia por 300 pontos', 'vale para a academia'],
    ['prêmio: café expresso só no balcão por 90 pontos', 'café expresso só no balcão'],
    ['prêmio: vale compras na loja por 90 pontos', 'vale compras na loja'],
  ])('what is no store stays in its name: %s', async (sentence, name) => {
    const { text } = await chat(OWNER).says(sentence);
    expect(text).toContain(`${name}*`);
    expect(text).not.toContain('só em');
  });

  it('is good at its store alone, whether the till says its id or its name', async () => {
    await sell(saleOf(CENTRO), saleOf({ ...LAPA, externalId: 'other' }));
    await chat(OWNER).dialog([
      ['prêmio: café por 100 pontos só na loja Centro', 'Incluo?'],
      ['sim', 'incluído'],
    ]);
    const code = await codeOfReward();
    await chat(CASHIER).dialog([[`validar ${code}`, 'Só em: Centro.']]);
    const at = (store: string) =>
      test.db.asMerchant(shop, (work) => tillValidate(work, { code, till: 'till', store }));
    for (const elsewhere of ['loja-2', 'Lapa'])
      expect(await at(elsewhere)).toMatchObject({ refusal: { code: 'voucher-other-store' } });
    for (const there of ['loja-1', 'centro']) expect(await at(there)).toMatchObject({ ok: true });
    const redeemed = await test.db.asMerchant(shop, (work) =>
      tillRedeem(work, { code, till: 'till', store: 'LOJA-1', purchaseCents: null, key: 'one' }),
    );
    expect(redeemed).toMatchObject({ ok: true });
  });

  it('goes by the store in which a machine was last, also where a later report of the same sale names it', async () => {
    const nameless = saleOf({ ...CENTRO, storeName: null });
    await sell(nameless);
    await sell({ ...nameless, storeName: 'Centro', updatedAt: (nameless.updatedAt ?? 0) + 1000 });
    await chat(OWNER).dialog([
      ['prêmio: café por 100 pontos só na loja Centro', /^Prêmio: .*só em Centro\. Incluo\?/],
      ['sim', 'incluído'],
    ]);
    const code = await codeOfReward();
    const at = (store: string) =>
      test.db.asMerchant(shop, (work) => tillValidate(work, { code, till: 'till', store }));
    expect(await at('loja-1')).toMatchObject({ ok: true });
    await sell(saleOf({ ...LAPA, terminal: CENTRO.terminal, storeName: null, occurredAt: test.clock.now() }));
    expect(await at('loja-2')).toMatchObject({ refusal: { code: 'voucher-other-store' } });
  });

  it('is used by a sale that tells its store by its id, its name, or both', async () => {
    await sell(saleOf(CENTRO), saleOf({ ...LAPA, externalId: 'other' }));
    await test.db.asMerchant(shop, async (work) =>
      setVoucherMode(work, { mode: 'automatic', by: (await staffByPhone(work, OWNER))! }),
    );
    await chat(OWNER).dialog([
      ['prêmio: R$ 10 por 50 pontos só na loja Centro', 'Incluo?'],
      ['sim', 'incluído'],
    ]);
    const paid = async (part: Partial<Sale>): Promise<number | undefined> => {
      const ana = chat(ANA);
      await ana.says('prêmios');
      await ana.says('1');
      const voucherCode = CODE.exec((await ana.says('sim')).text)?.[0] ?? null;
      const sale = saleOf({
        externalId: `paid ${voucherCode}`,
        occurredAt: test.clock.now(),
        voucherCode,
        ...part,
      });
      await sell(sale);
      const row = await test.db.asMerchant(shop, (work) =>
        work.trx<{ id: string; voucher_cents: number }>('sales').where({ id: sale.externalId }).first(),
      );
      return row?.voucher_cents;
    };
    expect(await paid(LAPA)).toBe(0);
    expect(await paid({ ...LAPA, storeName: null })).toBe(0);
    expect(await paid(CENTRO)).toBe(1000);
    expect(await paid({ ...CENTRO, storeName: null })).toBe(1000);
    expect(await paid({ ...CENTRO, store: null })).toBe(1000);
  });
});

describe('the QR of a voucher', () => {
  const pictureOf = async (phone: string): Promise<Buffer> => {
    await sendDue(test.db, new SimulatorChannel(test.db, test.clock, shop), shop, logger);
    const rows = await test.db.asMerchant(shop, (work) =>
      work
        .trx<{ chat_id: string; picture: Buffer | null }>('simulator_messages')
        .where({ chat_id: simulatorChat(phone) })
        .whereNotNull('picture')
        .select('picture'),
    );
    return rows.at(-1)?.picture ?? Buffer.alloc(0);
  };

  it('opens the shop’s chat for who scans it: its staff validate there, once; nobody else can', async () => {
    await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'ready', number: '5511988880000' }));
    await sell(saleOf(CENTRO), saleOf({ externalId: 'of Bia', phone: BIA }));
    await chat(OWNER).dialog([
      ['prêmio: café por 100 pontos só na loja Centro', 'Incluo?'],
      ['sim', 'incluído'],
    ]);
    const code = await codeOfReward();
    const [link = ''] = await qrTextsIn(await pictureOf(ANA));
    expect(link).toBe(`https://wa.me/5511988880000?text=validar%20${code}`);
    const said = decodeURIComponent(new URL(link).search.slice('?text='.length));
    await chat(ANA).dialog([[said, 'Mostre o código no caixa']]);
    await chat(BIA).dialog([[said, 'não tem voucher']]);
    const cashier = chat(CASHIER);
    await cashier.dialog([
      [said, /Voucher de \*café\*.*Entregar \*café\*\?/s],
      ['sim', 'Entregue: *café*'],
      [said, /já foi usado/],
      // As a scanner at the counter's computer types it.
      [link, /já foi usado/],
      ['https://wa.me/5511988880001?text=parar', /^(?!.*(?:parei|não vai mais receber))/is],
    ]);
  });

  it('is the code alone where the shop has no number', async () => {
    await sell(saleOf(CENTRO));
    await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'ready', number: '5511988880000' }));
    await test.db.asMerchant(shop, (work) => recordStatus(work, { state: 'ready' }));
    await chat(OWNER).dialog([
      ['prêmio: café por 100 pontos só na loja Centro', 'Incluo?'],
      ['sim', 'incluído'],
    ]);
    const code = await codeOfReward();
    expect(await qrTextsIn(await pictureOf(ANA))).toEqual([qrText(code)]);
  });
});
