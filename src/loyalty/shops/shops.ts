import type { Database, Work } from '../../db';
import { query } from '../../db/rows';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';

export type Language = 'pt' | 'en' | 'es';
export const LANGUAGES: readonly Language[] = ['pt', 'en', 'es'];

export type ShopState = 'setup' | 'active' | 'earning-paused';
export type ShopChannel = 'simulator' | 'whatsapp-web' | 'cloud-api';

export interface Shop {
  id: number;
  name: string;
  /** Now; a sale is judged by that of its own time (`zoneAt`). */
  zone: string;
  /** Those of before, oldest first. */
  formerZones: { until: Instant; zone: string }[];
  language: Language;
  channel: ShopChannel;
  /** Now; what a sale earns goes by the state at the sale's own time (`earningAt`). */
  state: ShopState;
  messagesPaused: boolean;
  /** `#rrggbb`, of its pictures; null or absent is the product's own. */
  brandColour?: string | null;
  /** Oldest first. */
  states: { at: Instant; state: ShopState }[];
}

interface ShopRow {
  merchant_id: number;
  name: string;
  zone: string;
  language: Language;
  channel: ShopChannel;
  messages_paused: boolean;
  brand_colour: string | null;
  former_zones: { until: number; zone: string }[];
  states: { at: number; state: ShopState }[];
}

/** The shop of this transaction. Throws if it was deleted: every caller comes from one of its rows. */
export async function loadShop(work: Work): Promise<Shop> {
  const rows = await query<ShopRow>(
    work,
    `SELECT m.*, (SELECT coalesce(json_agg(json_build_object('at', (extract(epoch FROM s.at) * 1000)::bigint, 'state', s.state)
                                           ORDER BY s.at, s.id), '[]')
                  FROM program_states s WHERE s.merchant_id = m.merchant_id) AS states,
       (SELECT coalesce(json_agg(json_build_object('until', (extract(epoch FROM z.until) * 1000)::bigint, 'zone', z.zone)
                                 ORDER BY z.until), '[]')
        FROM shop_zones z WHERE z.merchant_id = m.merchant_id) AS former_zones
     FROM merchants m WHERE m.merchant_id = current_merchant()`,
  );
  const row = rows[0];
  if (row === undefined) throw new RangeError(`there is no shop ${work.merchantId}`);
  return {
    id: row.merchant_id,
    name: row.name,
    zone: row.zone,
    formerZones: row.former_zones,
    language: row.language,
    channel: row.channel,
    state: row.states.at(-1)?.state ?? 'setup',
    messagesPaused: row.messages_paused,
    brandColour: row.brand_colour,
    states: row.states,
  };
}

/** The zone by which the shop went at that moment. */
export function zoneAt({ zone, formerZones }: Pick<Shop, 'zone' | 'formerZones'>, at: Instant): Zone {
  return Zone.of(formerZones.find(({ until }) => at < until)?.zone ?? zone);
}

/** Whether sales made at that moment earn. */
export function earningAt(shop: Pick<Shop, 'states'>, at: Instant): boolean {
  return shop.states.findLast((change) => change.at <= at)?.state === 'active';
}

export interface NewShop {
  name: string;
  cnpj: string | null;
  zone: string;
  language: Language;
  channel: ShopChannel;
}

/** A shop at its beginning; returns its id. */
export async function createShop(db: Database, shop: NewShop): Promise<number> {
  const [row] = await db.call<{ id: number }>(`SELECT nextval('merchant_ids')::integer AS id`);
  if (row === undefined) throw new Error('no id for a new shop');
  await db.asMerchant(row.id, (work) =>
    work.trx('merchants').insert({ merchant_id: row.id, ...shop, created_at: new Date(work.now) }),
  );
  return row.id;
}

/** Every shop, for what is done for each of them in turn. */
export async function allShops(db: Database): Promise<{ id: number; channel: ShopChannel }[]> {
  return db.call<{ id: number; channel: ShopChannel }>(
    'SELECT merchant_id AS id, channel FROM all_merchants()',
  );
}
