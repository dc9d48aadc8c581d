import type { Work } from '../db';
import { query } from '../db/rows';
import type { ChatMessage, Ledger, LedgerRow, TryItDocument } from '../sandbox/tryit';

const LATEST = 100;

/** What was said in a simulated chat; a message is read once it was answered. */
export async function chatMessages(work: Work, chatId: string, after: number | null): Promise<ChatMessage[]> {
  const rows = await query<ChatMessage & { fromShop: boolean; handled: boolean; arrived: boolean }>(
    work,
    `SELECT s.seq, s.id, s.from_shop AS "fromShop", s.body AS text, s.at, s.picture IS NOT NULL AS "hasPicture", s.document_name AS document,
       i.id IS NOT NULL AS arrived, i.handled_at IS NOT NULL AS handled
     FROM simulator_messages s
     LEFT JOIN inbound_messages i ON i.merchant_id = s.merchant_id AND i.id = s.id
     WHERE s.merchant_id = current_merchant() AND s.chat_id = ? AND s.seq > ?
     ORDER BY s.seq DESC LIMIT ${LATEST}`,
    [chatId, after ?? 0],
  );
  return rows.toReversed().map(({ seq, id, fromShop, text, at, hasPicture, document, arrived, handled }) => ({
    seq,
    id,
    from: fromShop ? 'shop' : 'me',
    text,
    at,
    hasPicture,
    document,
    state: fromShop ? null : handled ? 'read' : arrived ? 'delivered' : 'sent',
  }));
}

export async function pictureOf(work: Work, messageId: string): Promise<Buffer | null> {
  const row = await work
    .trx<{ id: string; picture: Buffer | null }>('simulator_messages')
    .where({ id: messageId })
    .first('picture');
  return row?.picture ?? null;
}

export async function documentOf(work: Work, messageId: string): Promise<TryItDocument | null> {
  const [found] = await query<TryItDocument>(
    work,
    `SELECT document AS bytes, document_name AS name, document_type AS mime FROM simulator_messages
     WHERE merchant_id = current_merchant() AND id = ? AND document IS NOT NULL`,
    [messageId],
  );
  return found ?? null;
}

/** The latest postings, and what every account holds. */
export async function ledgerOf(work: Work): Promise<Ledger> {
  const rows = await query<LedgerRow>(
    work,
    `SELECT p.recorded_at AS at, p.transaction_id AS transaction, t.kind, coalesce(c.name, i.value) AS customer,
       p.source, p.destination, p.asset, p.quantity
     FROM postings p
     JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
     JOIN customers c ON c.merchant_id = p.merchant_id AND c.id = p.customer_id
     LEFT JOIN LATERAL (SELECT value FROM customer_identities i
                        WHERE i.merchant_id = p.merchant_id AND i.customer_id = p.customer_id ORDER BY kind DESC LIMIT 1) AS i ON true
     WHERE p.merchant_id = current_merchant() ORDER BY p.seq DESC LIMIT ${LATEST}`,
  );
  const balances = await query<Ledger['balances'][number]>(
    work,
    `SELECT account, asset, sum(quantity)::bigint AS quantity
     FROM (SELECT destination AS account, asset, quantity FROM postings
           UNION ALL SELECT source, asset, -quantity FROM postings) AS legs
     GROUP BY 1, 2 ORDER BY 2, 1`,
  );
  return { rows, balances };
}

/** What has changed since is seen by these. */
export async function marksOf(
  work: Work,
): Promise<{ messages: number; postings: number; answered: number; shop: string }> {
  const [marks] = await query<{ messages: number; postings: number; answered: number; shop: string }>(
    work,
    `SELECT (SELECT coalesce(max(seq), 0) FROM simulator_messages) AS messages,
       (SELECT count(*) FROM postings) AS postings,
       (SELECT count(*) FROM inbound_messages WHERE handled_at IS NOT NULL) AS answered,
       (SELECT messages_paused::text || coalesce((SELECT state FROM program_states ORDER BY id DESC LIMIT 1), '') FROM merchants) AS shop`,
  );
  if (marks === undefined) throw new Error('the marks have one row');
  return marks;
}

/** The chats in which something was said after that. */
export async function chatsSince(work: Work, seq: number): Promise<string[]> {
  const rows = await query<{ chat_id: string }>(
    work,
    'SELECT DISTINCT chat_id FROM simulator_messages WHERE merchant_id = current_merchant() AND seq > ?',
    [seq],
  );
  return rows.map((row) => row.chat_id);
}
