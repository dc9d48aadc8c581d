import { DateTime } from 'luxon';
import { customerData, loadShop, type Work } from '../../loyalty';
import type { Document } from '../channel';
import type { CustomerDataRequest } from '../command';
import { messagesIn } from '../messages';
import { saidWith } from './customer-messages';

/** Whether a key's value is an instant. */
const INSTANT = /^(?:at|since|asOf|.*(?:At|Since|Until))$/;

/** All that is held of a customer, readable by people and by programs: instants are written in the shop's zone. */
export async function customerDataFile(
  work: Work,
  { customerId, lang }: CustomerDataRequest,
): Promise<Document> {
  const shop = await loadShop(work);
  const { reports, ...held } = await customerData(work, customerId);
  const said = await saidWith(work, held.customer.id);
  const readable = readableIn(shop.zone, { shop: shop.name, asOf: work.now, ...held, ...said });
  // What SmartPOS wrote stays as it wrote it.
  const told = reports.map(({ at, ...report }) => ({ at: isoIn(shop.zone, at), ...report }));
  const written = JSON.stringify({ ...readable, reports: told }, null, 2);
  return {
    bytes: Buffer.from(`${written}\n`),
    fileName: messagesIn(lang).myData.fileName,
    mimeType: 'application/json',
  };
}

/** Without what is not known. */
const readableIn = (zone: string, content: object): object =>
  JSON.parse(
    JSON.stringify(content, (key, value: unknown) =>
      typeof value === 'number' && INSTANT.test(key) ? isoIn(zone, value) : (value ?? undefined),
    ),
  ) as object;

/** ISO 8601 with the zone's offset, to the second. */
function isoIn(zone: string, at: number): string | null {
  return DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true });
}
