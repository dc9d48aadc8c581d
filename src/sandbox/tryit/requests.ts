import { z } from 'zod';
import { FAULTS } from '../faults';
import { SALE_METHODS } from './backend';
import { DELIVERIES } from './trials';

const HIGHEST_CENTS = 100_000_000;

/** `50`, `50,00`, `50.5`, `1.234,56`; not `1.234`, of which nobody knows what it means. */
const DECIMAL = /^(?:(\d{1,7})(?:[.,](\d{1,2}))?|(\d{1,3}(?:\.\d{3})+),(\d{2}))$/;

/** A decimal of reais in words, as cents. */
const amount = z
  .string()
  .max(20)
  .transform((text, context) => {
    const [, plain, decimals = '', grouped = '', groupedDecimals] =
      DECIMAL.exec(text.replace('R$', '').trim()) ?? [];
    const whole = plain ?? grouped.replaceAll('.', '');
    const cents = Number(whole + (groupedDecimals ?? decimals).padEnd(2, '0'));
    if (whole !== '' && cents > 0 && cents <= HIGHEST_CENTS) return cents;
    context.addIssue({ code: 'custom', message: 'an amount such as 50,00' });
    return z.NEVER;
  });

const id = z.string().min(1).max(200);
const digits = (shortest: number, longest: number) =>
  z.string().regex(new RegExp(`^\\d{${shortest},${longest}}$`));

export const params = z.object({
  shop: id.optional(),
  chat: id.optional(),
  message: id.optional(),
  sale: id.optional(),
});
export const messagesQuery = z.object({ after: z.coerce.number().int().min(0).nullable().default(null) });
/** Longer than any sentence on purpose: what the bot says to a novel can be tried too. */
export const sayBody = z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(10_000) });
export const receiptBody = z.strictObject({ id: z.uuid() });
export const faultsBody = z.strictObject({ faults: z.array(z.enum(FAULTS)).max(FAULTS.length) });
export const refundBody = z.strictObject({ amount });
export const sellBody = z
  .strictObject({
    terminal: id,
    amount,
    method: z.enum(SALE_METHODS),
    buyer: z
      .strictObject({
        name: z.string().trim().min(1).max(100),
        phone: z.string().regex(/^\+\d{8,15}$/),
        cpf: digits(11, 11),
      })
      .partial()
      .nullable(),
    voucherCode: z
      .string()
      .trim()
      .max(100)
      .transform((text) => (text === '' ? null : text))
      .nullable()
      .default(null),
  })
  .transform(({ amount: amountCents, ...order }) => ({ ...order, amountCents }));

/** More are no burst but a flood. */
const MOST_AT_ONCE = 60;
export const deliveryBody = z.strictObject({
  how: z.enum(DELIVERIES),
  messages: z.array(sayBody).min(1).max(MOST_AT_ONCE),
});
export const byHandBody = z.strictObject({ text: z.string().trim().min(1).max(1_000) });
/** Up to a year at once. */
export const jumpBody = z.strictObject({ hours: z.int().min(1).max(8_784) });
