import type { Command, CommandName } from '../../../src/bot/command';
import { commands } from '../../../src/bot/commands';
import { claimedTwice, createUnderstanding, type Listening } from '../../../src/bot/understand';
import type { Language } from '../../../src/loyalty';
import { customers, offered, owners, unclear } from './spoken';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];
const understanding = createUnderstanding(commands);
const hear = (text: string, lang: Language = 'pt', role: Listening['role'] = 'customer') =>
  understanding.understand(text, { lang, role, today: '2026-11-23' });

type Spoken = [lang: Language, says: string, intent: CommandName];

const rows = (table: typeof customers): Spoken[] =>
  LANGUAGES.flatMap((lang) =>
    Object.entries(table[lang]).flatMap(([intent, says]) =>
      (says ?? []).map((text): Spoken => [lang, text, intent as CommandName]),
    ),
  );
const risky = new Map(commands.map(({ name, risky: isRisky }) => [name, isRisky]));

/** A registry of made-up commands, to see how they are told apart. */
function command(
  name: CommandName,
  pt: string[],
  who: Command['who'] = 'customer',
  isRisky = false,
): Command {
  return {
    name,
    who,
    risky: isRisky,
    patterns: { pt, en: ['unused'].map((word) => `${word} ${name}`), es: [`nada ${name}`] },
    examples: { pt: [], en: [], es: [] },
    handle: async () => ({ text: '' }),
  };
}

describe('what people write', () => {
  it.each(rows(customers))('a customer, %s: %s → %s', (lang, says, intent) => {
    const heard = hear(says, lang);
    expect(heard.intent).toBe(intent);
    expect(heard.confirm).toBe(heard.guessed && risky.get(intent) === true);
  });

  it.each(rows(owners))('the owner, %s: %s → %s', (lang, says, intent) => {
    expect(hear(says, lang, 'owner').intent).toBe(intent);
  });

  it.each(LANGUAGES.flatMap((lang) => unclear[lang].map((says) => [lang, says] as const)))(
    'is not taken for a wish, %s: %s',
    (lang, says) => {
      expect(hear(says, lang)).toMatchObject({ intent: 'none', args: {}, confirm: false });
    },
  );
});

describe('what is expressly not wished for', () => {
  it.each([
    ['pt', 'não quero falar com atendente'],
    ['pt', 'não apague meus dados'],
    ['pt', 'não quero exportar vendas'],
    ['pt', 'não ajustar +10 11 98888-0001 motivo x'],
    ['pt', 'não registra venda 52,90 11 98888-0001'],
    ['pt', 'desfazer não'],
    ['pt', 'parar campanha 3 não'],
    ['en', 'do not export sales'],
    ['es', 'no canceles la campaña 3'],
  ] as const)('is not even asked about, %s: %s', (lang, says) => {
    expect(hear(says, lang, 'owner')).toMatchObject({ intent: 'none', confirm: false });
  });

  it('a name that is denied is no name', () => {
    expect(hear('meu nome não é João').args).toEqual({});
  });

  it.each([
    ['não quero mais a regra 2', 'delete-rule'],
    ['não quero mais receber mensagens', 'opt-out'],
  ])('but a no may be the wish: %s', (says, intent) => {
    expect(hear(says, 'pt', 'owner').intent).toBe(intent);
  });
});

describe('what is spelled out', () => {
  it.each([
    ['pt', 'meu email é ana arroba exemplo ponto com'],
    ['en', 'my email is ana at exemplo dot com'],
    ['es', 'mi correo es ana arroba exemplo punto com'],
  ] as const)('an e-mail as it is spoken is one, %s: %s', (lang, says) => {
    expect(hear(says, lang).args).toEqual({ email: 'ana@exemplo.com' });
  });
});

describe('what is said in other words', () => {
  it.each(offered)('%s: %s is offered', (says, wanted) => {
    const { intent, alternatives } = hear(says);
    expect(intent === 'none' ? alternatives : [intent]).toContain(wanted);
  });
});

describe('every example of every command', () => {
  const examples = commands.flatMap((one) =>
    LANGUAGES.flatMap((lang) => one.examples[lang].map(({ says, args }) => [one, lang, says, args] as const)),
  );

  it.each(examples.map(([one, lang, says, args]) => [one.name, lang, says, one.who, args] as const))(
    '%s in %s: %s',
    (name, lang, says, who, args) => {
      expect(hear(says, lang, who)).toMatchObject({ intent: name, guessed: false, confirm: false });
      expect(hear(says, lang, who).args).toEqual(args);
    },
  );
});

describe('numbers', () => {
  it.each<[says: string, args: object]>([
    ['resgatar 5', { amount_cents: 500 }],
    ['resgatar R$ 1.234,56', { amount_cents: 123_456 }],
    ['resgatar vinte e cinco reais', { amount_cents: 2500 }],
    ['quero gastar uns 30 reais do meu saldo', { amount_cents: 3000 }],
  ])('are heard whole: %s', (says, args) => {
    expect(hear(says)).toMatchObject({ intent: 'redeem', args });
  });

  it('an ambiguous amount is left for the command to ask', () => {
    expect(hear('resgatar 1.234')).toMatchObject({ intent: 'redeem', args: {} });
  });

  it.each(['resgatar 20 e 5', 'quero usar meu cashback 7 vezes', 'saldo 5', 'sair 3'])(
    'one that no slot takes keeps the sentence from being a wish: %s',
    (says) => {
      expect(hear(says).intent).toBe('none');
    },
  );
});

