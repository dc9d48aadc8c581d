import { newId } from '../../chance';
import { changedAt } from '../core/sales/came-back';
import type { Instant, Sale } from '../core/sales/sale';
import { settle, type Quantities } from '../core/ledger/settlement';
import type { Verdict, VoucherGrant } from '../core/rules/verdict';
import { awardKey } from './award-key';
import { awardNotice, isOver } from './award-notice';
import type { Judges } from './judges';
import type { Entry } from '../ledger/ledger';
import { emptyBalance, type CustomerBalance, type StoredLot } from '../ledger/ledger-rows';
import type { NoticeToSend } from '../outbox';
import type { Pasts } from './pasts';
import type { Program } from '../program/program';
import { judgedOn, standOf, type KnownSale } from './sale-rows';
import { earningAt, type Shop } from '../shops/shops';
import type { RuleVoucherGrant } from '../vouchers/rule-vouchers';

/** A sale in the set, with what the set makes of it. */
export interface Touched extends KnownSale {
  /** As it was known before the set; null where it is new. */
  before: Sale | null;
}

/** One whose buyer is known. */
export type Identified = Touched & { customerId: string };

export const isIdentified = (known: Touched): known is Identified => known.customerId !== null;

/** What is to be written for a set. */
export interface Decided {
  entries: Entry[];
  /** What rules give besides, and what they gave and do no longer. */
  vouchers: RuleVoucherGrant[];
  vouchersBack: { saleId: string; ruleId: string; policy: 'debt' | 'forgive' }[];
  notices: Omit<NoticeToSend, 'suppressed'>[];
}

/** What the books hold of sales that were rewarded before. */
export interface Books {
  lots: Map<string, StoredLot[]>;
  lapsed: Map<string, Quantities>;
}

/** All that a set is decided on; its pasts and balances move along with it. */
export interface Ground {
  shop: Shop;
  judges: Judges;
  pasts: Pasts;
  balances: ReadonlyMap<string, CustomerBalance>;
  books: Books;
  /** Since when a customer earns nothing. */
  blocked: ReadonlyMap<string, Instant>;
  now: Instant;
}

/**
 * Judges and settles the sales of a set, in their order; moves each sale's `stand` and `verdict` along. A sale is judged
 * on the past that it meets when it is first judged, and ever after on that same past. Nothing is read for it.
 */
export function decideSales(identified: readonly Identified[], ground: Ground): Decided {
  const { shop, judges, pasts, balances, books, now } = ground;
  const decided: Decided = { entries: [], vouchers: [], vouchersBack: [], notices: [] };
  for (const known of identified) {
    if (known.isHistory === true) {
      pasts.note(known.customerId, known.sale);
      continue;
    }
    const version = judges.versionOf(known);
    const { verdict, former } = judgeOne(known, version, ground);
    if (known.verdict?.dry !== false || version === null || known.erased === true) {
      known.stand = standOf(verdict);
      continue;
    }
    decideVouchers(decided, known, version, verdict, former);
    const balance = balances.get(known.customerId) ?? emptyBalance();
    const entry = settleSale(known, verdict, version, balance, books);
    if (entry === null) continue;
    decided.entries.push(entry);
    if (entry.kind !== 'refund' && isOver(entry, now)) continue;
    const notice = awardNotice(shop, known, verdict, entry, balance);
    decided.notices.push({ cause: entry.key, customerId: known.customerId, notice });
  }
  return decided;
}

/**
 * The verdict on a sale as it now stands, and on its former state where that was judged; with the first its past is noted,
 * with a later one what of its limits is gone since. What it gives is counted.
 */
function judgeOne(
  known: Identified,
  version: Program | null,
  { shop, judges, pasts, blocked }: Ground,
): { verdict: Verdict; former: Verdict | null } {
  const isFirst = known.verdict === null;
  known.verdict ??= {
    version: version?.number ?? null,
    dry:
      !earningAt(shop, known.sale.occurredAt) ||
      (blocked.get(known.customerId) ?? Infinity) <= known.sale.occurredAt,
    past: version === null ? null : pasts.of(version, known),
  };
  const counts = !known.verdict.dry && version !== null;
  let former: Verdict | null = null;
  if (counts && !isFirst && known.before !== null) {
    former = judges.judge(version, known.before, judgedOn(known.verdict));
    known.verdict = {
      ...known.verdict,
      ...pasts.goneOf(version, known, former, judges),
    };
  }
  const verdict = judges.judge(version, known.sale, judgedOn(known.verdict));
  pasts.note(known.customerId, known.sale);
  if (counts) pasts.count(version, known, verdict.counts, former?.counts ?? []);
  return { verdict, former };
}

/** A voucher stands as long as its sale deserves one of that rule. */
function decideVouchers(
  decided: Decided,
  { sale, customerId }: Identified,
  version: Program,
  { vouchers }: Verdict,
  former: Verdict | null,
): void {
  const given = former?.vouchers ?? [];
  const among = (some: readonly VoucherGrant[], { rule }: VoucherGrant): boolean =>
    some.some((grant) => grant.rule === rule);
  const named = ({ rule }: VoucherGrant): { saleId: string; ruleId: string } => ({
    saleId: sale.externalId,
    ruleId: String(version.ruleIds[rule]),
  });
  const policy = version.settings.refund_policy;
  for (const grant of vouchers)
    if (!among(given, grant)) decided.vouchers.push({ customerId, ...named(grant), grant });
  for (const grant of given)
    if (!among(vouchers, grant)) decided.vouchersBack.push({ ...named(grant), policy });
}

/** Null where the award stands as it should. Moves `stand` and `balance` along, for the sales after it. */
function settleSale(
  known: Touched,
  verdict: Verdict,
  version: Program,
  balance: CustomerBalance,
  books: Books,
): Entry | null {
  const { externalId: id, occurredAt } = known.sale;
  const movement = settle({
    grants: verdict.grants,
    stand: known.stand,
    debt: balance.debt,
    saleLots: books.lots.get(id) ?? [],
    lapsed: books.lapsed.get(id) ?? { cashback: 0, points: 0 },
    policy: version.settings.refund_policy,
    termsOf: (rule) => {
      const { use_min_cents: useMinCents, rolling_days: rollingDays } = version.rules[rule]?.validity ?? {};
      return { useMinCents: useMinCents ?? null, rollingDays: rollingDays ?? null };
    },
    newId: () => newId(),
  });
  const before = known.stand;
  known.stand = standOf(verdict);
  const kind =
    before.cashback > known.stand.cashback || before.points > known.stand.points ? 'refund' : 'award';
  if (movement.postings.length === 0) return null;
  for (const delta of movement.deltas) {
    balance.quantity[delta.asset] += delta.quantity;
    balance.debt[delta.asset] += delta.debt;
  }
  return {
    kind,
    key: awardKey(id, known.revision),
    input: `${version.number}:${known.sale.totalCents}:${known.sale.voucherCents}:${known.sale.refundedCents}`,
    customerId: known.customerId!,
    saleId: id,
    voucherId: null,
    occurredAt: kind === 'award' ? occurredAt : (changedAt(known.sale) ?? occurredAt),
    movement,
  };
}
