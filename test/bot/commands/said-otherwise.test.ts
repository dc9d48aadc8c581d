import { Chat } from './chat';
import { books, NOW, openBooks } from './fake-loyalty';

jest.mock('../../../src/loyalty', () => ({
  ...jest.requireActual<object>('../../../src/loyalty'),
  ...jest.requireActual<{ door: object }>('./fake-loyalty').door,
}));

beforeEach(openBooks);

const reward = (name: string, points: number) => ({
  id: name,
  name,
  points,
  benefit: { kind: 'voucher-item' as const, name },
  minimumPurchaseCents: null,
  stores: null,
  limitPerCustomer: null,
  paused: false,
  missing: 0,
  used: false,
});

describe('a reward', () => {
  beforeEach(() => {
    books.balance.points.available = 500;
    books.offers = [reward('café', 100), reward('café com leite', 150), reward('pão de queijo', 200)];
  });

  test.each([
    ['café', '*café*'],
    ['quero o café', '*café*'],
    ['o café com leite, por favor', '*café com leite*'],
    ['pao', '*pão de queijo*'],
    ['quero o 3', '*pão de queijo*'],
  ])('is chosen by its name: %s', async (says, worth) => {
    const chat = new Chat('customer');
    await chat.say('prêmios');
    expect(await chat.say(says)).toContain(worth);
  });

  test.each([
    ['muda o café pra 120 pontos', 'já existe'],
    ['o vale de 10 reais agora custa 200 pontos', 'Prêmio'],
    ['cada compra agora vale 2 pontos', 'Não entendi'],
    ['1 real agora vale 2 pontos', 'Não entendi'],
    ['indicação agora vale 50 pontos', 'Não entendi'],
    ['muda o saldo da Bia para 100 pontos', 'Não entendi'],
  ])('has a new price where a thing is named, and nothing else is one: %s', async (says, answer) => {
    expect(await new Chat('manager').say(says)).toContain(answer);
    expect(books.written).toEqual([]);
  });

  test('of no such name is none, and another wish is one', async () => {
    const chat = new Chat('customer');
    await chat.say('prêmios');
    expect(await chat.say('saldo')).toContain('500 pontos');
    expect(await chat.say('quero o suco')).not.toContain('*');
    expect(books.written).toEqual([]);
  });
});

test('what does not expire is said not to', async () => {
  books.balance.cashback = { available: 1250, pending: null, expiring: null, held: 0, debt: 0 };
  expect(await new Chat('customer').say('quando vence meu cashback')).toContain(
    'Você tem *R$ 12,50* para usar agora. Não vence.',
  );
});

describe('the example of a rule', () => {
  test('says at which purchase a stamp card gives', async () => {
    books.example = {
      ...books.example,
      occurredAt: NOW,
      cashbackCents: 0,
      vouchers: [{ kind: 'voucher-item', name: 'café' }],
    };
    expect(await new Chat('owner').say('a cada 10 compras ganha um café')).toContain(
      'Por exemplo, na 10ª compra, uma venda de *R$ 100,00* dá um voucher de *café*.',
    );
  });

  test.each([
    ['cashback 5% no aniversário', 'aniversário'],
    ['cashback 5% para quem não compra há 30 dias', 'para quem não compra há 30 dias'],
    ['cashback 5% na primeira compra', 'na primeira compra'],
  ])('says for whom: %s', async (says, whom) => {
    expect(await new Chat('owner').say(says)).toMatch(
      new RegExp(`Por exemplo, [^\n]*${whom}, uma venda de [^\n]* dá`),
    );
  });
});
