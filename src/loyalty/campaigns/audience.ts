import type { Work } from '../../db';
import { query, type Binding } from '../../db/rows';
import { dateOf, inBirthday, twelveMonthsBefore, type DayNumber } from '../core/time/calendar';
import type { Audience } from '../core/campaign';
import { folded } from '../core/people/names';
import { Zone } from '../core/time/zone';
import { currentSettings } from '../program/program';
import { loadShop } from '../shops/shops';
import { wantsOffers } from '../customers/offers';

/** A condition over `b` (buyers). */
interface Condition {
  sql: string;
  bindings: Binding[];
}

export interface AudienceCount {
  /** Whom it can be sent to. */
  eligible: number;
  /** They fit, but want no offers, or cannot be reached. */
  unreachable: number;
  /** They fit, but are in a campaign that is going on. */
  busy: number;
}

const REACHABLE = `EXISTS (SELECT FROM customers c WHERE c.merchant_id = b.merchant_id AND c.id = b.customer_id
  AND ${wantsOffers('c')})
  AND EXISTS (SELECT FROM customer_identities i WHERE i.merchant_id = b.merchant_id AND i.customer_id = b.customer_id
    AND i.kind IN ('phone', 'email'))`;
/** Of two members who turned out to be one person, only the one that there is now. */
export const ONE_PERSON = (member: string): string => `NOT EXISTS (SELECT FROM customers a
  WHERE a.merchant_id = ${member}.merchant_id AND a.id = ${member}.customer_id AND a.merged_into IS NOT NULL)`;
/** In either arm: a control must have no other come-back message in its window. */
export const BUSY = `EXISTS (SELECT FROM campaign_members o JOIN campaigns k ON k.merchant_id = o.merchant_id
  AND k.number = o.campaign AND k.ends_at > ? WHERE o.merchant_id = b.merchant_id AND o.customer_id = b.customer_id)`;

export async function countAudience(work: Work, audience: Audience): Promise<AudienceCount> {
  const { sql, bindings } = await audienceOf(work, audience);
  const now = new Date(work.now);
  const [row] = await query<AudienceCount>(
    work,
    `SELECT count(*) FILTER (WHERE reachable AND NOT busy) AS eligible, count(*) FILTER (WHERE NOT reachable) AS unreachable,
       count(*) FILTER (WHERE reachable AND busy) AS busy
     FROM (SELECT ${REACHABLE} AS reachable, ${BUSY} AS busy FROM buyers b
       WHERE b.merchant_id = current_merchant() AND ${sql}) AS fitting`,
    [now, ...bindings],
  );
  return row ?? { eligible: 0, unreachable: 0, busy: 0 };
}

/** By a cursor, some at a time. */
export async function* eligibleCustomers(work: Work, audience: Audience): AsyncGenerator<string[]> {
  const { sql, bindings } = await audienceOf(work, audience);
  await query(
    work,
    `DECLARE eligible NO SCROLL CURSOR FOR SELECT b.customer_id AS id FROM buyers b
     WHERE b.merchant_id = current_merchant() AND ${sql} AND ${REACHABLE} AND NOT ${BUSY}`,
    [...bindings, new Date(work.now)],
  );
  for (;;) {
    const rows = await query<{ id: string }>(work, 'FETCH 5000 FROM eligible');
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < 5000) break;
  }
  await query(work, 'CLOSE eligible');
}

async function audienceOf(work: Work, audience: Audience): Promise<Condition> {
  const zone = Zone.of((await loadShop(work)).zone);
  const today = zone.dayOf(work.now);
  const conditions = [
    ...simple(audience, today),
    ...(audience.tier === undefined ? [] : [await inTier(work, audience.tier, zone)]),
  ];
  return {
    sql: conditions.length === 0 ? 'true' : conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

function simple(audience: Audience, today: DayNumber): Condition[] {
  const { inactive_days: silence, new_days: fresh, spent_min_cents: spent } = audience;
  const found: Condition[] = [];
  if (silence !== undefined) found.push({ sql: 'b.last_day <= ?', bindings: [today - silence] });
  if (fresh !== undefined) found.push({ sql: 'b.days = 1 AND b.first_day > ?', bindings: [today - fresh] });
  if (spent !== undefined) found.push({ sql: 'b.cents >= ?', bindings: [spent] });
  if (audience.labels !== undefined)
    found.push({
      sql: `EXISTS (SELECT FROM customer_labels l WHERE l.merchant_id = b.merchant_id AND l.customer_id = b.customer_id
        AND l.label = ANY(?::text[]))`,
      bindings: [audience.labels.map((label) => label.toLowerCase())],
    });
  if (audience.birthday !== undefined)
    found.push({
      sql: `EXISTS (SELECT FROM customers c WHERE c.merchant_id = b.merchant_id AND c.id = b.customer_id
        AND c.birthday = ANY(?::text[]))`,
      bindings: [birthdaysIn(audience.birthday, today)],
    });
  if (audience.bought !== undefined) found.push(bought(audience.bought));
  return found;
}

/** MM-DD of all who would be in it today. */
function birthdaysIn(span: 'day' | 'week' | 'month', today: DayNumber): string[] {
  const leapYear = Date.UTC(2024, 0, 1) / 86_400_000;
  return Array.from({ length: 366 }, (_, i) => dateOf(leapYear + i).slice(5)).filter((date) =>
    inBirthday(span, today, date),
  );
}

/** Without case and accents, as rules compare names. */
const FOLDED_SQL = (value: string): string =>
  `lower(translate(${value}, 'áàâãäéèêëíìîïóòôõöúùûüçñÁÀÂÃÄÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑ', 'aaaaaeeeeiiiiooooouuuucnAAAAAEEEEIIIIOOOOOUUUUCN'))`;

function bought(names: readonly string[]): Condition {
  return {
    sql: `EXISTS (SELECT FROM sales s, json_array_elements(s.details->'items') AS item
      WHERE s.merchant_id = b.merchant_id AND s.customer_id = b.customer_id AND s.total_cents > s.refunded_cents
        AND (${['name', 'sku', 'category'].map((field) => `${FOLDED_SQL(`item->>'${field}'`)} = ANY(?::text[])`).join(' OR ')}))`,
    bindings: Array.from({ length: 3 }, () => names.map(folded)),
  };
}

/** By what was bought in the last twelve months; a name that is no tier has nobody. */
async function inTier(work: Work, name: string, zone: Zone): Promise<Condition> {
  const { tiers } = await currentSettings(work);
  const index = tiers.findIndex((tier) => folded(tier.name) === folded(name));
  const tier = tiers[index];
  if (tier === undefined) return { sql: 'false', bindings: [] };
  const next = tiers[index + 1]?.min_cents ?? Number.MAX_SAFE_INTEGER;
  return {
    sql: `(SELECT coalesce(sum(p.cents), 0) FROM purchase_days p WHERE p.merchant_id = b.merchant_id
        AND p.customer_id = b.customer_id AND p.day >= ?) BETWEEN ? AND ?`,
    bindings: [zone.dayOf(twelveMonthsBefore(zone, work.now)), tier.min_cents, next - 1],
  };
}
