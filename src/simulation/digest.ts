import { createHash } from 'node:crypto';
import { query } from '../db/rows';
import type { World } from './world';

/** What a run came to, in an order of its own; what is encrypted or counted across shops is left out. */
const WHAT_STANDS = [
  'SELECT id, customer_id, total_cents, refunded_cents, cashback_cents, points, dry, revision FROM sales ORDER BY id',
  'SELECT transaction_id, customer_id, source, destination, asset, quantity FROM postings ORDER BY 1, 2, 3, 4, 5, 6',
  'SELECT id, granted, remaining, available_at, expires_at FROM lots ORDER BY id',
  'SELECT id, template, state, reason, attempts, customer_id FROM outbox ORDER BY id',
  'SELECT id, state, held, customer_id FROM vouchers ORDER BY id',
  'SELECT id, flow::text, quiet_until FROM chats ORDER BY id',
];

/** SHA-256 over all that happened and all that stands: two runs of a seed are alike in it, or the seed cannot be replayed. */
export async function digestOf(world: World): Promise<string> {
  const hash = createHash('sha256').update(world.story.join('\n'));
  await world.real.asMerchant(world.seed, async (work) => {
    for (const sql of WHAT_STANDS) hash.update(JSON.stringify(await query(work, sql)));
  });
  return hash.digest('hex');
}
