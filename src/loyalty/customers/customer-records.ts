import type { Work } from '../../db';
import { query } from '../../db/rows';

interface CustomerReferral {
  /** `giver`: they brought a friend; `friend`: they were brought. Who the other is stays theirs. */
  as: 'giver' | 'friend';
  at: number;
  /** What they get. */
  cents: number;
  validDays: number | null;
  state: string;
}

/** What is held of a customer beside who they are, what they bought and what they have. */
export interface CustomerRecords {
  declared: { kind: string; value: string; declaredAt: number; bouncingSince: number | null }[];
  consents: {
    purpose: string;
    granted: boolean;
    at: number;
    messageId: string;
    /** Null of what was noted before versions were. */
    textVersion: string | null;
    text: string | null;
    /** Of a yes to offers: when the first message had gone to them. */
    introducedAt: number | null;
  }[];
  referrals: CustomerReferral[];
  campaigns: {
    campaign: number;
    arm: string;
    assignedAt: number;
    givenAt: number | null;
    skipped: string | null;
  }[];
  /** When they were asked to come back, and why then. */
  comeBack: { lastPurchaseOn: string; toldOn: string; reason: unknown }[];
  /** Receipts that they, or the team, said to be theirs; a message of the team's stays the team's. */
  claims: { saleId: string; way: string; claimedAt: number; messageId: string | null }[];
  /** What counts towards the limits and cards of rules. */
  counters: { rule: number; period: string; quantity: number }[];
  /** How they buy; `dueOn`: when they are expected again. */
  buying: {
    firstOn: string;
    lastOn: string;
    days: number;
    sales: number;
    cents: number;
    dueOn: string | null;
  }[];
  /** What each grant put into the balance. */
  lots: {
    asset: string;
    granted: number;
    remaining: number;
    availableAt: number;
    expiresAt: number | null;
    minimumPurchaseCents: number | null;
    saleId: string | null;
  }[];
  chats: {
    id: string;
    phone: string | null;
    introducedAt: number | null;
    heardAt: number | null;
    personWroteAt: number | null;
    quietUntil: number | null;
  }[];
  wrongCodes: { at: number; what: string }[];
  /** What the team did that is about them. */
  changes: { at: number; action: string; details: unknown }[];
}

interface Source {
  table: string;
  columns: string;
  order: string;
  /** Which rows are theirs, of `ids`. */
  which?: string;
}

const dateOf = (day: string): string => `(date '1970-01-01' + ${day})::text`;

const RECORDS: { readonly [Name in Exclude<keyof CustomerRecords, 'referrals'>]: Source } = {
  declared: {
    table: 'declared_identities',
    columns: 'kind, value, declared_at AS "declaredAt", bouncing_since AS "bouncingSince"',
    order: 'kind',
  },
  consents: {
    table: 'consents',
    columns:
      'purpose, granted, at, message_id AS "messageId", text_version AS "textVersion", text, introduced_at AS "introducedAt"',
    order: 'id',
  },
  campaigns: {
    table: 'campaign_members',
    columns: 'campaign, arm, assigned_at AS "assignedAt", given_at AS "givenAt", skipped',
    order: 'campaign',
  },
  comeBack: {
    table: 'come_back_contacts',
    columns: `${dateOf('purchase_day')} AS "lastPurchaseOn", ${dateOf('told_on')} AS "toldOn", reason`,
    order: 'told_on',
  },
  claims: {
    table: 'sale_claims',
    // Ids of WhatsApp Web's name the chat, which is the phone of whoever wrote.
    columns: `sale_id AS "saleId", way, claimed_at AS "claimedAt", CASE WHEN way <> 'staff' THEN message_id END AS "messageId"`,
    order: 'claimed_at',
  },
  counters: {
    table: 'rule_counters',
    columns: 'rule_id AS rule, period, quantity',
    order: 'rule_id, period',
  },
  buying: {
    table: 'buyers',
    columns: `${dateOf('first_day')} AS "firstOn", ${dateOf('last_day')} AS "lastOn", days, sales, cents, ${dateOf('due_on')} AS "dueOn"`,
    order: 'first_day',
  },
  lots: {
    table: 'lots',
    columns: `asset, granted, remaining, available_at AS "availableAt", expires_at AS "expiresAt",
      use_min_cents AS "minimumPurchaseCents", sale_id AS "saleId"`,
    order: 'available_at, id',
  },
  chats: {
    table: 'chats',
    columns: `id, phone, introduced_at AS "introducedAt", heard_at AS "heardAt", person_wrote_at AS "personWroteAt",
      quiet_until AS "quietUntil"`,
    order: 'id',
  },
  wrongCodes: {
    table: 'voucher_misses',
    columns: 'at, what',
    order: 'at',
    which: `sender IN (SELECT 'customer ' || id FROM unnest(?::uuid[]) AS id)`,
  },
  changes: {
    table: 'audit_log',
    columns: 'at, action, details',
    order: 'id',
    which: `coalesce(details->>'customer', details->'what'->'details'->>'customer') = ANY(?::text[])`,
  },
};

/** Of everybody of `ids`, who are one person. */
export async function customerRecords(work: Work, ids: readonly string[]): Promise<CustomerRecords> {
  const found = Object.entries(RECORDS).map(
    async ([name, { table, columns, order, which = 'customer_id = ANY(?::uuid[])' }]) => [
      name,
      await query(
        work,
        `SELECT ${columns} FROM ${table} WHERE merchant_id = current_merchant() AND ${which} ORDER BY ${order}`,
        [ids],
      ),
    ],
  );
  const records = Object.fromEntries(await Promise.all(found)) as Omit<CustomerRecords, 'referrals'>;
  return { ...records, referrals: await referralsOf(work, ids) };
}

const referralsOf = (work: Work, ids: readonly string[]): Promise<CustomerReferral[]> =>
  query(
    work,
    `SELECT r.side AS as, referred_at AS at, r.cents, valid_days AS "validDays", state FROM referrals
     CROSS JOIN LATERAL (VALUES ('giver', giver_id, giver_cents), ('friend', friend_id, friend_cents)) AS r (side, id, cents)
     WHERE merchant_id = current_merchant() AND (giver_id = ANY(?::uuid[]) OR friend_id = ANY(?::uuid[]))
       AND r.id = ANY(?::uuid[]) ORDER BY referred_at, r.side`,
    [ids, ids, ids],
  );
