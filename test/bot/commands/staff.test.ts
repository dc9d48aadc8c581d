import { SETUP_STEPS } from '../../../src/loyalty/core/result';
import type { SetupStep } from '../../../src/loyalty';
import { Chat } from './chat';
import { books, NOW, openBooks, settings } from './fake-loyalty';

jest.mock('../../../src/loyalty', () => ({
  ...jest.requireActual<object>('../../../src/loyalty'),
  ...jest.requireActual<{ door: object }>('./fake-loyalty').door,
}));

beforeEach(openBooks);

function done(...steps: SetupStep[]): void {
  books.setup.steps = SETUP_STEPS.map((step) => ({ step, done: steps.includes(step) }));
  books.setup.next = SETUP_STEPS.find((step) => !steps.includes(step)) ?? null;
}

const cashback5 = {
  benefit: { kind: 'cashback-percent' as const, bps: 500 },
  conditions: { min_cents: 5000, min_inclusive: false },
};

describe('status', () => {
  test('a new shop: everything is to do, and the one thing to begin with', async () => {
    expect(await new Chat('owner', 'pt', { state: 'setup' }).say('status')).toBe(
      'Faltam 5 passos:\n' +
        '1. Maquininhas: falta\n' +
        '2. Conexão com o SmartPOS: falta\n' +
        '3. Regras: falta\n' +
        '4. Venda de teste: falta\n' +
        '5. Programa ativo: falta\n' +
        'Agora: diga “conectar smartpos”.',
    );
  });

  test('before the activation: what was seen, and what it would have given', async () => {
    done('machines', 'connection', 'rules', 'reference-sale');
    Object.assign(books.setup, {
      machines: { total: 4, acquirers: ['Cielo', 'Rede', 'Stone'] },
      rules: 2,
      reference: { at: NOW, cents: 5290 },
      dry: { sales: 12, cashbackCents: 3180, points: 40 },
    });
    expect(await new Chat('owner', 'pt', { state: 'setup' }).say('status')).toBe(
      'Falta 1 passo:\n' +
        '1. Maquininhas: 4, de Cielo, Rede e Stone\n' +
        '2. Conexão com o SmartPOS: feito\n' +
        '3. Regras: 2\n' +
        '4. Venda de teste: *R$ 52,90* em *24/11/2026*\n' +
        '5. Programa ativo: falta\n' +
        'Com o programa ativo, as 12 vendas recebidas teriam dado *R$ 31,80* e *40 pontos*.\n' +
        'Agora: diga “ativar”.',
    );
  });

  test('active, and each pause said apart', async () => {
    done(...SETUP_STEPS);
    books.setup.activatedAt = NOW;
    expect(await new Chat('manager').say('status')).toMatch(
      /^O programa está ativo[^]*5\. Programa ativo: desde \*24\/11\/2026\*$/,
    );
    expect(await new Chat('manager', 'pt', { messagesPaused: true }).say('status')).toContain(
      'mensagens automáticas estão em pausa',
    );
    expect(await new Chat('manager', 'pt', { state: 'earning-paused' }).say('status')).toMatch(
      /^Os ganhos estão em pausa/,
    );
  });

  test.each([
    ['pt', 'status', 'Venda de teste: não foi feita', /Agora:/],
    ['en', 'status', 'not made', /Next:|Now:/],
    ['es', 'estado', 'Venta de prueba: no se hizo', /Ahora:/],
  ] as const)('active, a test that was left out is no next step: %s', async (lang, says, told, next) => {
    done('machines', 'connection', 'rules', 'activation');
    books.setup.activatedAt = NOW;
    const answer = await new Chat('owner', lang).say(says);
    expect(answer).toContain(told);
    expect(answer).not.toMatch(next);
  });

  test('is not for a cashier', async () => {
    expect(await new Chat('cashier').say('ativar')).not.toContain('Programa ativo!');
    expect(books.written).toEqual([]);
  });
});

