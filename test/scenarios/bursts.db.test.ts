import { takeTurn } from '../../src/bot/conversation';
import { simulatorChat } from '../../src/bot/channels/simulator';
import { applySales, customerBy, loadCustomer } from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, openShop, OWNER, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let shop: number;
let ana: Chat;
let owner: Chat;
let cashier: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ totalCents: 100_000 })]));
  [ana, owner, cashier] = [
    new Chat(test, shop, ANA),
    new Chat(test, shop, OWNER),
    new Chat(test, shop, CASHIER),
  ];
});

/** What is answered to several messages of one turn, ` | ` between them; null where nothing is. */
async function burst(chat: Chat, said: string): Promise<string | null> {
  const before = (await chat.answers()).length;
  for (const text of said.split(' | ')) await chat.writes(text);
  await chat.turn();
  const answers = await chat.answers();
  expect(answers.length - before).toBeLessThan(2);
  return answers.length === before ? null : (answers.at(-1)?.text ?? null);
}

const wantsOffers = (phone = ANA): Promise<boolean | null> =>
  test.db.asMerchant(shop, async (work) => {
    const id = await customerBy(work, { kind: 'phone', value: phone });
    return id === null ? null : (await loadCustomer(work, id)).marketingConsent;
  });
const sales = (): Promise<unknown[]> =>
  test.db.asMerchant(shop, (work) => work.trx('sales').orderBy('total_cents').pluck('total_cents'));

describe('an opt-out beside other wishes is done, said first, and the rest is answered', () => {
  it.each([
    ['sair | saldo', /^Pronto, parei as novidades(.|\n)*Você tem \*R\$ 100,00\*/],
    ['saldo | sair', /^Pronto, parei as novidades(.|\n)*Você tem \*R\$ 100,00\*/],
    ['sair | meus vouchers', /^Pronto, parei as novidades(.|\n)*voucher aberto/],
    ['atendente | sair', /^Pronto, parei as novidades(.|\n)*Chamei a equipe/],
    ['sair | oi | saldo | extrato', /^Pronto, parei(.|\n)*Você tem(.|\n)*Seus últimos lançamentos/],
    ['balance | stop', /^Pronto, parei(.|\n)*Você tem \*R\$ 100,00\*/],
    ['salir | saldo', /^Pronto, parei(.|\n)*Você tem \*R\$ 100,00\*/],
    ['saldo e sair', /^Pronto, parei(.|\n)*Você tem \*R\$ 100,00\*/],
    ['parar tudo | saldo', /^Pronto, parei tudo(.|\n)*Você tem \*R\$ 100,00\*/],
    ['sair | quanto eu tenho mesmo?', /^Pronto, parei(.|\n)*Você tem \*R\$ 100,00\*/],
    ['sair | da lista | por favor', /^Pronto, parei as novidades[^\n]*$/],
    ['voltar | sair', /^Pronto, parei as novidades[^\n]*$/],
  ])('%s', async (said, answer) => {
    expect(await burst(ana, said)).toMatch(answer);
    expect(await wantsOffers()).toBe(false);
  });

  it('who comes back after it is back', async () => {
    expect(await burst(ana, 'sair | voltar')).toMatch(/Pronto, você volta a receber/);
    expect(await wantsOffers()).toBe(true);
  });

  it('in the silence of a hand-over it is the only one that is answered', async () => {
    await ana.says('atendente');
    expect(await burst(ana, 'sair | saldo')).toMatch(/^Pronto, parei as novidades[^\n]*$/);
    expect(await wantsOffers()).toBe(false);
  });

  it('words of the team that are something else together are none', async () => {
    expect(await burst(owner, 'parar | campanha 3')).toContain('Não encontrei essa campanha');
    expect(await wantsOffers(OWNER)).not.toBe(false);
  });
});

describe('an opt-out in the silence of a hand-over that is only likely', () => {
  it.each([
    'me tira dessa lista',
    'quero sair da lista',
    'please remove me from this list',
    'unsubscribe me',
    'quítenme de la lista',
    'me tira | dessa lista',
  ])('is asked about: %s', async (said) => {
    await ana.says('atendente');
    expect(await burst(ana, said)).toContain(
      'Você quer parar de receber novidades? Responda “sim” ou “não”.',
    );
    expect(await burst(ana, 'alô?')).toBeNull();
    expect(await burst(ana, 'sim')).toContain('parei as novidades');
    expect(await wantsOffers()).toBe(false);
    expect(await burst(ana, 'sim')).toBeNull();
  });

  it('is not done after a no, and the bot stays silent', async () => {
    await ana.says('atendente');
    await burst(ana, 'me tira dessa lista');
    expect(await burst(ana, 'não')).toContain('Nada foi feito');
    expect(await wantsOffers()).not.toBe(false);
    expect(await burst(ana, 'saldo')).toBeNull();
  });
});

