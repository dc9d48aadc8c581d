import type { Work } from '../../db';
import { query, THIS_SHOP } from '../../db/rows';
import type { Asset } from '../core/money';
import type { VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import type { AccountKind } from '../core/ledger/settlement';
import { withMerged } from '../customers/living';

/** What moved, signed as the customer feels it, and the sale behind it; or what became of a voucher. */
export type StatementEntry =
  | {
      at: Instant;
      kind: 'earned' | 'taken-back' | 'held' | 'released' | 'expired' | 'debt-paid' | 'adjusted';
      asset: Asset;
      quantity: number;
      saleCents: number | null;
      /** `adjusted`: why the shop did it, where that is known. */
      reason?: string;
    }
  | {
      at: Instant;
      /** `voucher-earned`: given by a rule. `voucher-used`: of whatever source. */
      kind: 'voucher-earned' | 'voucher-used';
      benefit: VoucherBenefit;
      /** What it paid, once it was used. */
      paidCents: number | null;
      /** The sale that gave it, or the purchase that it was used on. */
      saleCents: number | null;
    };

type Movement = Exclude<StatementEntry, { benefit: VoucherBenefit }>;

/** How a customer feels a posting; what moves between accounts that are not theirs is not felt. */
const FELT: readonly {
  source: AccountKind;
  destination: AccountKind;
  kind: Movement['kind'];
  sign: 1 | -1;
}[] = [
  { source: 'program', destination: 'customer', kind: 'earned', sign: 1 },
  { source: 'customer', destination: 'program', kind: 'taken-back', sign: -1 },
  { source: 'debt', destination: 'program', kind: 'taken-back', sign: -1 },
  { source: 'customer', destination: 'redeemed', kind: 'taken-back', sign: -1 },
  { source: 'debt', destination: 'redeemed', kind: 'taken-back', sign: -1 },
  { source: 'customer', destination: 'held', kind: 'held', sign: -1 },
  { source: 'held', destination: 'customer', kind: 'released', sign: 1 },
  { source: 'redeemed', destination: 'customer', kind: 'released', sign: 1 },
  { source: 'customer', destination: 'expired', kind: 'expired', sign: -1 },
  { source: 'customer', destination: 'debt', kind: 'debt-paid', sign: -1 },
];

interface StatementRow {
  recordedAt: number;
  /** The posting's; zero of a voucher, which has its id instead. */
  seq: number;
  id: string;
  /** A posting's accounts, or `voucher-earned` or `voucher-used`. */
  source: string;
  destination: AccountKind;
  asset: Asset;
  quantity: number;
  isAdjustment: boolean;
  benefit: VoucherBenefit;
  paidCents: number | null;
  at: Instant;
  saleCents: number | null;
}

const NO_VOUCHER = '00000000-0000-0000-0000-000000000000';

/** The latest entries first, also of those who were merged into the customer; `more` is to be given as `before` for the older ones. */
export async function statementOf(
  work: Work,
  customerId: string,
  { limit, before }: { limit: number; before?: string },
): Promise<{ entries: StatementEntry[]; more: string | null }> {
  const [beforeAt = null, beforeSeq = null, beforeId = null] = before?.split(' ') ?? [];
  const beforeMoment = beforeAt === null ? null : new Date(Number(beforeAt));
  const ids = await withMerged(work, [customerId]);
  const rows = await query<StatementRow>(
    work,
    `SELECT * FROM (
       SELECT p.recorded_at AS "recordedAt", p.seq, '${NO_VOUCHER}'::uuid AS id, p.source, p.destination, p.asset, p.quantity, t.kind = 'adjustment' AS "isAdjustment", NULL::jsonb AS benefit,
         NULL::bigint AS "paidCents", t.occurred_at AS at, s.total_cents AS "saleCents"
       FROM postings p
       JOIN transactions t ON t.merchant_id = p.merchant_id AND t.id = p.transaction_id
       LEFT JOIN sales s ON s.merchant_id = t.merchant_id AND s.id = t.sale_id
       WHERE p.merchant_id = ${THIS_SHOP} AND p.customer_id = ANY(?::uuid[])
         AND (p.source, p.destination) IN (SELECT * FROM unnest(?::text[], ?::text[]))
       UNION ALL
       SELECT e.at, 0, v.id, e.kind, NULL, NULL, NULL, false, v.benefit, v.paid_cents, e.at, e.cents
       FROM vouchers v
       LEFT JOIN sales s ON s.merchant_id = v.merchant_id AND s.id = v.sale_id
       CROSS JOIN LATERAL (VALUES ('voucher-earned', v.issued_at, s.total_cents, v.source = 'rule'),
         ('voucher-used', v.settled_at, v.purchase_cents, v.state = 'redeemed')) AS e (kind, at, cents, holds)
       WHERE v.merchant_id = ${THIS_SHOP} AND v.customer_id = ? AND e.holds) AS entry
     WHERE ?::timestamptz IS NULL OR ("recordedAt", seq, id) < (?::timestamptz, ?::bigint, ?::uuid)
     ORDER BY "recordedAt" DESC, seq DESC, id DESC LIMIT ?`,
    [
      ids,
      FELT.map((felt) => felt.source),
      FELT.map((felt) => felt.destination),
      customerId,
      beforeMoment,
      beforeMoment,
      beforeSeq,
      beforeId,
      limit + 1,
    ],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined ? `${last.recordedAt} ${last.seq} ${last.id}` : null;
  const told = await adjustmentsAmong(work, ids, shown);
  return { entries: shown.flatMap((row) => entryOf(row, told) ?? []), more };
}

/** What somebody of the team adjusted, or took back of that: of one moment with its entry in the history. */
interface Told {
  at: Instant;
  asset: Asset;
  quantity: number;
  reason: string | null;
}

async function adjustmentsAmong(
  work: Work,
  customerIds: readonly string[],
  rows: readonly StatementRow[],
): Promise<readonly Told[]> {
  const moments = rows.filter(({ isAdjustment }) => isAdjustment).map(({ at }) => new Date(at).toISOString());
  if (moments.length === 0) return [];
  return query<Told>(
    work,
    `SELECT a.at, of.adjusted->>'asset' AS asset, of.sign * (of.adjusted->>'quantity')::bigint AS quantity,
       CASE of.sign WHEN 1 THEN of.adjusted->>'reason' END AS reason
     FROM audit_log a CROSS JOIN LATERAL (SELECT CASE a.action WHEN 'adjust' THEN 1 ELSE -1 END AS sign,
       CASE a.action WHEN 'adjust' THEN a.details ELSE a.details->'what'->'details' END AS adjusted) AS of
     WHERE a.merchant_id = ${THIS_SHOP} AND a.at = ANY(?::timestamptz[]) AND of.adjusted->>'customer' = ANY(?::text[])
       AND (a.action = 'adjust' OR (a.action = 'undo' AND a.details->'what'->>'kind' = 'adjust'))`,
    [moments, customerIds],
  );
}

function entryOf(row: StatementRow, adjusted: readonly Told[]): StatementEntry | null {
  const { at, saleCents, source, benefit, paidCents, asset, quantity } = row;
  if (source === 'voucher-earned' || source === 'voucher-used')
    return { at, kind: source, benefit, paidCents: source === 'voucher-used' ? paidCents : null, saleCents };
  const felt = FELT.find((one) => one.source === source && one.destination === row.destination);
  if (felt === undefined) return null;
  const movement = { at, kind: felt.kind, asset, quantity: felt.sign * quantity, saleCents };
  const told = row.isAdjustment
    ? adjusted.find((one) => one.at === at && one.asset === asset && one.quantity === movement.quantity)
    : undefined;
  if (told === undefined) return movement;
  const { reason } = told;
  return { ...movement, kind: 'adjusted', ...(reason === null ? {} : { reason }) };
}
