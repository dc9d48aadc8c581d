import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Undo } from '../history/undoing';
import { ok, refuse, type Result } from '../core/result';
import type { Instant } from '../core/sales/sale';
import { loadReward, rewardNamed, termsRow } from './catalogue';

export const undoAddedReward: Undo<'add-reward'> = {
  who: 'manager',
  undo: async (work, { at, details: { id } }) =>
    unlessGiven(work, id, at, () =>
      work
        .trx('rewards')
        .where({ id })
        .update({ removed_at: new Date(work.now) }),
    ),
};

export const undoChangedReward: Undo<'change-reward'> = {
  who: 'manager',
  undo: async (work, { at, details: { id, before } }) =>
    unlessGiven(work, id, at, () =>
      work
        .trx('rewards')
        .where({ id })
        .update({ ...termsRow(before), paused: before.paused }),
    ),
};

/** Nothing is built on these: what was issued before stays good, and nothing was issued since. */
export const undoRewardState: Undo<'pause-reward' | 'resume-reward' | 'remove-reward'> = {
  who: 'manager',
  async undo(work, { kind, at, details: { reward: id, name, wasPaused } }) {
    // A removed one must not come back beside another of its name.
    const isTaken = kind === 'remove-reward' && (await rewardNamed(work, name)) !== null;
    if (isTaken) return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    if (kind !== 'remove-reward' && (await loadReward(work, id)) === null)
      return refuse({ code: 'reward-not-found' });
    return unlessGiven(work, id, at, () =>
      work.trx('rewards').where({ id }).update({ paused: wasPaused, removed_at: null }),
    );
  },
};

async function unlessGiven(
  work: Work,
  rewardId: string,
  since: Instant,
  act: () => PromiseLike<unknown>,
): Promise<Result<null>> {
  const [row] = await query<{ count: number }>(
    work,
    `SELECT count(*) AS count FROM vouchers
     WHERE merchant_id = current_merchant() AND reward_id = ? AND issued_at >= ?`,
    [rewardId, new Date(since)],
  );
  const count = row?.count ?? 0;
  if (count > 0) return refuse({ code: 'not-undone', why: { because: 'built-on', what: 'vouchers', count } });
  await act();
  return ok(null);
}
