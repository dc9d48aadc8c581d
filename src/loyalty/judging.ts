import { v7 as newId } from 'uuid';
import type { Work } from '../db';
import { query } from '../rows';
import { compileProgram } from './core/judge';
import type { Notice } from './core/notice';
import { NO_PAST, type Past } from './core/past';
import type { ProgramVersion } from './core/rule';
import type { Sale } from './core/sale';
import { settle, type Quantities } from './core/settlement';
import type { Verdict } from './core/verdict';
import { Zone } from './core/zone';
import type { Entry } from './ledger';
import {
  emptyBalance,
  lapsedOfSales,
  lockBalances,
  lotsOfSales,
  type CustomerBalance,
  type StoredLot,
} from './ledger-rows';
import type { NoticeToSend } from './outbox';
import { programVersions } from './program';
import type { KnownSale } from './sale-rows';
import { earningAt, type Shop } from './shops';

/** A sale in the set, with what the set makes of it. */
export interface Touched extends KnownSale {
  isNew: boolean;
}

/** What is to be written for a set. */
export interface Decided {
  entries: Entry[];
  notices: NoticeToSend[];
}

/** Judges and settles the sales of a set, in their order; moves each sale's `stand` and `verdict` along. */
export async function decide(work: Work, shop: Shop, touched: readonly Touched[]): Promise<Decided> {
  const versions = await programVersions(work);
  const judges = new Judges(versions, shop);
  const identified = touched.filter((known) => known.customerId !== null);
  const customers = [...new Set(identified.map((known) => known.customerId as string))];
  const balances = await lockBalances(work, customers);
  const stopped = await customersWhoStopped(work, customers);
  const books = await loadBooks(
    work,
    identified.filter((known) => !known.isNew),
  );
  const decided: Decided = { entries: [], notices: [] };
  for (const known of identified) {
    const version =
      known.verdict === null
        ? judges.versionAt(known.sale.occurredAt)
        : judges.version(known.verdict.version);
    const verdict = judges.judge(version, known.sale);
    const dry = known.verdict?.dry ?? !earningAt(shop, known.sale.occurredAt);
    known.verdict ??= { version: version?.number ?? null, dry, past: null };
    if (dry || version === null) {
      known.stand = standOf(verdict);
      continue;
    }
    const balance = balances.get(known.customerId!) ?? emptyBalance();
    const entry = settleSale(known, verdict, version, balance, books);
    if (entry === null) continue;
    decided.entries.push(entry);
    const suppressed = stopped.has(known.customerId!) ? 'opted-out' : null;
    const notice = noticeOf(shop, known, verdict, entry, balance);
    decided.notices.push({ cause: entry.key, customerId: known.customerId!, notice, suppressed });
  }
  return decided;
}

/** Programs compiled once for a set. */
class Judges {
  private readonly compiled = new Map<number, (sale: Sale, past: Past) => Verdict>();
  private readonly zone: Zone;

  constructor(
    private readonly versions: readonly ProgramVersion[],
    shop: Shop,
  ) {
    this.zone = Zone.of(shop.zone);
  }

  versionAt(at: number): ProgramVersion | null {
    return this.versions.findLast((version) => version.validFrom <= at) ?? null;
  }

  version(number: number | null): ProgramVersion | null {
    return this.versions.find((version) => version.number === number) ?? null;
  }

  judge(version: ProgramVersion | null, sale: Sale): Verdict {
    if (version === null) return { baseCents: 0, grants: [], vouchers: [], counts: [], trace: [] };
    let judge = this.compiled.get(version.number);
    if (judge === undefined) {
      judge = compileProgram(version, this.zone);
      this.compiled.set(version.number, judge);
    }
    return judge(sale, NO_PAST);
  }
}

interface Books {
  lots: Map<string, StoredLot[]>;
  lapsed: Map<string, Quantities>;
}

/** What the books hold of sales that were rewarded before. */
async function loadBooks(work: Work, known: readonly Touched[]): Promise<Books> {
  const rewarded = known.filter(({ stand }) => stand.cashback > 0 || stand.points > 0);
  if (rewarded.length === 0) return { lots: new Map(), lapsed: new Map() };
  const customers = rewarded.map((sale) => sale.customerId as string);
  const ids = rewarded.map((sale) => sale.sale.externalId);
  const lots = new Map<string, StoredLot[]>(ids.map((id) => [id, []]));
  for (const lot of await lotsOfSales(work, customers, ids)) lots.get(lot.saleId ?? '')?.push(lot);
  return { lots, lapsed: await lapsedOfSales(work, customers, ids) };
}

/** Null where the award stands as it should. Moves `stand` and `balance` along, for the sales after it. */
function settleSale(
  known: Touched,
  verdict: Verdict,
  version: ProgramVersion,
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
    useMinCents: (rule) => version.rules[rule]?.validity?.use_min_cents ?? null,
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
    key: `sale:${id}:${known.revision}`,
    input: `${version.number}:${known.sale.totalCents}:${known.sale.voucherCents}:${known.sale.refundedCents}`,
    customerId: known.customerId!,
    saleId: id,
    voucherId: null,
    occurredAt: kind === 'award' ? occurredAt : (known.sale.updatedAt ?? occurredAt),
    movement,
  };
}

function standOf(verdict: Verdict): Quantities {
  const stand = { cashback: 0, points: 0 };
  for (const grant of verdict.grants) stand[grant.asset] += grant.quantity;
  return stand;
}

function noticeOf(
  shop: Shop,
  known: Touched,
  verdict: Verdict,
  entry: Entry,
  balance: CustomerBalance,
): Notice {
  const moved = (asset: 'cashback' | 'points'): number =>
    entry.movement.postings.reduce((sum, posting) => {
      if (posting.asset !== asset) return sum;
      if (posting.source === 'program') return sum + posting.quantity;
      return posting.destination === 'program' ? sum + posting.quantity : sum;
    }, 0);
  const common = {
    shop: shop.name,
    saleCents: known.sale.totalCents,
    cashbackCents: moved('cashback'),
    points: moved('points'),
    balance: { cashbackCents: balance.quantity.cashback, points: balance.quantity.points },
  };
  if (entry.kind === 'refund')
    return { kind: 'benefit-taken-back', refundedCents: known.sale.refundedCents, ...common };
  const availableAt = Math.max(...verdict.grants.map((grant) => grant.availableAt));
  const expiries = verdict.grants.flatMap((grant) => grant.expiresAt ?? []);
  return {
    kind: 'benefit-earned',
    ...common,
    availableAt: availableAt > known.sale.occurredAt ? availableAt : null,
    expiresAt: expiries.length === 0 ? null : Math.min(...expiries),
  };
}

async function customersWhoStopped(work: Work, customers: readonly string[]): Promise<Set<string>> {
  const rows = await query<{ id: string }>(
    work,
    `SELECT id FROM customers WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[]) AND messages_stopped`,
    [customers],
  );
  return new Set(rows.map((row) => row.id));
}
