import { applySales, currentProgram, customerBy, loadCustomer } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;
let ana: Chat;
let owner: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ totalCents: 100_000 })]));
  [ana, owner] = [new Chat(test, shop, ANA), new Chat(test, shop, OWNER)];
});

const answersOf = async (chat: Chat): Promise<number> => (await chat.answers()).length;
const called = (): Promise<unknown[]> =>
  test.db.asMerchant(shop, (work) => work.trx('outbox').where({ template: 'person-asked' }).select());
const wantsAny = (): Promise<boolean> =>
  test.db.asMerchant(shop, async (work) => {
    const id = await customerBy(work, { kind: 'phone', value: ANA });
    return id !== null && !(await loadCustomer(work, id)).messagesStopped;
  });

it('who opts out hears that the question lapses, and nothing is done', async () => {
  await ana.dialog([
    ['resgatar 20', 'R$ 20,00'],
    ['sair', /(.|\n)*pergunta que estava aberta ficou sem efeito/],
    ['sim', 'nada esperando'],
    ['voltar', /./],
    ['sair', /^(?!(.|\n)*ficou sem efeito)/],
  ]);
});

it('an end of the hours for offers is of the evening where it would lie before their beginning', () =>
  owner.dialog([
    ['não mandar nada depois das 8', 'escolher o horário'],
    ['sim', 'Ofertas só das 09:00 às 20:00'],
  ]));

it('a no to how much is a no', () =>
  ana.dialog([
    ['resgatar', 'Quanto'],
    ['não', 'Nada foi feito'],
    ['20', /^(?!Troco)/],
  ]));

describe('the menu', () => {
  it('leaves the question open and tells it: a yes answers it', async () => {
    await ana.dialog([
      ['resgatar 20', 'R$ 20,00'],
      ['menu', /^Posso ajudar com(.|\n)*Voltando: Troco \*R\$ 20,00\*/],
      ['sim', /^Seu voucher de \*R\$ 20,00\*/],
    ]);
    await owner.dialog([
      ['apagar regra 1', 'Apago'],
      ['menu', /^Posso ajudar com(.|\n)*Voltando: Regra 1/],
      ['mais', /^Posso ajudar com/],
      ['sim', 'Regra apagada'],
    ]);
    expect((await test.db.asMerchant(shop, currentProgram))?.rules).toEqual([]);
  });

  it('after something else, too; a number picks from it and comes back, a no answers', async () => {
    await ana.dialog([
      ['resgatar 20', 'R$ 20,00'],
      ['saldo', 'Voltando'],
      ['menu', 'Voltando: Troco *R$ 20,00*'],
      ['8', /^Como funciona(.|\n)*Voltando: Troco \*R\$ 20,00\*/],
      ['menu', 'Voltando: Troco *R$ 20,00*'],
      ['não', 'Nada foi feito'],
      ['sim', 'nada esperando'],
    ]);
  });

  it('what is none of its numbers answers the question', () =>
    ana.dialog([
      ['resgatar', 'Quanto'],
      ['menu', /^Posso(.|\n)*Voltando: (.|\n)*Quanto quer usar/],
      ['20', 'Troco *R$ 20,00*'],
    ]));
});

describe('a no to a list', () => {
  it.each(['menu', 'ganho', 'extrato'])('closes it kindly: %s', async (list) => {
    await ana.says(list);
    await ana.dialog([['não', /^Tudo bem! Precisando/]]);
    expect(await called()).toEqual([]);
  });

  it.each([
    ['mensagens', 'não'],
    ['modo de voucher', 'não'],
    ['modo de voucher', 'deixa'],
  ])('%s, %s', (list, no) =>
    owner.dialog([
      [list, /\n1\. /],
      [no, /^Tudo bem! Precisando/],
      ['1', /^Não entendi/],
    ]),
  );
});

describe('a person who is called while a question is open', () => {
  it('lets it lapse, and says so', async () => {
    await ana.dialog([
      ['resgatar 5', 'Troco'],
      ['atendente', /^Chamei a equipe(?!(.|\n)*Voltando)(.|\n)*ficou sem efeito: nada foi feito\.$/],
    ]);
    const before = await answersOf(ana);
    await ana.says('sim');
    expect(await answersOf(ana)).toBe(before);
    await ana.dialog([
      ['bot', 'Voltei'],
      ['sim', 'nada esperando'],
    ]);
  });

  it('because nothing was understood, too', () =>
    ana.dialog([
      ['resgatar 5', 'Troco'],
      ['blorg blarg', 'Troco'],
      ['blorg blarg', 'Voltando: Troco'],
      ['blorg blarg', /chamei uma pessoa(.|\n)*ficou sem efeito/],
    ]));

  it('says nothing of a question where none is open', () =>
    ana.dialog([['atendente', /^Chamei a equipe(?!(.|\n)*sem efeito)/]]));
});

