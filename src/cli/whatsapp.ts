import { parseArgs } from 'node:util';
import { statusOf } from '../bot/hosting/channel-states';
import { connectAccount } from '../bot/channels/cloud-api/account';
import { callbackPath } from '../bot/channels/cloud-api/callbacks';
import { missingTemplates, parseTemplate, saveTemplate } from '../bot/channels/cloud-api/templates';
import { linkPath } from '../bot/pages/link-page';
import { systemClock } from '../clock';
import type { Work } from '../db';
import { loadShop, setChannel } from '../loyalty';
import { issueLink, withLinks } from '../pages/one-time-links';
import { runWish } from './wish';

const USAGE = `npm run whatsapp -- --shop 7 [--link | --cloud-api] [--template kind:code:name[:variables][:picture]]…

Says how the shop's number is doing. With --link it is served over WhatsApp Web, and the page is printed on which it is
linked (again). With --cloud-api it is served over Meta's Cloud API: with CLOUD_API_PHONE_NUMBER_ID, CLOUD_API_TOKEN and
CLOUD_API_APP_SECRET in the environment it is connected at once, and what Meta has to be told is printed; else the page is
printed on which its owner enters them. --template registers a template that Meta has approved, such as
benefit-earned:pt_BR:smartbis_ganhou:amount,sale,use,balance. Stop the embedded product while this runs.
`;

interface Wish {
  shop: number;
  channel: 'whatsapp-web' | 'cloud-api' | null;
  templates: readonly string[];
}

/** Null where the words do not say what is needed. Throws a TypeError for an option that does not exist. */
function readWish(): Wish | null {
  const { values } = parseArgs({
    options: {
      shop: { type: 'string' },
      link: { type: 'boolean', default: false },
      'cloud-api': { type: 'boolean', default: false },
      template: { type: 'string', multiple: true, default: [] },
    },
  });
  const { shop = '', link, 'cloud-api': cloudApi, template: templates } = values;
  if (!/^\d{1,9}$/.test(shop) || (link && cloudApi)) return null;
  return {
    shop: Number(shop),
    channel: link ? 'whatsapp-web' : cloudApi ? 'cloud-api' : null,
    templates,
  };
}

/** What the operator has to know, line by line. Nothing is changed when something of the wish is wrong. */
async function serve(work: Work, { channel, templates }: Wish, base: string): Promise<string[]> {
  const shop = await loadShop(work);
  const lines: string[] = [`Shop ${shop.id}: ${shop.name}`];
  for (const written of templates) {
    const template = parseTemplate(written);
    if ('fault' in template) throw new RangeError(template.fault);
    await saveTemplate(work, template);
    lines.push(`Template ${template.name} goes for ${template.kind}`);
  }
  if (channel === 'whatsapp-web') {
    await setChannel(work, channel, null);
    lines.push(
      `Link its WhatsApp within 15 minutes: ${base}${linkPath(work.secrets, shop.id, systemClock.now())}`,
    );
  } else if (channel === 'cloud-api') lines.push(...(await useCloudApi(work, base)));
  else lines.push(...(await stateOf(work)));
  if (channel === 'cloud-api' || (channel === null && shop.channel === 'cloud-api')) {
    const missing = await missingTemplates(work, shop.language);
    if (missing.length > 0) lines.push(`No template yet for: ${missing.join(', ')}`);
  }
  return lines;
}

async function useCloudApi(work: Work, base: string): Promise<string[]> {
  const {
    CLOUD_API_PHONE_NUMBER_ID: phoneNumberId,
    CLOUD_API_TOKEN: token,
    CLOUD_API_APP_SECRET: appSecret,
  } = process.env;
  if (phoneNumberId && token && appSecret) {
    const { address, verifyToken } = await connectAccount(work, { phoneNumberId, token, appSecret }, null);
    return [`Callback URL: ${base}${callbackPath(address)}`, `Verify token: ${verifyToken}`];
  }
  const owner = await work
    .trx<{ id: string; role: string; created_at: Date }>('staff')
    .where({ role: 'owner' })
    .orderBy('created_at')
    .first('id');
  if (owner === undefined) throw new RangeError('the shop has no owner');
  const place = await issueLink(work, {
    purpose: 'connect-whatsapp',
    holder: { staffId: owner.id },
    chatId: null,
    payload: null,
  });
  const address = withLinks(place, work.secrets, work.merchantId, base);
  return [`Its owner enters the keys within 15 minutes at: ${address}`];
}

async function stateOf(work: Work): Promise<string[]> {
  const status = await statusOf(work);
  if (status === null) return ['Its number was not served yet'];
  const { state, problem, detail, memoryMb } = status;
  return [
    `Its number is ${state}${problem === undefined ? '' : `: ${problem}`}`,
    ...(detail === undefined ? [] : [detail]),
    ...(memoryMb === undefined ? [] : [`Its browser takes ${memoryMb} MB`]),
  ];
}

runWish(USAGE, readWish, (wish, { db, base }) => db.asMerchant(wish.shop, (work) => serve(work, wish, base)));
