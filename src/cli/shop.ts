import { parseArgs } from 'node:util';
import { linkPath } from '../bot/pages/link-page';
import { systemClock } from '../clock';
import type { Database } from '../db';
import { addStaff, canonicalPhone, createShop, Zone, type ShopChannel } from '../loyalty';
import type { Secrets } from '../secrets';
import { createConnection } from '../sync/connections';
import { runWish } from './wish';

const USAGE = `npm run shop -- --name "Padaria Central" --owner "+55 11 98888-0001" [--zone America/Sao_Paulo]
                [--channel whatsapp-web|simulator] [--smartpos https://api.smartpos.app/v1]

Opens a shop, its owner's phone being the one that may set it up in chat, and prints the page on which its WhatsApp is
linked. With SMARTPOS_KEY_ID and SMARTPOS_KEY_SECRET in the environment it is connected too, and the address and the
signing secret for SmartPOS's webhook are printed, once. Stop the embedded product while this runs.
`;

interface Wish {
  name: string;
  phone: string;
  zone: string;
  channel: ShopChannel;
  smartpos: string;
}

/** Null where the words do not say what is needed. Throws a TypeError for an option that does not exist. */
function readWish(): Wish | null {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      owner: { type: 'string' },
      zone: { type: 'string', default: 'America/Sao_Paulo' },
      channel: { type: 'string', default: 'whatsapp-web' },
      smartpos: { type: 'string', default: 'https://api.smartpos.app/v1' },
    },
  });
  const { name, zone, channel, smartpos } = values;
  const phone = canonicalPhone(values.owner ?? '');
  if (name === undefined || phone === null || (channel !== 'whatsapp-web' && channel !== 'simulator'))
    return null;
  Zone.of(zone);
  return { name, phone, zone, channel, smartpos };
}

/** What the operator has to know of the new shop, line by line. */
async function openShop(db: Database, secrets: Secrets, wish: Wish, base: string): Promise<string[]> {
  const { name, zone, channel, phone, smartpos } = wish;
  const id = await createShop(db, { name, cnpj: null, zone, language: 'pt', channel });
  const lines = [`Shop ${id}: ${name}`];
  await db.asMerchant(id, async (work) => {
    await addStaff(work, { phone, name: 'Owner', role: 'owner' });
    const { SMARTPOS_KEY_ID: apiKeyId, SMARTPOS_KEY_SECRET: apiKeySecret } = process.env;
    if (apiKeyId === undefined || apiKeySecret === undefined) return;
    const connection = { baseUrl: smartpos, company: null, apiKeyId, apiKeySecret };
    const { id: address, signingSecret } = await createConnection(work, connection);
    lines.push(`Webhook address: ${base}/v1/smartpos/events/${address}`, `Signing secret: ${signingSecret}`);
  });
  if (channel === 'whatsapp-web')
    lines.push(`Link its WhatsApp within 15 minutes: ${base}${linkPath(secrets, id, systemClock.now())}`);
  return lines;
}

runWish(USAGE, readWish, (wish, { db, secrets, base }) => openShop(db, secrets, wish, base));
