import { parseRule } from '../../../src/bot/understand';
import type { Language, Rule } from '../../../src/loyalty';

const TODAY = '2026-11-23';
const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

const percent = (bps: number, more: Omit<Rule, 'benefit'> = {}): Rule => ({
  benefit: { kind: 'cashback-percent', bps },
  ...more,
});

/** One rule, as people put it in Portuguese, English and Spanish: with what leads up to it, in any order. */
const SAID: readonly (readonly [pt: string, en: string, es: string, rule: Rule])[] = [
  [
    'domingo anda fraco, bota 9% de cashback',
    'sundays are slow, put 9% cashback',
    'el domingo está flojo, ponle 9% de cashback',
    percent(900, { conditions: { weekdays: [7] } }),
  ],
  [
    'um ponto por real',
    'a point per real',
    'un punto por real',
    { benefit: { kind: 'points-per-amount', points: 1, per_cents: 100 } },
  ],
  [
    'cartela de 9 compras de pelo menos 25 reais, ganha uma torta',
    'stamp card of 9 purchases of at least 25 reais, gets a pie',
    'tarjeta de 9 compras de al menos 25 reales, gana una tarta',
    {
      benefit: { kind: 'stamp-card', every: 9, then: { kind: 'voucher-item', name: 'torta' } },
      conditions: { min_cents: 2500, min_inclusive: true },
    },
  ],
  [
    '4% de cashback, doze reais por dia no máximo',
    '4% cashback, twelve reais a day at most',
    '4% de cashback, doce reales por día como mucho',
    percent(400, { limits: { max_cents_per_customer_day: 1200 } }),
  ],
  [
    'voucher de 15% para cliente novo com teto de 40 reais',
    '15% voucher for new customers capped at 40 reais',
    'vale de 15% para clientes nuevos con tope de 40 reales',
    {
      benefit: { kind: 'voucher-percent', bps: 1500, max_cents: 4000 },
      conditions: { first_purchase: true },
    },
  ],
  [
    '6% liberado depois de 3 dias e válido por 20',
    '6% unlocked after 3 days and valid for 20',
    '6% liberado después de 3 días y válido por 20',
    percent(600, { validity: { available_after_days: 3, valid_days: 20 } }),
  ],
  [
    '7% nas férias, de 4/1 até 29/1',
    '7% over the holidays, jan 4 till jan 29',
    '7% en vacaciones del 4/1 al 29/1',
    percent(700, { conditions: { dates: ['2027-01-04', '2027-01-29'] } }),
  ],
  [
    '3% soma com as outras',
    '3% on top of the others',
    '3% se suma a las otras',
    percent(300, { stack: 'add' }),
  ],
  [
    'cashback 5% quando gastar 120',
    '5% cashback when they spend 120',
    '5% de cashback cuando gasten 120',
    percent(500, { conditions: { min_cents: 12_000, min_inclusive: true } }),
  ],
  [
    '10% de cashback nessa sexta',
    '10% cashback this friday',
    '10% de cashback este viernes',
    percent(1000, { conditions: { dates: ['2026-11-27', '2026-11-27'] } }),
  ],
  [
    '10% de cashback na sexta dia 27/11',
    '10% cashback on friday november 27',
    '10% de cashback el viernes 27/11',
    percent(1000, { conditions: { dates: ['2026-11-27', '2026-11-27'] } }),
  ],
  [
    '8% nos itens de padaria',
    '8% on padaria items',
    '8% en artículos de padaria',
    percent(800, { conditions: { include_categories: ['padaria'] } }),
  ],
  [
    '4% na máquina do bar',
    '4% on the bar machine',
    '4% en la máquina del bar',
    percent(400, { conditions: { terminals: ['bar'] } }),
  ],
  [
    '5% de cashback para quem voltar depois de 60 dias',
    '5% cashback for whoever comes back after 60 days',
    '5% de cashback al que vuelva después de 60 días',
    percent(500, { conditions: { inactive_days: 60 } }),
  ],
  [
    'pontos em dobro terça à tarde das 2 às 6',
    'double points tuesday afternoon from 2 to 6',
    'puntos dobles los martes a la tarde de 2 a 6',
    {
      benefit: { kind: 'multiplier', asset: 'points', times_x100: 200 },
      conditions: { weekdays: [2], hours: ['14:00', '18:00'] },
    },
  ],
  [
    'domingo não vale, 5% de cashback',
    'sundays do not count, 5% cashback',
    'domingo no vale, 5% de cashback',
    percent(500, { conditions: { weekdays: [1, 2, 3, 4, 5, 6] } }),
  ],
  [
    'que tal 4% de cashback pra quem paga em dinheiro',
    'how about 4% cashback for everyone who pays in cash',
    'qué tal 4% de cashback al que paga en efectivo',
    percent(400, { conditions: { payment_methods: ['cash'] } }),
  ],
  [
    '10% de cashback limitado a um total de 300 reais',
    '10% cashback limited to a total of 300 reais',
    '10% de cashback limitado a un total de 300 reales',
    percent(1000, { limits: { budget_cents: 30_000 } }),
  ],
];

/** What is given has its own name in each language. */
const inPortuguese = (rule: unknown): unknown =>
  JSON.parse(JSON.stringify(rule).replaceAll(/pie|tarta/g, 'torta')) as unknown;

describe('one rule in many words', () => {
  const cases = SAID.flatMap(([pt, en, es, rule]) =>
    [pt, en, es].map((says, i) => ({ says, lang: LANGUAGES[i] ?? 'pt', rule })),
  );

  it.each(cases)('$lang: $says', ({ says, lang, rule }) => {
    const read = parseRule(says, lang, TODAY);
    expect(inPortuguese(read)).toEqual({ rule });
  });

  it.each([
    ['10% de cashback na quinta dia 27/11', 'pt'],
    ['10% cashback on thursday november 27', 'en'],
  ] as const)('asks where the day of the week is another: %s', (says, lang) => {
    expect(parseRule(says, lang, TODAY)).toMatchObject({ ask: { reason: 'impossible', detail: 'dates' } });
  });

  it.each([
    ['desativa a 4ª regra', 'pt'],
    ['devuelve la venta 551203', 'es'],
    ['disable the 4th rule', 'en'],
  ] as const)('takes no other wish with a number for a rule: %s', (says, lang) => {
    expect(parseRule(says, lang, TODAY)).toBeNull();
  });
});
