import { z } from 'zod';
import { canonicalPhone, MAX_SALE_CENTS, validCpf, type Identity } from '../loyalty';

const code = z.string().trim().min(1).max(64);
const store = z.string().trim().min(1).max(200).nullish();
const cents = z.int().positive().max(MAX_SALE_CENTS);

export const validateBody = z.strictObject({ code, amount_cents: cents.nullish(), store });
/** An item that asks nothing of the purchase may be handed over without one. */
export const redeemBody = z.strictObject({ code, amount_cents: cents.nullish(), store });

/** As the header may be: what a till can make, and a log can hold. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/**
 * A customer as a till names them: a phone or a CPF. Eleven digits may be either; where they really can be both (a mobile
 * without its 55, and check digits that hold) the till has to say which: `ambiguous`. Null for what is neither.
 */
export function readCustomer(written: string): Identity | 'ambiguous' | null {
  const text = written.trim();
  if (text.length > 30 || !/^\+?[\d .()-]+$/.test(text)) return null;
  const cpf = text.startsWith('+') ? null : validCpf(text.replaceAll(/\D/g, ''));
  const phone = canonicalPhone(text);
  if (cpf !== null && phone !== null)
    return /^\d{3}\.\d{3}\.\d{3}-\d\d$/.test(text) ? { kind: 'cpf', value: cpf } : 'ambiguous';
  if (phone !== null) return { kind: 'phone', value: phone };
  return cpf === null ? null : { kind: 'cpf', value: cpf };
}
