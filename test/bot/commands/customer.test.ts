import type { Language, StatementEntry } from '../../../src/loyalty';
import { Chat } from './chat';
import { books, NOW, openBooks, settings } from './fake-loyalty';

jest.mock('../../../src/loyalty', () => ({
  ...jest.requireActual<object>('../../../src/loyalty'),
  ...jest.requireActual<{ door: object }>('./fake-loyalty').door,
}));

beforeEach(openBooks);

const midnight = (date: string): number => Date.parse(`${date}T00:00:00-03:00`);

describe('balance', () => {
  test('what is usable, what expires, what comes, what waits and what is owed', async () => {
    books.balance.cashback = {
      available: 1250,
      pending: { quantity: 320, nextAt: midnight('2026-11-26') },
      expiring: { quantity: 500, at: midnight('2026-12-01') },
      held: 1000,
      debt: 167,
    };
    books.balance.points.available = 30;
    expect(await new Chat('customer').say('saldo')).toBe(
      'Você tem *R$ 12,50* e *30 pontos* para usar agora.\n' +
        'Use até *30/11/2026*: *R$ 5,00*.\n' +
        'Liberando a partir de *26/11/2026*: *R$ 3,20*.\n' +
        'Não vence: *30 pontos*.\n' +
        'Em vouchers abertos: *R$ 10,00*.\n' +
        'As próximas compras descontam *R$ 1,67*, de uma devolução.\n' +
        'Para usar o cashback, diga “resgatar”.',
    );
  });

  test('nothing yet', async () => {
    expect(await new Chat('customer').say('quanto eu tenho?')).toBe(
      'Você ainda não tem saldo para usar.\nEle aparece aqui quando você compra e informa seu telefone.',
    );
  });

  test('in the customer’s language', async () => {
    books.balance.points.available = 1;
    expect(await new Chat('customer', 'en').say('balance')).toBe(
      'You have *1 point* to use now. It does not expire.',
    );
    expect(await new Chat('customer', 'es').say('saldo')).toBe('Tienes *1 punto* para usar ahora. No vence.');
  });
});

describe('statement', () => {
  const entry = (
    kind: Extract<StatementEntry, { quantity: number }>['kind'],
    quantity: number,
    saleCents: number | null,
  ): Extract<StatementEntry, { quantity: number }> => ({
    at: NOW,
    kind,
    asset: 'cashback',
    quantity,
    saleCents,
  });

  test('each kind of entry, signed as it is felt', async () => {
    books.entries = [
      entry('earned', 250, 5000),
      entry('taken-back', -100, 5000),
      entry('held', -500, null),
      entry('released', 500, null),
      entry('expired', -50, null),
      entry('debt-paid', -20, 8000),
      { ...entry('earned', 52, 5290), asset: 'points' },
    ];
    expect(await new Chat('customer').say('extrato')).toBe(
      'Seus últimos lançamentos:\n' +
        '24/11: *+R$ 2,50*, compra de R$ 50,00\n' +
        '24/11: *-R$ 1,00*, devolução da compra de R$ 50,00\n' +
        '24/11: *-R$ 5,00*, foi para um voucher\n' +
        '24/11: *+R$ 5,00*, voltou de um voucher\n' +
        '24/11: *-R$ 0,50*, venceu\n' +
        '24/11: *-R$ 0,20*, descontou uma devolução anterior\n' +
        '24/11: *+52 pontos*, compra de R$ 52,90',
    );
  });

  test('what became of vouchers', async () => {
    books.entries = [
      {
        at: NOW,
        kind: 'voucher-earned',
        benefit: { kind: 'voucher-item', name: 'café' },
        paidCents: null,
        saleCents: 5290,
      },
      {
        at: NOW,
        kind: 'voucher-used',
        benefit: { kind: 'voucher-percent', bps: 2000, max_cents: 3000 },
        paidCents: 1600,
        saleCents: 8000,
      },
    ];
    expect(await new Chat('customer').say('extrato')).toBe(
      'Seus últimos lançamentos:\n' +
        '24/11: voucher de *café*, pela compra de R$ 52,90\n' +
        '24/11: voucher de *20% de desconto, até R$ 30,00* usado na compra de R$ 80,00, pagou R$ 16,00',
    );
  });

  test('older ones by “mais”, until there are none', async () => {
    books.entries = Array.from({ length: 9 }, (_, i) => entry('earned', i + 1, 5000));
    const chat = new Chat('customer');
    expect(await chat.say('extrato')).toMatch(/\+R\$ 0,07\*, [^\n]*\nPara ver os anteriores, diga “mais”\.$/);
    expect(await chat.say('mais')).toBe(
      '24/11: *+R$ 0,08*, compra de R$ 50,00\n24/11: *+R$ 0,09*, compra de R$ 50,00',
    );
  });

  test('empty', async () => {
    expect(await new Chat('customer').say('extrato')).toContain('ainda está vazio');
  });
});

