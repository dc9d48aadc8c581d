import { commands } from '../../../src/bot/commands';
import { createUnderstanding, type Listening } from '../../../src/bot/understand';
import type { Language } from '../../../src/loyalty';

const { understand } = createUnderstanding(commands);
const hear = (text: string, lang: Language, role: Listening['role'] = 'customer') =>
  understand(text, { lang, role, today: '2026-11-23' });

describe('hours in words, with their part of the day', () => {
  const nineToEight = { from: '09:00', to: '20:00' };
  test.each([
    ['pt', 'só pode mandar zap das nove da manhã às oito da noite', nineToEight],
    ['pt', 'horário das nove e meia às 20h', { from: '09:30', to: '20:00' }],
    ['pt', 'manda mensagem só das 9 da manhã às 8 da noite', nineToEight],
    ['en', 'only text people between nine in the morning and eight at night', nineToEight],
    ['en', 'hours from 9 in the morning to 8 in the evening', nineToEight],
    ['es', 'solo se puede escribir de nueve de la mañana a ocho de la noche', nineToEight],
    ['es', 'horario de 9 de la mañana a 8 de la noche', nineToEight],
  ] as const)('%s: %s', (lang, says, args) => {
    expect(hear(says, lang, 'owner')).toMatchObject({ intent: 'quiet-hours', args });
  });
});

describe('what was paid is not the reward that is asked about', () => {
  test.each([
    ['pt', 'ué mas eu gastei mais de cem e só veio isso'],
    ['pt', 'comprei 80 reais e não ganhei nada, por quê?'],
    ['en', 'spent over a hundred and got nothing, why'],
    ['es', 'gasté más de cien y no me dieron nada, por qué'],
  ] as const)('%s: %s', (lang, says) => {
    const { intent, args } = hear(says, lang);
    expect({ intent, args }).toEqual({ intent: 'explain', args: {} });
  });

  test('a reward is, in a customer’s own money', () => {
    expect(hear('how come i only got 2 bucks back??', 'en')).toMatchObject({
      intent: 'explain',
      args: { amount_cents: 200 },
    });
    expect(hear('por que ganhei só 3 pratas', 'pt').args).toEqual({ amount_cents: 300 });
  });
});

describe('what somebody says of themselves', () => {
  test.each([
    ['es', 'decime Pepe nomás', { name: 'Pepe' }],
    ['es', 'nací un 3 de mayo', { birthday: '05-03' }],
  ] as const)('%s: %s', (lang, says, args) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'profile', args });
  });
});

describe('why somebody wants a thing says nothing of another', () => {
  test.each([
    ['es', 'desconéctame de smartpos que vamos a cambiar de sistema', 'disconnect-smartpos'],
    ['en', 'disconnect smartpos because we are switching systems', 'disconnect-smartpos'],
    ['pt', 'desconecta a smartpos que vou trocar de sistema', 'disconnect-smartpos'],
  ] as const)('%s: %s', (lang, says, intent) => {
    expect(hear(says, lang, 'owner').intent).toBe(intent);
  });
});

test('who is hired for the till is a cashier', () => {
  expect(hear('hired bia for the till, 11 98888-0005', 'en', 'owner')).toMatchObject({
    intent: 'add-staff',
    args: { role: 'cashier', phone: '+5511988880005' },
  });
});

test('half of a purchase may be said with any word for at most', () => {
  for (const most of ['como mucho', 'a lo sumo', 'hasta'])
    expect(hear(`el cashback paga ${most} la mitad de la compra`, 'es', 'owner')).toMatchObject({
      intent: 'set-program',
      args: { settings: { redeem_max_bps: 5000 } },
    });
});