describe('what is risky', () => {
  it.each([
    ['começar a mandar'],
    ['depois eu saio'],
    ['parar de fumar'],
    ['sair daqui'],
    ['não quero sair'],
    ['sai'],
    ['srair'],
    ['parrar'],
  ])('is never run from likeness: %s', (says) => {
    const { intent, guessed, confirm } = hear(says);
    expect(intent !== 'opt-out' || (guessed && confirm)).toBe(true);
  });

  it('a negation is not its opposite', () => {
    expect(hear('não quero sair do programa').intent).not.toBe('opt-out');
  });

  it('a guess of it is to be confirmed, and keeps its arguments', () => {
    expect(hear('queria usar uns 20 do meu saldo')).toMatchObject({
      intent: 'redeem',
      args: { amount_cents: 2000 },
      guessed: true,
      confirm: true,
    });
  });
});

describe('who speaks', () => {
  it('staff may say what customers say', () => {
    expect(hear('saldo', 'pt', 'cashier').intent).toBe('balance');
  });

  it('where both claim a sentence the staff member means the one for staff, a customer the other', () => {
    expect(hear('regras', 'pt', 'owner').intent).toBe('rules');
    expect(hear('regras', 'pt', 'cashier').intent).toBe('program');
    expect(hear('regras').intent).toBe('program');
  });

  it('a role that may not is understood all the same; for a customer there is no such command', () => {
    expect(hear('ativar', 'pt', 'cashier').intent).toBe('activate');
    expect(hear('ativar').intent).toBe('none');
    expect(hear('ABCD-1234').intent).toBe('none');
  });

  it('a customer writes no rules, and a cashier is told so', () => {
    expect(hear('cashback 5% acima de R$ 50', 'pt', 'customer').intent).not.toBe('add-rule');
    expect(hear('cashback 5% acima de R$ 50', 'pt', 'cashier').intent).toBe('add-rule');
  });
});

describe('other languages', () => {
  it('a sentence of another language is understood, and told', () => {
    expect(hear('how much do I have?')).toMatchObject({ intent: 'balance', lang: 'en', guessed: false });
    expect(hear('5% cashback above R$ 50', 'pt', 'owner')).toMatchObject({ intent: 'add-rule', lang: 'en' });
    expect(hear('saldo', 'en')).toMatchObject({ intent: 'balance', lang: 'pt' });
  });
});

describe('alternatives', () => {
  it('are the nearest other wishes, two beside an intent and three without', () => {
    const { alternatives } = hear('quanto tenho');
    expect(alternatives.length).toBeLessThanOrEqual(2);
    expect(alternatives).not.toContain('balance');
    expect(hear('cashback').alternatives.length).toBeLessThanOrEqual(3);
    expect(hear('mensagens do programa').alternatives.length).toBeGreaterThan(0);
  });

  it('never name what the speaker may not do', () => {
    const { alternatives } = hear('validar o voucher do cliente ativar pausar regras');
    expect(alternatives).not.toContain('validate-voucher');
    expect(alternatives).not.toContain('activate');
  });
});

describe('a thousand characters of anything', () => {
  it.each(['oi ', 'por favor ', 'ver ', 'cashback % segunda a ', 'pontos no pix e ', 'R$ 5 acima de ', '"'])(
    'are answered in an instant: %s…',
    (piece) => {
      const started = process.cpuUsage();
      hear(piece.repeat(1000).slice(0, 1000), 'pt', 'owner');
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(500);
    },
  );
});

describe('a registry', () => {
  it('tells what two commands of customers both claim', () => {
    const both = [command('balance', ['[meu] saldo']), command('statement', ['(meu|seu) saldo'])];
    expect(claimedTwice(both)).toEqual(['"meu saldo" is claimed by balance and by statement']);
  });

  it('tells what their slots both claim', () => {
    const both = [command('redeem', ['usar {amount_cents}']), command('vouchers', ['usar {number}'])];
    expect(claimedTwice(both)).toEqual([expect.stringContaining('claimed by redeem and by vouchers')]);
  });

  it('lets a customer and staff say the same', () => {
    const both = [command('program', ['regras']), command('rules', ['regras'], 'manager')];
    expect(claimedTwice(both)).toEqual([]);
  });

  it('asks before it runs a risky command that was mistyped', () => {
    const { understand } = createUnderstanding([command('opt-out', ['desligar tudo'], 'customer', true)]);
    const listening = { lang: 'pt', role: 'customer', today: '2026-11-23' } as const;
    expect(understand('desligar tudo', listening).intent).toBe('opt-out');
    expect(understand('deslgar tudo', listening)).toMatchObject({ intent: 'opt-out', confirm: true });
  });
});