describe('redeem', () => {
  beforeEach(() => {
    books.balance.cashback.available = 1250;
  });

  test('an amount, a confirmation, a voucher with its card', async () => {
    books.minimumPurchaseCents = 2000;
    const chat = new Chat('customer');
    expect(await chat.say('resgatar 5')).toBe(
      'Troco *R$ 5,00* do seu cashback por um voucher? Ele vale até *24/12/2026*, em compras a partir de *R$ 20,00*. Responda “sim” ou “não”.',
    );
    expect(books.written).toEqual([]);
    expect(await chat.say('sim')).toBe(
      'Seu voucher de *R$ 5,00*: código *ABCD-1234*.\n' +
        'Mostre no caixa até *24/12/2026*, em compras a partir de *R$ 20,00*.\n' +
        'Restam *R$ 7,50* de cashback.',
    );
    expect(chat.last.card).toEqual({
      kind: 'voucher',
      shop: 'Padaria Sol',
      voucherId: 'ABCD1234',
      benefit: { kind: 'voucher-fixed', cents: 500 },
      minimumPurchaseCents: 2000,
      availableAt: null,
      stores: null,
      expiresAt: midnight('2026-12-25'),
      zone: 'America/Sao_Paulo',
      lang: 'pt',
    });
    expect(books.written).toEqual([
      { did: 'issue', with: { customerId: 'customer-1', cents: 500, key: 'redeem:m1' } },
    ]);
  });

  test('a no holds nothing', async () => {
    const chat = new Chat('customer');
    await chat.say('resgatar 5');
    expect(await chat.say('não')).toBe('Tudo bem, cancelei. Nada foi feito.');
    expect(await chat.say('sim')).toContain('Não tenho nada esperando resposta');
    expect(books.written).toEqual([]);
  });

  test('a yes after ten minutes is too late', async () => {
    const chat = new Chat('customer');
    await chat.say('resgatar 5');
    chat.now += 10 * 60_000;
    expect(await chat.say('sim')).toContain('não vale mais');
    expect(books.written).toEqual([]);
  });

  test('without an amount it asks for one; “tudo” is all there is', async () => {
    const chat = new Chat('customer');
    expect(await chat.say('resgatar')).toBe('Você tem *R$ 12,50* de cashback. Quanto quer usar?');
    expect(await chat.say('tudo')).toContain('Troco *R$ 12,50*');
    const other = new Chat('customer');
    await other.say('resgatar');
    expect(await other.say('7,50')).toContain('Troco *R$ 7,50*');
  });

  test.each([
    ['pt', 'resgatar tudo', 'Troco *R$ 12,50*'],
    ['pt', 'quero usar tudo', 'Troco *R$ 12,50*'],
    ['pt', 'usar todo meu cashback', 'Troco *R$ 12,50*'],
    ['pt', 'quero usar tudo que eu tenho aí', 'Troco *R$ 12,50*'],
    ['pt', 'oi, posso gastar td por favor?', 'Troco *R$ 12,50*'],
    ['en', 'redeem everything', '*R$ 12.50*'],
    ['en', 'redeem all', '*R$ 12.50*'],
    ['en', 'use all my cashback', '*R$ 12.50*'],
    ['es', 'canjear todo', '*R$ 12,50*'],
    ['es', 'quiero canjear todo mi saldo', '*R$ 12,50*'],
    ['es', 'quiero usar todo lo que tengo', '*R$ 12,50*'],
  ] as const)('“%s: %s” is all there is, to be confirmed', async (lang, says, offers) => {
    const chat = new Chat('customer', lang);
    expect(await chat.say(says)).toContain(offers);
    expect(books.written).toEqual([]);
    await chat.say(lang === 'en' ? 'yes' : 'sim');
    expect(books.written).toMatchObject([{ did: 'issue', with: { cents: 1250 } }]);
  });

  test.each([
    ['pt', 'quero resgatar metade do meu saldo', 'Troco *R$ 6,25*'],
    ['en', 'spend half of my balance', '*R$ 6.25*'],
    ['es', 'quiero canjear la mitad de mi saldo', '*R$ 6,25*'],
  ] as const)('“%s: %s” is asked about first, and the share is kept', async (lang, says, offers) => {
    const chat = new Chat('customer', lang);
    await chat.say(says);
    expect(await chat.say(lang === 'en' ? 'yes' : 'sim')).toContain(offers);
    expect(books.written).toEqual([]);
  });

  test('an amount that can be read in two ways is asked again', async () => {
    const chat = new Chat('customer');
    await chat.say('resgatar');
    expect(await chat.say('1.234')).toContain('pode ser lido de dois jeitos. Se é *R$ 1.234,00*');
    expect(await chat.say('5')).toContain('Troco *R$ 5,00*');
  });

  test('another wish in between leaves the question open', async () => {
    const chat = new Chat('customer');
    await chat.say('resgatar');
    expect(await chat.say('saldo')).toContain('Você tem *R$ 12,50*');
    expect(await chat.say('5')).toContain('Troco *R$ 5,00*');
  });

  test('a refusal says what to do instead', async () => {
    books.refusal = { code: 'insufficient-balance', asset: 'cashback', available: 1250, requested: 2000 };
    expect(await new Chat('customer').say('resgatar 20')).toBe(
      'Você tem *R$ 12,50* para usar, e pediu *R$ 20,00*. Peça um valor menor, ou diga “saldo”.',
    );
  });

  test('what is refused at the yes gives no card', async () => {
    const chat = new Chat('customer');
    await chat.say('resgatar 5');
    books.refusal = { code: 'insufficient-balance', asset: 'cashback', available: 0, requested: 500 };
    expect(await chat.say('sim')).toContain('Você tem *R$ 0,00* para usar');
    expect(chat.last.card).toBeUndefined();
  });

  test('with nothing to use there is nothing to ask', async () => {
    books.balance.cashback.available = 0;
    expect(await new Chat('customer').say('resgatar')).toContain('ainda não tem cashback');
  });

  test('in English and Spanish', async () => {
    const english = new Chat('customer', 'en');
    expect(await english.say('redeem 5')).toContain('Turn *R$ 5.00* of your cashback into a voucher?');
    expect(await english.say('yes')).toContain('code *ABCD-1234*');
    const spanish = new Chat('customer', 'es');
    expect(await spanish.say('canjear 5')).toContain('¿Cambio *R$ 5,00* de tu cashback por un vale?');
    expect(await spanish.say('sí')).toContain('código *ABCD-1234*');
  });
});

