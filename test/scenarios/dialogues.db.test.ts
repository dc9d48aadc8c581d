import { takeTurn } from '../../src/bot/conversation';
import { personWrote } from '../../src/bot/conversation/handover';
import { applySales, currentProgram } from '../../src/loyalty';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, OWNER, openShop, percent, saleOf } from '../support/shop';

const HOUR = 3_600_000;
const test = suiteDatabase();
let shop: number;
let ana: Chat;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ totalCents: 100_000 })]));
  ana = new Chat(test, shop, ANA);
  owner = new Chat(test, shop, OWNER);
});

const rules = async (): Promise<unknown[]> =>
  ((await test.db.asMerchant(shop, currentProgram))?.rules ?? []).map(({ benefit }) => benefit);
const answersOf = async (chat: Chat): Promise<number> => (await chat.answers()).length;
const told = (template: string) =>
  test.db.asMerchant(shop, (work) => work.trx('outbox').where({ template }).orderBy('seq').pluck('params'));

describe('repairs', () => {
  it('comes back to an open question once, and lets it go at the second wish', async () => {
    await owner.dialog([
      ['cashback 7%', /7%.*sim/s],
      ['equipe', /Voltando:/],
      ['status', /^(?!.*Voltando)/s],
      ['sim', 'nada esperando'],
    ]);
  });

  it('takes a later number for no answer to an earlier list, and never opts out by it', async () => {
    await ana.dialog([
      ['menu', 'Posso ajudar com'],
      ['asdfgh qwerty', /^Não entendi\. Diga “menu”/],
      ['saldo', 'R$ 100,00'],
      ['1', /^Não entendi/],
      ['mais', 'Era tudo'],
      ['1', /^Não entendi/],
    ]);
  });

  it('a number said after another answer picks from no list of before, whosever list it was', async () => {
    for (const list of ['mensagens', 'modo de voucher', 'exportar']) {
      await owner.dialog([
        [list, /1\. /],
        ['saldo', 'saldo'],
        ['1', /^Não entendi/],
      ]);
    }
    await owner.dialog([
      ['mensagens', /1\. /],
      ['1', /benefício de uma venda/],
    ]);
  });

  it('a word that a question offered is a wish again once something else was answered', async () => {
    await owner.dialog([
      ['pausar', 'O que eu pauso?'],
      ['pausar mensagens', 'em pausa'],
      ['ativar mensagens', 'voltaram'],
      ['mensagens', /^O que o programa manda/],
      ['pausar', 'O que eu pauso?'],
      ['mensagens', 'Mensagens automáticas em pausa'],
    ]);
  });

  it('says the next step when it is asked for, and what the yes within it would be is none', async () => {
    await owner.dialog([
      ['e agora?', /O programa está ativo/],
      ['sim', 'nada esperando'],
    ]);
  });

  it('a cashier is told what is the managers’, and greeted by what is theirs', async () => {
    await new Chat(test, shop, CASHIER).dialog([
      ['oi', /^Oi, Caixa! .*“validar”/],
      ['cashback 10% acima de R$ 50', 'Só a gerência pode pedir isso'],
      ['cashback paga até 30% da compra', 'Só a gerência pode pedir isso'],
      ['sim', 'nada esperando'],
    ]);
    expect(await rules()).toHaveLength(1);
  });

  it('“não” to a question about oneself ends the questions, and a receipt’s number may come alone', async () => {
    await ana.dialog([
      ['cadastro', 'aniversário'],
      ['não', 'fica para depois'],
      ['nota', 'NSU'],
      ['123456 52,90', /Não encontrei|Não achei/],
      ['nota', 'NSU'],
      ['saldo', 'R$ 100,00'],
    ]);
  });

  it('says that nothing is open where nothing is, instead of guessing what to cancel', async () => {
    await ana.dialog([
      ['cancelar', /^Não há nada em aberto para cancelar/],
      ['deixa pra lá', /^Não há nada em aberto para cancelar/],
      ['resgatar 20', /sim/],
    ]);
    test.clock.advance(11 * 60_000);
    await ana.dialog([['cancelar', 'passou de 10 minutos']]);
    await ana.dialog([['resgatar - 3', /^O valor precisa ser maior que zero/]]);
    await ana.dialog([
      ['-3', /^O valor precisa ser maior que zero/],
      ['1.234', /^Esse valor pode ser lido de dois jeitos\. Se é \*R\$ 1\.234,00\*/],
      ['1234', /Você tem \*R\$ 100,00\* para usar, e pediu \*R\$ 1\.234,00\*/],
      ['resgatar 1.234', /dois jeitos/],
      ['3', /R\$ 3,00.*sim/s],
    ]);
  });

  it('cancels, and corrects: “não, 30” is asked about again', async () => {
    await ana.dialog([
      ['resgatar 20', /R\$ 20,00.*sim/s],
      ['não, 30', /R\$ 30,00.*sim/s],
      ['na verdade era 25', /R\$ 25,00.*sim/s],
      ['cancelar', 'Nada foi feito'],
      ['sim', 'nada esperando'],
    ]);
    await owner.dialog([
      ['cashback 5% acima de R$ 50', /5%.*R\$ 50,00.*sim/s],
      ['não, 7%', /7%.*R\$ 50,00.*sim/s],
      ['sim', 'Regra 2'],
    ]);
    expect(await rules()).toContainEqual({ kind: 'cashback-percent', bps: 700 });
    expect(await rules()).not.toContainEqual({ kind: 'cashback-percent', bps: 500 });
  });

  it.each([
    [
      'an amount that was an answer',
      [
        ['resgatar', 'Quanto'],
        ['20', 'R$ 20,00'],
      ],
    ],
    [
      'all of it',
      [
        ['resgatar', 'Quanto'],
        ['tudo', 'R$ 100,00'],
      ],
    ],
    [
      'what was put right before',
      [
        ['resgatar 20', 'R$ 20,00'],
        ['não, 25', 'R$ 25,00'],
      ],
    ],
  ] as const)('puts right %s', async (_what, before) => {
    for (const correction of ['não, 30', 'não, só 30', 'não, na verdade 30', 'sim, mas só 30'])
      await ana.dialog([...before, [correction, 'R$ 30,00'], ['não', 'Nada foi feito']] as never);
  });

  it('what is put right in an answer that is no yes: “não, 5” to how much', async () => {
    await ana.dialog([
      ['resgatar', 'Quanto quer usar'],
      ['não, 5', /R\$ 5,00.*sim/s],
      ['cancelar', 'Nada foi feito'],
    ]);
  });

  it('puts a figure of a rule right, and asks which where it has more of them', async () => {
    await owner.dialog([
      ['cashback 5% acima de R$ 50, vale 30 dias', /R\$ 50,00.*sim/s],
      ['não, 40', /O que é “40” na regra\?/],
      ['não, acima de 40', /acima de R\$ 40,00, válido por 30 dias(.|\n)*sim/],
      ['sim', 'Regra 2'],
      ['na regra 2, máximo R$ 20', /R\$ 20,00 por compra/],
      ['não, 30', /no máximo R\$ 30,00 por compra(.|\n)*Mudo/],
      ['não, vale 60 dias', /R\$ 30,00 por compra, válido por 60 dias(.|\n)*Mudo/],
      ['cancelar', 'Nada foi feito'],
      ['regra 2', /^Regra 2: cashback de 5% acima de R\$ 40,00, válido por 30 dias\nEstá valendo/],
    ]);
  });

  it('answers something else in between and comes back to the question', async () => {
    await ana.dialog([
      ['resgatar 20', /sim/],
      ['saldo', /R\$ 100,00[^]*Voltando: Troco \*R\$ 20,00\*/],
      ['sim', /R\$ 20,00/],
    ]);
  });

  it('goes on in another language in the middle, the question with it', async () => {
    await ana.dialog([
      ['resgatar 20', /sim/],
      ['english', /I’ll speak English(.|\n)*R\$ 20\.00(.|\n)*“yes”/],
      ['yes', /R\$ 20\.00/],
    ]);
  });

  it('a question that waits for something else than a yes is put again in the new language, with what was answered before', async () => {
    await owner.dialog([
      ['adicionar caixa', 'Qual é o telefone'],
      ['español', /¿Cuál es el teléfono/],
      ['11 98888-0009', /^¿Pongo al 11 98888-0009 en el equipo como cajero\?/],
      ['english', /11 98888-0009[^]*cashier/],
      ['no', 'Nothing was done'],
    ]);
    await ana.dialog([
      ['resgatar', 'Quanto'],
      ['english', /How much do you want to use\?$/],
      ['20', /^Turn \*R\$ 20\.00\*/],
    ]);
  });

  it('an answer two days later does nothing and says so, a number as well as a yes', async () => {
    await ana.dialog([['resgatar', 'Quanto quer usar']]);
    test.clock.advance(48 * HOUR);
    await ana.dialog([['20', 'passou de 10 minutos']]);
    await ana.dialog([['resgatar 20', /sim/]]);
    test.clock.advance(48 * HOUR);
    await ana.dialog([
      ['sim', 'passou de 10 minutos'],
      ['saldo', 'R$ 100,00'],
    ]);
  });

  it('the same message twice is answered once, and does its deed once', async () => {
    await ana.says('resgatar 20');
    await ana.writes('sim', { id: 'same' });
    await ana.writes('sim', { id: 'same' });
    await ana.turn();
    await ana.writes('sim', { id: 'same' });
    await ana.turn();
    expect(await answersOf(ana)).toBe(2);
    const vouchers: unknown[] = await test.db.asMerchant(shop, (work) => work.trx('vouchers').select());
    expect(vouchers).toHaveLength(1);
  });

  it('a burst is one turn; two turns at once happen one after the other', async () => {
    for (const word of ['quanto', 'eu', 'tenho?']) await ana.writes(word);
    await Promise.all([1, 2, 3].map(() => takeTurn(test.db, shop, simulatorChat(ANA))));
    expect(await answersOf(ana)).toBe(1);
    expect((await ana.hears()).text).toContain('R$ 100,00');
  });

  it('two wishes in a burst are two, and a no between them leaves the first', async () => {
    for (const text of ['resgatar 20', 'não', 'saldo']) await ana.writes(text);
    await ana.turn();
    expect((await ana.hears()).text).toMatch(/cancelei(.|\n)*Você tem \*R\$ 100,00\*(?!(.|\n)*Troco)/);
  });

  it('a clock that is put back lets nobody wait for it', async () => {
    const before = test.clock.now();
    test.clock.advance(420_000);
    await ana.writes('saldo');
    test.clock.set(before);
    await ana.turn();
    expect(await answersOf(ana)).toBe(1);
  });

  it('a restart between question and answer is not noticed: the step is in the database', async () => {
    await owner.dialog([['cashback 5% acima de R$ 50', /sim/]]);
    jest.resetModules();
    const fresh = jest.requireActual<{ takeTurn: typeof takeTurn }>('../../src/bot/conversation');
    await owner.writes('sim');
    await fresh.takeTurn(test.db, shop, simulatorChat(OWNER));
    expect((await owner.hears()).text).toContain('Regra 2');
  });

  it('two of the staff on one rule: the second hears that it changed', async () => {
    const second = '+5511988880006';
    await test.db.asMerchant(shop, (work) =>
      work.trx('staff').insert({
        merchant_id: shop,
        id: '00000000-0000-4000-8000-000000000002',
        phone: second,
        name: 'Gerente',
        role: 'manager',
        created_at: new Date(test.clock.now()),
      }),
    );
    const manager = new Chat(test, shop, second);
    await manager.says('mude a regra 1 para 5%');
    await owner.dialog([
      ['mude a regra 1 para 8%', /sim/],
      ['sim', 'mudada'],
    ]);
    expect((await manager.says('sim')).text).toMatch(/mudou/);
    expect(await rules()).toEqual([{ kind: 'cashback-percent', bps: 800 }]);
  });
});