describe('two wishes that each need a yes are asked about one after the other', () => {
  const TWO_SALES = 'venda 50 11 98888-0001 | venda 30 11 98888-0002';

  it('both sales are recorded', async () => {
    expect(await burst(cashier, TWO_SALES)).toMatch(/^Registro uma venda de \*R\$ 50,00\*[^\n]*$/);
    await cashier.dialog([
      ['sim', /R\$ 50,00\* registrada(.|\n)*Registro uma venda de \*R\$ 30,00\* para 11 98888-0002\?/],
      ['sim', /^Venda de \*R\$ 30,00\* registrada/],
      ['sim', 'nada esperando'],
    ]);
    expect(await sales()).toHaveLength(3);
  });

  it.each(['não', 'cancelar'])('the second is asked about after “%s” to the first', async (no) => {
    expect(await burst(ana, 'resgatar 10 | resgatar 15 | saldo')).toMatch(
      /^Você tem \*R\$ 100,00\*(.|\n)*Troco \*R\$ 10,00\*[^\n]*$/,
    );
    await ana.dialog([
      [no, /Nada foi feito(.|\n)*Troco \*R\$ 15,00\*/],
      ['sim', /^Seu voucher de \*R\$ 15,00\*/],
      ['saldo', 'R$ 85,00'],
    ]);
  });

  it('each has its own reason, a restart between loses none, and neither does another wish', async () => {
    await new Chat(test, shop, BIA).says('oi');
    const said = 'ajustar +10 11 98888-0001 motivo a | ajustar +5 11 98888-0002 motivo b';
    expect(await burst(owner, said)).toMatch(/^Ponho \*R\$ 10,00\* .*Motivo: a\. [^\n]*$/);
    await owner.dialog([['equipe', /Voltando: Ponho \*R\$ 10,00\*/]]);
    jest.resetModules();
    const fresh = jest.requireActual<{ takeTurn: typeof takeTurn }>('../../src/bot/conversation');
    await owner.writes('sim');
    await fresh.takeTurn(test.db, shop, simulatorChat(OWNER));
    expect((await owner.hears()).text).toMatch(/^Pronto(.|\n)*Ponho \*R\$ 5,00\* .*Motivo: b\. /);
    await owner.dialog([['sim', /^Pronto.*R\$ 5,00/]]);
  });

  it('what waits waits for the PIN too', async () => {
    await burst(owner, 'ajustar +500 11 98888-0001 motivo a | ajustar +5 11 98888-0001 motivo b');
    await owner.dialog([
      ['sim', /^(?!.*Ponho)[^]*PIN/],
      ['cancelar', /Nada foi feito(.|\n)*Ponho \*R\$ 5,00\*/],
    ]);
  });

  it('what waits lapses with the question that it waits for', async () => {
    await burst(cashier, TWO_SALES);
    test.clock.advance(11 * 60_000);
    await cashier.dialog([
      ['sim', /^Esse pedido passou de 10 minutos[^\n]*$/],
      ['sim', 'nada esperando'],
    ]);
    expect(await sales()).toHaveLength(1);
  });

  it('a yes of the same burst is no answer to what was not seen', async () => {
    await burst(ana, 'resgatar 10');
    expect(await burst(ana, 'sim | sim | resgatar 15 | sim')).toMatch(
      /^Seu voucher(.|\n)*Troco \*R\$ 15,00\*/,
    );
    await ana.dialog([['não', 'Nada foi feito']]);
  });

  it('a person who is called leaves nothing asked', async () => {
    expect(await burst(ana, 'resgatar 20 | atendente | saldo')).toMatch(
      /^Você tem \*R\$ 100,00\*(.|\n)*Chamei a equipe[^\n]*$/,
    );
  });
});

describe('harmless wishes are all answered, in order', () => {
  it.each([
    ['ana', 'saldo | extrato', /^Você tem(.|\n)*Seus últimos lançamentos/],
    ['ana', 'saldo | regras', /^Você tem(.|\n)*Como funciona/],
    ['ana', 'meus vouchers | saldo', /^Você não tem voucher aberto(.|\n)*Você tem/],
    ['ana', 'hello | balance | statement', /^Você tem(.|\n)*Seus últimos.*\n.*\n.*“english”\.$/],
    ['owner', 'status | relatório', /^O programa está ativo(.|\n)*Relatório: novembro/],
  ])('%s: %s', async (who, said, answer) => {
    const text = await burst(who === 'ana' ? ana : owner, said);
    expect(text).toMatch(answer);
    // Two long ones of the staff do not fit on one screen.
    expect(text?.length).toBeLessThan(who === 'ana' ? 600 : 800);
  });

  it('and the question that was open is put again once', async () => {
    await burst(ana, 'resgatar 20');
    const text = await burst(ana, 'saldo | extrato');
    expect(text).toMatch(/^Você tem(.|\n)*Seus últimos(.|\n)*Voltando: Troco \*R\$ 20,00\*/);
    expect(text?.match(/Troco/g)).toHaveLength(1);
    await ana.dialog([['sim', 'Seu voucher']]);
  });

  it('an answer beside them answers', async () => {
    await burst(ana, 'resgatar 20');
    expect(await burst(ana, 'sim | saldo')).toMatch(/^Seu voucher(.|\n)*Você tem \*R\$ 80,00\*/);
  });
});

