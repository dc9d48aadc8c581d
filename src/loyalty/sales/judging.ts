import type { Work } from '../../db';
import { needsOf } from '../core/rules/needs';
import { blockedSince } from '../customers/blocked';
import {
  decideSales,
  isIdentified,
  type Books,
  type Decided,
  type Identified,
  type Touched,
} from './deciding';
import { Judges } from './judges';
import { lapsedOfSales, lockBalances, lotsOfSales, type StoredLot } from '../ledger/ledger-rows';
import { Pasts } from './pasts';
import { programVersions } from '../program/program';
import type { Shop } from '../shops/shops';

/** What a set comes to, with what is left to write of what it was decided on. */
export interface DecidedSet extends Decided {
  pasts: Pasts;
  /** After how many days from the last purchase what some version gives expires. */
  rollingDays: number[];
}

/** Reads all that the sales of a set are decided on, and decides them. */
export async function decide(work: Work, shop: Shop, touched: readonly Touched[]): Promise<DecidedSet> {
  const identified = touched.filter(isIdentified);
  const customers = [...new Set(identified.map((known) => known.customerId))];
  // They run in this order: what can be spent is read under the lock.
  const [balances, books, blocked, versions] = await Promise.all([
    lockBalances(work, customers),
    loadBooks(
      work,
      identified.filter((known) => known.before !== null),
    ),
    blockedSince(work, customers),
    programVersions(work),
  ]);
  const judges = new Judges(versions, shop);
  const pasts = await loadPasts(work, judges, identified);
  const decided = decideSales(identified, { shop, judges, pasts, balances, books, blocked, now: work.now });
  const rollingDays = [...new Set(versions.flatMap((version) => needsOf(version).rollingDays))];
  return { ...decided, pasts, rollingDays };
}

function loadPasts(work: Work, judges: Judges, identified: readonly Identified[]): Promise<Pasts> {
  const judged = identified.flatMap((asking) => {
    const version = asking.isHistory !== true ? judges.versionOf(asking) : null;
    return version === null ? [] : [{ asking, version }];
  });
  return Pasts.load(work, judges.zoneAt, identified, {
    unjudged: judged.filter(({ asking }) => asking.verdict === null),
    again: judged.filter(({ asking }) => asking.verdict?.dry === false),
  });
}

async function loadBooks(work: Work, known: readonly Touched[]): Promise<Books> {
  const rewarded = known.filter(({ stand }) => stand.cashback > 0 || stand.points > 0);
  if (rewarded.length === 0) return { lots: new Map(), lapsed: new Map() };
  const customers = rewarded.map((sale) => sale.customerId as string);
  const ids = rewarded.map((sale) => sale.sale.externalId);
  const lots = new Map<string, StoredLot[]>(ids.map((id) => [id, []]));
  for (const lot of await lotsOfSales(work, customers, ids)) lots.get(lot.saleId ?? '')?.push(lot);
  return { lots, lapsed: await lapsedOfSales(work, customers, ids) };
}
