import {
  addStaff,
  adjustBalance,
  applySales,
  checkBooks,
  customerBy,
  staffByPhone,
  type Sale,
} from '../../src/loyalty';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { PinPages } from '../support/pin';
import { ANA, BIA, CASHIER, OWNER, openShop, percent, saleOf } from '../support/shop';
import { faultsOf } from '../support/voucher-books';

const CPF = '52998224725';
const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [
    percent(500),
    percent(1000, { conditions: { labels: ['vip'] } }),
    percent(1000, { conditions: { birthday: 'month' } }),
  ]);
  test.clock.advance(120_000);
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop)).toEqual([]);
  expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
});

const chat = (phone: string): Chat => new Chat(test, shop, phone);
const sell = (...sales: Sale[]) => test.db.asMerchant(shop, (work) => applySales(work, sales));
const later = (change: Partial<Sale> = {}): Sale => {
  test.clock.advance(60_000);
  return saleOf({ ...change, occurredAt: test.clock.now(), updatedAt: test.clock.now() });
};

describe('the counter sees a customer', () => {
  it('with balance, purchases and vouchers, and never another shop’s', async () => {
    await sell(
      saleOf({
        buyer: { name: '*Ana* http://x.y', phone: ANA, cpf: null, email: null, cardFingerprint: null },
      }),
    );
    await chat(CASHIER).dialog([
      [
        'cliente 11 98888-0001',
        /^Ana, cliente desde \*23\/11\/2026\*\nSaldo: \*R\$ 5,00\*\n1 compra: R\$ 100,00 \(23\/11\)$/,
      ],
      ['cliente 11 98888-0002', 'Não conheço um cliente'],
      ['cliente', 'Diga o telefone'],
    ]);
    expect((await chat(ANA).says('cliente 11 98888-0002')).text).toMatch(/Não entendi|pode pedir isso/);
    const elsewhere = await openShop(test.db, []);
    await new Chat(test, elsewhere, OWNER).dialog([['cliente 11 98888-0001', 'Não conheço um cliente']]);
  });

  it('and labels them, for the rules that ask for it', async () => {
    await sell(saleOf());
    const cashier = chat(CASHIER);
    await cashier.dialog([
      ['etiqueta VIP 11 98888-0001', 'Ponho a etiqueta “vip”'],
      ['sim', 'com a etiqueta “vip”'],
      ['cliente 11 98888-0001', 'Etiquetas: vip'],
    ]);
    await sell(later());
    await chat(ANA).dialog([['saldo', 'R$ 20,00']]);
    await cashier.dialog([
      ['etiqueta vip 11 98888-0001', 'já tem a etiqueta “vip”. Tiro?'],
      ['sim', 'sem a etiqueta “vip”'],
    ]);
    await sell(later());
    await chat(ANA).dialog([['saldo', 'R$ 25,00']]);
  });
});

