import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, BIA, CASHIER, openShop, OWNER, percent, saleOf, sellToWilling } from '../support/shop';

const test = suiteDatabase();
const buyer = (name: string, phone: string) => ({
  name,
  phone,
  cpf: null,
  email: null,
  cardFingerprint: null,
});
let owner: Chat;
let cashier: Chat;

beforeEach(async () => {
  test.clock.set(START);
  const shop = await openShop(test.db, [percent(1_000)]);
  test.clock.advance(120_000);
  await test.db.asMerchant(shop, (work) =>
    sellToWilling(work, [
      saleOf({ buyer: buyer('Ana Souza', ANA), nsu: '123456' }),
      saleOf({ buyer: buyer('Beatriz Lima', BIA), totalCents: 20_000 }),
      saleOf({ phone: null, nsu: '778899', totalCents: 3_000 }),
    ]),
  );
  owner = new Chat(test, shop, OWNER);
  cashier = new Chat(test, shop, CASHIER);
});

describe('who was spoken of last', () => {
  it('is meant by a pronoun, and named in the reply', () =>
    cashier.dialog([
      ['cliente Ana', /^Ana Souza/],
      ['saldo dela', /^Ana Souza/],
      ['cliente 11 98888-0002', /^Beatriz Lima/],
      ['e os vales dela?', /^Beatriz Lima/],
      ['venda 30 pra ela', 'É essa a de Beatriz Lima (11 98888-0002)?'],
      ['não', ''],
      ['venda 35 pra ela', 'para Beatriz Lima (11 98888-0002)?'],
      ['não, 40', /R\$ 40,00\* para Beatriz Lima/],
      ['sim', 'registrada'],
      ['estorna a venda dela', /R\$ 40,00(.|\n)*de Beatriz Lima/],
      ['sim', 'estornada'],
    ]));

  it('is asked for where nobody was, or not lately', async () => {
    await cashier.dialog([
      ['saldo dela', 'De qual cliente você fala?'],
      ['cliente Ana', /^Ana Souza/],
    ]);
    test.clock.advance(31 * 60_000);
    await cashier.dialog([['saldo dela', 'De qual cliente você fala?']]);
    // In another chat nobody was named.
    await owner.dialog([['tira 5 dela', 'De qual cliente você fala?']]);
  });

  it('also in English and Spanish', () =>
    owner.dialog([
      ['english', 'English'],
      ['customer Ana', /^Ana Souza/],
      ['her points', /^Ana Souza/],
      ['give her 5', 'What is the reason?'],
      ['till error', 'Add *R$ 5.00* to the balance of Ana Souza'],
      ['no', 'cancelled'],
      ['español', 'español'],
      ['cliente Beatriz', /^Beatriz Lima/],
      ['cuánto tiene ella', /^Beatriz Lima/],
      ['su saldo', /^Beatriz Lima/],
    ]));
});

describe('a balance is adjusted by a name', () => {
  it.each([
    ['tira 5 da ana', 'Tiro *R$ 5,00* do saldo de Ana Souza'],
    ['dá 5 pra Ana', 'Ponho *R$ 5,00* no saldo de Ana Souza'],
    ['desconta 5 pontos da Beatriz', 'O saldo livre de'],
    ['põe 50 pontos na conta da Beatriz', 'Ponho *50 pontos* no saldo de Beatriz Lima'],
    ['deixa a Ana com 50 pontos', 'Ponho *50 pontos* no saldo de Ana Souza'],
    ['coloca o saldo da ana em 4 reais', 'Tiro *R$ 6,00* do saldo de Ana Souza'],
    ['zera o cashback da Ana', 'Tiro *R$ 10,00* do saldo de Ana Souza'],
  ])('%s', async (says, asks) => {
    await owner.dialog([
      [says, 'Qual o motivo?'],
      ['acerto de caixa', asks],
      ['não', ''],
    ]);
  });

  it('says what there is, and nothing more where it is so already', () =>
    owner.dialog([
      ['coloca o saldo da ana em 4 reais', /^Ana Souza \(11 98888-0001\) tem \*R\$ 10,00\*(.|\n)*motivo/],
      ['não', ''],
      ['coloca o saldo da ana em 10 reais', /^Ana Souza \(11 98888-0001\) tem \*R\$ 10,00\* para usar\.$/],
      ['sim', 'nada esperando'],
    ]));

  it('a customer is no prize', () =>
    owner.dialog([
      ['passa a Beatriz para 100 pontos', /^Beatriz é cliente da loja/],
      ['sim', 'nada esperando'],
      ['prêmio: Beatriz por 100 pontos', 'Prêmio: *Beatriz* por *100 pontos*'],
    ]));

  it('not by a cashier', () =>
    cashier.dialog([
      ['tira 5 da ana', 'Só a gerência'],
      ['zera o saldo da Ana', 'Só a gerência'],
    ]));
});

it('a recorded sale is voided by a name', () =>
  cashier.dialog([
    ['venda 20 ana', 'Ana Souza'],
    ['sim', 'registrada'],
    ['estornar venda', 'ou o nome'],
    ['ana', /R\$ 20,00(.|\n)*de Ana Souza/],
    ['não', ''],
    ['cancela a última venda da Ana', /R\$ 20,00(.|\n)*de Ana Souza/],
    ['sim', 'estornada'],
    ['estornar venda beatriz', 'Não achei uma venda registrada aqui'],
  ]));

it('a sale is linked by a name, and what is missing is asked for', () =>
  cashier.dialog([
    ['vincular venda 778899', 'De qual cliente? Diga o telefone ou o nome'],
    ['zeca', 'Não conheço um cliente chamado zeca'],
    ['ana', /R\$ 30,00(.|\n)*Vinculo a Ana Souza \(11 98888-0001\)\?/],
    ['não', ''],
    ['vincular venda da Beatriz', 'o número do comprovante'],
    ['778899', 'Vinculo a Beatriz Lima'],
    ['sim', /R\$ 30,00/],
  ]));