describe('a question that another one followed', () => {
  it('is open no longer: a second yes erases nobody', async () => {
    await ana.dialog([
      ['apagar meus dados', 'meus dados'],
      ['resgatar 20', 'R$ 20,00'],
      ['sim', 'Seu voucher'],
      ['sim', 'nada esperando'],
      ['saldo', 'R$ 80,00'],
    ]);
  });

  it.each(['sim', 'não', 'cancelar'])('nor does a second yes after “%s” delete a rule', async (answered) => {
    await owner.dialog([
      ['cashback 5% no pix', 'Crio?'],
      ['sim', 'criada'],
      ['apagar regra 2', 'Apago'],
      ['pausar regra 1', 'Pauso'],
      [answered, /./],
      ['sim', 'nada esperando'],
    ]);
    expect(await rules()).toContainEqual({ kind: 'cashback-percent', bps: 500 });
  });

  it('is put again where a guess was asked about in between and refused', async () => {
    await ana.dialog([
      ['resgatar 20', 'R$ 20,00'],
      ['apaga tudo que vocês têm de mim no sistema', /apagar seus dados\?/],
      ['não', /Voltando: Troco \*R\$ 20,00\*/],
      ['sim', 'Seu voucher'],
    ]);
  });

  it('is put again whole, with what it is about', async () => {
    await owner.dialog([
      ['apagar regra 1', 'cashback de 10%'],
      ['status', /Voltando: (.|\n)*cashback de 10%/],
    ]);
  });
});