describe('a balance is adjusted', () => {
  it('with a reason and a yes, once, and stands in the history', async () => {
    await sell(saleOf());
    const owner = chat(OWNER);
    await owner.dialog([
      ['ajustar +10 11 98888-0001', 'Qual o motivo?'],
      [
        'ajustar +10 11 98888-0001 motivo erro no caixa',
        'Ponho *R$ 10,00* no saldo de 11 98888-0001? Motivo: erro no caixa',
      ],
      ['sim', 'O saldo agora é *R$ 15,00*'],
      ['sim', 'Não tenho nada esperando'],
      ['ajustar -3,50 11 98888-0001 motivo troca', 'Tiro *R$ 3,50*'],
      ['sim', '*R$ 11,50*'],
      [
        'ajustar -50 11 98888-0001 motivo troca',
        /^O saldo livre de 11 98888-0001 é de \*R\$ 11,50\*, e você quer tirar \*R\$ 50,00\*/,
      ],
      ['histórico', /ajustou -R\$ 3,50 no saldo de um cliente: troca/],
    ]);
    await chat(ANA).dialog([
      ['saldo', 'R$ 11,50'],
      ['extrato', /-R\$ 3,50\*, ajuste da loja: troca\n.*\+R\$ 10,00\*, ajuste da loja: erro no caixa\n/],
    ]);
    await owner.dialog([
      ['desfazer', 'Desfaço?'],
      ['sim', 'Desfeito'],
    ]);
    await chat(ANA).dialog([
      ['extrato', /\n.*\+R\$ 3,50\*, ajuste da loja\n.*-R\$ 3,50\*, ajuste da loja: troca/],
    ]);
    await chat(CASHIER).dialog([['ajustar +10 11 98888-0001 motivo x', /gerência/]]);
  });

  it('of more than R$ 100,00 only with the PIN', async () => {
    await sell(saleOf());
    const owner = chat(OWNER);
    await owner.says('ajustar +100,01 11 98888-0001 motivo presente');
    expect((await owner.says('sim')).text).toMatch(/PIN/);
    await chat(ANA).dialog([['saldo', 'R$ 5,00']]);
  });

  it('little by little too: beyond R$ 100,00 a day with the PIN, and beyond R$ 500,00 by the owner', async () => {
    await sell(saleOf());
    await test.db.asMerchant(shop, (work) =>
      addStaff(work, { phone: BIA, name: 'Gerente', role: 'manager' }),
    );
    const manager = chat(BIA);
    const pages = new PinPages(test, shop);
    await manager.dialog([
      ['ajustar +60 11 98888-0001 motivo acerto', 'Ponho *R$ 60,00*'],
      ['sim', 'R$ 65,00'],
      ['ajustar -60 11 98888-0001 motivo acerto', 'Tiro *R$ 60,00*'],
      ['sim', 'PIN'],
    ]);
    await pages.enter(manager);
    expect((await manager.hears()).text).toContain('R$ 5,00');
    await manager.dialog([
      ['ajustar +380,01 11 98888-0001 motivo acerto', /já ajustou \*R\$ 120,00\*.*\*R\$ 500,00\*.*dono/],
      ['ajustar +6000 pontos 11 98888-0001 motivo acerto', /já ajustou \*0 pontos\*.*\*5\.000 pontos\*/],
    ]);
    // Two questions that wait at once are not more than one.
    const question = 'ajustar +300 11 98888-0001 motivo acerto';
    await manager.dialog([
      [question, 'Ponho *R$ 300,00*'],
      ['sim', 'PIN'],
    ]);
    await test.db.asMerchant(shop, async (work) => {
      const by = await staffByPhone(work, BIA);
      const customerId = (await customerBy(work, { kind: 'phone', value: ANA })) ?? '';
      const wish = { customerId, asset: 'cashback', quantity: 200, reason: 'x', by: by!, key: 'k' } as const;
      expect(await adjustBalance(work, { ...wish, quantity: 20_000 })).toMatchObject({ ok: true });
    });
    await pages.enter(manager);
    expect((await manager.hears()).text).toMatch(/já ajustou \*R\$ 320,00\*/);
    await chat(OWNER).says('ajustar +380,01 11 98888-0001 motivo acerto');
    expect((await chat(OWNER).says('sim')).text).toMatch(/PIN/);
    test.clock.advance(24 * 3_600_000);
    await manager.dialog([
      ['ajustar +60 11 98888-0001 motivo acerto', 'Ponho *R$ 60,00*'],
      ['sim', 'saldo agora'],
    ]);
  });

  it('pays a debt first', async () => {
    const sale = saleOf();
    await sell(sale);
    await chat(ANA).says('resgatar 5');
    await chat(ANA).says('sim');
    await sell({ ...sale, refundedCents: 10_000, updatedAt: test.clock.now() });
    await chat(OWNER).says('ajustar +7 11 98888-0001 motivo acerto');
    expect((await chat(OWNER).says('sim')).text).toContain('R$ 2,00');
  });
});

