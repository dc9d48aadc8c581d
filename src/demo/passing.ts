import type { Database, Work } from '../db';
import { query } from '../db/rows';
import { noteExpiries, type Instant } from '../loyalty';
import type { Logger } from '../telemetry';

/** A clock that can be set forward, which the database asks as well. */
export interface Passing {
  now(): Instant;
  jump(ms: number): void;
}

/**
 * Lets so much time pass at once, as if it had passed by itself: the clock stands still at each instant at which something
 * expires on the way, since what a voucher gives back at its end may be used, and may expire, before the jump is over.
 */
export async function passTime(
  { db, logger }: { db: Database; logger: Logger },
  clock: Passing,
  ms: number,
): Promise<void> {
  const target = clock.now() + ms;
  const round = { db, logger };
  await noteExpiries(round, clock.now());
  for (
    let at = await nextExpiry(db, clock.now(), target);
    at !== null;
    at = await nextExpiry(db, at, target)
  ) {
    // The clock itself goes on meanwhile.
    if (at > clock.now()) clock.jump(at - clock.now());
    await noteExpiries(round, clock.now());
  }
  if (target > clock.now()) clock.jump(target - clock.now());
}

/** The first instant after `from`, by `target`, at which something of any shop expires. */
async function nextExpiry(db: Database, from: Instant, target: Instant): Promise<Instant | null> {
  const shops = await db.call<{ id: number }>('SELECT merchants_with_expiries(?) AS id', [new Date(target)]);
  const instants = await Promise.all(
    shops.map(({ id }) => db.asMerchant(id, (work) => nextOfShop(work, from, target))),
  );
  const found = instants.filter((at) => at !== null);
  return found.length === 0 ? null : Math.min(...found);
}

async function nextOfShop(work: Work, from: Instant, target: Instant): Promise<Instant | null> {
  const [first] = await query<{ at: Instant | null }>(
    work,
    `SELECT min(expires_at) AS at FROM (
       SELECT expires_at FROM lots WHERE merchant_id = current_merchant() AND remaining > 0
       UNION ALL SELECT expires_at FROM vouchers WHERE merchant_id = current_merchant() AND state = 'open') AS open
     WHERE expires_at > ? AND expires_at <= ?`,
    [new Date(from), new Date(target)],
  );
  return first?.at ?? null;
}
