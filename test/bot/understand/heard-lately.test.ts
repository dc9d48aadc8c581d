import { commands } from '../../../src/bot/commands';
import { createUnderstanding, type Listening, type Understood } from '../../../src/bot/understand';
import { keepingLast } from '../../../src/bot/understand/heard-lately';

const NOTHING: Understood = {
  intent: 'none',
  args: {},
  alternatives: [],
  confirm: false,
  guessed: false,
  lang: 'pt',
};
const ALONE: Listening = { lang: 'pt', role: 'customer', today: '2026-11-23' };

describe('what was understood lately', () => {
  it('is not worked out again for the same words, language, role and day, and is for any other', () => {
    const asked: string[] = [];
    const understand = keepingLast((text, { lang, role, today }) => {
      asked.push(`${text} ${lang} ${role} ${today}`);
      return { ...NOTHING };
    });
    const others: Partial<Listening>[] = [{}, { lang: 'en' }, { role: 'owner' }, { today: '2026-11-24' }];
    for (const other of [...others, ...others]) understand('saldo', { ...ALONE, ...other });
    understand('saldo ', ALONE);
    expect(asked).toEqual([
      'saldo pt customer 2026-11-23',
      'saldo en customer 2026-11-23',
      'saldo pt owner 2026-11-23',
      'saldo pt customer 2026-11-24',
      'saldo  pt customer 2026-11-23',
    ]);
  });

  it('is forgotten after some others', () => {
    let asked = 0;
    const understand = keepingLast(() => {
      asked += 1;
      return { ...NOTHING };
    });
    for (let i = 0; i < 1_000; i++) understand(`texto ${i}`, ALONE);
    understand('texto 999', ALONE);
    expect(asked).toBe(1_000);
    understand('texto 0', ALONE);
    expect(asked).toBe(1_001);
  });

  it('cannot be changed by whoever is told it', () => {
    const { understand } = createUnderstanding(commands);
    const heard = understand('cashback 5% acima de R$ 50', { ...ALONE, role: 'owner' });
    expect(heard.intent).toBe('add-rule');
    expect([heard, heard.args, heard.args.rule, heard.args.rule?.benefit].every(Object.isFrozen)).toBe(true);
    expect(understand('cashback 5% acima de R$ 50', { ...ALONE, role: 'owner' })).toBe(heard);
  });
});