describe('a blocked customer', () => {
  it('earns nothing and redeems nothing, is told plainly, and is let in again', async () => {
    await sell(saleOf({ totalCents: 20_000 }));
    const ana = chat(ANA);
    await ana.says('resgatar 3');
    const issued = await ana.says('sim');
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(issued.text)?.[0] ?? '';
    const owner = chat(OWNER);
    await owner.dialog([
      ['bloquear 11 98888-0001', /não ganham/],
      ['sim', 'Cliente bloqueado'],
      ['cliente 11 98888-0001', 'Bloqueado'],
    ]);
    await sell(later());
    await ana.dialog([
      ['resgatar 2', 'suspendeu este cadastro'],
      ['saldo', 'R$ 7,00'],
    ]);
    const cashier = chat(CASHIER);
    expect((await cashier.says(`validar ${code}`)).text).toContain('suspendeu este cadastro');
    await owner.dialog([
      ['desbloquear 11 98888-0001', 'voltam a ganhar'],
      ['sim', 'desbloqueado'],
    ]);
    await sell(later());
    await ana.dialog([
      ['saldo', 'R$ 12,00'],
      ['resgatar 2', /R\$ 2,00.*sim/s],
    ]);
  });
});

describe('cadastro', () => {
  it('asks step by step, checks each answer, and lets what is not wanted be', async () => {
    const ana = chat(ANA);
    await ana.dialog([
      ['cadastro', 'Quando é seu aniversário?'],
      ['31/2', /“31\/2” não existe.*o dia e o mês/s],
      ['3 de novembro de 1990', /seu aniversário é em \*03\/11\*.*Qual é seu e-mail\?/s],
      ['ana arroba', 'Qual é seu e-mail?'],
      ['Ana@Exemplo.com.br', /Anotei seu e-mail.*Qual é seu CPF\?/s],
      ['529.982.247-24', 'Esse CPF não confere'],
      [
        '529.982.247-25',
        /Anotei seu CPF.*Seu cadastro:.*Aniversário: \*03\/11\*.*ana@exemplo.com.br.*529\.982\.247-25/s,
      ],
      ['cadastro', 'Seu cadastro:'],
    ]);
    await chat(BIA).dialog([
      ['cadastro', 'aniversário?'],
      ['pular', 'e-mail?'],
      ['depois', 'CPF?'],
      ['pular', 'Seu cadastro:'],
    ]);
  });

  it('takes a sentence too, and a birthday feeds the rules', async () => {
    const ana = chat(ANA);
    await ana.dialog([
      ['nasci em 25/11', '*25/11*'],
      ['meu email é ana.b+x@exemplo.com.br', 'Anotei seu e-mail'],
      ['meu nome é Ana *Paula* http://golpe.com', 'Pronto, Ana Paula!'],
    ]);
    await sell(later());
    await ana.dialog([['saldo', 'R$ 15,00']]);
  });

  it('a CPF that was said brings nothing until the counter has seen the document', async () => {
    const buyer = { name: null, phone: null, cpf: CPF, email: null, cardFingerprint: null };
    await sell(saleOf({ buyer, totalCents: 30_000 }));
    await chat(ANA).dialog([
      ['meu cpf é 529.982.247-25', /mostre um documento no caixa/],
      ['saldo', 'ainda não tem saldo'],
    ]);
    await chat(CASHIER).dialog([
      ['cliente 11 98888-0001', /CPF 529\.982\.247-25, ainda sem prova\. Você viu o documento\?/],
      ['sim', /um só, com o saldo dos dois/],
    ]);
    await chat(ANA).dialog([['saldo', 'R$ 15,00']]);
    await chat(OWNER).dialog([['histórico', /confirmou o CPF de um cliente e juntou dois cadastros/]]);
  });

  it('a CPF that was forgotten while the counter was asked is proven no more', async () => {
    const buyer = { name: null, phone: null, cpf: CPF, email: null, cardFingerprint: null };
    await sell(saleOf({ buyer, totalCents: 30_000 }));
    const ana = chat(ANA);
    const cashier = chat(CASHIER);
    await ana.says('meu cpf é 529.982.247-25');
    await cashier.dialog([['cliente 11 98888-0001', 'Você viu o documento?']]);
    await ana.dialog([
      ['apagar meu cpf', 'Apago só seu CPF?'],
      ['sim', 'saiu do seu cadastro'],
    ]);
    await cashier.dialog([['sim', /^Isso mudou enquanto você decidia[^?]*$/]]);
    await ana.dialog([['saldo', 'ainda não tem saldo']]);
  });
});

