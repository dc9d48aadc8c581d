import { commands } from '../../../src/bot/commands';
import type { RuleChange } from '../../../src/bot/command';
import {
  applyChange,
  createUnderstanding,
  parseChange,
  parseRule,
  type Understood,
} from '../../../src/bot/understand';
import type { Language, Rule } from '../../../src/loyalty';

const { understand } = createUnderstanding(commands);
const TODAY = '2026-11-28';
const hear = (says: string, lang: Language): Understood =>
  understand(says, { lang, role: 'owner', today: TODAY });

const changeOf = (says: string, lang: Language): RuleChange | null => {
  const read = parseChange(says, lang, TODAY);
  return read === null || 'ask' in read ? null : read.change;
};

describe('a change by so much', () => {
  it.each([
    ['aumenta a regra 1 em 2%', 'pt', 1_200],
    ['sobe a regra 1 em 3 por cento', 'pt', 1_300],
    ['na regra 2, mais 1%', 'pt', 1_100],
    ['diminui a regra 2 em 1%', 'pt', 900],
    ['aumenta 2% na regra 1', 'pt', 1_200],
    ['aumenta a regra 1 para 2%', 'pt', 200],
    ['deixa a regra 1 em 2%', 'pt', 200],
    ['raise rule 1 by 2%', 'en', 1_200],
    ['lower rule 1 by 1%', 'en', 900],
    ['raise rule 1 to 12%', 'en', 1_200],
    ['sube la regla 1 en 2%', 'es', 1_200],
    ['baja la regla 1 un 1%', 'es', 900],
    ['sube la regla 1 a 12%', 'es', 1_200],
  ] as const)('adds to what there is, and to so much does not: %s', (says, lang, bps) => {
    const ten: Rule = { benefit: { kind: 'cashback-percent', bps: 1_000 } };
    expect(applyChange(ten, changeOf(says, lang) ?? {})).toEqual({
      rule: { benefit: { ...ten.benefit, bps } },
    });
  });

  it('is of money too, and refused where nothing would be left', () => {
    const five: Rule = { benefit: { kind: 'cashback-fixed', cents: 500 } };
    expect(applyChange(five, changeOf('aumenta a regra 1 em 2 reais', 'pt') ?? {})).toEqual({
      rule: { benefit: { kind: 'cashback-fixed', cents: 700 } },
    });
    expect(applyChange(five, changeOf('diminui a regra 1 em 5 reais', 'pt') ?? {})).toHaveProperty('ask');
    expect(applyChange(five, changeOf('aumenta a regra 1 em 2%', 'pt') ?? {})).toHaveProperty('ask');
  });

  it('of points is asked about', () => {
    expect(parseChange('aumenta a regra 3 em 2 pontos', 'pt', TODAY)).toHaveProperty('ask');
  });
});

describe('one more of a list', () => {
  it.each([
    ['na regra 2 também no débito', 'pt'],
    ['in rule 2 also debit', 'en'],
    ['en la regla 2 también con débito', 'es'],
  ] as const)('joins it: %s', (says, lang) => {
    const change = changeOf(says, lang) ?? {};
    const benefit = { kind: 'cashback-percent', bps: 1_000 } as const;
    expect(applyChange({ benefit, conditions: { payment_methods: ['pix'] } }, change)).toEqual({
      rule: { benefit, conditions: { payment_methods: ['pix', 'debit'] } },
    });
    expect(applyChange({ benefit }, change)).toEqual({ ask: { reason: 'no-change' } });
  });
});

describe('a sentence that was understood as something else', () => {
  it.each([
    ['cashback 5% limitado a 100 reais no total', 'pt'],
    ['cashback 5% limited to 100 reais in total', 'en'],
    ['cashback 5% limitado a 100 reales en total', 'es'],
  ] as const)('has a budget: %s', (says, lang) => {
    expect(parseRule(says, lang, TODAY)).toEqual({
      rule: { benefit: { kind: 'cashback-percent', bps: 500 }, limits: { budget_cents: 10_000 } },
    });
  });

  it.each([
    ['cashback 5% no sábado que vem', 'pt'],
    ['cashback 5% no próximo sábado', 'pt'],
    ['cashback 5% next saturday', 'en'],
    ['cashback 5% el sábado que viene', 'es'],
    ['cashback 5% el próximo sábado', 'es'],
  ] as const)('is of one day: %s', (says, lang) => {
    expect(parseRule(says, lang, TODAY)).toEqual({
      rule: {
        benefit: { kind: 'cashback-percent', bps: 500 },
        conditions: { dates: ['2026-12-05', '2026-12-05'] },
      },
    });
  });

  it.each([
    ['resgatar 20 e 30', 'pt'],
    ['redeem 20 and 30', 'en'],
    ['canjear 20 y 30', 'es'],
  ] as const)('is two amounts: %s', (says, lang) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'redeem', args: { unclear: expect.any(String) } });
    expect(hear(says, lang).args.amount_cents).toBeUndefined();
  });

  it.each([
    ['muda o café pra 120 pontos', 'pt', 'café'],
    ['o café agora custa 120 pontos', 'pt', 'café'],
    ['change the coffee to 120 points', 'en', 'coffee'],
    ['cambia el café a 120 puntos', 'es', 'café'],
  ] as const)('is the prize that it names: %s', (says, lang, name) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'add-reward', args: { name, points: 120 } });
  });
});
