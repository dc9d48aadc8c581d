import type { Rule } from '../../../src/loyalty';
import { Chat } from './chat';
import { books, openBooks, settings } from './fake-loyalty';

jest.mock('../../../src/loyalty', () => ({
  ...jest.requireActual<object>('../../../src/loyalty'),
  ...jest.requireActual<{ door: object }>('./fake-loyalty').door,
}));

const cashback5: Rule = {
  benefit: { kind: 'cashback-percent', bps: 500 },
  conditions: { min_cents: 5000, min_inclusive: false },
};
const stamps: Rule = {
  benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-fixed', cents: 1500 } },
};

beforeEach(() => {
  openBooks();
  books.program = { number: 3, rules: [cashback5, stamps], settings, validFrom: 0 };
});

describe('a rule is changed by a sentence', () => {
  test('told as it is and as it becomes, and changed at the yes', async () => {
    const chat = new Chat('manager');
    expect(await chat.say('na regra 1, máximo R$ 30')).toBe(
      'Hoje é:\ncashback de 5% acima de R$ 50,00\n\n' +
        'Passa a ser:\ncashback de 5% acima de R$ 50,00, no máximo R$ 30,00 por compra\n' +
        'Mudo essa regra? Responda “sim” ou “não”.',
    );
    expect(books.written).toEqual([]);
    expect(await chat.say('sim')).toBe('Regra 1 mudada. Vale para as vendas a partir de agora.');
    expect(books.written).toEqual([
      {
        did: 'edit-rule',
        with: { id: 1, rule: { ...cashback5, limits: { max_cents_per_sale: 3000 } }, key: 'edit-rule:m1' },
      },
    ]);
  });

  test('a no leaves it', async () => {
    const chat = new Chat('manager');
    await chat.say('mude a regra 1 para 10%');
    expect(await chat.say('não')).toBe('Tudo bem, cancelei. Nada foi feito.');
    expect(books.written).toEqual([]);
  });

  test.each([
    ['na regra 9, máximo R$ 30', 'Não existe regra 9: elas vão de 1 a 2'],
    ['mude a regra 1', 'O que muda nela?'],
    ['editar regra 1', 'Regra 1: cashback de 5% acima de R$ 50,00\nDiga o que muda'],
    ['editar regra', 'De qual regra?'],
    ['mude a regra 1 para 5%', 'Ela já é assim'],
    ['na regra 2, 10%', 'não tem esse número para mudar'],
    ['muda a regra 1 para 10 pontos', 'Passa a ser:\n10 pontos'],
    ['mude a regra 1 para 500%', 'entre 0,01% e 100%'],
    ['na regra 1, em compras de até R$ 20', 'o mínimo passa do máximo'],
    ['na regra 1, máximo 20 no feriado', 'Não entendi “no feriado”'],
  ])('“%s” is answered with what is missing', async (says, answer) => {
    expect(await new Chat('owner').say(says)).toContain(answer);
    expect(books.written).toEqual([]);
  });

  test('a high rate is pointed out', async () => {
    expect(await new Chat('owner').say('mude a regra 1 para 40%')).toContain('mais de 30%');
  });

  test('a limit that another always reaches first is pointed out', async () => {
    const echo = await new Chat('owner').say(
      'na regra 1, máximo R$ 50 por cliente por dia e R$ 20 por semana',
    );
    expect(echo).toContain('o máximo por dia não muda nada');
  });

  test('what has changed meanwhile is not changed', async () => {
    const chat = new Chat('owner');
    await chat.say('mude a regra 1 para 10%');
    books.refusal = { code: 'rule-changed' };
    expect(await chat.say('sim')).toContain('mudou enquanto você decidia');
  });

  test.each([
    'pausar regra 1',
    'deixa a regra um parada um tempo',
    'na regra 1, máximo R$ 30',
    'cashback 5%',
  ])('a cashier may not: %s', async (says) => {
    expect(await new Chat('cashier').say(says)).toContain('Só a gerência');
  });

  test('a campaign is not the cashier’s either', async () => {
    const says = 'campanha: quem não compra há 45 dias ganha R$ 15 válido por 7 dias';
    expect(await new Chat('cashier').say(says)).toContain('Só a gerência');
    expect(await new Chat('cashier').say('campanha: manda um oi pra todo mundo')).toContain('Só a gerência');
  });
});

