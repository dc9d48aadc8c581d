import { commands } from '../../../src/bot/commands';
import { corrected, createUnderstanding, endIn, type Understood } from '../../../src/bot/understand';
import type { Language, Role } from '../../../src/loyalty';

const { understand } = createUnderstanding(commands);

const hear = (says: string, lang: Language, role: Role | 'customer' = 'customer'): Understood =>
  understand(says, { lang, role, today: '2026-11-23' });

describe('a date that no word says to be a birthday', () => {
  it.each([
    ['começa dia 1 de dezembro', 'pt', 'owner'],
    ['termina dia 20/12', 'pt', 'owner'],
    ['inauguração dia 10/1', 'pt', 'owner'],
    ['reunião dia 5/12', 'pt', 'cashier'],
    ['dia 20/12', 'pt', 'customer'],
    ['it starts on december 1', 'en', 'owner'],
    ['empieza el 1 de diciembre', 'es', 'owner'],
  ] as const)('is asked about, if anything: %s', (says, lang, role) => {
    const { intent, args, confirm } = hear(says, lang, role);
    expect(intent === 'profile' && args.birthday !== undefined && !confirm).toBe(false);
  });

  it.each([
    ['faço anos dia 3 de maio', 'pt'],
    ['anota aí meu aniversário: 03/05', 'pt'],
    ['put my birthday May 3', 'en'],
    ['anota mi cumpleaños 3/5', 'es'],
  ] as const)('but one of them is taken: %s', (says, lang) => {
    expect(hear(says, lang)).toMatchObject({
      intent: 'profile',
      args: { birthday: '05-03' },
      confirm: false,
    });
  });
});

describe('the end of a rule that is asked about', () => {
  it.each([
    ['termina dia 20/12', 'pt', 'até 20/12'],
    ['ends on December 20', 'en', 'until December 20'],
    ['termina el 20/12', 'es', 'hasta el 20/12'],
  ] as const)('is put right: %s', (says, lang, part) => {
    const args = hear('cashback 12% no débito', 'pt', 'owner').args;
    expect(endIn(args, says, lang)).toBe(part);
    expect(corrected(args, part, lang, '2026-11-23')?.rule?.conditions).toMatchObject({
      dates: ['2026-11-23', '2026-12-20'],
    });
    expect(endIn({}, says, lang)).toBeNull();
  });
});

describe('a phone that is told as a new one', () => {
  it.each([
    ['mudei de número, agora é 11 98888-0034', 'pt'],
    ['troquei de celular, meu novo é 11 98888-0034', 'pt'],
    ['I changed my number, now it is 11 98888-0034', 'en'],
    ['cambié de número, ahora es 11 98888-0034', 'es'],
  ] as const)('is no CPF: %s', (says, lang) => {
    const { intent, args } = hear(says, lang);
    expect({ intent, args }).toEqual({ intent: 'profile', args: { phone: '+5511988880034' } });
  });
});

describe('an e-mail address', () => {
  it.each([
    ['meu email é ana@gmail', 'pt'],
    ['my email is ana@gmail', 'en'],
    ['mi correo es ana@gmail', 'es'],
  ] as const)('without its end is asked for: %s', (says, lang) => {
    expect(hear(says, lang)).toMatchObject({ intent: 'profile', args: { unclear: 'ana@gmail' } });
  });

  it('may have a space beside its sign', () => {
    expect(hear('meu e-mail é ana @ gmail.com', 'pt').args).toEqual({ email: 'ana@gmail.com' });
  });
});

describe('the terms of a referral', () => {
  it.each([
    ['indicação: quem indica ganha R$ 10 e o amigo ganha R$ 5', 'pt'],
    ['quem indica 10 reais, amigo 5 reais', 'pt'],
    ['indicação: o amigo ganha 5 reais e quem indica ganha 10 reais', 'pt'],
    ['referral: who refers gets R$ 10 and the friend R$ 5', 'en'],
    ['recomendación: quien recomienda gana R$ 10 y el amigo R$ 5', 'es'],
  ] as const)('are each its own side’s, and no days: %s', (says, lang) => {
    const { intent, args } = hear(says, lang, 'owner');
    expect({ intent, args }).toEqual({
      intent: 'referral',
      args: { amount_cents: 1_000, friend_cents: 500 },
    });
  });

  it('have the days that are said', () => {
    expect(hear('quem indica ganha 10 reais e o amigo 5 reais, por 30 dias', 'pt', 'owner').args).toEqual({
      amount_cents: 1_000,
      friend_cents: 500,
      number: 30,
    });
  });

  it.each([
    ['o contrário', 'pt'],
    ['the other way round', 'en'],
    ['al revés', 'es'],
  ] as const)('are turned round: %s', (said, lang) => {
    expect(corrected({ amount_cents: 500, friend_cents: 1_000 }, said, lang, '2026-11-23')).toEqual({
      amount_cents: 1_000,
      friend_cents: 500,
    });
  });
});
