import type { Work } from '../../db';
import { visitShops, type Round } from '../../db/rounds';
import { query } from '../../db/rows';
import { isOpenAt, learnRhythm, silentFrom } from '../core/time/rhythm';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { tellOwners } from '../outbox';
import { heardFromSmartPos } from './connection';
import { loadShop } from './shops';

const HOUR_MS = 3_600_000;
/** What a rhythm is learnt from. */
const LEARNT_MS = 28 * 24 * HOUR_MS;
const MOST_SALES = 3_000;
/** A machine that is silent or has no rhythm yet is looked at again after this. */
const LOOK_AGAIN_MS = HOUR_MS;
/** While nothing can be heard of any machine. */
const LISTEN_AGAIN_MS = 5 * 60_000;

/** A card machine seen in the shop's sales. */
export interface Machine {
  id: string;
  acquirer: string | null;
  /** As people call it, where that is known. */
  store: string | null;
  lastSaleAt: Instant;
  /** Its silence was told, and it has not spoken since. */
  isSilent: boolean;
}

/**
 * The shop's machines. A sale that names no acquirer may be any's of that number; a machine that none of its sales names one
 * for is one, too.
 */
export const MACHINES = `(
  SELECT m.id, nullif(m.acquirer, '') AS acquirer, coalesce(m.store_name, m.store) AS store, m.look_at, m.silence_told_after,
    greatest(m.last_sale_at, (SELECT u.last_sale_at FROM machines u
      WHERE u.merchant_id = m.merchant_id AND u.id = m.id AND u.acquirer = '')) AS last_sale_at
  FROM machines m
  WHERE m.merchant_id = current_merchant() AND (m.acquirer <> '' OR NOT EXISTS (
    SELECT FROM machines n WHERE n.merchant_id = m.merchant_id AND n.id = m.id AND n.acquirer <> '')))`;

/** All machines, by acquirer and store. */
export async function machinesOf(work: Work): Promise<Machine[]> {
  return query<Machine>(
    work,
    `SELECT id, acquirer, store, last_sale_at AS "lastSaleAt",
       silence_told_after IS NOT DISTINCT FROM last_sale_at AS "isSilent"
     FROM ${MACHINES} AS m ORDER BY acquirer NULLS LAST, store NULLS LAST, id`,
  );
}

interface Looked extends Machine {
  silenceToldAfter: Instant | null;
}

/** Looks at every shop's machines whose time has come. */
export async function lookAtMachines(round: Round, now: number): Promise<void> {
  const { db } = round;
  const shops = await db.call<{ id: number }>('SELECT shops_with_machines_to_look_at(?) AS id', [
    new Date(now),
  ]);
  await visitShops(round, shops, 'machines were not looked at', (id) => db.asMerchant(id, noticeSilence));
}

/**
 * Tells the owners of each machine that has sold nothing for three times its usual gap, within the hours in which it
 * sells: once, until it speaks again. Not while SmartPOS could not tell of its sales, which the owner hears of by itself.
 */
async function noticeSilence(work: Work): Promise<void> {
  const { name, zone: zoneName } = await loadShop(work);
  const zone = Zone.of(zoneName);
  const due = await query<Looked>(
    work,
    `SELECT id, acquirer, store, last_sale_at AS "lastSaleAt", silence_told_after AS "silenceToldAfter" FROM ${MACHINES} AS m
     WHERE look_at IS NULL OR look_at <= ? ORDER BY id, acquirer FOR UPDATE SKIP LOCKED`,
    [new Date(work.now)],
  );
  const heardUntil = due.length === 0 ? null : await heardFromSmartPos(work);
  for (const machine of due) {
    const { id, acquirer, store, lastSaleAt, silenceToldAfter } = machine;
    const rhythm = learnRhythm(await saleTimes(work, machine), zone);
    const from = rhythm === null ? null : silentFrom(rhythm, zone, lastSaleAt);
    const isSilent = rhythm !== null && from !== null && from <= work.now && isOpenAt(rhythm, zone, work.now);
    const isHeard = heardUntil === null || (from !== null && heardUntil > from);
    const isNews = isSilent && isHeard && silenceToldAfter !== lastSaleAt;
    if (isNews)
      await tellOwners(work, {
        cause: `silent:${acquirer ?? ''}:${id}:${lastSaleAt}`,
        notice: { kind: 'machine-silent', shop: name, machine: id, acquirer, store, lastSaleAt },
      });
    const later = work.now + (isSilent && !isHeard ? LISTEN_AGAIN_MS : LOOK_AGAIN_MS);
    const next = from !== null && from > work.now ? from : later;
    await work
      .trx('machines')
      .where({ id, acquirer: acquirer ?? '' })
      .update({ look_at: new Date(next), ...(isNews ? { silence_told_after: new Date(lastSaleAt) } : {}) });
  }
}

/** The machine's sales of the weeks up to its last, oldest first. */
async function saleTimes(work: Work, { id, acquirer, lastSaleAt }: Machine): Promise<Instant[]> {
  const rows = await query<{ at: Instant }>(
    work,
    `SELECT occurred_at AS at FROM sales
     WHERE merchant_id = current_merchant() AND terminal = ? AND coalesce(acquirer, '') IN (?, '')
       AND occurred_at > ? AND occurred_at <= ?
     ORDER BY occurred_at DESC LIMIT ${MOST_SALES}`,
    [id, acquirer ?? '', new Date(lastSaleAt - LEARNT_MS), new Date(lastSaleAt)],
  );
  return rows.map(({ at }) => at).toReversed();
}