describe('“cancelar tudo”', () => {
  it.each(['cancelar tudo', 'cancela tudo', 'cancel everything', 'cancelar todo'])(
    'cancels what is open, and opts out of nothing: %s',
    async (says) => {
      for (const text of ['resgatar 10', 'resgatar 15']) await ana.writes(text);
      await ana.turn();
      await ana.dialog([
        [says, /^Tudo bem, cancelei\. Nada foi feito\.(?!(.|\n)*Troco)/],
        ['sim', 'nada esperando'],
      ]);
      expect(await wantsAny()).toBe(true);
    },
  );

  it.each(['cancelar tudo', 'cancel everything', 'cancelar todo'])(
    'is asked about where nothing is: %s',
    async (says) => {
      await ana.dialog([[says, /^O que você quer cancelar\?\n1\. parar de receber novidades\n2\. /]]);
      expect(await wantsAny()).toBe(true);
      await ana.dialog([['1', 'parei as novidades']]);
    },
  );

  it('“parar tudo” and “cancelar todas as mensagens” are what they were', () =>
    ana.dialog([
      ['cancelar todas as mensagens', 'parei as novidades'],
      ['parar tudo', 'parei tudo'],
    ]));
});

describe('a list or a report that is read while a question is open', () => {
  it('leaves it open and puts it again; a number is of the list, all else of the question', async () => {
    await owner.dialog([
      ['apagar regra 1', 'Apago'],
      ['relatório', /^Relatório(.|\n)*Voltando: Regra 1/],
      ['não', 'Nada foi feito'],
      ['apagar regra 1', 'Apago'],
      ['mensagens', /^O que o programa manda(.|\n)*Voltando: Regra 1/],
      ['2', /^A mensagem(.|\n)*Voltando: Regra 1/],
      ['sim', 'Regra apagada'],
      ['sim', 'nada esperando'],
    ]);
    expect((await test.db.asMerchant(shop, currentProgram))?.rules).toEqual([]);
  });

  it('what puts it right does so', () =>
    owner.dialog([
      ['ajustar +10 11 98888-0001 motivo festa', 'R$ 10,00'],
      ['mensagens', /Voltando: Ponho \*R\$ 10,00\*/],
      ['não, 5', /^Ponho \*R\$ 5,00\*/],
      ['não', 'Nada foi feito'],
    ]));
});

describe('more of a rule than is asked about', () => {
  it.each([
    ['vale 30 dias', /^Entendi assim(.|\n)*30 dias/],
    ['só no sábado', /^Entendi assim(.|\n)*sábados/],
    ['sim mas no máximo 50 reais', /^Entendi assim(.|\n)*no máximo R\$ 50,00/],
  ])('is put in: %s', (more, hears) =>
    owner.dialog([
      ['cashback 5% no pix', /^Entendi assim/],
      [more, hears],
      ['não', 'Nada foi feito'],
    ]),
  );

  it.each(['sim mas só até 50 reais', 'não, a partir de 1 de dezembro'])(
    'or asked about, and no yes creates the rule without it unseen: %s',
    (more) =>
      owner.dialog([
        ['cashback 5% no pix', /^Entendi assim/],
        [more, /^(?!(.|\n)*Entendi assim)/],
        ['sim', /^Voltando: Entendi assim/],
        ['não', 'Nada foi feito'],
      ]),
  );
});

describe('what a prompt asks for is taken', () => {
  it.each([
    ['estornar venda', '52,90 11 98888-0001', 'Não achei uma venda registrada'],
    ['vincular venda', '123456 11 98888-0001', 'Não achei uma venda sem cliente'],
    ['cliente', '11 98888-0001', '11 98888-0001, cliente desde'],
  ])('%s, %s', (wish, rest, hears) =>
    owner.dialog([
      [wish, 'Diga o'],
      [rest, hears],
      [wish, 'Diga o'],
      ['não', 'Nada foi feito'],
    ]),
  );
});
