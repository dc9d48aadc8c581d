import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { ProgramChangeKind } from '../history/changes';
import type { Recorded } from '../history/record';
import type { Undo } from '../history/undoing';
import { ok, refuse } from '../core/result';
import { settingsSchema } from '../core/rules/rule';
import { lockOfShop, lockSalesOfShop } from '../shops/locks';
import { canonical, changeProgram, contentOf, programVersions, type ListedRule } from './program';
import { examplesOf, type RuleExample } from './rule-example';

/** The rules and settings of before, in force again from this moment on, as long as no sale has earned by the others. */
export const undoProgram: Undo<ProgramChangeKind> = {
  who: 'manager',
  async undo(work, { details: { version } }, { by, key }) {
    // A set that is being judged is counted, and none is judged between the counting and the change.
    await lockSalesOfShop(work);
    await lockOfShop(work, 'program');
    const versions = await programVersions(work);
    const made = versions.find(({ number }) => number === version);
    const before = versions.findLast(({ number }) => number < version);
    const count = await salesJudgedSince(work, version);
    if (count > 0) return refuse({ code: 'not-undone', why: { because: 'built-on', what: 'sales', count } });
    const undone = await changeProgram(work, { by, key, note: null }, (latest) =>
      made !== undefined && contentOf(latest) === contentOf(made)
        ? ok({ listed: before?.listed ?? [], settings: before?.settings ?? settingsSchema.parse({}) })
        : refuse({ code: 'not-undone', why: { because: 'changed-since' } }),
    );
    return undone.ok ? ok(null) : undone;
  },
};

/** Of each rule that undoing the change would put in force again, an example of what the program would give then. */
export async function broughtBackBy(work: Work, { details }: Recorded): Promise<RuleExample[]> {
  if (!('version' in details)) return [];
  const versions = await programVersions(work);
  const judgedBy = ({ listed }: { listed: ListedRule[] }): ListedRule[] =>
    listed.filter(({ paused }) => !paused);
  const made = versions.find(({ number }) => number === details.version);
  const before = versions.findLast(({ number }) => number < details.version);
  if (made === undefined || before === undefined) return [];
  const stay = new Set(judgedBy(made).map(canonical));
  const again = judgedBy(before);
  const places = again.flatMap((one, at) => (stay.has(canonical(one)) ? [] : [at]));
  return examplesOf(
    work,
    again.map(({ rule }) => rule),
    places,
  );
}

async function salesJudgedSince(work: Work, version: number): Promise<number> {
  const [row] = await query<{ count: number }>(
    work,
    `SELECT count(*) AS count FROM sales
     WHERE merchant_id = current_merchant() AND NOT dry AND program_version >= ?`,
    [version],
  );
  return row?.count ?? 0;
}
