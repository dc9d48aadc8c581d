import { createHash } from 'node:crypto';
import { newId, randomBytes } from '../../chance';
import type { Work } from '../../db';
import { query } from '../../db/rows';
import { ok, refuse, type Result } from '../core/result';
import type { Instant } from '../core/sales/sale';
import { record } from '../history/record';
import type { StaffMember } from '../shops/team';

/** `sbt`, the shop, 256 random bits: the shop is named so that its rows can be opened before the key is known. */
const KEY = /^sbt_(\d{1,9})_[\w-]{43}$/;
/** A use is noted this often. */
const NOTED_MS = 60_000;
export const MOST_TILL_KEYS = 20;

export interface TillKey {
  id: string;
  /** What its owner calls it. */
  name: string;
  createdAt: Instant;
  lastUsedAt: Instant | null;
}

/** A key for a shop's till. It is returned this once: only its hash is kept. */
export async function makeTillKey(
  work: Work,
  { name, by }: { name: string; by: StaffMember },
): Promise<Result<{ id: string; key: string }>> {
  if ((await tillKeysOf(work)).length >= MOST_TILL_KEYS)
    return refuse({ code: 'till-key-limit', maximum: MOST_TILL_KEYS });
  const id = newId();
  const key = `sbt_${work.merchantId}_${randomBytes(32).toString('base64url')}`;
  await work.trx('till_keys').insert({
    merchant_id: work.merchantId,
    id,
    name,
    key_hash: hashOf(key),
    created_by: by.id,
    created_at: new Date(work.now),
  });
  await record(work, by, 'till-key', { till: id, name });
  return ok({ id, key });
}

/** Those that are good, oldest first. */
export async function tillKeysOf(work: Work): Promise<TillKey[]> {
  return query<TillKey>(
    work,
    `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM till_keys
     WHERE merchant_id = current_merchant() AND revoked_at IS NULL ORDER BY created_at, id`,
  );
}

/** From now on the key opens nothing. False where it was revoked already. */
export async function revokeTillKey(
  work: Work,
  { id, by }: { id: string; by: StaffMember },
): Promise<boolean> {
  const [revoked] = await query<{ name: string }>(
    work,
    `UPDATE till_keys SET revoked_at = ? WHERE merchant_id = current_merchant() AND id = ? AND revoked_at IS NULL RETURNING name`,
    [new Date(work.now), id],
  );
  if (revoked === undefined) return false;
  await record(work, by, 'revoke-till-key', { till: id, name: revoked.name });
  return true;
}

/** The shop that a key names; null for what can be none. */
export function shopOfTillKey(key: string): number | null {
  const shop = KEY.exec(key)?.[1];
  return shop === undefined ? null : Number(shop);
}

/** The till behind a key; null where it is none, or was revoked. Notes that it is in use. */
export async function tillOfKey(work: Work, key: string): Promise<TillKey | null> {
  const [till] = await query<TillKey>(
    work,
    `SELECT id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM till_keys
     WHERE merchant_id = current_merchant() AND key_hash = ? AND revoked_at IS NULL`,
    [hashOf(key)],
  );
  if (till === undefined) return null;
  if (till.lastUsedAt === null || work.now - till.lastUsedAt > NOTED_MS)
    await work
      .trx('till_keys')
      .where({ id: till.id })
      .update({ last_used_at: new Date(work.now) });
  return till;
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