describe('vouchers', () => {
  const voucher = {
    id: 'WXYZ6789',
    code: 'WXYZ6789',
    source: 'cashback' as const,
    benefit: { kind: 'voucher-fixed' as const, cents: 500 },
    held: 500,
    stores: null,
    availableAt: NOW,
    minimumPurchaseCents: null,
    expiresAt: midnight('2026-12-25'),
  };

  test('the open ones, the soonest to expire first', async () => {
    books.vouchers = [
      {
        ...voucher,
        id: 'ABCD1234',
        code: 'ABCD1234',
        expiresAt: midnight('2026-12-02'),
        minimumPurchaseCents: 2000,
        state: 'open',
      },
      { ...voucher, availableAt: midnight('2026-12-01'), state: 'open' },
      { ...voucher, code: 'PPPP2222', state: 'redeemed' },
      { ...voucher, code: 'QQQQ3333', state: 'expired' },
    ];
    expect(await new Chat('customer').say('meus vouchers')).toBe(
      'Seus vouchers abertos:\n' +
        '*ABCD-1234*: *R$ 5,00* até *01/12/2026*, em compras a partir de *R$ 20,00*\n' +
        '*WXYZ-6789*: *R$ 5,00* de *01/12/2026* até *24/12/2026*\n' +
        'Mostre o código no caixa.',
    );
  });

  test('none, and more than a screen holds', async () => {
    expect(await new Chat('customer').say('meus vouchers')).toContain('não tem voucher aberto');
    books.vouchers = Array.from({ length: 10 }, () => ({
      ...voucher,
      minimumPurchaseCents: 123_456,
      state: 'open',
    }));
    const text = await new Chat('customer').say('meus vouchers');
    expect(text.length).toBeLessThanOrEqual(600);
    expect(text).toMatch(/E mais \d, com prazo maior/);
  });
});

