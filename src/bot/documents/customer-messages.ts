import {
  loadCustomer,
  loadShop,
  loadTexts,
  withMerged,
  type Notice,
  type StaffNotice,
  type Work,
} from '../../loyalty';
import { query } from '../../db/rows';
import { isToCustomer, renderNotice, withoutCodes, type NoticeReader } from '../messages';

/** What a customer wrote, or was sent in whatever channel. */
export interface SaidWith {
  at: number;
  from: 'customer' | 'shop';
  kind: string;
  /** How WhatsApp calls whoever wrote. */
  name?: string | null;
  via?: string;
  state?: string;
  /** What went with it. */
  picture?: string | null;
  file?: string | null;
  /** Null where it is kept no longer. */
  text: string | null;
}

interface Sent extends SaidWith {
  via: string;
  params: Notice | StaffNotice | null;
  first: boolean;
}

/** Both ways, without codes. A notice is put in words as it is now: what is kept of it is what it was about. */
export async function saidWith(work: Work, customerId: string): Promise<SaidWith[]> {
  const ids = await withMerged(work, [customerId]);
  const theirChats = `SELECT id FROM chats WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[])`;
  const written = await query<SaidWith>(
    work,
    `SELECT sent_at AS at, 'customer' AS from, kind, name, nullif(body, '') AS text FROM inbound_messages
     WHERE merchant_id = current_merchant() AND chat_id IN (${theirChats})`,
    [ids],
  );
  const sent = await query<Sent>(
    work,
    `SELECT created_at AS at, 'shop' AS from, template AS kind, channel AS via, state, card->>'kind' AS picture,
       document->>'kind' AS file, body AS text, params, is_first AS first
     FROM outbox WHERE merchant_id = current_merchant() AND staff_id IS NULL
       AND (customer_id = ANY(?::uuid[]) OR chat_id IN (${theirChats}))`,
    [ids, ids],
  );
  const words = await wordsFor(work, customerId);
  const messages = [
    ...written,
    ...sent.map(({ params, first, ...message }) => ({
      ...message,
      text: message.text ?? words(params, { first, byEmail: message.via === 'email' }),
    })),
  ];
  return messages
    .map((message) => ({ ...message, text: message.text === null ? null : withoutCodes(message.text) }))
    .sort((a, b) => a.at - b.at);
}

async function wordsFor(
  work: Work,
  customerId: string,
): Promise<
  (notice: Notice | StaffNotice | null, how: Pick<NoticeReader, 'first' | 'byEmail'>) => string | null
> {
  const [shop, { language, name }, texts] = await Promise.all([
    loadShop(work),
    loadCustomer(work, customerId),
    loadTexts(work),
  ]);
  const lang = language ?? shop.language;
  return (notice, { first, byEmail = false }) =>
    notice === null || !isToCustomer(notice)
      ? null
      : renderNotice(notice, {
          lang,
          zone: shop.zone,
          first: first && !byEmail,
          name,
          byEmail,
          texts: texts[lang],
        });
}
