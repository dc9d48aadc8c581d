import type { Work } from '.';
import { query } from './rows';

/**
 * For the rest of the transaction rows are read by their keys and nothing else. Without statistics (a young table, the
 * embedded database) the planner would rather read a whole backlog and sort it, each time anew.
 */
export async function onlyLookUps(work: Work): Promise<void> {
  const ways = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material'];
  await query(work, `SELECT ${ways.map((way) => `set_config('enable_${way}', 'off', true)`).join(', ')}`);
}

/**
 * From here on in the transaction a plan is kept with its statement: for what looks a few rows up by their keys, and takes longer
 * to plan than to run. No table is read whole, or a plan from when it was young would do so for as long as it is kept.
 */
export async function keepPlans(work: Work): Promise<void> {
  await query(
    work,
    `SELECT set_config('smartbis.planning', current_setting('plan_cache_mode'), true),
            set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`,
  );
}

/** From here on it is as before `keepPlans`: for what reads many rows, each time as many as it is asked for. */
export function planAsBefore(work: Work): void {
  work.sendAlong(
    `SELECT set_config('plan_cache_mode', current_setting('smartbis.planning'), true), set_config('enable_seqscan', 'on', true)`,
  );
}