describe('program', () => {
  test('the rules in plain words, with how to use what was earned', async () => {
    books.program = {
      number: 1,
      rules: [{ benefit: { kind: 'cashback-percent', bps: 500 } }],
      settings: { ...settings, redeem_max_bps: 3000 },
      validFrom: 0,
    };
    const text = await new Chat('customer').say('como funciona?');
    expect(text).toMatch(/^Como funciona o programa da loja Padaria Sol:\n1\. .*5%/);
    expect(text).toContain('Dá para resgatar a partir de *R$ 1,00*.');
    expect(text).toContain('Um voucher paga até 30% da compra.');
    expect(text).not.toContain('ainda não começou');
    expect(await new Chat('customer', 'pt', { state: 'setup' }).say('como funciona?')).toContain(
      'ainda não começou',
    );
    expect(await new Chat('customer', 'pt', { state: 'earning-paused' }).say('como funciona?')).toContain(
      'não estão ganhando',
    );
  });

  test('before there is one', async () => {
    expect(await new Chat('customer').say('regras')).toContain('ainda está preparando o programa');
  });
});

describe('marketing and language', () => {
  test('opting out and in again, with the message as proof', async () => {
    const chat = new Chat('customer');
    expect(await chat.say('sair')).toContain('parei as novidades');
    expect(await chat.say('voltar')).toContain('volta a receber');
    const shown = (name: string): object => ({ version: expect.stringContaining(name) as string });
    expect(books.written).toMatchObject([
      { did: 'consent', with: { consent: false, messageId: 'm1', shown: shown('opted-out/pt/') } },
      { did: 'consent', with: { consent: true, messageId: 'm2', shown: shown('opted-in/pt/') } },
    ]);
  });

  test('the answer is already in the language asked for', async () => {
    const chat = new Chat('customer');
    expect(await chat.say('idioma')).toContain('“english”');
    expect(await chat.say('english')).toContain('I’ll speak English');
    expect(books.written).toEqual([{ did: 'language', with: { customerId: 'customer-1', language: 'en' } }]);
  });
});

/** All its pages. */
async function wholeMenu(role: 'cashier' | 'manager', lang: Language): Promise<string> {
  const chat = new Chat(role, lang);
  const more = { pt: 'mais', en: 'more', es: 'más' }[lang];
  const pages = [await chat.say('menu')];
  while (pages.at(-1)?.includes(`“${more}”`) === true) pages.push(await chat.say(more));
  return pages.join('\n');
}

describe('menu', () => {
  test('a customer’s, by number', async () => {
    books.balance.cashback.available = 1250;
    const chat = new Chat('customer');
    const menu = await chat.say('menu');
    expect(menu).toMatch(/^Posso ajudar com:\n1\. Ver seu saldo: “saldo”\n/);
    expect(menu).toContain('“sair”');
    expect(menu).not.toMatch(/voltar a receber|validar|status/);
    expect(await chat.say('3')).toContain('Quanto quer usar?');
  });

  test('who opted out is shown the way back', async () => {
    const chat = new Chat('customer');
    chat.customer.marketingConsent = false;
    expect(await chat.say('menu')).toContain('“voltar”');
    expect(await chat.say('menu')).not.toContain('“sair”');
  });

  test.each(['pt', 'en', 'es'] as const)('each role sees its own, on one screen, in %s', async (lang) => {
    const menus = await Promise.all(
      (['customer', 'cashier', 'manager', 'owner'] as const).map((role) => new Chat(role, lang).say('menu')),
    );
    for (const menu of menus) expect(menu.length).toBeLessThanOrEqual(600);
    expect(menus[1]).toContain('ABCD-1234');
    const activates = /“(ativar|activate|activar)”/;
    expect(await wholeMenu('cashier', lang)).not.toMatch(activates);
    expect(await wholeMenu('manager', lang)).toMatch(activates);
  });
});

describe('a birthday that no year has', () => {
  const cases: readonly (readonly [Language, string, string, string])[] = [
    [
      'pt',
      'eu nasci em 31/02',
      'O dia “31/02” não existe. Escreva o dia e o mês, assim: “3 de maio”.',
      '30/02',
    ],
    ['en', 'i was born on february 30', 'There is no such day as “february 30”.', '31/04'],
    ['es', 'nací el 31 de abril', 'El día “31 de abril” no existe.', '30/2'],
  ];

  test.each(cases)('is told so, and what to write instead: %s', async (lang, says, answer, again) => {
    const chat = new Chat('customer', lang);
    expect(await chat.say(says)).toContain(answer);
    expect(await chat.say(again)).toContain(`“${again}”`);
  });
});
