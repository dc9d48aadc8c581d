import type { Work } from '../../db';
import type { Undo } from '../history/undoing';
import { record } from '../history/record';
import type { MarketingHours } from '../core/time/marketing-hours';
import { ok, refuse, type Result } from '../core/result';
import { lockOfShop } from '../shops/locks';
import type { StaffMember } from '../shops/team';

/** When and how often a shop's marketing may go. */
export interface SendingRules extends MarketingHours {
  /** Marketing messages a customer in seven days. */
  weeklyCeiling: number;
}

/** Nine to eight, as custom has it, and two a week. */
export const DEFAULT_RULES: SendingRules = { fromMinute: 540, toMinute: 1_200, weeklyCeiling: 2 };

export async function loadSendingRules(work: Work): Promise<SendingRules> {
  const row = await work
    .trx<{ from_minute: number; to_minute: number; weekly_ceiling: number }>('sending_rules')
    .first('from_minute', 'to_minute', 'weekly_ceiling');
  if (row === undefined) return DEFAULT_RULES;
  return { fromMinute: row.from_minute, toMinute: row.to_minute, weeklyCeiling: row.weekly_ceiling };
}

/** The caller has seen to it that they begin before they end. Refused where they are no longer as whoever asked had `seen` them. */
export async function setMarketingHours(
  work: Work,
  { hours, by, seen }: { hours: MarketingHours; by: StaffMember | null; seen?: MarketingHours },
): Promise<Result<null>> {
  await lockOfShop(work, 'messaging');
  const { fromMinute, toMinute } = await loadSendingRules(work);
  if (fromMinute === hours.fromMinute && toMinute === hours.toMinute) return ok(null);
  if (seen !== undefined && (fromMinute !== seen.fromMinute || toMinute !== seen.toMinute))
    return refuse({ code: 'changed-meanwhile' });
  await writeHours(work, hours);
  await record(work, by, 'quiet-hours', { before: { fromMinute, toMinute }, hours });
  return ok(null);
}

async function writeHours(work: Work, { fromMinute, toMinute }: MarketingHours): Promise<void> {
  await work
    .trx('sending_rules')
    .insert({ merchant_id: work.merchantId, from_minute: fromMinute, to_minute: toMinute })
    .onConflict('merchant_id')
    .merge(['from_minute', 'to_minute']);
  work.ring('outbound', String(work.merchantId));
}

export const undoMarketingHours: Undo<'quiet-hours'> = {
  who: 'manager',
  async undo(work, { details: { before, hours } }) {
    const now = await loadSendingRules(work);
    if (now.fromMinute !== hours.fromMinute || now.toMinute !== hours.toMinute)
      return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    await writeHours(work, before);
    return ok(null);
  },
};