describe('a rule is paused and deleted', () => {
  test('paused with its echo, listed as such, and resumed', async () => {
    const chat = new Chat('manager');
    expect(await chat.say('pausar regra 2')).toMatch(
      /^Regra 2: voucher de R\$ 15,00 a cada 10 compras\nPauso essa regra\?/,
    );
    expect(await chat.say('sim')).toContain('Regra 2 em pausa');
    books.pausedIds = [2];
    expect(await chat.say('regras')).toContain('2. (em pausa) voucher de R$ 15,00');
    expect(await chat.say('a regra 1 tá valendo?')).toContain('Está valendo. Para mudar, diga “na regra 1,');
    expect(await chat.say('mostra a segunda regra')).toMatch(/^Regra 2: voucher .*\nEla já está em pausa/);
    expect(await chat.say('pausar regra 2')).toContain('já está em pausa');
    expect(await chat.say('reativar regra 2')).toContain('volta a valer?');
    expect(await chat.say('sim')).toContain('Regra 2 valendo de novo');
    expect(books.written).toEqual([
      { did: 'pause-rule', with: { id: 2, paused: true, key: 'pause-rule:m1' } },
      { did: 'pause-rule', with: { id: 2, paused: false, key: 'pause-rule:m7' } },
    ]);
    expect(await chat.say('reativar regra 1')).toContain('não está em pausa');
  });

  test('one that nothing comes of yet is shown as such', async () => {
    const chat = new Chat('manager', 'pt', { state: 'setup' });
    expect(await chat.say('a regra 1 tá valendo?')).toContain('começa a valer quando o programa for ativado');
  });

  test('deleted at the yes', async () => {
    const chat = new Chat('manager', 'en');
    expect(await chat.say('delete rule 1')).toContain('Rule 1: cashback of 5% above R$ 50.00');
    expect(await chat.say('yes')).toContain('Rule deleted');
    expect(books.written).toEqual([{ did: 'delete-rule', with: { id: 1, key: 'delete-rule:m1' } }]);
  });
});

describe('the program is set by a sentence', () => {
  test('told as it is and as it becomes, and set at the yes', async () => {
    const chat = new Chat('manager');
    expect(await chat.say('cashback paga até 30% da compra')).toBe(
      'Hoje: o cashback paga até 100% da compra\nPassa a ser: o cashback paga até 30% da compra\n' +
        'Mudo? Responda “sim” ou “não”.',
    );
    expect(await chat.say('sim')).toBe('Mudado. Vale a partir de agora.');
    expect(books.written).toEqual([
      { did: 'set-program', with: { settings: { redeem_max_bps: 3000 }, key: 'set-program:m1' } },
    ]);
  });

  test('without a change it is shown, on one screen', async () => {
    const text = await new Chat('manager', 'es').say('configuración');
    expect(text).toContain('• el cashback paga hasta 100% de la compra');
    expect(text.length).toBeLessThanOrEqual(600);
  });

  test('what cannot be is said', async () => {
    expect(await new Chat('owner').say('cashback paga até 300% da compra')).toContain('entre 0,01% e 100%');
    expect(await new Chat('owner').say('voucher vale 30 dias')).toContain('Já está assim');
  });
});

describe('what a rule sentence asks', () => {
  test.each([
    ['cashback 5% e voucher de R$ 10', 'São dois benefícios'],
    ['cashback 5% máximo 20 reais máximo 30 reais', 'dito duas vezes'],
    ['10 pontos a cada 5 compras', 'pode dar um voucher'],
    ['cashback 5% de 10 a 5 de dezembro', 'terminam antes de começar'],
    ['cashback 5% no pix em dobro', 'Não entendi'],
    ['cashback acima de R$ 50', 'O que o cliente ganha?'],
  ])('“%s”', async (says, answer) => {
    expect(await new Chat('owner').say(says)).toContain(answer);
  });
});

describe('a sentence that was refused is put right by what is said next', () => {
  test.each([
    ['pt', 'cashback 500%', 'não, 5%', 'cashback de 5%'],
    ['pt', 'cashback 500%', 'errei, 5%', 'cashback de 5%'],
    [
      'pt',
      'cashback 500% no pix acima de R$ 50',
      '15%',
      'cashback de 15% acima de R$ 50,00, pagando com pix',
    ],
    ['pt', 'cashback 500% no pix', 'não, cashback 5%', 'cashback de 5% pagando com pix'],
    ['pt', 'cashback 5% acima de R$ 100 até R$ 50', 'não, até 200 reais', 'até R$ 200,00'],
    ['pt', 'cashback acima de R$ 50', '5%', 'cashback de 5% acima de R$ 50,00'],
    ['pt', 'mude a regra 1 para 500%', 'não, 8%', 'cashback de 8% acima de R$ 50,00'],
    ['pt', 'na regra 9, máximo R$ 30', 'não, na regra 1', 'no máximo R$ 30,00 por compra'],
    ['pt', 'cashback paga até 300% da compra', 'não, 30%', 'o cashback paga até 30% da compra'],
    ['en', 'cashback 500%', 'sorry, 5%', 'cashback of 5%'],
    ['es', 'cashback 500%', 'perdón, 5%', 'cashback de 5%'],
  ] as const)('%s: “%s”, “%s”', async (lang, refused, right, echo) => {
    const chat = new Chat('owner', lang);
    await chat.say(refused);
    expect(await chat.say(right)).toContain(echo);
    expect(books.written).toEqual([]);
    await chat.say({ pt: 'sim', en: 'yes', es: 'sí' }[lang]);
    expect(books.written).toHaveLength(1);
  });

  test('refused again, it is asked about again, and put right then', async () => {
    const chat = new Chat('owner');
    await chat.say('cashback 500% no pix');
    expect(await chat.say('não, 300%')).toContain('entre 0,01% e 100%');
    expect(await chat.say('não, 3%')).toContain('cashback de 3% pagando com pix');
  });

  test('where it may be either figure it is asked which', async () => {
    const chat = new Chat('owner');
    await chat.say('cashback 500% acima de R$ 50, máximo R$ 20');
    expect(await chat.say('não, 30 reais')).toContain('O que é “30 reais” na regra?');
    expect(await chat.say('não, 5%')).toContain('cashback de 5% acima de R$ 50,00, no máximo R$ 20,00');
  });

  test('another wish is that wish, and ends it', async () => {
    const chat = new Chat('owner');
    await chat.say('cashback 500%');
    expect(await chat.say('regras')).toContain('1. cashback de 5% acima');
    expect(await chat.say('não, 5%')).not.toContain('Entendi');
  });
});

