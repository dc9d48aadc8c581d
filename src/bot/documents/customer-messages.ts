import {
  loadCustomer,
  loadShop,
  loadTexts,
  phonesEverOfTeam,
  withMerged,
  type Notice,
  type StaffNotice,
  type Work,
} from '../../loyalty';
import { query } from '../../db/rows';
import { withoutLinks } from '../../pages/one-time-links';
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

export interface Said {
  messages: SaidWith[];
  /** Chats of which only what the shop sent of itself is there. */
  messagesLeftOut?: { chat: string; why: 'of the team' }[];
}

/**
 * Both ways, without codes. A notice is put in words as it is now: what is kept of it is what it was about. What one of the team
 * asks and hears is of other customers, and no message says as whom it was written: their chats stay out, also once they have left.
 */
export async function saidWith(work: Work, customerId: string): Promise<Said> {
  const ids = await withMerged(work, [customerId]);
  const chats = await query<{ id: string; isOfTeam: boolean }>(
    work,
    `SELECT id, coalesce(phone = ANY(?::text[]), false) OR EXISTS (SELECT FROM outbox o WHERE o.merchant_id = c.merchant_id
       AND o.chat_id = c.id AND o.staff_id IS NOT NULL) AS "isOfTeam"
     FROM chats c WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[]) ORDER BY id`,
    [await phonesEverOfTeam(work), ids],
  );
  const theirs = chats.filter(({ isOfTeam }) => !isOfTeam).map(({ id }) => id);
  const written = await query<SaidWith>(
    work,
    `SELECT sent_at AS at, 'customer' AS from, kind, name, nullif(body, '') AS text FROM inbound_messages
     WHERE merchant_id = current_merchant() AND chat_id = ANY(?::text[])`,
    [theirs],
  );
  const sent = await query<Sent>(
    work,
    `SELECT created_at AS at, 'shop' AS from, template AS kind, channel AS via, state, card->>'kind' AS picture,
       document->>'kind' AS file, body AS text, params, is_first AS first
     FROM outbox WHERE merchant_id = current_merchant() AND staff_id IS NULL
       AND (customer_id = ANY(?::uuid[]) OR chat_id = ANY(?::text[]))`,
    [ids, theirs],
  );
  const words = await wordsFor(work, customerId);
  const messages = [
    ...written,
    ...sent.map(({ params, first, ...message }) => ({
      ...message,
      text: message.text ?? words(params, { first, byEmail: message.via === 'email' }),
    })),
  ]
    .map((message) => ({ ...message, text: message.text === null ? null : withoutSecrets(message.text) }))
    .sort((a, b) => a.at - b.at);
  const messagesLeftOut = chats
    .filter(({ isOfTeam }) => isOfTeam)
    .map(({ id }) => ({ chat: id, why: 'of the team' as const }));
  return messagesLeftOut.length === 0 ? { messages } : { messages, messagesLeftOut };
}

/** Links first: the id of one may look like a code. */
const withoutSecrets = (text: string): string => withoutCodes(withoutLinks(text));

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
  return (notice, { first, byEmail = false }) => {
    if (notice === null || !isToCustomer(notice)) return null;
    const reader = { lang, zone: shop.zone, first: first && !byEmail, name, byEmail, texts: texts[lang] };
    try {
      return renderNotice(notice, reader);
    } catch {
      // Of an older version, or not as it was: the others are theirs all the same.
      return null;
    }
  };
}