it('a rule that gives a voucher is shown with it, on a sale whose buyer is known', async () => {
  await test.db.asMerchant(shop, (work) =>
    applySales(work, [saleOf({ externalId: 'nobody', phone: null, totalCents: 90_000 })]),
  );
  await owner.dialog([
    [
      'vale de R$ 15 acima de 50',
      /venda de \*R\$ 1\.000,00\*.* teria dado .*R\$ 100,00.* e um voucher de \*R\$ 15,00\*/,
    ],
    ['não', 'Nada foi feito'],
    ['vale de R$ 15 acima de 50', /com ela|e 1 voucher \(até/],
    ['não', /./],
    ['acima de 50 ganha um voucher de um café', /e 1 voucher(?! \(até)/],
  ]);
});

describe('who does not know', () => {
  it('hears the question again, and how to leave it', async () => {
    await ana.dialog([
      ['resgatar', 'Quanto'],
      ['não sei', /Sem pressa\.(.|\n)*Quanto(.|\n)*“cancelar”/],
      ['20', 'R$ 20,00'],
    ]);
  });

  it('is shown the short menu, and the question with it, which a yes still answers', async () => {
    await ana.dialog([
      ['resgatar 20', 'R$ 20,00'],
      ['blorg blarg', /Não entendi\. Troco/],
      ['blorg blarg', /1\. (.|\n)*Voltando: Troco \*R\$ 20,00\*/],
      ['sim', 'Seu voucher'],
    ]);
  });
});

describe('a person', () => {
  it('is called by the customer; the bot is silent until its name is said', async () => {
    await ana.dialog([
      ['minha compra de ontem não entrou www.mau.com.br *oi*', /sem seu telefone|Não entendi/],
      ['quero falar com alguém', 'Chamei a equipe'],
    ]);
    const [params] = await told('person-asked');
    expect(params).toMatchObject({ phone: ANA, question: expect.stringContaining('minha compra de ontem') });
    const before = await answersOf(ana);
    await ana.says('alô?');
    await ana.says('saldo');
    expect(await answersOf(ana)).toBe(before);
    await ana.dialog([
      ['bot', 'Voltei'],
      ['saldo', 'R$ 100,00'],
    ]);
  });

  it.each([
    ['atendente', ['pode voltar o robô', 'Voltei'], ['bot, meu saldo', 'R$ 100,00'], 'robô você é ruim'],
    ['quiero hablar con una persona', ['vuelve robot', /./], ['robot, saldo', 'R$ 100,00'], 'robot malo'],
    ['human', ['talk to the bot again', 'Voltei'], ['bot, my balance', 'R$ 100,00'], 'bot you are bad'],
  ] as const)(
    'called by “%s”, the bot is back by its name, alone or before a wish',
    async (call, alone, wish, other) => {
      await ana.says(call);
      const before = await answersOf(ana);
      await ana.says(other);
      expect(await answersOf(ana)).toBe(before);
      await ana.dialog([alone]);
      await ana.says(call);
      await ana.dialog([wish]);
    },
  );

  it('opt-out is heard in the silence too, and twelve hours later the bot is back', async () => {
    await ana.says('atendente');
    await ana.dialog([['sair', 'parei as novidades']]);
    await ana.says('atendente');
    test.clock.advance(12 * HOUR + 1_000);
    await ana.dialog([['saldo', 'R$ 100,00']]);
  });

  it('who writes on the shop’s phone silences the bot there; both are told, once', async () => {
    await ana.says('oi');
    const typed = (seconds: number) =>
      test.db.asMerchant(shop, (work) =>
        personWrote(work, {
          id: `typed-${seconds}`,
          chatId: simulatorChat(ANA),
          at: test.clock.now() + seconds,
        }),
      );
    await typed(0);
    await typed(5);
    expect((await ana.hears()).text).toContain('uma pessoa da loja');
    expect(await told('person-wrote')).toMatchObject([{ phone: ANA }]);
    const before = await answersOf(ana);
    await ana.says('saldo');
    expect(await answersOf(ana)).toBe(before);
    await owner.dialog([
      ['bot 11 98888-0001', 'volto a responder'],
      ['bot 11 98888-0001', 'Não estou em silêncio'],
    ]);
    await ana.dialog([['saldo', 'R$ 100,00']]);
  });

  it('comes by itself when nothing is understood: the short menu, then a person', async () => {
    const bia = new Chat(test, shop, BIA);
    await bia.says('xyzzy plugh');
    expect((await bia.says('frotz gnusto')).text).toMatch(
      /Ainda não entendi[^]*1\. ver seu saldo[^]*4\. falar com/,
    );
    expect((await bia.says('blorb vezza')).text).toContain('chamei uma pessoa');
    expect(await told('person-asked')).toHaveLength(1);
  });
});

describe('who never acts for the shop', () => {
  it.each([
    'apagar regra 1',
    'ativar',
    'validar ABCD-1234 em 80,00',
    'adicionar dono 11 98888-0002',
    'desfazer',
  ])('a stranger, or a sender whose phone is not known: “%s”', async (says) => {
    for (const phone of [null, BIA]) {
      const chat = new Chat(test, shop, phone);
      await chat.says(says);
      await chat.says('sim');
    }
    expect(await rules()).toHaveLength(1);
    const log: unknown[] = await test.db.asMerchant(shop, (work) =>
      work.trx('audit_log').whereNotNull('staff_id'),
    );
    expect(log).toEqual([]);
  });

  it('a name cannot bring formatting or links into what the staff read', async () => {
    await test.db.asMerchant(shop, (work) =>
      work.trx('staff').where({ phone: CASHIER }).update({ name: '*João* _x_ www.mau.com https://mau.com' }),
    );
    const { text } = await owner.says('equipe');
    expect(text).toContain('João x');
    expect(text).not.toMatch(/[*_]|mau\.com/);
  });

  it('5,000 characters and fifty messages in a second leave the chat and the others alive', async () => {
    expect((await ana.says('a'.repeat(5_000))).text).toContain('longa demais');
    for (let i = 0; i < 50; i++) await ana.writes(`mensagem ${i}`);
    await new Chat(test, shop, BIA).dialog([['saldo', 'saldo']]);
    await ana.turn();
    await ana.dialog([['bot', /Estou aqui|Voltei/]]);
  });
});
