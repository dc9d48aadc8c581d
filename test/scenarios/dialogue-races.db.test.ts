import { takeTurn } from '../../src/bot/conversation';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { addStaff, applySales, checkBooks, currentProgram } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, OWNER, openShop, percent, saleOf } from '../support/shop';

/** Turns race only where there are many sessions; the embedded database has one, and takes them in order. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const ROUNDS = REAL ? 15 : 2;
const MANAGER = '+5511988880006';
const HOUR = 3_600_000;

const test = suiteDatabase(REAL ? 20 : 10);
let shop: number;
let ana: Chat;
let owner: Chat;
let manager: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, async (work) => {
    await addStaff(work, { phone: MANAGER, name: 'Gerente', role: 'manager' });
    await applySales(work, [saleOf({ totalCents: 100_000 })]);
  });
  [ana, owner, manager] = [ANA, OWNER, MANAGER].map((phone) => new Chat(test, shop, phone)) as [
    Chat,
    Chat,
    Chat,
  ];
});
afterEach(async () => {
  expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
});

const count = (table: string): Promise<number> =>
  test.db.asMerchant(
    shop,
    async (work) => ((await work.trx(table).select('merchant_id')) as unknown[]).length,
  );
const together = (...chats: Chat[]): Promise<unknown> => Promise.all(chats.map((chat) => chat.turn()));
const lastOf = async (chat: Chat): Promise<string> => (await chat.hears()).text;
const listed = async () => (await test.db.asMerchant(shop, currentProgram))?.listed ?? [];

describe('two of the staff act on one thing in the same moment', () => {
  it('a rule that both change: one change holds, and the other hears that it changed', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      await owner.says(`mude a regra 1 para ${6 + (i % 2)}%`);
      await manager.says(`mude a regra 1 para ${8 + (i % 2)}%`);
      await Promise.all([owner.writes('sim'), manager.writes('sim')]);
      await together(owner, manager);
      const said = [await lastOf(owner), await lastOf(manager)];
      expect(said.filter((text) => text.includes('mudada'))).toHaveLength(1);
      expect(said.filter((text) => text.includes('mudou enquanto'))).toHaveLength(1);
    }
  });

  it('a rule that one pauses and the other deletes: one of the two happens', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      await owner.says('cashback 2% no pix');
      await owner.says('sim');
      const before = (await listed()).length;
      await owner.says(`apagar regra ${before}`);
      await manager.says(`pausar regra ${before}`);
      await Promise.all([owner.writes('sim'), manager.writes('sim')]);
      await together(owner, manager);
      const said = [await lastOf(owner), await lastOf(manager)];
      expect(said.filter((text) => /apagada|em pausa/.test(text))).toHaveLength(1);
      expect(said.filter((text) => /mudou enquanto|não existe mais/.test(text))).toHaveLength(1);
      if ((await listed()).length === before)
        await owner.dialog([
          [`apagar regra ${before}`, /sim/],
          ['sim', 'apagada'],
        ]);
    }
  });

  it('a rule that one creates while the other decides on one: the other is asked again, with what holds now', async () => {
    const [before] = await listed();
    await owner.says('cashback 5% no pix');
    await manager.dialog([
      ['cashback 7% no débito', /sim/],
      ['sim', 'Regra 2'],
    ]);
    const again = (await owner.says('trocar')).text;
    expect(again).toMatch(/mudou enquanto[^]*5%[^]*outras 2 regras/);
    expect(await listed()).toHaveLength(2);
    await owner.dialog([['sim', 'Regra 3']]);
    expect((await listed())[0]).toEqual(before);

    await owner.says('cashback 40% no pix');
    await manager.dialog([
      ['cashback 2% no crédito', /sim/],
      ['sim', 'Regra 4'],
    ]);
    // No PIN is asked for what is asked again.
    await owner.dialog([['sim', /mudou enquanto[^]*40%/]]);
    expect(await listed()).toHaveLength(4);
  });

  it('one rule that both create at once: the other is asked again', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const before = (await listed()).length;
      await owner.says(`cashback ${2 + (i % 5)}% no pix`);
      await manager.says(`cashback ${2 + (i % 5)}% no pix`);
      await Promise.all([owner.writes('sim'), manager.writes('sim')]);
      await together(owner, manager);
      const said = [await lastOf(owner), await lastOf(manager)];
      expect(said.filter((text) => text.startsWith('Regra'))).toHaveLength(1);
      expect(said.filter((text) => text.includes('mudou enquanto'))).toHaveLength(1);
      expect((await listed()).length).toBe(before + 1);
      await Promise.all([owner.says('cancelar'), manager.says('cancelar')]);
      // Together they are not to come to what wants a PIN.
      await owner.dialog([
        [`apagar regra ${before + 1}`, /sim/],
        ['sim', 'apagada'],
      ]);
    }
  });

  it('a setting, the offers’ hours, a text, a prize: the later yes is asked again, once', async () => {
    const both: [string, string, RegExp, RegExp][] = [
      [
        'cashback paga até 30% da compra',
        'cashback paga até 50% da compra',
        /mudou enquanto[^]*50%[^]*30%/,
        /./,
      ],
      ['horário 9h às 19h', 'horário 10h às 18h', /mudou enquanto[^]*10:00[^]*09:00/, /09:00/],
      ['prêmio: café por 100 pontos', 'prêmio: café por 150 pontos', /mudou enquanto[^]*150/, /mudado/],
    ];
    for (const [ofOwner, ofManager, again, done] of both) {
      await owner.says(ofOwner);
      await manager.says(ofManager);
      await manager.says('sim');
      await owner.dialog([
        ['sim', again],
        ['sim', done],
      ]);
      expect(await lastOf(owner)).not.toContain('mudou enquanto');
    }
    await owner.says('mudar mensagem de boas-vindas');
    await manager.says('mudar mensagem de boas-vindas');
    await manager.says('Bem-vindo à {loja}, vale muito! {parar}');
    await owner.says('Oi! Aqui é da {loja}, que bom ter você. {parar}');
    await manager.says('sim');
    await owner.dialog([
      ['sim', /mudou enquanto[^]*vale muito[^]*que bom ter você/],
      ['sim', /boas-vindas/],
    ]);
    expect(await lastOf(owner)).not.toContain('mudou enquanto');
  });

  it('a voucher that both validate pays once', async () => {
    for (let i = 0; i < Math.min(ROUNDS, 8); i++) {
      await ana.says('resgatar 5');
      const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ana.says('sim')).text)?.[0] ?? '';
      await owner.says(`validar ${code} em 50,00`);
      await manager.says(`validar ${code} em 50,00`);
      await Promise.all([owner.writes('sim'), manager.writes('sim')]);
      await together(owner, manager);
      const said = [await lastOf(owner), await lastOf(manager)];
      expect(said.filter((text) => text.includes('já foi usado'))).toHaveLength(1);
    }
    const used: unknown[] = await test.db.asMerchant(shop, (work) =>
      work.trx('audit_log').where({ action: 'redeem-voucher' }).select(),
    );
    expect(used).toHaveLength(Math.min(ROUNDS, 8));
  });

  it('the last change that both undo is undone once', async () => {
    await owner.dialog([
      ['cashback 3% no pix', /sim/],
      ['sim', 'Regra 2'],
    ]);
    await owner.says('desfazer');
    await manager.says('desfazer');
    await Promise.all([owner.writes('sim'), manager.writes('sim')]);
    await together(owner, manager);
    const said = [await lastOf(owner), await lastOf(manager)];
    expect(said.filter((text) => text.startsWith('Desfeito'))).toHaveLength(1);
    expect(await listed()).toHaveLength(1);
  });
});

describe('one chat', () => {
  it('two messages at once are stored and answered once, whichever workers take the turn', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const before = (await ana.answers()).length;
      await Promise.all([ana.writes('quanto'), ana.writes('eu tenho')]);
      await Promise.all(Array.from({ length: 6 }, () => takeTurn(test.db, shop, simulatorChat(ANA))));
      expect((await ana.answers()).length).toBe(before + 1);
    }
  });

  it('the same message, delivered many times at once and by turns at once, does its deed once', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const before = await count('vouchers');
      await ana.says('resgatar 2');
      await Promise.all(Array.from({ length: 6 }, () => ana.writes('sim', { id: `yes-${i}` })));
      await Promise.all([
        ...Array.from({ length: 4 }, () => ana.turn()),
        ana.writes('sim', { id: `yes-${i}` }),
      ]);
      await ana.turn();
      expect(await count('vouchers')).toBe(before + 1);
    }
  });

  it('a yes that comes with the wish to cancel does one of the two, wholly', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const before = await count('vouchers');
      await ana.says('resgatar 2');
      await Promise.all([ana.writes('sim'), ana.writes('cancelar')]);
      await together(ana, ana, ana);
      const made = (await count('vouchers')) - before;
      const text = await lastOf(ana);
      expect(made).toBe(/[0-9A-Z]{4}-[0-9A-Z]{4}/.test(text) ? 1 : 0);
    }
  });

  it('a wish to redeem said twice in two quick messages makes one voucher of what there is', async () => {
    for (const says of ['resgatar 60', 'resgatar tudo']) {
      const before = await count('vouchers');
      await Promise.all([ana.writes(says), ana.writes(says)]);
      await together(ana, ana);
      await Promise.all([ana.writes('sim'), ana.writes('sim')]);
      await together(ana, ana);
      await ana.says('sim');
      expect(await count('vouchers')).toBe(before + 1);
    }
    expect((await ana.says('saldo')).text).not.toMatch(/-R\$|R\$ -/);
  });

  it('an opt-out and a wish to redeem at once: no offers from then on, and the voucher only by a yes', async () => {
    await Promise.all([ana.writes('sair'), ana.writes('resgatar 20')]);
    await together(ana, ana);
    expect((await ana.answers()).map(({ text }) => text).join('\n')).toMatch(/parei/);
    expect(await count('vouchers')).toBe(0);
    await Promise.all([ana.writes('sim'), ana.writes('sair')]);
    await together(ana, ana);
    const made = await count('vouchers');
    expect(made).toBe(/[0-9A-Z]{4}-[0-9A-Z]{4}/.test(await lastOf(ana)) ? 1 : 0);
    const buyer = await test.db.asMerchant(shop, (work) =>
      work.trx('customers').where({ marketing_consent: false }).select('id'),
    );
    expect(buyer).toHaveLength(1);
  });

  it('two people who first write in the same moment are each one customer', async () => {
    for (let i = 0; i < ROUNDS; i++) {
      const phone = `+55119777700${String(i).padStart(2, '0')}`;
      const stranger = new Chat(test, shop, phone);
      await stranger.writes('oi');
      await Promise.all([
        stranger.turn(),
        test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ phone })])),
        stranger.turn(),
      ]);
      const rows: unknown[] = await test.db.asMerchant(shop, (work) =>
        work.trx('customer_identities').where({ value: phone }).select(),
      );
      expect(rows).toHaveLength(1);
    }
  });
});

describe('time', () => {
  it('an answer two days later does nothing and says so, whoever opened the question', async () => {
    await ana.dialog([['resgatar 20', /sim/]]);
    await owner.dialog([['cashback 5% acima de R$ 50', /sim/]]);
    test.clock.advance(48 * HOUR);
    await Promise.all([ana.writes('sim'), owner.writes('sim')]);
    await together(ana, owner);
    expect(await lastOf(ana)).toContain('passou de 10 minutos');
    expect(await lastOf(owner)).toContain('passou de 10 minutos');
    expect([await count('vouchers'), (await listed()).length]).toEqual([0, 1]);
  });

  const DAYS_AGO = 48 * HOUR;
  const late = async (text: string): Promise<string> =>
    (await ana.says(text, { at: test.clock.now() - DAYS_AGO })).text;

  it('what is asked after an answer came too late is taken up by one word', async () => {
    for (const [asks, answer] of [
      ['resgatar 20', 'sim'],
      ['resgatar', '20'],
      ['quero usar meu saldinho aí', 'sim'],
    ] as const) {
      await ana.says(asks);
      test.clock.advance(DAYS_AGO);
      await ana.dialog([
        [
          answer,
          /^Esse pedido passou de 10 minutos[^\n]* Quer usar seu cashback\? Diga “sim” e continuamos\.$/,
        ],
        ['sim', asks === 'resgatar 20' ? /R\$ 20,00[^]*“sim”/ : 'Quanto quer usar'],
        ['cancelar', 'Nada foi feito'],
      ]);
    }
    expect(await count('vouchers')).toBe(0);
  });

  it('a yes written before a question confirms nothing of it', async () => {
    await ana.says('resgatar 20');
    expect(await late('sim')).toMatch(
      /^Só agora recebi sua mensagem “sim” de \d\d\/\d\d às \d\d:\d\d\. [^\n]*\n\nVoltando: [^]*R\$ 20,00/,
    );
    expect(await count('vouchers')).toBe(0);
    await ana.writes('sim', { at: test.clock.now() - DAYS_AGO });
    await ana.writes('saldo');
    await ana.turn();
    expect(await lastOf(ana)).toMatch(/^Só agora recebi[^]*Você tem \*R\$ 100,00/);
    expect(await count('vouchers')).toBe(0);
    await ana.dialog([['sim', /[0-9A-Z]{4}-[0-9A-Z]{4}/]]);
    await ana.says('resgatar 5');
    // Not late by the hour, and written before what led to the question.
    expect((await ana.says('sim', { at: test.clock.now() - 60_000 })).text).toMatch(/^Só agora recebi/);
    expect(await count('vouchers')).toBe(1);
  });

  it('a wish of two days ago, and the yes that was written after it, make no voucher', async () => {
    expect(await late('resgatar 20')).toMatch(
      /^Sobre sua mensagem “resgatar 20” de [^\n]*, que só chegou agora:\n\n[^]*R\$ 20,00[^]*“sim”/,
    );
    expect(await late('sim')).toMatch(/^Só agora recebi sua mensagem “sim”/);
    expect(await count('vouchers')).toBe(0);
    expect(await late('saldo')).toMatch(/^Só agora recebi[^]*Voltando/);
    await ana.says('cancelar');
    expect(await late('saldo')).toMatch(/^Sobre sua mensagem “saldo” de[^]*Você tem/);
  });

  it('a number of two days ago takes nothing of a list of today, and an opt-out counts whenever it comes', async () => {
    await ana.says('menu');
    expect(await late('2')).not.toMatch(/Quanto quer usar/);
    await ana.says('resgatar 20');
    expect(await late('sair')).toMatch(/parei/);
    await ana.says('voltar');
    await ana.says('resgatar 20');
    expect(await late('saldo e sair')).toMatch(/parei/);
    expect(await late('oi')).toMatch(/^Sobre sua mensagem “oi”/);
  });

  it('fifty messages of one sender wait for nobody, and nobody for them', async () => {
    for (let i = 0; i < 50; i++) await ana.writes(`mensagem ${i}`);
    const bia = new Chat(test, shop, BIA);
    await bia.writes('saldo');
    const order: string[] = [];
    await Promise.all([ana.turn().then(() => order.push('ana')), bia.turn().then(() => order.push('bia'))]);
    expect(await lastOf(bia)).toContain('saldo');
    expect((await ana.answers()).length).toBe(1);
    expect(order).toHaveLength(2);
  });
});
