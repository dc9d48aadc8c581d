import { DateTime } from 'luxon';
import { customerData, loadShop, type Work } from '../../loyalty';
import { query } from '../../db/rows';
import type { Document } from '../channel';
import type { CustomerDataRequest } from '../command';
import { messagesIn, withoutCodes } from '../messages';

/** What was said in the chats of a customer, both ways. */
interface SaidInChat {
  at: number;
  from: 'customer' | 'shop';
  text: string;
}

/** Whether a key's value is an instant. */
const INSTANT = /^(?:at|since|asOf|.*At)$/;

/** All that is held of a customer, readable by people and by programs: instants are written in the shop's zone. */
export async function customerDataFile(
  work: Work,
  { customerId, lang }: CustomerDataRequest,
): Promise<Document> {
  const shop = await loadShop(work);
  const held = await customerData(work, customerId);
  const content = { shop: shop.name, asOf: work.now, ...held, messages: await saidWith(work, customerId) };
  const written = JSON.stringify(
    content,
    (key, value: unknown) =>
      typeof value === 'number' && INSTANT.test(key) ? isoIn(shop.zone, value) : (value ?? undefined),
    2,
  );
  return {
    bytes: Buffer.from(`${written}\n`),
    fileName: messagesIn(lang).myData.fileName,
    mimeType: 'application/json',
  };
}

/** ISO 8601 with the zone's offset, to the second. */
function isoIn(zone: string, at: number): string | null {
  return DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true });
}

async function saidWith(work: Work, customerId: string): Promise<SaidInChat[]> {
  const rows = await query<SaidInChat>(
    work,
    `SELECT i.sent_at AS at, 'customer' AS from, i.body AS text
     FROM inbound_messages i JOIN chats c ON c.merchant_id = i.merchant_id AND c.id = i.chat_id
     WHERE i.merchant_id = current_merchant() AND c.customer_id = ?
     UNION ALL
     SELECT o.created_at, 'shop', o.body FROM outbox o
     WHERE o.merchant_id = current_merchant() AND o.body IS NOT NULL
       AND o.chat_id IN (SELECT c.id FROM chats c WHERE c.merchant_id = o.merchant_id AND c.customer_id = ?)
     ORDER BY 1`,
    [customerId, customerId],
  );
  return rows.map(({ text, ...row }) => ({ ...row, text: withoutCodes(text) }));
}
