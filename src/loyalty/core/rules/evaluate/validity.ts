import type { Validity } from '../rule';
import type { Instant } from '../../sales/sale';
import type { Zone } from '../../time/zone';

const KNOWN = new Set(['valid_days', 'rolling_days', 'available_after_days', 'use_min_cents']);

/** From when to when what a sale of that moment gives can be used; `expiresAt` is the first instant at which it cannot. */
export type ValidityOf<Expiry> = (occurredAt: Instant) => { availableAt: Instant; expiresAt: Expiry };

/**
 * Available at the sale's moment, or from the start of the shop's day so many days after; expired from the first
 * instant of the day that follows the last valid one ("for 30 days" ends with the thirtieth day after it became
 * available). What rolls is counted from the day of the sale: the customer's next purchase moves it on. A rule that
 * says neither gives what lasts `otherwise` days, or for ever. Throws a RangeError for what is not known.
 */
export function compileValidity(validity: Validity | undefined, zone: Zone): ValidityOf<Instant | null>;
export function compileValidity(
  validity: Validity | undefined,
  zone: Zone,
  otherwise: number,
): ValidityOf<Instant>;
export function compileValidity(
  validity: Validity = {},
  zone: Zone,
  otherwise?: number,
): ValidityOf<Instant | null> {
  for (const name of Object.keys(validity))
    if (!KNOWN.has(name)) throw new RangeError(`${name} is no validity`);
  const { available_after_days: wait, rolling_days: rolling } = validity;
  const valid = validity.valid_days ?? otherwise;
  return (occurredAt) => {
    const availableAt = wait === undefined ? occurredAt : zone.startOfDay(occurredAt, wait);
    if (rolling !== undefined) return { availableAt, expiresAt: zone.startOfDay(occurredAt, rolling + 1) };
    return { availableAt, expiresAt: valid === undefined ? null : zone.startOfDay(availableAt, valid + 1) };
  };
}
