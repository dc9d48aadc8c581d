import { answersOf } from '../support/json-lines';

const parse = (...lines: readonly (object | string)[]): Record<string, unknown>[] =>
  answersOf('cli/parse.js', lines);

const said = (text: string, role = 'customer', lang = 'pt') => ({ text, lang, role, today: '2026-11-23' });

describe('the parse command', () => {
  it('answers each line in its order', () => {
    const answers = parse(
      said('saldo'),
      said('validar ABCD-1234 em 80,00', 'cashier'),
      said('queria gastar uns 20 do meu saldo'),
    );
    expect(answers).toMatchObject([
      { intent: 'balance', args: {}, confirm: false },
      { intent: 'validate-voucher', args: { code: 'ABCD1234', amount_cents: 8000 }, confirm: false },
      { intent: 'redeem', args: { amount_cents: 2000 }, confirm: true },
    ]);
    for (const { alternatives } of answers) expect((alternatives as string[]).length).toBeLessThanOrEqual(2);
  });

  it('gives a rule its data, and says why one is asked about', () => {
    expect(
      parse(said('cashback 5% acima de R$ 50', 'owner'), said('cashback 5% para clientes vip', 'owner')),
    ).toMatchObject([
      {
        intent: 'add-rule',
        args: {
          rule: {
            benefit: { kind: 'cashback-percent', bps: 500 },
            conditions: { min_cents: 5000, min_inclusive: false },
          },
        },
      },
      { intent: 'add-rule', args: { ask: true, reason: 'level-or-label', text: 'vip' }, ask: true },
    ]);
  });

  it('takes no wish from a text that the chat would ask to say shorter', () => {
    expect(parse(said('saldo '.repeat(800)))).toEqual([
      { intent: 'none', args: {}, alternatives: [], confirm: false },
    ]);
  });

  it('answers a bad line with its fault and goes on', () => {
    const answers = parse(
      'no json',
      '',
      'null',
      { text: 'saldo' },
      said('saldo', 'king'),
      { ...said('saldo'), today: '2026-13-01' },
      said('saldo'),
    );
    expect(answers).toHaveLength(7);
    for (const bad of answers.slice(0, 6)) expect(Object.keys(bad)).toEqual(['error']);
    expect(answers[4]).toMatchObject({ error: expect.stringContaining('role') as string });
    expect(answers[6]).toMatchObject({ intent: 'balance' });
  });
});
