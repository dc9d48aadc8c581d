import type { Work } from '../../db';
import { query } from '../../db/rows';

/** The reason of a message that no channel could bring to its customer. */
export const KEPT = 'kept';
const KEPT_MS = 90 * 86_400_000;

/**
 * Tells a customer, who is heard in this chat, what could not be told before: of each kind the latest, since it carries the
 * balance by then; older ones are overtaken by it, and so is what is older than ninety days.
 */
export async function tellWhatWasKept(work: Work, customerId: string, chatId: string): Promise<void> {
  if (!(await hasKept(work, customerId))) return;
  const told = await query(
    work,
    `WITH kept AS (
       SELECT id, seq = max(seq) OVER (PARTITION BY template) AND created_at > ? AS is_told FROM outbox
       WHERE merchant_id = current_merchant() AND customer_id = ? AND state = 'suppressed' AND reason = '${KEPT}')
     UPDATE outbox o SET state = CASE WHEN is_told THEN 'queued' ELSE 'suppressed' END,
       reason = CASE WHEN is_told THEN NULL ELSE 'overtaken' END, settled_at = CASE WHEN is_told THEN NULL ELSE o.settled_at END,
       attempts = 0, due_at = ?, chat_id = ?, channel = 'chat'
     FROM kept WHERE o.merchant_id = current_merchant() AND o.id = kept.id RETURNING o.id`,
    [new Date(work.now - KEPT_MS), customerId, new Date(work.now), chatId],
  );
  if (told.length > 0) work.ring('outbound', String(work.merchantId));
}

/** Mostly there is nothing, which takes less to find out than to plan the change. */
async function hasKept(work: Work, customerId: string): Promise<boolean> {
  const rows = await query(
    work,
    `SELECT FROM outbox
     WHERE merchant_id = current_merchant() AND customer_id = ? AND state = 'suppressed' AND reason = '${KEPT}' LIMIT 1`,
    [customerId],
  );
  return rows.length > 0;
}