describe('a rule is named by what it says', () => {
  const onPix: Rule = {
    benefit: { kind: 'cashback-percent', bps: 300 },
    conditions: { payment_methods: ['pix'] },
  };
  const onTuesday: Rule = { benefit: { kind: 'cashback-percent', bps: 400 }, conditions: { weekdays: [2] } };
  const pixOnTuesday: Rule = {
    benefit: { kind: 'cashback-percent', bps: 700 },
    conditions: { payment_methods: ['pix'], weekdays: [2, 3] },
  };
  const coffee: Rule = {
    benefit: { kind: 'stamp-card', every: 10, then: { kind: 'voucher-item', name: 'café' } },
  };
  const given = (...rules: Rule[]) => void (books.program = { number: 3, rules, settings, validFrom: 0 });

  test.each([
    ['pt', 'muda a regra do pix pra 8%', 'cashback de 8% pagando com pix'],
    ['pt', 'na regra do pix, máximo R$ 30', 'cashback de 3% pagando com pix, no máximo R$ 30,00 por compra'],
    ['pt', 'a regra de terça agora é 6%', 'cashback de 6% '],
    ['pt', 'deixa a 2 com máximo de 20 reais', 'no máximo R$ 20,00 por compra'],
    ['pt', 'a regra do café agora é a cada 8 compras', 'voucher de "café" a cada 8 compras'],
    ['pt', 'muda a regra de 4% pra 9%', 'cashback de 9% '],
    ['pt', 'apaga a 2', 'Regra 2: cashback de 4%'],
    ['pt', 'tira a regra 2', 'Regra 2: cashback de 4%'],
    ['pt', 'pausa a de terça', 'Regra 2: cashback de 4%'],
    ['pt', 'apaga a regra do café', 'Regra 3: voucher de "café"'],
    ['pt', 'qual é a regra do pix', 'Regra 1: cashback de 3%'],
    ['pt', 'muda a regra do débito pra 8%', 'Nenhuma regra diz “débito”'],
    ['en', 'make the tuesday rule 6%', 'cashback of 6% '],
    ['en', 'delete the pix rule', 'Rule 1: cashback of 3%'],
    ['es', 'la regla del martes ahora es 6%', 'cashback de 6% '],
    ['es', 'borra la del pix', 'Regla 1: cashback de 3%'],
  ] as const)('%s: “%s”', async (lang, says, answer) => {
    given(onPix, onTuesday, coffee);
    expect(await new Chat('owner', lang).say(says)).toContain(answer);
    expect(books.written).toEqual([]);
  });

  test('where several say it, one is picked, for the same change', async () => {
    given({ ...onPix, conditions: { ...onPix.conditions, weekdays: [5] } }, onTuesday, pixOnTuesday);
    const chat = new Chat('owner');
    const asked = await chat.say('muda a regra do pix pra 8%');
    expect(asked).toMatch(/^Mais de uma regra diz “pix”:\n1\. cashback de 3%.*\n3\. cashback de 7%/);
    expect(await chat.say('2')).toContain('De qual regra?');
    expect(await chat.say('3')).toMatch(/Passa a ser:\ncashback de 8% .*pix/);
    expect(await chat.say('não, 9%')).toMatch(/Passa a ser:\ncashback de 9% .*pix/);
    await chat.say('sim');
    expect(books.written).toMatchObject([
      { did: 'edit-rule', with: { id: 3, rule: { benefit: { bps: 900 } } } },
    ]);
  });

  test('without its number it is asked for, and the number answers', async () => {
    given(onPix, onTuesday);
    const chat = new Chat('owner');
    expect(await chat.say('apagar regra')).toContain('De qual regra?');
    expect(await chat.say('2')).toContain('Regra 2: cashback de 4%');
  });

  test.each(['cria uma regra do pix com 8%', 'nova regra do pix: 8%', 'a regra do pix: cashback 8%'])(
    'a new one is a new one: %s',
    async (says) => {
      given(onPix);
      expect(await new Chat('owner').say(says)).toContain('Crio essa regra?');
    },
  );
});
