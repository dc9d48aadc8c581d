import type { Work } from '../../db';
import { query } from '../../db/rows';
import type { Sale } from '../core/sales/sale';
import { Zone } from '../core/time/zone';
import { saleOfAward } from './award-key';
import { keepBuyers, keepNamed, namedAnew, namingOthers } from './doubts';
import { fold, type ReportOutcome } from './folding';
import { identify } from './identifying';
import { isIdentified, type Touched } from './deciding';
import { decide } from './judging';
import { writeEntries } from '../ledger/ledger';
import { referralsOf, settleReferrals } from '../customers/referral-pay';
import { enqueueNotices, type NoticeToSend } from '../outbox';
import { renewRollingLots } from '../ledger/rolling';
import { payByVouchers, returnVoucherParts } from './paid-by-vouchers';
import { loadSales, writeSales } from './sale-rows';
import { lockSalesOfShop } from '../shops/locks';
import { loadShop, type Shop } from '../shops/shops';
import { noteTerminals } from './terminals';
import { asMeant, noteToldTwice, recordedAbout, toldTwice } from './told-twice';
import { issueRuleVouchers, takeBackRuleVouchers } from '../vouchers/rule-vouchers';

/** What is known of reports beside what they say, by the ids of their sales. */
export interface Beside {
  /** Made before the shop was connected: history, or to be judged as the owner asked, with nobody told. */
  past?: ReadonlyMap<string, 'history' | 'to-judge'>;
  /** A person said that they are to be taken. */
  chosen?: ReadonlySet<string>;
  /** The places among the reports of those that a person chose over what was known. */
  held?: ReadonlySet<number>;
}

/**
 * Takes in reports of sales, in the order of their arrival: merges what is said of one sale, judges each once under
 * the version in force when it was made, settles its award, and writes it all with its notices. All reads are made
 * for the whole set, then everything is decided in memory, then written, a statement a table.
 *
 * One set of a shop at a time (the lock ends with the transaction): what depends on other sales sees them in order.
 */
export async function applySales(
  work: Work,
  reports: readonly Sale[],
  { past = new Map(), chosen = new Set(), held = new Set() }: Beside = {},
): Promise<ReportOutcome[]> {
  // They run in this order: what is known is read under the lock.
  const [, known, shop, byHand, twice] = await Promise.all([
    lockSalesOfShop(work),
    loadSales(work, idsOf(reports)),
    loadShop(work),
    recordedAbout(work, reports),
    toldTwice(work, reports),
  ]);
  const meant = asMeant(reports, twice);
  const byStaff = idsOf(meant.filter((report, i) => report !== reports[i]));
  const sales = byStaff.length === 0 ? known : new Map([...known, ...(await loadSales(work, byStaff))]);
  const waits = ({ externalId }: Sale): boolean => twice.get(externalId)?.same === null;
  const { outcomes, touched } = fold(sales, meant, { waits, held, now: work.now });
  // A voucher is used by its purchase, also by one of which it is not known yet whether it is another.
  const waiting = (): Sale[] =>
    meant.filter(({ voucherCode }, i) => voucherCode !== null && outcomes[i] === 'recorded-by-hand');
  if (touched.length === 0 && waiting().length === 0) return outcomes;

  for (const one of touched)
    if (one.before === null) one.isHistory = past.get(one.sale.externalId) === 'history';
  const named = namedAnew(sales, meant);
  keepNamed(
    touched.filter((one) => !isIdentified(one)),
    named,
  );
  const erased = await identify(work, touched);
  become(outcomes, 'erased', (was, i) => was !== 'conflict' && erased.has(idAt(meant, i)));
  const anew = await namingOthers(work, touched, named);
  keepBuyers(touched, anew);
  for (const { report, saleId } of anew) if (!chosen.has(saleId)) outcomes[report] = 'other-buyer';
  const doubted = await noteToldTwice(
    work,
    touched.filter(({ sale }) => twice.get(sale.externalId)?.same !== false),
    byHand,
  );
  become(outcomes, 'recorded-by-hand', (was, i) => was === 'applied' && doubted.has(idAt(meant, i)));
  await settleSet(
    work,
    shop,
    touched.filter(({ sale }) => !doubted.has(sale.externalId)),
    {
      waiting: waiting(),
      untold: (cause) => (past.has(saleOfAward(cause) ?? '') ? 'history' : null),
    },
  );
  return outcomes;
}

const idAt = (reports: readonly Sale[], place: number): string => reports[place]?.externalId ?? '';

function become(
  outcomes: ReportOutcome[],
  outcome: ReportOutcome,
  isSo: (was: ReportOutcome, place: number) => boolean,
): void {
  for (const [place, was] of outcomes.entries()) if (isSo(was, place)) outcomes[place] = outcome;
}

const idsOf = (reports: readonly Sale[]): string[] => [
  ...new Set(reports.map(({ externalId }) => externalId)),
];

/**
 * Decides the sales of a set, whose buyers are known as far as they can be, and writes all that follows from it. `untold`:
 * why nobody is told of it; `waiting`: sales that are not decided yet and came with a voucher.
 */
export async function settleSet(
  work: Work,
  shop: Shop,
  touched: Touched[],
  {
    untold = () => null,
    waiting = [],
  }: { untold?: (cause: string) => string | null; waiting?: readonly Sale[] } = {},
): Promise<void> {
  const referrals = await referralsOf(
    work,
    touched.flatMap(({ customerId }) => customerId ?? []),
  );
  await payByVouchers(
    work,
    { touched, waiting },
    referrals.map(({ giverId }) => giverId),
  );
  const decided = await decide(work, shop, touched);
  await Promise.all([
    writeSales(work, touched),
    writeEntries(work, decided.entries),
    decided.pasts.write(work),
    noteTerminals(
      work,
      touched.map((known) => known.sale),
    ),
  ]);
  await renewRollingLots(work, Zone.of(shop.zone), decided.rollingDays, touched.filter(isIdentified));
  const vouchers = await issueRuleVouchers(work, decided.vouchers);
  await takeBackRuleVouchers(work, decided.vouchersBack);
  await returnVoucherParts(work, touched);
  const paid = await settleReferrals(work, shop, referrals);
  await enqueueNotices(work, await addressed(work, [...decided.notices, ...vouchers, ...paid], untold));
}

/** A notice to whoever wants none is kept, and not sent. */
async function addressed(
  work: Work,
  notices: readonly Omit<NoticeToSend, 'suppressed'>[],
  untold: (cause: string) => string | null,
): Promise<NoticeToSend[]> {
  const rows = await query<{ id: string }>(
    work,
    'SELECT id FROM customers WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[]) AND messages_stopped',
    [[...new Set(notices.map(({ customerId }) => customerId))]],
  );
  const stopped = new Set(rows.map(({ id }) => id));
  return notices.map(({ cause, customerId, notice }) => ({
    cause,
    customerId,
    notice,
    suppressed: stopped.has(customerId) ? 'opted-out' : untold(cause),
  }));
}