describe('a customer is named by their name', () => {
  const named = (phone: string, name: string): Sale =>
    later({ buyer: { name, phone, cpf: null, email: null, cardFingerprint: null } });
  const SECOND_ANA = '+5511988880007';
  beforeEach(() => sell(named(ANA, 'Ana Lúcia'), named(SECOND_ANA, 'ANA Prado'), named(BIA, 'João')));

  it('where one is called so, as by the phone; where several are, by a pick; where nobody is, that is said', async () => {
    const cashier = chat(CASHIER);
    await cashier.dialog([
      ['saldo do joao', /^João, cliente desde .*\nSaldo: \*R\$ 5,00\*/],
      ['extrato da ana prado', /^ANA Prado, cliente desde/],
      [
        'cliente Ana',
        'Há mais de um cliente chamado Ana:\n1. Ana Lúcia, final 0001\n2. ANA Prado, final 0007\nQual deles?',
      ],
      ['3', 'um número de 1 a 2'],
      ['2', /^ANA Prado, cliente desde/],
      ['cliente Ana', 'Qual deles?'],
      ['0001', /^Ana Lúcia, cliente desde/],
      ['cliente', 'Diga o telefone ou o nome'],
      ['joao', /^João, cliente desde/],
      ['acha a cliente ana prado pra mim', /^ANA Prado, cliente desde/],
      ['cliente Zuleide', 'Não conheço um cliente chamado Zuleide'],
      ['cliente Luc', 'Não conheço um cliente chamado Luc'],
      ['english', 'English'],
      ['Ana Prado’s balance', 'customer since'],
      ['how many points does Ana Prado have?', 'customer since'],
      ['español', 'español'],
      ['¿cuánto tiene Ana Prado?', 'cliente desde'],
    ]);
  });

  it('by nobody but the team, of their own shop, and to block only by who may', async () => {
    expect((await chat(BIA).says('cliente Ana')).text).not.toMatch(/Lúcia|Prado|0001/);
    expect((await chat(BIA).says('saldo da Ana')).text).not.toMatch(/Lúcia|Prado|0001/);
    await chat(CASHIER).dialog([['bloquear João', /^Só a gerência/]]);
    const elsewhere = await openShop(test.db, []);
    await new Chat(test, elsewhere, OWNER).dialog([
      ['cliente Ana', 'Não conheço um cliente chamado Ana'],
      ['bloquear João', 'Não conheço um cliente chamado João'],
    ]);
  });

  it('to be blocked, labelled and adjusted, each with its question', async () => {
    const owner = chat(OWNER);
    await owner.dialog([
      ['bloquear Ana', 'Qual deles?'],
      ['2', /^Bloqueio ANA Prado \(11 98888-0007\)\?/],
      ['não', 'Nada foi feito'],
      ['bloquear João', /^Bloqueio João \(11 98888-0002\)\?/],
      ['sim', 'Cliente bloqueado'],
      ['desbloquear João', /^Desbloqueio João/],
      ['sim', 'desbloqueado'],
      ['tira a etiqueta vip da Ana Prado', 'ANA Prado não tem a etiqueta “vip”'],
      ['etiqueta vip na Ana Prado', 'Ponho a etiqueta “vip” em ANA Prado?'],
      ['sim', 'com a etiqueta'],
      ['remove vip from Ana Prado', 'Tiro a etiqueta “vip” de ANA Prado?'],
      ['sim', 'sem a etiqueta'],
      ['tira a etiqueta vip 11 98888-0007', 'não tem a etiqueta'],
      [
        'ajustar +10 pro João motivo erro no caixa',
        /^Ponho \*R\$ 10,00\* no saldo de João \(11 98888-0002\)\?/,
      ],
      ['sim', /O saldo agora é \*R\$ 15,00\*/],
      ['clientes', /Para a lista de todos em uma planilha, diga “exportar clientes”/],
    ]);
  });

  it('to have a sale recorded, and to be asked for where the name is nobody’s', async () => {
    await chat(CASHIER).dialog([
      ['venda 20 João', /^Registro uma venda de \*R\$ 20,00\* para João \(11 98888-0002\)\?/],
      ['não', 'Nada foi feito'],
      ['vendi 20 pra Ana', 'Qual deles?'],
      ['0007', /para ANA Prado \(11 98888-0007\)\?/],
      ['não', 'Nada foi feito'],
      ['venda 20 pra Zuleide', 'Não conheço um cliente chamado Zuleide'],
      ['joao', /^Registro uma venda de \*R\$ 20,00\* para João/],
      ['sim', /^Venda de \*R\$ 20,00\* registrada/],
      ['saldo de pontos', 'Você ainda não tem saldo'],
      ['cliente novo', 'Diga o telefone ou o nome'],
      ['clientes', 'Diga o telefone ou o nome'],
      ['não', /^(?!Não conheço)/],
      ['validar vale da Ana', 'Qual é o código do voucher?'],
      ['o que o João comprou?', '2 compras'],
    ]);
  });

  it('and put right by another name or a phone, which is whose it then is', async () => {
    const asked = /^Ponho .* no saldo de ANA Prado \(11 98888-0007\)\? Motivo: erro no caixa\./;
    await chat(OWNER).dialog([
      ['bloquear João', /^Bloqueio João \(11 98888-0002\)\?/],
      ['não, a Ana Prado', /^Bloqueio ANA Prado \(11 98888-0007\)\?/],
      ['não, 11 98888-0001', /^Bloqueio Ana Lúcia \(11 98888-0001\)\?/],
      ['não, a Zuleide', 'Não conheço um cliente chamado Zuleide'],
      ['ajustar +10 pro João motivo erro no caixa', /no saldo de João /],
      ['não, Ana Prado', asked],
      ['não, troca de produto', /ANA Prado \(11 98888-0007\)\? Motivo: troca de produto\./],
      ['não', 'Nada foi feito'],
      // The phone tells whose it is, not the name beside it.
      ['ajustar +10 pro João 11 98888-0007 motivo erro no caixa', asked],
      ['não', 'Nada foi feito'],
    ]);
  });

  it('or by whichever of name and phone was said last, where a sale is asked for in parts', async () => {
    await chat(CASHIER).dialog([
      ['venda', 'Diga o valor'],
      ['11 98888-0001', 'De quanto foi a venda?'],
      ['João', 'De quanto foi a venda?'],
      ['20', /^Registro uma venda de \*R\$ 20,00\* para João \(11 98888-0002\)\?/],
      ['não', 'Nada foi feito'],
      ['venda', 'Diga o valor'],
      ['João', 'De quanto foi a venda?'],
      ['11 98888-0007', 'De quanto foi a venda?'],
      ['20', /^Registro uma venda de \*R\$ 20,00\* para 11 98888-0007\?/],
      ['não', 'Nada foi feito'],
      ['venda 20 do João 11 98888-0007', /para ANA Prado \(11 98888-0007\)\?/],
    ]);
  });

  it('with an accent or without, on capitals too', async () => {
    await sell(named('+5511988880008', 'Érica Ângelo'));
    await chat(CASHIER).dialog([
      ['cliente erica', /^Érica Ângelo, cliente desde/],
      ['cliente ÉRICA ÂNGELO', /^Érica Ângelo, cliente desde/],
    ]);
  });

  it('whatever is written as one: no pattern of a search, and not more than a screen', async () => {
    await sell(...[11, 12, 13, 14, 15].map((n) => named(`+55119888800${n}`, `Ana ${'BCDEF'[n - 11]}`)));
    await chat(CASHIER).dialog([
      ['cliente Ana', 'Há muitos clientes chamados Ana'],
      ['cliente .*', 'Diga o telefone ou o nome'],
    ]);
  });
});
