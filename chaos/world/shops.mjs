// The shops of a run, made by the product's own code: each connected to the misbehaving SmartPOS, half of them served over
// the misbehaving Cloud API.
import { dist } from '../../bench/lib/support.mjs';
import { RULES } from '../plan/index.mjs';

const {
  activate,
  addRule,
  addStaff,
  createCampaign,
  createShop,
  hasText,
  makeTillKey,
  MESSAGES,
  previewCampaign,
  setVoucherMode,
  teamOf,
} = dist('loyalty/index.js');
const { createConnection } = dist('sync/connections.js');
const { connectAccount } = dist('bot/channels/cloud-api/account.js');
const { callbackPath } = dist('bot/channels/cloud-api/callbacks.js');
const { saveTemplate } = dist('bot/channels/cloud-api/templates.js');

export const GIFT_CENTS = 100;
/** For fewer than will be there, so that the limit is reached. */
export const BUDGET_CENTS = 20 * GIFT_CENTS;
/** So many at least are there when it begins: half of them are left untouched by lot. */
const LEAST_AUDIENCE = 16;

/** Makes a shop of the plan; what the driver needs to deal with it. */
export async function openShop(db, { plan, place, smartpos, cloud }) {
  const { channel, asset } = plan.shops[place];
  const merchantId = await createShop(db, {
    name: `Padaria ${place + 1}`,
    cnpj: null,
    zone: 'America/Sao_Paulo',
    language: 'pt',
    channel: 'simulator',
  });
  const company = smartpos.company(place);
  return db.asMerchant(merchantId, async (work) => {
    await addStaff(work, { phone: `+55119888800${10 + place}`, name: 'Dona', role: 'owner' });
    const [owner] = await teamOf(work);
    await addRule(work, { rule: RULES[asset], by: null, key: 'chaos' });
    await activate(work, { by: null, override: true });
    await setVoucherMode(work, { mode: 'connected-till', by: owner });
    const till = await makeTillKey(work, { name: 'Caixa', by: owner });
    const connection = await createConnection(work, {
      baseUrl: smartpos.url,
      company: null,
      apiKeyId: company.apiKeyId,
      apiKeySecret: company.apiKeySecret,
    });
    const shop = { place, merchantId, channel, asset, owner, tillKey: till.value.key, connection };
    return channel === 'cloud-api'
      ? { ...shop, callback: await joinCloud(work, cloud.account(place)) }
      : shop;
  });
}

/** The shop's number, with a template for whatever may have to be said to whom has not been heard. */
async function joinCloud(work, account) {
  const { address } = await connectAccount(work, account, null);
  for (const kind of Object.keys(MESSAGES).filter(hasText))
    await saveTemplate(work, {
      kind,
      language: 'pt',
      name: `chaos_${kind.replaceAll('-', '_')}`,
      code: 'pt_BR',
      variables: [],
      hasPicture: false,
    });
  return callbackPath(address);
}

/**
 * Everybody who bought by now wants offers, and is in a campaign: a gift each, for as many as the budget lasts. Throws
 * where too few bought yet.
 */
export function startCampaign(db, { merchantId, owner }) {
  return db.asMerchant(merchantId, async (work) => {
    if ((await work.trx('campaigns').first('number')) !== undefined) return;
    await work.trx('customers').whereNull('marketing_consent').update({ marketing_consent: true });
    const wish = {
      audience: { everybody: true },
      offer: { kind: 'cashback', cents: GIFT_CENTS },
      valid_days: 30,
      budget_cents: BUDGET_CENTS,
    };
    const { eligible } = await previewCampaign(work, wish);
    if (eligible < LEAST_AUDIENCE) throw new Error(`a campaign for ${eligible} people has to wait`);
    const made = await createCampaign(work, { wish, words: 'volte sempre.', by: owner, key: 'chaos' });
    if (!made.ok) throw new Error(`no campaign: ${made.refusal.code}`);
  });
}
