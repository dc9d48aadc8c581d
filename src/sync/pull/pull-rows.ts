import { fraction } from '../../chance';
import type { Work } from '../../db';
import { loadShop, tellOwners, type Instant } from '../../loyalty';
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

/** The owner is told of a SmartPOS that has given no good answer for this long: no silence of a machine is noticed meanwhile. */
const UNANSWERED_MS = 6 * 3_600_000;

/**
 * A pull failed: the next one waits longer after each, at least as long as SmartPOS asked. Of keys that are refused, and of no
 * good answer for hours, the owner is told, once until there is one again.
 */
export async function noteFailure(
  work: Work,
  id: string,
  everyMs: number,
  fault: Pick<SmartPosFault, 'kind' | 'retryAfterMs'> | null,
): Promise<void> {
  const [row] = await query<Failing>(
    work,
    `UPDATE connections SET poll_failures = poll_failures + 1, poll_failure = ?
     WHERE merchant_id = current_merchant() AND id = ? RETURNING poll_failures, failure_told, company,
       coalesce(polled_until, created_at) AS since`,
    [fault?.kind ?? 'failed', id],
  );
  if (row === undefined) return;
  const isRefused = fault?.kind === 'keys' || fault?.kind === 'plan';
  const backOff = isRefused
    ? LONGEST_WAIT_MS
    : Math.min(LONGEST_WAIT_MS, everyMs * 2 ** Math.min(row.poll_failures - 1, 20));
  const isTold = isRefused || work.now - row.since >= UNANSWERED_MS;
  // Jitter, so that many shops do not come again together.
  const wait = Math.max(fault?.retryAfterMs ?? 0, backOff) * (1 + fraction() / 10);
  await work
    .trx('connections')
    .where({ id })
    .update({ next_poll_at: new Date(work.now + wait), failure_told: row.failure_told || isTold });
  if (!isTold || row.failure_told) return;
  const { company, since } = row;
  const shop = (await loadShop(work)).name;
  await tellOwners(work, {
    cause: `pull-failing:${id}:${work.now}`,
    notice: isRefused
      ? { kind: 'smartpos-keys-refused', shop, company, what: fault.kind === 'plan' ? 'sales' : 'keys' }
      : { kind: 'smartpos-unanswered', shop, company, since },
  });
}

interface Failing {
  poll_failures: number;
  failure_told: boolean;
  company: string | null;
  since: Instant;
}
