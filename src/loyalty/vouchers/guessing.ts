import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Refusal } from '../core/result';

const DAY_MS = 86_400_000;
/** Wrong codes in a day, after which a sender has to wait. */
const MISSES_OF_SENDER = 10;
/** Wrong codes of everyone together, after which each sender has fewer: none for strangers, a few for the shop's own. */
const MISSES_OF_SHOP = 200;
const MISSES_LEFT: Record<Guesser['kind'], number> = { staff: 3, till: MISSES_OF_SENDER, customer: 0 };

/** What is guessed at: a voucher's code, or the number of somebody's receipt. Each is counted apart. */
export type Guessed = 'voucher' | 'claim';

/** Who tries codes: a member of staff, a till's key, or a customer. */
export interface Guesser {
  kind: 'staff' | 'till' | 'customer';
  id: string;
}

/**
 * Why this sender may try no code now; null where they may. Tries of one sender wait for each other from here to the end
 * of the transaction, so that many at once are counted like one after the other. What others guess leaves a member of
 * staff whose own codes were right their way.
 */
export async function triesRefused(
  work: Work,
  by: Guesser,
  what: Guessed = 'voucher',
): Promise<Refusal | null> {
  await query(work, 'SELECT pg_advisory_xact_lock(?, hashtext(?))', [
    work.merchantId,
    `${what} codes of ${senderOf(by)}`,
  ]);
  const [misses] = await query<{ own: number; all: number; first: number | null; firstOfAll: number | null }>(
    work,
    `SELECT count(*) FILTER (WHERE sender = ?)::integer AS own, count(*)::integer AS all,
       min(at) FILTER (WHERE sender = ?) AS first, min(at) AS "firstOfAll"
     FROM voucher_misses WHERE merchant_id = current_merchant() AND at > ? AND what = ?`,
    [senderOf(by), senderOf(by), new Date(work.now - DAY_MS), what],
  );
  if (misses === undefined) throw new Error('a count has one row');
  const allowed = misses.all < MISSES_OF_SHOP ? MISSES_OF_SENDER : MISSES_LEFT[by.kind];
  if (misses.own < allowed) return null;
  return { code: 'too-many-tries', retryAt: (misses.first ?? misses.firstOfAll ?? work.now) + DAY_MS };
}

/** Notes a wrong try; those that count no more go. */
export async function noteMiss(work: Work, by: Guesser, what: Guessed = 'voucher'): Promise<void> {
  await work
    .trx('voucher_misses')
    .where('at', '<=', new Date(work.now - DAY_MS) as never)
    .delete();
  await work
    .trx('voucher_misses')
    .insert({ merchant_id: work.merchantId, sender: senderOf(by), what, at: new Date(work.now) });
}

const senderOf = ({ kind, id }: Guesser): string => `${kind} ${id}`;
