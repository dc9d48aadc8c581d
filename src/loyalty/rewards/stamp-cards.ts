import type { Work } from '../../db';
import { query } from '../../db/rows';
import { openStamps } from '../core/rules/evaluate/vouchers';
import { NO_COUNTERS } from '../core/rules/past';
import type { VoucherBenefit } from '../core/rules/rule';
import { Zone } from '../core/time/zone';
import { currentProgram } from '../program/program';
import { loadShop } from '../shops/shops';

/** A customer's card that is begun: of `every` purchases `stamps` are made, and the last gives the voucher. */
export interface StampCard {
  stamps: number;
  every: number;
  then: VoucherBenefit;
}

/** Of the rules that stamp, in their order, but for those whose days are over. A full card is over, and the next not begun. */
export async function stampCardsOf(work: Work, customerId: string): Promise<StampCard[]> {
  const today = Zone.of((await loadShop(work)).zone).local(work.now).date;
  const cards = ((await currentProgram(work))?.listed ?? []).flatMap(({ id, rule, paused }) => {
    const { benefit, conditions } = rule;
    const isOver = paused || (conditions?.dates?.[1] ?? today) < today;
    return benefit.kind !== 'stamp-card' || isOver
      ? []
      : [{ ruleId: id, every: benefit.every, then: benefit.then }];
  });
  if (cards.length === 0) return [];
  const rows = await query<{ rule_id: number; stamps: number; spent: number }>(
    work,
    `SELECT rule_id, sum(quantity) FILTER (WHERE period = 'stamps')::bigint AS stamps,
       coalesce(sum(quantity) FILTER (WHERE period = 'spent'), 0)::bigint AS spent
     FROM rule_counters WHERE merchant_id = current_merchant()
       AND customer_id = ? AND rule_id = ANY(?::integer[]) AND period IN ('stamps', 'spent') GROUP BY rule_id`,
    [customerId, cards.map(({ ruleId }) => ruleId)],
  );
  const made = new Map(rows.map((row) => [row.rule_id, row]));
  return cards
    .map(({ ruleId, every, then }) => ({
      stamps: openStamps(made.get(ruleId) ?? NO_COUNTERS, every),
      every,
      then,
    }))
    .filter(({ stamps }) => stamps > 0);
}
