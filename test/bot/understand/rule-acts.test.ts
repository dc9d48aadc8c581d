import { commands } from '../../../src/bot/commands';
import { createUnderstanding } from '../../../src/bot/understand';
import type { Language, Role } from '../../../src/loyalty';

const { understand } = createUnderstanding(commands);
const hear = (text: string, lang: Language, role: Role = 'owner') =>
  understand(text, { lang, role, today: '2026-11-23' });

const SHOWN = ['rules', { number: 2 }] as const;
const PAUSED = ['pause-rule', { number: 2 }] as const;
const RESUMED = ['pause-rule', { number: 2, resume: true }] as const;
const DELETED = ['delete-rule', { number: 2 }] as const;

describe('what is to be done with a rule that there is', () => {
  test.each([
    ['pt', 'deixa a regra dois parada um tempo', PAUSED],
    ['pt', 'dá um tempo na regra 2', PAUSED],
    ['pt', 'bota a segunda regra de molho por enquanto', PAUSED],
    ['pt', 'tira a regra 2 do ar', PAUSED],
    ['pt', 'a regra 2 fica suspensa', PAUSED],
    ['pt', 'voltar a regra 2', RESUMED],
    ['pt', 'põe a regra dois pra rodar de novo', RESUMED],
    ['pt', 'a regra 2 pode voltar', RESUMED],
    ['pt', 'pode jogar fora a segunda regra', DELETED],
    ['pt', 'não quero mais a regra 2', DELETED],
    ['pt', 'a regra 2 tá valendo?', SHOWN],
    ['pt', 'me mostra a regra 2', SHOWN],
    ['pt', 'regra 2', SHOWN],
    ['pt', 'qual a regra 2?', SHOWN],
    ['en', 'put rule two on hold', PAUSED],
    ['en', 'give rule 2 a rest for a while', PAUSED],
    ['en', 'turn the second rule off for now', PAUSED],
    ['en', 'bring rule 2 back', RESUMED],
    ['en', 'turn rule two back on', RESUMED],
    ['en', 'bin the second rule', DELETED],
    ['en', "i don't need rule 2 anymore", DELETED],
    ['en', 'is rule 2 still on?', SHOWN],
    ['en', 'what does rule two say', SHOWN],
    ['es', 'dale un descanso a la regla 2', PAUSED],
    ['es', 'deja la regla dos quieta un rato', PAUSED],
    ['es', 'vuelve a poner la regla 2', RESUMED],
    ['es', 'prende otra vez la segunda regla', RESUMED],
    ['es', 'sácame la regla 2', DELETED],
    ['es', 'ya no quiero la regla dos', DELETED],
    ['es', '¿está activa la regla 2?', SHOWN],
    ['es', 'muéstrame la regla 2', SHOWN],
  ] as const)('%s: %s', (lang, says, [intent, args]) => {
    expect(hear(says, lang)).toMatchObject({ intent, confirm: false });
    expect(hear(says, lang).args).toEqual(args);
  });

  test.each([
    ['pt', 'a regra do pix tá valendo?'],
    ['pt', 'as regras de terça estão ligadas?'],
    ['en', 'is the pix rule on?'],
    ['en', 'are the birthday rules still active?'],
    ['es', '¿está activa la regla del pix?'],
    ['es', 'las reglas del martes siguen vigentes?'],
  ] as const)('one that is asked about without its number is in the list, %s: %s', (lang, says) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'rules', args: {} });
  });

  test.each([
    ['pt', 'deixa a regra 2 em 7%', { benefit: { bps: 700 } }],
    ['pt', 'para a regra 2, máximo R$ 30', { limits: { max_cents_per_sale: 3000 } }],
    ['en', 'take rule 2 down to 3%', { benefit: { bps: 300 } }],
    ['en', 'put rule 2 at 8%', { benefit: { bps: 800 } }],
    ['es', 'deja la regla 2 en 5%', { benefit: { bps: 500 } }],
  ] as const)('a figure of it is a change, %s: %s', (lang, says, change) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'edit-rule', args: { number: 2, change } });
  });

  test.each([
    ['pt', 'não apaga a regra 2'],
    ['pt', 'amanhã eu apago a regra 2'],
    ['en', 'do not delete rule 2'],
    ['es', 'no borres la regla 2'],
  ] as const)('what is denied or put off is not done, %s: %s', (lang, says) => {
    const { intent, confirm } = hear(says, lang);
    expect(intent !== 'delete-rule' || confirm).toBe(true);
  });
});

describe('what is the manager’s', () => {
  test.each([
    ['pt', 'campanha: quem não vem há 30 dias ganha 10 reais', 'campaign'],
    ['pt', 'campanha: manda um oi pra todo mundo', 'campaign'],
    ['pt', 'cashback 5% acima de R$ 50', 'add-rule'],
    ['pt', 'na regra 2, máximo R$ 30', 'edit-rule'],
    ['pt', 'cashback paga até 30% da compra', 'set-program'],
    ['en', 'campaign: people gone for 30 days get R$ 10', 'campaign'],
    ['en', 'put rule two on hold', 'pause-rule'],
    ['es', 'campaña: quien no compra hace 30 días gana R$ 10', 'campaign'],
  ] as const)('is heard of a cashier too, to be refused in words, %s: %s', (lang, says, intent) => {
    expect(hear(says, lang, 'cashier').intent).toBe(intent);
  });

  test.each(['cashback de 5 reais', 'quero usar 20 de cashback', 'saldo', 'por que só 3,20?'])(
    'and what a cashier says as a customer stays that: %s',
    (says) => {
      const customer = understand(says, { lang: 'pt', role: 'customer', today: '2026-11-23' });
      expect(hear(says, 'pt', 'cashier').intent).toBe(customer.intent);
    },
  );
});
