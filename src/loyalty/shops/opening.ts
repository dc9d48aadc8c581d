import { newId } from '../../chance';
import type { Work } from '../../db';
import { insertRows, query } from '../../db/rows';
import { record, type Recorded } from '../history/record';
import type { Undo } from '../history/undoing';
import { ok, refuse, type Result } from '../core/result';
import { wholeSecond } from '../core/sales/sale';
import { loadShop, type Language, type NewShop } from './shops';
import type { StaffMember } from './team';

/** What of a shop its owner can set by chat. */
export interface ShopSettings {
  name: string;
  cnpj: string | null;
  zone: string;
  language: Language;
  /** `#rrggbb`; null is the product's own. */
  brand_colour: string | null;
}

export const SHOP_SETTING_NAMES = ['name', 'cnpj', 'zone', 'language', 'brand_colour'] as const;
export type ShopSettingName = (typeof SHOP_SETTING_NAMES)[number];

export async function shopSettings(work: Work): Promise<ShopSettings> {
  const row = await work
    .trx<ShopSettings>('merchants')
    .first('name', 'cnpj', 'zone', 'language', 'brand_colour');
  if (row === undefined) throw new Error(`there is no shop ${work.merchantId}`);
  return row;
}

export async function changeShop(
  work: Work,
  { settings, by }: { settings: Partial<ShopSettings>; by: StaffMember },
): Promise<void> {
  const shop = await shopSettings(work);
  const now: Record<string, unknown> = { ...shop };
  const changed = Object.fromEntries(Object.entries(settings).filter(([name, value]) => now[name] !== value));
  if (Object.keys(changed).length === 0) return;
  const before = Object.fromEntries(Object.entries(now).filter(([name]) => name in changed));
  await setShop(work, shop, changed);
  await record(work, by, 'shop', { settings: changed, before });
}

/** A zone holds for the sales of its time: the whole second of a change is of the new one, as of a new version of the program. */
async function setShop(
  work: Work,
  { zone }: ShopSettings,
  settings: Partial<Record<string, unknown>>,
): Promise<void> {
  if (settings.zone !== undefined)
    await insertRows(
      work,
      'shop_zones',
      { until: 'timestamptz', zone: 'text' },
      [{ until: wholeSecond(work.now), zone }],
      'ON CONFLICT DO NOTHING',
    );
  await work.trx('merchants').update(settings);
}

export const undoShop: Undo<'shop'> = {
  who: 'owner',
  async undo(work, { details: { settings, before } }: Recorded<'shop'>): Promise<Result<null>> {
    const shop = await shopSettings(work);
    const now: Partial<Record<string, unknown>> = { ...shop };
    const isAsSet = Object.entries(settings).every(([name, value]) => now[name] === value);
    if (!isAsSet) return refuse({ code: 'not-undone', why: { because: 'changed-since' } });
    await setShop(work, shop, before);
    return ok(null);
  },
};

/** One phone opens so many shops in so long: more is nobody's business, and each costs a number that is hosted. */
const SHOPS_A_PHONE = 3;
const SHOPS_WITHIN_MS = 24 * 60 * 60_000;

/** Whether a phone may open one more shop: it opens three a day at most, in whosever chat. */
export async function mayOpenShop(work: Work, phone: string): Promise<Result<null>> {
  const opened = await query<{ at: number }>(work, `SELECT opened_at AS at FROM shops_opened_by(?, ?)`, [
    phone,
    new Date(work.now - SHOPS_WITHIN_MS),
  ]);
  const first = opened.at(-SHOPS_A_PHONE);
  if (first === undefined) return ok(null);
  return refuse({ code: 'shops-limit', maximum: SHOPS_A_PHONE, retryAt: first.at + SHOPS_WITHIN_MS });
}

/**
 * Opens another shop from within a chat of this one, in the same transaction, its opener its owner; its id, or refused
 * where they opened too many. The transaction is the new shop's only for these rows.
 */
export async function openAnotherShop(
  work: Work,
  { shop, owner }: { shop: NewShop; owner: { phone: string; name: string } },
): Promise<Result<number>> {
  const may = await mayOpenShop(work, owner.phone);
  if (!may.ok) return may;
  const [row] = await query<{ id: number }>(work, `SELECT nextval('merchant_ids')::integer AS id`);
  if (row === undefined) throw new Error('no id for a new shop');
  const { id } = row;
  const { name: host } = await loadShop(work);
  await become(work, id);
  const created_at = new Date(work.now);
  await work.trx('merchants').insert({ merchant_id: id, ...shop, created_at });
  await work.trx('staff').insert({ merchant_id: id, id: newId(), ...owner, role: 'owner', created_at });
  await record({ ...work, merchantId: id }, null, 'open-shop', { host });
  await become(work, work.merchantId);
  return ok(id);
}

async function become(work: Work, merchantId: number): Promise<void> {
  await query(work, `SELECT set_config('smartbis.merchant', ?, true)`, [String(merchantId)]);
}
