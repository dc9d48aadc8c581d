import type { Work } from '../../db';
import { query } from '../../db/rows';
import { fiscalKey } from '../core/sales/fiscal-key';
import type { Instant } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { currentSettings } from '../program/program';
import { IS_OF_STAFF } from '../sales/told-twice';
import { loadShop } from '../shops/shops';

const DAY_MS = 86_400_000;
/** A receipt's clock and a person's memory of it. */
const ABOUT_MINUTES = 20;
const MOST = 20;

/** What a receipt says of its sale. */
export interface Receipt {
  /** The NSU, the authorization code or the fiscal key, as it was written. */
  reference: string;
  /** Null where it is not known: only a fiscal key names a sale by itself. */
  cents: number | null;
  /** About when, in minutes of the shop's day; null: not said. */
  minuteOfDay: number | null;
}

/** A sale that waits for its buyer. */
export interface Unclaimed {
  id: string;
  occurredAt: Instant;
  cents: number;
}

/** How a reference is compared: an NSU without the zeros before it, a code in capitals. */
const forms = (reference: string): { plain: string; nsu: string } => {
  const plain = reference.replaceAll(/\s/g, '').toUpperCase();
  return { plain, nsu: plain.replace(/^0+(?=.)/, '') };
};

/** The sales of the last days (`claim_days`) that nobody has and of which something is left, by what their receipt says. */
export async function findUnclaimed(work: Work, receipt: Receipt): Promise<Unclaimed[]> {
  const { claim_days: days } = await currentSettings(work);
  const since = new Date(work.now - days * DAY_MS);
  const key = fiscalKey(receipt.reference);
  const { plain, nsu } = forms(receipt.reference);
  const [named, names] =
    key === null
      ? [
          `(ltrim(s.details ->> 'nsu', '0') = ? OR upper(s.details ->> 'authorizationCode') = ?)`,
          [nsu, plain],
        ]
      : [`s.details ->> 'fiscalKey' = ?`, [key]];
  const [amount, cents] = receipt.cents === null ? ['', []] : ['AND s.total_cents = ?', [receipt.cents]];
  const found = await query<Unclaimed>(
    work,
    `SELECT s.id, s.occurred_at AS "occurredAt", s.total_cents AS cents
     FROM sales s WHERE s.merchant_id = current_merchant() AND s.customer_id IS NULL AND ${named} ${amount}
       AND s.occurred_at >= ? AND s.refunded_cents < s.total_cents AND NOT ${IS_OF_STAFF}
     ORDER BY s.occurred_at DESC LIMIT ${MOST}`,
    [...names, ...cents, since],
  );
  const { minuteOfDay: about } = receipt;
  if (about === null) return found;
  const zone = Zone.of((await loadShop(work)).zone);
  return found.filter(({ occurredAt }) => {
    const apart = Math.abs(zone.minuteOfDay(occurredAt) - about);
    return Math.min(apart, 24 * 60 - apart) <= ABOUT_MINUTES;
  });
}

/** Whether the sale of that receipt is this customer's already, or may be the one that staff recorded for them. */
export async function isOwn(work: Work, { reference, cents }: Receipt, customerId: string): Promise<boolean> {
  const { plain, nsu } = forms(reference);
  const named = `(ltrim(s.details ->> 'nsu', '0') = ? OR upper(s.details ->> 'authorizationCode') = ? OR s.details ->> 'fiscalKey' = ?)
       AND (?::bigint IS NULL OR s.total_cents = ?::bigint)`;
  const naming = [nsu, plain, plain, cents, cents];
  const rows = await query(
    work,
    `(SELECT FROM sales s WHERE s.merchant_id = current_merchant() AND s.customer_id = ? AND ${named} LIMIT 1)
     UNION ALL
     (SELECT FROM sales h JOIN sales_told_twice t ON t.merchant_id = h.merchant_id AND t.hand_id = h.id AND t.same IS NOT FALSE
      JOIN sales s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id
      WHERE h.merchant_id = current_merchant() AND h.customer_id = ? AND ${named} LIMIT 1)`,
    [customerId, ...naming, customerId, ...naming],
  );
  return rows.length > 0;
}

/** A sale with that receipt and one of these CPFs, whoever it is: who said the CPF and holds the receipt proves it. */
export async function findByCpf(
  work: Work,
  { reference, cents }: Receipt,
  cpfs: readonly string[],
): Promise<Unclaimed | null> {
  const { claim_days: days } = await currentSettings(work);
  const { plain, nsu } = forms(reference);
  const [sale] = await query<Unclaimed>(
    work,
    `SELECT s.id, s.occurred_at AS "occurredAt", s.total_cents AS cents FROM sales s
     WHERE s.merchant_id = current_merchant() AND s.occurred_at >= ? AND s.details -> 'buyer' ->> 'cpf' = ANY(?::text[])
       AND (ltrim(s.details ->> 'nsu', '0') = ? OR upper(s.details ->> 'authorizationCode') = ? OR s.details ->> 'fiscalKey' = ?)
       AND (?::bigint IS NULL OR s.total_cents = ?::bigint) ORDER BY s.occurred_at DESC LIMIT 1`,
    [new Date(work.now - days * DAY_MS), cpfs, nsu, plain, plain, cents, cents],
  );
  return sale ?? null;
}