describe('activate and pause', () => {
  test('switches on once', async () => {
    const chat = new Chat('manager', 'pt', { state: 'setup' });
    expect(await chat.say('ativar')).toContain('Programa ativo!');
    books.already = true;
    expect(await chat.say('ativar')).toContain('já está ativo');
    expect(books.written[0]).toEqual({ did: 'activate', with: { by: 'manager-1', override: false } });
  });

  test('a missing step is named, with what to do; the owner may insist', async () => {
    done('machines', 'connection');
    books.refusal = { code: 'program-not-active', missing: 'rules' };
    const owner = new Chat('owner', 'pt', { state: 'setup' });
    expect(await owner.say('ativar')).toBe(
      'Ainda não dá para ativar. Falta: Regras. Para seguir, diga a primeira regra, como “cashback 5% acima de R$ 50”.\n' +
        'Se quiser ligar assim, diga “ativar mesmo assim”; fica registrado.',
    );
    expect(await owner.say('ativar mesmo assim')).toContain('Programa ativo!');
    expect(books.written).toEqual([{ did: 'activate', with: { by: 'owner-1', override: true } }]);
  });

  test('a manager may not insist, and is not told to', async () => {
    books.refusal = { code: 'program-not-active', missing: 'machines' };
    const manager = new Chat('manager', 'pt', { state: 'setup' });
    expect(await manager.say('ativar')).not.toContain('mesmo assim');
    expect(await manager.say('ativar mesmo assim')).toBe(
      'Só quem é dono da loja pode pedir isso, escrevendo do próprio número.',
    );
    expect(books.written).toEqual([]);
  });

  test('pauses messages or earning, each said apart', async () => {
    const chat = new Chat('owner');
    expect(await chat.say('pausar mensagens')).toContain('Mensagens automáticas em pausa');
    expect(await chat.say('pausar ganhos')).toContain('Ganhos em pausa');
    expect(books.written.map((entry) => entry.with)).toEqual([
      { what: 'messages', by: 'owner-1' },
      { what: 'earning', by: 'owner-1' },
    ]);
  });

  test.each([
    [
      'pt',
      'pausar',
      /^O que eu pauso\?[^]*“pausar mensagens” ou “pausar ganhos”/,
      'os ganhos',
      /Ganhos em pausa/,
    ],
    ['en', 'pause', /^What shall I pause\?/, 'messages', /messages are paused/],
    ['es', 'pausar', /^¿Qué pauso\?/, 'Ganancias.', /Ganancias en pausa/],
  ] as const)('“%s %s” asks what, and nothing is done before', async (lang, says, asks, what, hears) => {
    const chat = new Chat('owner', lang);
    expect(await chat.say(says)).toMatch(asks);
    expect(books.written).toEqual([]);
    expect(await chat.say(what)).toMatch(hears);
    expect(books.written).toHaveLength(1);
  });

  test('what is paused or on already is said, and done once', async () => {
    books.already = true;
    const chat = new Chat('owner');
    expect(await chat.say('pausar mensagens')).toContain('já estão em pausa');
    expect(await chat.say('pausar ganhos')).toContain('já estão em pausa');
    expect(await chat.say('ativar mensagens')).toContain('já estavam ligadas');
  });

  test('messages are switched on apart from the program', async () => {
    const chat = new Chat('owner', 'pt', { messagesPaused: true });
    expect(await chat.say('ativar mensagens')).toBe(
      'As mensagens automáticas voltaram, e o programa segue ativo.',
    );
    expect(await chat.say('ativar ganhos')).toContain('mensagens seguem em pausa');
    expect(await new Chat('owner', 'pt', { state: 'setup' }).say('ligar as mensagens')).toContain(
      'ainda não ganham',
    );
    expect(books.written.map(({ did }) => did)).toEqual(['resume-messages', 'activate', 'resume-messages']);
  });

  test('earning that never began cannot be paused', async () => {
    expect(await new Chat('owner', 'pt', { state: 'setup' }).say('pausar ganhos')).toContain(
      'não está ativo',
    );
    expect(books.written).toEqual([]);
  });
});

