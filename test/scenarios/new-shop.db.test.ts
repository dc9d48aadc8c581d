import { applySales } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, OWNER, openShop, percent, saleOf } from '../support/shop';

const test = suiteDatabase();
let host: number;

beforeEach(async () => {
  test.clock.set(START);
  host = await openShop(test.db, [percent(500)]);
  test.clock.advance(120_000);
});

async function newest(): Promise<number> {
  const shops = await test.db.call<{ id: number }>('SELECT merchant_id AS id FROM all_merchants()');
  return Math.max(...shops.map(({ id }) => id));
}

it('what is no answer to its questions is none: another wish, a word without figures', async () => {
  const stranger = new Chat(test, host, BIA);
  stranger.strangersMayOpen = true;
  await stranger.dialog([
    ['começar', 'Qual é o nome da loja'],
    ['saldo', /Você ainda não tem saldo(.|\n)*Voltando: Qual é o nome da loja/],
    ['Café da Vila', 'Qual é o CNPJ'],
    ['zzz', /Não entendi. Qual é o CNPJ\? Se preferir depois, diga “pular”/],
    ['11.222.333/0001-82', /não confere(.|\n)*“pular”/],
    ['e se eu não tiver cnpj?', 'Em que cidade'],
    ['pular', /CNPJ não informado/],
    ['não', 'Nada foi feito'],
  ]);
});

it('who does not know, asks for help or puts something right goes on', async () => {
  const stranger = new Chat(test, host, BIA);
  stranger.strangersMayOpen = true;
  await stranger.dialog([
    ['começar', 'Qual é o nome da loja'],
    ['ajuda', /1\. (.|\n)*Voltando: Qual é o nome da loja/],
    ['Padaria do Zé', 'Qual é o CNPJ'],
    ['blorg', 'Qual é o CNPJ'],
    ['blorg', 'Qual é o CNPJ'],
    ['blorg', 'Qual é o CNPJ'],
    ['não sei', 'Em que cidade'],
    ['Campinas', /Padaria do Zé(.|\n)*São Paulo/],
    ['não, Manaus', /Padaria do Zé(.|\n)*Manaus/],
    ['não, Padaria do João', /Padaria do João(.|\n)*Manaus/],
    ['sim', /Padaria do João está criada/],
  ]);
});

it('from nothing to step 5, by chat alone', async () => {
  const stranger = new Chat(test, host, BIA);
  stranger.strangersMayOpen = true;
  await stranger.dialog([
    ['começar', 'Qual é o nome da loja'],
    ['Café *da* Vila https://mau.com', 'Qual é o CNPJ'],
    ['11.222.333/0001-82', 'não confere'],
    ['12.ABC.345/01DE-35', 'Em que cidade'],
    ['Springfield', 'Não conheço essa cidade'],
    ['Manaus', /Café da Vila, CNPJ 12\.ABC\.345\/01DE-35, no horário de Manaus/],
    ['sim', /Café da Vila está criada(.|\n)*status/],
  ]);
  const shop = await newest();
  expect(shop).not.toBe(host);
  const [row] = (await test.db.asMerchant(shop, (work) => work.trx('merchants').select())) as object[];
  expect(row).toMatchObject({ name: 'Café da Vila', cnpj: '12ABC34501DE35', zone: 'America/Manaus' });

  const owner = new Chat(test, shop, BIA);
  await owner.dialog([['status', /Faltam 5 passos(.|\n)*conectar/]]);
  // What the page of “conectar smartpos” does once the keys were found good.
  await test.db.asMerchant(shop, (work) =>
    createConnection(work, { baseUrl: 'http://127.0.0.1', company: null, apiKeyId: 'a', apiKeySecret: 'b' }),
  );
  await owner.dialog([
    ['ativar', 'Ainda não dá'],
    ['cashback 5% acima de R$ 50', /sim/],
    ['sim', 'Regra 1'],
  ]);
  test.clock.advance(60_000);
  const occurredAt = test.clock.now();
  await test.db.asMerchant(shop, (work) => applySales(work, [saleOf({ occurredAt, updatedAt: occurredAt })]));
  await owner.dialog([
    ['status', /Faltam 2 passos(.|\n)*testar venda/],
    ['ativar', 'Venda de teste'],
    ['ativar mesmo assim', 'Programa ativo'],
    ['status', 'O programa está ativo'],
    ['histórico', 'abriu a loja'],
  ]);
});

it('strangers open none where the operator does not let them, nor whose phone is not known', async () => {
  const stranger = new Chat(test, host, BIA);
  await stranger.dialog([['começar', 'Por aqui você fala com Padaria Central']]);
  const unknown = new Chat(test, host, null);
  unknown.strangersMayOpen = true;
  await unknown.dialog([['começar', 'preciso do seu número']]);
  expect(await newest()).toBe(host);
});

it('one phone opens three shops a day at most, in whosever chat, and is told when another can be', async () => {
  const other = await openShop(test.db, [], 'Mercado do Bairro');
  const opens = async (shop: number, name: string): Promise<string> => {
    const stranger = new Chat(test, shop, ANA);
    stranger.strangersMayOpen = true;
    await stranger.dialog([
      ['abrir outra loja', 'Qual é o nome'],
      [name, 'CNPJ'],
      ['pular', 'cidade'],
      ['São Paulo', 'Está certo?'],
    ]);
    return (await stranger.says('sim')).text;
  };
  const before = await newest();
  expect(await opens(host, 'Um')).toContain('está criada');
  test.clock.advance(60_000);
  expect(await opens(other, 'Dois')).toContain('está criada');
  // The question was open before the third was opened in another chat.
  const slow = new Chat(test, other, ANA);
  slow.strangersMayOpen = true;
  await slow.dialog([
    ['abrir outra loja', 'Qual é o nome'],
    ['Quatro', 'CNPJ'],
    ['pular', 'cidade'],
    ['São Paulo', 'Está certo?'],
  ]);
  expect(await opens(host, 'Três')).toContain('está criada');
  const limit =
    'Você já abriu 3 lojas em um dia, e esse é o limite por telefone. Para abrir outra, volte em *24/11/2026* às 14:02.';
  expect((await slow.says('sim')).text).toBe(limit);
  const again = new Chat(test, host, ANA);
  again.strangersMayOpen = true;
  expect((await again.says('abrir outra loja')).text).toBe(limit);
  expect((await newest()) - before).toBe(3);
  test.clock.advance(24 * 3_600_000);
  await again.dialog([['começar', 'Qual é o nome']]);
});

it('an owner gives their shop its name, CNPJ and time, and changes each later; undone like others', async () => {
  const owner = new Chat(test, host, OWNER);
  await owner.dialog([
    ['começar', 'Qual é o nome'],
    ['Padaria Nova', 'CNPJ'],
    ['pular', 'cidade'],
    ['Rio Branco', /horário de Rio Branco/],
    ['sim', /ativo|passo/],
    ['loja', /Nome: Padaria Nova\nCNPJ: não informado\nFuso: Rio Branco \(agora são 12:02\)/],
    ['cor azul', /Cor: #1c4e9c\. Mudo\?/],
    ['sim', 'Pronto'],
    ['fuso', 'Em que cidade'],
    ['equipe', 'A equipe'],
    ['Cuiabá', /Fuso: Cuiabá/],
    ['sim', 'Pronto'],
    ['loja', /Fuso: Cuiabá \(agora são 13:02\)(.|\n)*Cor: #1c4e9c/],
    ['desfazer', /Fuso para Cuiabá/],
    ['sim', 'Desfeito'],
    ['loja', 'Fuso: Rio Branco'],
  ]);
});
