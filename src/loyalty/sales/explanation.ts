import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Rule } from '../core/rules/rule';
import type { Instant, Sale } from '../core/sales/sale';
import type { RuleTrace } from '../core/rules/verdict';
import { programVersions } from '../program/program';
import { loadShop } from '../shops/shops';
import { Judges } from './judges';
import { judgedOn, knownFrom, KNOWN_SALE, standOf, type KnownSale, type SaleRow } from './sale-rows';

/** How a sale came to its award, all its refunds considered. */
export interface Explanation {
  sale: Sale;
  /** What conditions and percentages go by, in cents: net paid without the part paid by voucher. */
  baseCents: number;
  cashbackCents: number;
  points: number;
  /** The program was not active when the sale was made: it would have given this. */
  dry: boolean;
  /** Of before the shop was connected: judged by nobody. */
  isHistory: boolean;
  /** Of the version that judged, each with its own number; paused ones took no part and are not among them. */
  rules: { id: number; rule: Rule; trace: RuleTrace }[];
}

export interface SaleExplanation extends Explanation {
  /** Its buyer is a customer. */
  isIdentified: boolean;
  /** When it was first heard of. */
  receivedAt: Instant;
}

/** A reward that is asked for by its size, in cents or in points. */
interface Size {
  cents: number | null;
  points: number | null;
}

const FITS = `(s.cashback_cents = ? OR s.points = ?)`;
/** As it was granted at first, before refunds. */
const FITTED = `EXISTS (
  SELECT FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id AND p.transaction_id = t.id
  WHERE t.merchant_id = s.merchant_id AND t.sale_id = s.id AND p.source = 'program' AND p.customer_id = s.customer_id
  GROUP BY t.id, p.asset HAVING sum(p.quantity) = CASE p.asset WHEN 'cashback' THEN ?::bigint ELSE ?::bigint END)`;
const GAVE = `(s.cashback_cents > 0 OR s.points > 0 OR EXISTS (
  SELECT FROM vouchers v WHERE v.merchant_id = s.merchant_id AND v.sale_id = s.id))`;

/**
 * The customer's latest sale that gave something or, where none has, their latest sale; with a size the latest sale
 * that gave just that much. Judged again on its recorded past, which is what the verdict was. Null where there is none.
 */
export async function explainReward(work: Work, customerId: string, size: Size): Promise<Explanation | null> {
  const known = await rewardedSale(work, customerId, size);
  return known === undefined ? null : explained(work, known);
}

/**
 * What a sale gives by the program of its time, whoever bought: where that is not known, as to somebody new. Null for a
 * sale that is not known.
 */
export async function explainSale(work: Work, saleId: string): Promise<SaleExplanation | null> {
  const [row] = await query<SaleRow & { received_at: Instant }>(
    work,
    `SELECT ${KNOWN_SALE}, s.received_at FROM sales s WHERE s.merchant_id = current_merchant() AND s.id = ?`,
    [saleId],
  );
  if (row === undefined) return null;
  const explanation = await explained(work, knownFrom(row));
  return { ...explanation, isIdentified: row.customer_id !== null, receivedAt: row.received_at };
}

async function explained(work: Work, known: KnownSale): Promise<Explanation> {
  const judges = new Judges(await programVersions(work), await loadShop(work));
  const version = judges.versionOf(known);
  const { baseCents, trace, ...verdict } = judges.judge(
    version,
    known.sale,
    known.verdict === null ? null : judgedOn(known.verdict),
  );
  const stand = standOf({ baseCents, trace, ...verdict });
  return {
    sale: known.sale,
    baseCents,
    cashbackCents: stand.cashback,
    points: stand.points,
    dry: known.verdict?.dry === true,
    isHistory: known.isHistory === true,
    rules: trace.flatMap((one) => {
      const [rule, id] = [version?.rules[one.rule], version?.ruleIds[one.rule]];
      return rule === undefined || id === undefined ? [] : [{ id, rule, trace: one }];
    }),
  };
}

async function rewardedSale(
  work: Work,
  customerId: string,
  { cents, points }: Size,
): Promise<KnownSale | undefined> {
  const asked = [cents, points] as const;
  const isAsked = cents !== null || points !== null;
  const rows = await query<SaleRow>(
    work,
    `SELECT ${KNOWN_SALE} FROM sales s
     WHERE s.merchant_id = current_merchant() AND s.customer_id = ? AND s.dry IS NOT NULL
       ${isAsked ? `AND (${FITS} OR ${FITTED})` : ''}
     ORDER BY ${isAsked ? FITS : GAVE} DESC NULLS LAST, s.occurred_at DESC, s.id DESC LIMIT 1`,
    isAsked ? [customerId, ...asked, ...asked, ...asked] : [customerId],
  );
  return rows.map(knownFrom)[0];
}

/** Whether a sale brought its customer nothing: by the rules, or since nothing was granted then. */
export const gaveNothing = ({ cashbackCents, points, dry, isHistory, rules }: Explanation): boolean =>
  dry || isHistory || (cashbackCents === 0 && points === 0 && !rules.some(({ trace }) => trace.fired));