describe('rules', () => {
  test('numbered, and more than a screen by “mais”', async () => {
    const chat = new Chat('manager');
    expect(await chat.say('regras')).toContain('Ainda não há regras');
    const many = Array.from({ length: 40 }, () => cashback5);
    books.program = { number: 1, rules: many, settings, validFrom: 0 };
    let text = await chat.say('regras');
    expect(text).toMatch(/^Regras em vigor:\n1\. /);
    const numbers: number[] = [];
    for (;;) {
      expect(text.length).toBeLessThanOrEqual(600);
      numbers.push(...[...text.matchAll(/^(\d+)\. /gm)].map((match) => Number(match[1])));
      if (!text.endsWith('diga “mais”.')) break;
      text = await chat.say('mais');
    }
    expect(numbers).toEqual(many.map((_, i) => i + 1));
  });

  test('a rule is echoed with an example and created at the yes', async () => {
    const chat = new Chat('owner', 'pt', { state: 'setup' });
    const text = await chat.say('cashback 5% acima de R$ 50');
    expect(text).toMatch(/^Entendi assim:\n.*5%.*acima de R\$ 50/);
    expect(text).toContain('Por exemplo, uma venda de *R$ 100,00* dá *R$ 5,00*.');
    expect(text).toMatch(/Crio essa regra\? Responda “sim” ou “não”\.$/);
    expect(books.written).toEqual([]);
    expect(await chat.say('sim')).toBe(
      'Regra 1 criada. Ela vale a partir do momento em que o programa for ativado.\n' +
        'Agora: diga “conectar smartpos”.',
    );
    expect(books.written).toEqual([{ did: 'add-rule', with: { rule: cashback5, key: 'add-rule:m1' } }]);
  });

  test('the example is a sale of the shop’s own where there is one', async () => {
    books.example = {
      saleCents: 5290,
      real: true,
      occurredAt: NOW,
      cashbackCents: 265,
      points: 0,
      vouchers: [],
      others: 0,
      multipliesNothing: false,
    };
    const chat = new Chat('owner');
    expect(await chat.say('cashback 5% acima de R$ 50')).toContain(
      'A venda de *R$ 52,90* de *24/11/2026* teria dado *R$ 2,65*.',
    );
    expect(await chat.say('sim')).toBe('Regra 1 criada. Vale para as vendas a partir de agora.');
    books.example = { ...books.example, cashbackCents: 0 };
    expect(await chat.say('cashback 5% acima de R$ 50')).toContain('Não achei um exemplo');
  });

  test('a voucher worth more than the purchase that gives it is pointed out', async () => {
    const over = 'vale mais que a compra que o dá, que pode ser de só *R$ 50,00*';
    expect(await new Chat('owner').say('compras a partir de R$ 50 ganham voucher de R$ 500')).toContain(over);
    expect(await new Chat('owner').say('compras a partir de R$ 50 ganham voucher de R$ 50')).not.toContain(
      'vale mais',
    );
  });

  test('a rate over 30% is pointed out', async () => {
    expect(await new Chat('owner').say('cashback 31%')).toContain('mais de 30%');
    expect(await new Chat('owner').say('cashback 30%')).not.toContain('mais de 30%');
  });

  test.each([
    ['máximo R$ 50 por cliente por dia e R$ 20 por semana', 'por dia', 'por semana'],
    ['máximo R$ 20 por cliente por dia e R$ 20 por mês', 'por dia', 'por mês'],
    ['máximo R$ 30 por venda e R$ 20 por cliente por dia', 'por venda', 'por dia'],
  ])('a limit that another always reaches first is pointed out: %s', async (limits, of, under) => {
    expect(await new Chat('owner').say(`cashback 5%, ${limits}`)).toContain(
      `o máximo ${of} não muda nada, porque o máximo ${under} não é maior`,
    );
  });

  test.each([
    ['máximo R$ 20 por cliente por dia e R$ 50 por semana'],
    // A week may lie in two months.
    ['máximo R$ 30 por cliente por semana e R$ 20 por mês'],
  ])('one that may be reached is not: %s', async (limits) => {
    expect(await new Chat('owner').say(`cashback 5%, ${limits}`)).not.toContain('não muda nada');
  });

  test('a no creates nothing, a refusal is said', async () => {
    const chat = new Chat('owner');
    await chat.say('cashback 5%');
    expect(await chat.say('não')).toContain('cancelei');
    await chat.say('cashback 5%');
    books.refusal = { code: 'rule-limit', maximum: 50 };
    expect(await chat.say('sim')).toContain('já tem 50 regras');
    expect(books.written).toEqual([]);
  });

  test('asked for without a sentence, it says how', async () => {
    expect(await new Chat('owner').say('criar regra')).toContain(
      '“cashback 5% acima de R$ 50, válido por 30 dias”',
    );
  });
});

