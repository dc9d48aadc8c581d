import { createHash } from 'node:crypto';
import { ownUnderstanding } from '../../../src/bot/conversation/flow';
import type { Language } from '../../../src/loyalty';
import { newCode } from '../../../src/loyalty/core/voucher';

const SAYS: Record<Language, [validate: string, on: string]> = {
  pt: ['validar', 'em'],
  en: ['validate', 'on'],
  es: ['validar', 'en'],
};
const CODES = 300;

/** The same codes in every run. */
function codes(): string[] {
  let drawn = 0;
  const bytes = (count: number): Uint8Array =>
    createHash('sha256')
      .update(`code ${(drawn += 1)}`)
      .digest()
      .subarray(0, count);
  return Array.from({ length: CODES }, () => newCode(bytes));
}

const dashed = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What is said of a code, by what was not heard as its validation. */
const misheard = (lang: Language, code: string, written: string): string[] => {
  const [validate, on] = SAYS[lang];
  return [written, `${validate} ${written}`, `${validate} ${written} ${on} 50`].filter((says) => {
    const { intent, args, confirm } = ownUnderstanding.understand(says, {
      lang,
      role: 'cashier',
      today: '2026-11-23',
    });
    return intent !== 'validate-voucher' || args.code !== code || confirm;
  });
};

it.each(['pt', 'en', 'es'] as const)('every new code is heard, however it is typed (%s)', (lang) => {
  const typed = codes().flatMap((code) =>
    [
      dashed(code),
      dashed(code).toLowerCase(),
      dashed(code).replace('-', ' '),
      code,
      code.toLowerCase(),
    ].flatMap((written) => misheard(lang, code, written)),
  );
  expect(typed).toEqual([]);
});

it('a code of before that begins like an amount is none', () => {
  for (const code of ['RS48H4CA', 'RS99NA3E', 'RS0XMGV6'])
    for (const written of [code, code.toLowerCase(), dashed(code)])
      expect(misheard('pt', code, written)).toEqual([]);
});

it.each(['rs 50', 'rs50', 'rs50,00', 'RS 50'])('“venda de %s” is of an amount', (amount) => {
  const { intent, args } = ownUnderstanding.understand(`venda de ${amount} 11 98888-0001`, {
    lang: 'pt',
    role: 'cashier',
    today: '2026-11-23',
  });
  expect([intent, args.amount_cents]).toEqual(['record-sale', 5000]);
});
