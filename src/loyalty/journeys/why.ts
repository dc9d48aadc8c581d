import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { CampaignWish } from '../core/campaign';
import type { MessageKind } from '../core/messages/message-kinds';
import type { Instant } from '../core/sales/sale';
import type { DueReason } from '../insight';

/** A message that a customer had, or was to have, and what made it. */
export interface ToldMessage {
  kind: Exclude<MessageKind, 'welcome' | 'answer'>;
  at: Instant;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'suppressed';
  /** What it rested on, where it asked them back. */
  due: DueReason | null;
  /** The campaign that it was of. */
  campaign: { number: number; wish: CampaignWish } | null;
}

/** The last message that the program sent a phone of itself; null where there is no such customer or message. */
export async function whyMessage(work: Work, phone: string): Promise<ToldMessage | null> {
  const [row] = await query<
    Omit<ToldMessage, 'campaign'> & { number: number | null; wish: CampaignWish | null }
  >(
    work,
    `SELECT o.template AS kind, coalesce(o.settled_at, o.created_at) AS at, o.state, c.reason AS due, k.number, k.wish
     FROM customer_identities i
     JOIN outbox o ON o.merchant_id = i.merchant_id AND o.customer_id = i.customer_id AND o.params IS NOT NULL
     LEFT JOIN come_back_contacts c ON o.template = 'come-back' AND c.merchant_id = o.merchant_id
       AND c.customer_id = o.customer_id AND o.cause = 'come-back:' || c.customer_id || ':' || c.purchase_day
     LEFT JOIN campaigns k ON o.template = 'campaign' AND k.merchant_id = o.merchant_id
       AND starts_with(o.cause, 'campaign:' || k.number || ':')
     WHERE i.merchant_id = current_merchant() AND i.kind = 'phone' AND i.value = ?
     ORDER BY o.seq DESC LIMIT 1`,
    [phone],
  );
  if (row === undefined) return null;
  const { number, wish, ...message } = row;
  return { ...message, campaign: number === null || wish === null ? null : { number, wish } };
}