describe('validate', () => {
  test('code, amount, confirmation', async () => {
    const chat = new Chat('cashier');
    expect(await chat.say('validar ABCD-1234')).toBe(
      'Voucher de *R$ 5,00* de Ana, vale até *24/12/2026*.\nDe quanto é a compra?',
    );
    expect(await chat.say('80,00')).toBe(
      'Voucher de *R$ 5,00* de Ana, vale até *24/12/2026*.\n' +
        'Usar na compra de *R$ 80,00*? Desconta *R$ 5,00*. Responda “sim” ou “não”.',
    );
    expect(books.written).toEqual([]);
    expect(await chat.say('sim')).toBe('Voucher usado por Ana. Desconte *R$ 5,00* da compra.');
    expect(books.written).toEqual([
      { did: 'redeem', with: { voucherId: 'ABCD1234', purchaseCents: 8000, key: 'redeem-voucher:m2' } },
    ]);
  });

  test('all in one sentence, for a holder without a name, in part', async () => {
    books.holder = null;
    books.minimumPurchaseCents = 2000;
    books.returnedCents = 200;
    const chat = new Chat('owner');
    expect(await chat.say('validar wxyz 6789 em 10,00')).toBe(
      'Voucher de *R$ 5,00*, vale até *24/12/2026*, em compras a partir de *R$ 20,00*.\n' +
        'Usar na compra de *R$ 10,00*? Desconta *R$ 3,00*. Responda “sim” ou “não”.',
    );
    expect(await chat.say('sim')).toBe(
      'Voucher usado. Desconte *R$ 3,00* da compra.\n' +
        'Os outros *R$ 2,00* voltam para o saldo do cliente, com o prazo que tinham.',
    );
  });

  test('the code is asked for where it is missing, the amount where it makes no sense', async () => {
    const chat = new Chat('cashier');
    expect(await chat.say('validar')).toContain('Qual é o código');
    expect(await chat.say('ABCD1234')).toContain('De quanto é a compra?');
    expect(await chat.say('0')).toBe('Não entendi o valor. Escreva assim: “20” ou “20,50”.');
    expect(await chat.say('80')).toContain('Usar na compra de *R$ 80,00*?');
    expect(await chat.say('não')).toContain('Nada foi feito');
    expect(books.written).toEqual([]);
  });

  test('a code alone is validated; a word of eight letters is no code', async () => {
    expect(await new Chat('cashier').say('wxyz6789')).toContain('De quanto é a compra?');
    expect(await new Chat('cashier').say('programa')).toContain('ainda está preparando o programa');
  });

  test('a used voucher, for the shop’s own staff', async () => {
    books.refusal = {
      code: 'voucher-redeemed',
      at: NOW,
      benefit: { kind: 'voucher-fixed', cents: 500 },
      paidCents: 500,
    };
    expect(await new Chat('cashier').say('validar ABCD-1234')).toContain(
      'já foi usado em *24/11/2026* às 12:00',
    );
  });

  test('refused at the yes: nothing is to be taken off', async () => {
    const chat = new Chat('cashier');
    await chat.say('validar ABCD-1234 em 10,00');
    books.refusal = { code: 'purchase-below-voucher-minimum', minimum: 2000 };
    expect(await chat.say('sim')).toBe(
      'Esse voucher só vale em compras a partir de *R$ 20,00*. Ele continua aberto para outra compra.',
    );
  });

  test('a customer cannot validate', async () => {
    await new Chat('customer').say('validar ABCD-1234 em 80,00');
    expect(books.written).toEqual([]);
  });
});
