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
 * For the rest of the transaction a plan is kept with its statement: for what takes many times as long to plan as to run, and
 * has but one plan. After `onlyLookUps`, or one from when a table was young may read it whole.
 */
export async function keepPlans(work: Work): Promise<void> {
  await query(work, "SELECT set_config('plan_cache_mode', 'force_generic_plan', true)");
}
