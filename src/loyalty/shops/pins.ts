import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';

const WRONG_AT_ONCE = 5;
const LOCKED_MS = 15 * 60_000;
/** Long enough for the owners to see that somebody asked. */
export const RESET_WAIT_MS = 60 * 60_000;
const RESET_OPEN_MS = 24 * 60 * 60_000;

/** RFC 7914; 32 MB and some tens of milliseconds a try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 } as const;
const KEY_BYTES = 32;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

export interface PinState {
  /** Until when no try is taken; null where one is. */
  lockedUntil: Instant | null;
  /** A forgotten one may be set anew: from then on, for a day; null where nobody asked. */
  reset: { from: Instant; isOpen: boolean } | null;
}

interface PinRow {
  hash: string;
  wrong: number;
  locked_until: Instant | null;
  reset_from: Instant | null;
}

/** Null where the person has none yet. */
export async function pinStateOf(work: Work, staffId: string): Promise<PinState | null> {
  const row = await readPin(work, staffId, '');
  if (row === null) return null;
  const { locked_until: until, reset_from: from } = row;
  const isGone = from !== null && work.now >= from + RESET_OPEN_MS;
  return {
    lockedUntil: until !== null && until > work.now ? until : null,
    reset: from === null || isGone ? null : { from, isOpen: work.now >= from },
  };
}

/** Whether a PIN is one: four to eight digits that are not the first that anybody would try. */
export function isGoodPin(pin: string): boolean {
  if (!/^\d{4,8}$/.test(pin)) return false;
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, i) => digit - (digits[i] ?? 0));
  return !steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
}

/** Sets a person's PIN, in the place of the one that they had. */
export async function setPin(work: Work, staffId: string, pin: string): Promise<void> {
  await work
    .trx('staff_pins')
    .insert({
      merchant_id: work.merchantId,
      staff_id: staffId,
      hash: await hashOf(pin),
      wrong: 0,
      locked_until: null,
      reset_from: null,
      set_at: new Date(work.now),
    })
    .onConflict(['merchant_id', 'staff_id'])
    .merge();
}

/** They have none from then on, and set another when they are next asked for it. */
export async function clearPin(work: Work, staffId: string): Promise<boolean> {
  return (await work.trx('staff_pins').where({ staff_id: staffId }).delete()) > 0;
}

/** Notes that it was forgotten; from when on another can be set. Asked again, the first answer stands. */
export async function askPinReset(work: Work, staffId: string): Promise<Instant> {
  const from = work.now + RESET_WAIT_MS;
  await work
    .trx('staff_pins')
    .where({ staff_id: staffId })
    .update({ reset_from: new Date(from) });
  return from;
}

export type PinTry =
  { right: true } | { right: false; left: number } | { right: false; lockedUntil: Instant };

/** A right one ends what was asked for in its owner's name; a wrong one is counted, in a transaction that must commit. */
export async function tryPin(work: Work, staffId: string, pin: string): Promise<PinTry> {
  const row = await readPin(work, staffId, 'FOR UPDATE');
  if (row === null) throw new Error('there is no PIN to try');
  const { hash, wrong, locked_until: until } = row;
  if (until !== null && until > work.now) return { right: false, lockedUntil: until };
  const pins = work.trx('staff_pins').where({ staff_id: staffId });
  if (await matches(pin, hash)) {
    await pins.update({ wrong: 0, locked_until: null, reset_from: null });
    return { right: true };
  }
  if (wrong + 1 < WRONG_AT_ONCE) {
    await pins.update({ wrong: wrong + 1 });
    return { right: false, left: WRONG_AT_ONCE - wrong - 1 };
  }
  const lockedUntil = work.now + LOCKED_MS;
  await pins.update({ wrong: 0, locked_until: new Date(lockedUntil) });
  return { right: false, lockedUntil };
}

async function readPin(work: Work, staffId: string, lock: '' | 'FOR UPDATE'): Promise<PinRow | null> {
  const [row] = await query<PinRow>(
    work,
    `SELECT hash, wrong, locked_until, reset_from FROM staff_pins
     WHERE merchant_id = current_merchant() AND staff_id = ? ${lock}`,
    [staffId],
  );
  return row ?? null;
}

/** `scrypt$N$r$p$salt$key`, salt and key in base64. */
async function hashOf(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, KEY_BYTES, COST);
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$');
}

async function matches(pin: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = stored.split('$');
  const expected = Buffer.from(key, 'base64');
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), expected.length, cost), expected);
}
