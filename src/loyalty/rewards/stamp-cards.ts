import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { VoucherBenefit } from '../core/rules/rule';
import { currentProgram } from '../program/program';

/** A customer's card that is begun: of `every` purchases `stamps` are made, and the last gives the voucher. */
export interface StampCard {
  stamps: number;
  every: number;
  then: VoucherBenefit;
}

/** Of the rules in force, in their order. A full card is over, and the next not begun. */
export async function stampCardsOf(work: Work, customerId: string): Promise<StampCard[]> {
  const program = await currentProgram(work);
  const cards = (program?.rules ?? []).flatMap(({ benefit }, i) =>
    benefit.kind === 'stamp-card'
      ? [{ ruleId: program!.ruleIds[i]!, every: benefit.every, then: benefit.then }]
      : [],
  );
  if (cards.length === 0) return [];
  const rows = await query<{ rule_id: number; quantity: number }>(
    work,
    `SELECT rule_id, quantity FROM rule_counters WHERE merchant_id = current_merchant()
       AND customer_id = ? AND rule_id = ANY(?::integer[]) AND period = 'stamps'`,
    [customerId, cards.map(({ ruleId }) => ruleId)],
  );
  const made = new Map(rows.map(({ rule_id: id, quantity }) => [id, quantity]));
  return cards
    .map(({ ruleId, every, then }) => ({ stamps: (made.get(ruleId) ?? 0) % every, every, then }))
    .filter(({ stamps }) => stamps > 0);
}
