import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent, saleOf, sellToWilling } from '../support/shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let shop: number;
let owner: Chat;
let ana: Chat;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) => sellToWilling(work, [saleOf()]));
  owner = new Chat(test, shop, OWNER);
  ana = new Chat(test, shop, ANA);
});

describe('a profile', () => {
  it('goes on after what is told out of turn, and is put right', () =>
    ana.dialog([
      ['cadastro', 'Quando é seu aniversário'],
      ['nasci em 3/5', /03\/05(.|\n)*Qual é seu e-mail/],
      ['não, 4/5', /04\/05(.|\n)*Qual é seu e-mail/],
      ['ana@x.com', /Anotei seu e-mail(.|\n)*CPF/],
      ['não, bia@x.com', /Anotei seu e-mail(.|\n)*CPF/],
      ['pular', /04\/05(.|\n)*bia@x\.com/],
    ]));

  it('has no birthday of a date that is said of something else', () =>
    owner.dialog([
      ['nasci em 3/5', '03/05'],
      ['cashback 12% no débito', 'Entendi'],
      ['começa dia 1 de dezembro', /^Não entendi “começa”/],
      ['termina dia 20/12', /12%(.|\n)*20\/12/],
      ['não', ''],
      ['reunião dia 5/12', /05\/12\*? é o seu aniversário\?/],
      ['não', ''],
      ['cadastro', 'e-mail'],
      ['pular', 'CPF'],
      ['pular', /03\/05/],
    ]));

  it('says what is wrong with an address, and what it noted', () =>
    ana.dialog([
      ['meu email é ana@gmail', '“ana@gmail” não é um e-mail inteiro'],
      ['ana@gmail.com', 'Anotei seu e-mail: ana@gmail.com'],
      ['mudei de número, agora é 11 98888-0034', 'mesmo CPF ou e-mail'],
    ]));

  it('takes an e-mail where the birthday is asked for', () =>
    ana.dialog([
      ['cadastro', 'Quando é seu aniversário'],
      ['ana@x.com', /Anotei seu e-mail(.|\n)*Quando é seu aniversário/],
      ['3/5', /03\/05(.|\n)*CPF/],
    ]));

  it('also in English, and of what was only told', async () => {
    await ana.dialog([
      ['nasci em 3/5', '03/05'],
      ['não, 4/5', '04/05'],
      ['sim', 'nada esperando'],
      ['resgatar 5', 'sim'],
      ['nasci em 5/5', /05\/05(.|\n)*Voltando: Troco/],
      ['sim', 'Seu voucher'],
    ]);
    await new Chat(test, shop, '+5511988880077').dialog([
      ['english', 'English'],
      ['profile', 'birthday'],
      ['my birthday is May 3', /(?:03|May 3)(.|\n)*e-?mail/],
      ['no, May 4', /(?:04|May 4)(.|\n)*e-?mail/],
      ['ana@x.com', /CPF/],
    ]);
  });
});

it('what is told keeps no wish of the same burst waiting', async () => {
  for (const text of ['nasci em 3/5', 'resgatar 5']) await ana.writes(text);
  await ana.turn();
  expect((await ana.hears()).text).toMatch(/03\/05(.|\n)*Troco \*R\$ 5,00\*/);
});

describe('a campaign', () => {
  beforeEach(() => test.clock.advance(50 * DAY));

  it('is put right before it starts, with its own words', async () => {
    await owner.dialog([
      ['campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias', /R\$ 15,00(.|\n)*“sim”/],
      ['não, 20', /R\$ 20,00(.|\n)*7 dias/],
      ['texto: Sentimos sua falta, {nome}!', 'Sentimos sua falta'],
      ['não, R$ 25', /R\$ 25,00(.|\n)*Sentimos sua falta/],
      ['não, por 10 dias', /R\$ 25,00(.|\n)*10 dias(.|\n)*Sentimos sua falta/],
      ['30', /R\$ 30,00(.|\n)*10 dias/],
      ['não, quem não compra há 40 dias', /40 dias(.|\n)*R\$ 30,00/],
      ['não, sei lá o quê', /^Não entendi/],
      ['não', 'Nada foi feito'],
    ]);
  });

  it('that was stopped is said to stay so', async () => {
    await owner.dialog([
      ['campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias', '“sim”'],
      ['sim', /[Cc]ampanha 1/],
      ['parar campanha 1', /não volta/],
      ['sim', 'parada'],
      ['desfazer', /uma campanha parada não volta/],
      ['histórico', /^(?!.*diga “desfazer”)/s],
    ]);
  });
});

it('the history tells of “desfazer” where it takes back the newest', async () => {
  await owner.dialog([
    ['cashback 5% no pix', 'Crio?'],
    ['sim', 'criada'],
    ['histórico', /diga “desfazer”\.$/],
    ['bloquear 11 98888-0001', 'Bloqueio'],
    ['sim', 'Para voltar atrás, diga “desbloquear 11 98888-0001”'],
    ['desbloquear 11 98888-0001', 'Desbloqueio'],
    ['sim', 'desbloqueado'],
  ]);
  const stranger = new Chat(test, shop, '+5511988880010');
  await stranger.says('oi');
  await owner.dialog([
    ['bloquear +55 11 98888-0010', 'Bloqueio 11 98888-0010'],
    ['sim', 'diga “desbloquear 11 98888-0010”'],
  ]);
});

it('a PIN in the chat is told where it belongs', async () => {
  await owner.dialog([
    ['meu pin é 2580', /^Isso parece um PIN(.|\n)*diga “pin”\.$/],
    ['minha senha do smartpos é abc123def456', 'conectar smartpos'],
  ]);
  await ana.dialog([['meu pin é 2580', /PIN(?!.*diga “pin”)/s]]);
});
