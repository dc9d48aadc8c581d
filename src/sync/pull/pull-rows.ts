import { fraction } from '../../chance';
import type { Work } from '../../db';
import { loadShop, tellOwners } from '../../loyalty';
import { query } from '../../db/rows';
import type { SmartPosFault } from '../smartpos/client';

const LONGEST_WAIT_MS = 15 * 60_000;

/** A pull ended well: up to when. */
export async function notePull(work: Work, id: string, until: number): Promise<void> {
  await work
    .trx('connections')
    .where({ id })
    .update({ polled_until: new Date(until), poll_failure: null, poll_failures: 0, failure_told: false });
}

/** A window of a pull is in, and there are more. */
export async function noteWindow(work: Work, id: string, until: number): Promise<void> {
  await query(
    work,
    `UPDATE connections SET polled_until = greatest(polled_until, ?) WHERE merchant_id = current_merchant() AND id = ?`,
    [new Date(until), id],
  );
}

export async function noteLists(work: Work, id: string, at: number): Promise<void> {
  await work
    .trx('connections')
    .where({ id })
    .update({ lists_at: new Date(at) });
}

/**
 * A pull failed: the next one waits longer after each, at least as long as SmartPOS asked. Of keys that are refused the
 * owner is told, once until they work again.
 */
export async function noteFailure(
  work: Work,
  id: string,
  everyMs: number,
  fault: Pick<SmartPosFault, 'kind' | 'retryAfterMs'> | null,
): Promise<void> {
  const [row] = await query<{ poll_failures: number; failure_told: boolean; company: string | null }>(
    work,
    `UPDATE connections SET poll_failures = poll_failures + 1, poll_failure = ?
     WHERE merchant_id = current_merchant() AND id = ? RETURNING poll_failures, failure_told, company`,
    [fault?.kind ?? 'failed', id],
  );
  if (row === undefined) return;
  const isRefused = fault?.kind === 'keys' || fault?.kind === 'plan';
  const backOff = isRefused
    ? LONGEST_WAIT_MS
    : Math.min(LONGEST_WAIT_MS, everyMs * 2 ** Math.min(row.poll_failures - 1, 20));
  // Jitter, so that many shops do not come again together.
  const wait = Math.max(fault?.retryAfterMs ?? 0, backOff) * (1 + fraction() / 10);
  await work
    .trx('connections')
    .where({ id })
    .update({ next_poll_at: new Date(work.now + wait), failure_told: row.failure_told || isRefused });
  if (!isRefused || row.failure_told) return;
  await tellOwners(work, {
    cause: `keys-refused:${id}:${work.now}`,
    notice: {
      kind: 'smartpos-keys-refused',
      shop: (await loadShop(work)).name,
      company: row.company,
      what: fault.kind === 'plan' ? 'sales' : 'keys',
    },
  });
}
