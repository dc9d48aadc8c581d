import { commands } from '../../../src/bot/commands';
import { createUnderstanding, type Understood } from '../../../src/bot/understand';
import { phrasesOfTemplate } from '../../../src/bot/understand/phrases/templates';
import type { Language, Role } from '../../../src/loyalty';

const { understand } = createUnderstanding(commands);

const hear = (says: string, lang: Language, role: Role | 'customer' = 'owner'): Understood =>
  understand(says, { lang, role, today: '2026-11-23' });

describe('templates of the phrase book', () => {
  it('stand for each of their phrases, where those are few', () => {
    expect(phrasesOfTemplate('(ver|mostrar) saldo [agora]').sort()).toEqual([
      'mostrar saldo',
      'mostrar saldo agora',
      'ver saldo',
      'ver saldo agora',
    ]);
  });

  it('stand for a sample that is the same each time, with every alternative in it', () => {
    const template = '(a|b|c|d) (e|f|g|h) (i|j|k|l)';
    const phrases = phrasesOfTemplate(template);
    expect(phrases.length).toBeLessThan(64);
    expect(phrasesOfTemplate(template)).toEqual(phrases);
    for (const letter of 'abcdefghijkl') expect(phrases.join(' ')).toContain(letter);
  });
});

describe('what stands beside a wish', () => {
  it.each([
    ['antes de bloquear o 11 98888-0001 quero ver o cadastro dele', 'pt', 'customer'],
    ['look up 11 98888-0001 before i block him', 'en', 'customer'],
    ['ficha del 11 98888-0001, después miro si lo bloqueo', 'es', 'customer'],
  ] as const)('is not taken for it: %s', (says, lang, intent) => {
    expect(hear(says, lang)).toMatchObject({ intent, args: { phone: '+5511988880001' } });
  });

  it.each([
    ['nunca parem de mandar oferta', 'pt'],
    ['never stop sending me the offers', 'en'],
    ['nunca dejen de mandar las promos', 'es'],
  ] as const)('who wants no end of messages is not taken off the list: %s', (says, lang) => {
    expect(hear(says, lang, 'customer').intent).not.toBe('opt-out');
  });

  it.each([
    ['kkkk', 'pt'],
    ['aaaa', 'pt'],
    ['hmm', 'pt'],
    ['uuuuh', 'en'],
    ['lololol', 'en'],
    ['mmmm', 'es'],
    ['xxx', 'es'],
  ] as const)('letters alone are no wish, and nothing is offered for them: %s', (says, lang) => {
    for (const role of ['customer', 'owner'] as const)
      expect(hear(says, lang, role)).toMatchObject({ intent: 'none', alternatives: [] });
  });
});

describe('arguments wherever they stand', () => {
  it.each([
    ['pon una mochila en el catálogo por 700 puntos', 'es', { name: 'mochila', points: 700 }],
    ['900 points gets you a picnic basket', 'en', { name: 'picnic basket', points: 900 }],
    ['quem juntar 90 pontos leva um bolo de milho', 'pt', { name: 'bolo de milho', points: 90 }],
  ] as const)('a reward has its name: %s', (says, lang, args) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'add-reward', args });
  });

  it.each([
    ['mensagens entre 9h30 e 18h45', 'pt', { from: '09:30', to: '18:45' }],
    ['messages between 9:30 and 18:45', 'en', { from: '09:30', to: '18:45' }],
    ['mensajes entre 9:30 y 18:45', 'es', { from: '09:30', to: '18:45' }],
  ] as const)('hours are in their order: %s', (says, lang, args) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'quiet-hours', args });
  });

  it('a reason is what follows the last comma', () => {
    const said = hear('tira 7 reais do 11 98888-0001, cobramos a mais', 'pt');
    expect(said).toMatchObject({ intent: 'adjust', confirm: true });
    expect(said.args).toMatchObject({ amount_cents: -700, reason: 'cobramos a mais' });
  });

  it.each([
    ['desativa a 3ª regra', 'pt'],
    ['disable the 3rd rule', 'en'],
    ['desactiva la 3ra regla', 'es'],
  ] as const)('an ordinal is a number: %s', (says, lang) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'pause-rule', args: { number: 3 } });
  });

  it.each([
    ['liga de novo a regra 2', 'pt'],
    ['turn rule 2 back on', 'en'],
    ['prende de nuevo la regla 2', 'es'],
  ] as const)('a rule goes on again: %s', (says, lang) => {
    expect(hear(says, lang)).toMatchObject({
      intent: 'pause-rule',
      args: { number: 2, resume: true },
    });
  });

  it.each([
    ['ya no me manden nada', 'es', 'opt-out'],
    ['não me mandem nada', 'pt', 'opt-out'],
    ['usa tudo que eu tiver', 'pt', 'redeem'],
    ['use everything I have', 'en', 'redeem'],
    ['canjea todo lo que tengo', 'es', 'redeem'],
  ] as const)('who wants nothing more is heard, and who wants to use it all: %s', (says, lang, intent) => {
    expect(hear(says, lang, 'customer').intent).toBe(intent);
  });

  it.each([
    ['manda 20 reais pra quem sumiu faz 90 dias', 'pt'],
    ['send 20 reais to customers gone for 90 days', 'en'],
    ['dales 20 reales a los que no vienen hace 90 días', 'es'],
  ] as const)('what is sent to some is a campaign: %s', (says, lang) => {
    const { intent, args } = hear(says, lang);
    expect(intent).toBe('campaign');
    expect(args.campaign).toMatchObject({
      audience: { inactive_days: 90 },
      offer: { kind: 'cashback', cents: 2000 },
    });
  });

  it.each([
    [
      'chama de volta quem sumiu há 3 meses, dá 20 reais de vale',
      'pt',
      { kind: 'voucher-fixed', cents: 2000 },
    ],
    [
      'manda um recado pra quem não vem faz 90 dias com 10% de desconto',
      'pt',
      { kind: 'voucher-percent', bps: 1000 },
    ],
    [
      'win back people gone for 3 months with a 20 reais voucher',
      'en',
      { kind: 'voucher-fixed', cents: 2000 },
    ],
    [
      'text everyone who hasnt come in 90 days and offer 10% off',
      'en',
      { kind: 'voucher-percent', bps: 1000 },
    ],
    [
      "offer 10% off to customers who haven't bought in 90 days",
      'en',
      { kind: 'voucher-percent', bps: 1000 },
    ],
    [
      'recupera a los que se fueron hace 3 meses con un vale de 20 reales',
      'es',
      { kind: 'voucher-fixed', cents: 2000 },
    ],
    [
      'mandale un mensaje a los que no vienen hace 90 dias con 10% de descuento',
      'es',
      { kind: 'voucher-percent', bps: 1000 },
    ],
  ] as const)('who is written to, and offered something, is a campaign: %s', (says, lang, benefit) => {
    const { intent, args } = hear(says, lang);
    expect(intent).toBe('campaign');
    expect(args.campaign).toMatchObject({
      audience: { inactive_days: 90 },
      offer: { kind: 'voucher', benefit },
    });
  });

  it('a discount of a campaign has its ceiling, and a message to one customer is none', () => {
    expect(
      hear('campanha: quem não vem há 60 dias ganha 10% de desconto até R$ 20', 'pt').args.campaign,
    ).toMatchObject({
      offer: { benefit: { kind: 'voucher-percent', bps: 1000, max_cents: 2000 } },
    });
    expect(hear('manda uma mensagem pro cliente 11 98888-0001', 'pt').intent).not.toBe('campaign');
  });
});
