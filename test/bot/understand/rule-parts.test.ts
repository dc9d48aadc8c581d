import { parseRule } from '../../../src/bot/understand';
import type { Language, Rule } from '../../../src/loyalty';
import { SAID } from './rule-parts';

const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];
const TODAY = '2026-11-23';

const withoutDefault = (rule: Rule): Rule => {
  const { stack, ...rest } = rule;
  return stack === undefined || stack === 'add' ? rest : rule;
};
const heard = (says: string, lang: Language): unknown => {
  const read = parseRule(says, lang, TODAY);
  return read !== null && 'rule' in read ? { ...read, rule: withoutDefault(read.rule) } : read;
};
/** Terms are said after what is given alone. */
const mayLead = ({ conditions }: Omit<Rule, 'benefit'>): boolean => conditions !== undefined;

describe.each(LANGUAGES.map((lang) => [lang, SAID[lang]] as const))(
  'the parts of a rule in %s',
  (lang, { benefits, parts }) => {
    it.each(benefits)('what is given: %s', (says, benefit) => {
      expect(heard(says, lang)).toEqual({ rule: { benefit } });
    });

    const [[given, benefit] = ['', null]] = benefits;
    it.each(parts)('beside it, in either order: %s', (says, part) => {
      const rule = withoutDefault({ benefit, ...part } as Rule);
      for (const order of [
        `${given} ${says}`,
        `${given}, ${says}`,
        ...(mayLead(part) ? [`${says}, ${given}`] : []),
      ])
        expect([order, heard(order, lang)]).toEqual([order, { rule }]);
    });
  },
);

describe('whole sentences', () => {
  const stampCard = (every: number, then: object): unknown => ({
    benefit: { kind: 'stamp-card', every, then },
  });
  const points = { kind: 'multiplier', asset: 'points', times_x100: 200 };
  const share = (bps: number, conditions: object): unknown => ({
    benefit: { kind: 'cashback-percent', bps },
    conditions,
  });

  it.each([
    [
      'pt',
      'cartela: juntou dez compras ganha vale de vinte reais',
      stampCard(10, { kind: 'voucher-fixed', cents: 2000 }),
    ],
    [
      'en',
      'loyalty card with 8 stamps, prize is a free pizza',
      stampCard(8, { kind: 'voucher-item', name: 'pizza' }),
    ],
    [
      'es',
      'tarjeta: junta diez compras y gana un vale de veinte reales',
      stampCard(10, { kind: 'voucher-fixed', cents: 2000 }),
    ],
    [
      'pt',
      'quem comprar dez vezes ganha um corte de cabelo',
      stampCard(10, { kind: 'voucher-item', name: 'corte de cabelo' }),
    ],
    [
      'en',
      'whoever shops here ten times gets a free haircut',
      stampCard(10, { kind: 'voucher-item', name: 'haircut' }),
    ],
    ['en', 'tuesday is double points day', { benefit: points, conditions: { weekdays: [2] } }],
    ['en', 'no cashback on tobacco, 3% on everything else', share(300, { exclude_categories: ['tobacco'] })],
    ['pt', 'cigarro não tem cashback, 3% no resto', share(300, { exclude_categories: ['cigarro'] })],
    [
      'es',
      'los cigarrillos no tienen cashback, 3% en el resto',
      share(300, { exclude_categories: ['cigarrillos'] }),
    ],
    [
      'en',
      'new clients start with 50 points',
      { benefit: { kind: 'points-fixed', points: 50 }, conditions: { first_purchase: true } },
    ],
    ['pt', 'no almoço das 11 às 2 é 5% de volta', share(500, { hours: ['11:00', '14:00'] })],
    [
      'pt',
      'só clientes com a etiqueta vip, cliente leva 20 pontos',
      { benefit: { kind: 'points-fixed', points: 20 }, conditions: { labels: ['vip'] } },
    ],
  ] as const)('%s: %s', (lang, says, rule) => {
    expect(heard(says, lang)).toEqual({ rule });
  });

  it.each([
    [
      'pt',
      'das duas às cinco dou 7% de cashback, que é quando a loja tá vazia',
      share(700, { hours: ['14:00', '17:00'] }),
    ],
    ['pt', 'sexta 8% de cashback porque o povo recebe', share(800, { weekdays: [5] })],
    [
      'en',
      "from 2pm to 5pm i give 7% cashback cause that's when it's dead",
      share(700, { hours: ['14:00', '17:00'] }),
    ],
    ['es', 'los martes 8% de cashback porque no viene nadie', share(800, { weekdays: [2] })],
  ] as const)('why it is wished for says nothing of it, %s: %s', (lang, says, rule) => {
    expect(heard(says, lang)).toEqual({ rule });
  });

  it.each([
    ['pt', '5% de cashback porque só vale no pix'],
    ['en', '5% cashback because only pix is cheap'],
    ['es', '5% de cashback porque solo vale en efectivo'],
  ] as const)('but a condition is none of the reasons, %s: %s', (lang, says) => {
    expect(heard(says, lang)).not.toEqual({ rule: { benefit: { kind: 'cashback-percent', bps: 500 } } });
  });
});