describe('a wish that is said again before it was answered', () => {
  it("is asked about once, and a customer's answer is that of both", async () => {
    expect((await burst(ana, 'resgatar 20 | oi? | resgatar 20'))?.match(/Troco/g)).toHaveLength(1);
    await ana.dialog([
      ['sim', /^Seu voucher de \*R\$ 20,00\*(?!(.|\n)*Troco)/],
      ['saldo', 'R$ 80,00'],
    ]);
    expect((await burst(ana, 'saldo | saldo'))?.match(/80,00/g)).toHaveLength(1);
  });

  it('is another once the first was left, and so is an equal sale of the team', async () => {
    expect(await burst(ana, 'resgatar 20 | não | resgatar 20')).toMatch(/cancelei(.|\n)*Troco \*R\$ 20,00\*/);
    await burst(cashier, 'venda 30 11 98888-0002 | venda 30 11 98888-0002');
    await cashier.dialog([['sim', /(.|\n)*Registro/]]);
  });
});

describe('pieces of one wish stay one', () => {
  it.each([
    ['cashier', 'venda | 50 | 11 98888-0001', 'Registro uma venda de *R$ 50,00*'],
    ['cashier', 'venda 50 | 11 98888-0001', 'Registro uma venda de *R$ 50,00*'],
    ['owner', 'pausar | regra 1', 'Pauso essa regra?'],
    ['owner', 'pausar | mensagens', 'Mensagens automáticas em pausa'],
    [
      'owner',
      'cashback 5% no pix | máximo R$ 20 por compra',
      'pagando com pix, no máximo R$ 20,00 por compra',
    ],
    ['ana', 'oi | obrigada | saldo', 'Você tem *R$ 100,00*'],
  ])('%s: %s', async (who, said, answer) => {
    expect(await burst({ ana, owner, cashier }[who] ?? ana, said)).toContain(answer);
  });

  it('of a correction too', async () => {
    await burst(ana, 'resgatar 20');
    expect(await burst(ana, 'não | 30')).toMatch(/^Troco \*R\$ 30,00\*/);
  });
});

describe('what puts right or leaves an earlier message of the same burst acts on what that asks', () => {
  it.each([
    ['resgatar 10 | não, 15', /^Troco \*R\$ 15,00\*[^\n]*$/],
    ['resgatar 20 | cancela', /^Tudo bem, cancelei\. Nada foi feito\.$/],
    ['resgatar 20 | não', /^Tudo bem, cancelei\. Nada foi feito\.$/],
    ['resgatar 20 | não, deixa | saldo', /^Tudo bem, cancelei(.|\n)*Você tem(?!(.|\n)*Troco)/],
    ['quanto eu tenho | e resgatar 20', /^Você tem(.|\n)*Troco \*R\$ 20,00\*/],
    ['resgatar 20 | sim', /^Troco \*R\$ 20,00\*/],
  ])('%s', async (said, answer) => {
    expect(await burst(ana, said)).toMatch(answer);
  });

  it('of the team, too', async () => {
    expect(await burst(cashier, 'venda 30 11 98888-0002 | não, 40')).toMatch(/^Registro(.|\n)*R\$ 40,00/);
    await cashier.says('não');
    expect(await burst(owner, 'cashback 5% no pix | não, 6%')).toMatch(
      /cashback de 6%(?!(.|\n)*Não entendi)/,
    );
    await owner.says('não');
    expect(await burst(owner, 'ajustar +10 11 98888-0001 motivo festa | ops, 5')).toMatch(
      /R\$ 5,00(.|\n)*Motivo: festa\./,
    );
  });

  it('is of what was said last where two wait', async () => {
    expect(await burst(ana, 'resgatar 10 | resgatar 5 | cancela')).toMatch(/^Troco \*R\$ 10,00\*/);
    await ana.dialog([
      ['sim', /voucher de \*R\$ 10,00\*(.|\n)*cancelei/],
      ['sim', 'nada esperando'],
    ]);
  });
});
