import type { Work } from '../../db';
import { ok, refuse, type Result } from '../core/result';
import { record } from '../history/record';
import type { Undo } from '../history/undoing';
import type { StaffMember } from '../shops/team';

/** The first purchase has a message of its own. */
export const THANKS_FROM = 2;
export const THANKS_TO = 1_000;

/** With which purchase a customer is thanked; purchases of one day count once. */
export async function thanksAfter(work: Work): Promise<number> {
  const row = (await work.trx('merchants').first('thanks_after')) as { thanks_after: number };
  return row.thanks_after;
}

export async function setThanksAfter(
  work: Work,
  { after, by }: { after: number; by: StaffMember },
): Promise<Result<null>> {
  if (after < THANKS_FROM || after > THANKS_TO)
    return refuse({ code: 'thanks-range', from: THANKS_FROM, to: THANKS_TO });
  const row = (await work.trx('merchants').forUpdate().first('thanks_after')) as { thanks_after: number };
  if (row.thanks_after === after) return ok(null);
  await write(work, after);
  await record(work, by, 'thanks-after', { before: row.thanks_after, after });
  return ok(null);
}

const write = (work: Work, after: number): Promise<unknown> =>
  work.trx('merchants').update({ thanks_after: after });

export const undoThanksAfter: Undo<'thanks-after'> = {
  who: 'manager',
  async undo(work, { details: { before, after } }) {
    if ((await thanksAfter(work)) !== after)
      return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    await write(work, before);
    return ok(null);
  },
};
