import type { Work } from '../../db';
import { query } from '../../db/rows';
import { folded } from '../core/people/names';
import type { Buyer, Sale } from '../core/sales/sale';
import { balanceOf, type Balance } from '../ledger/balances';
import { statementOf, type StatementEntry } from '../ledger/statement';
import { currentSettings } from '../program/program';
import { NO_BUYER } from '../sales/sale-details';
import { saleFrom, SALE_STATE, type SaleRow } from '../sales/sale-rows';
import { readVouchers, type StoredVoucher } from '../vouchers/rows';
import { viewOf, type VoucherView } from '../vouchers/views';
import { customerRecords, type CustomerRecords } from './customer-records';
import { reportsAbout, type CustomerReport } from './customer-reports';
import { loadCustomer, type Customer, type Identity } from './customers';
import { livingCustomer, withMerged } from './living';
import { namingIn } from './other-people';

/** More than any person has. */
const ALL = 1_000_000;

interface Person {
  id: string;
  name: string | null;
  birthday: string | null;
  since: number;
  referralCode: string | null;
  blockedAt: number | null;
  cardAskedAt: number | null;
}

interface HeldIdentity extends Identity {
  proof: string | null;
  provenAt: number | null;
  bouncingSince: number | null;
  mailFault: string | null;
  returnedCount: number;
  returnedAt: number | null;
}

type HeldVoucher = Omit<VoucherView, 'code'> &
  Pick<
    StoredVoucher,
    | 'issuedAt'
    | 'settledAt'
    | 'purchaseCents'
    | 'paidCents'
    | 'returnedCents'
    | 'saleId'
    | 'redeemedSaleId'
    | 'ruleId'
    | 'rewardId'
  >;

/** With the award that stands for it, in cents and points, and what it was judged by. */
type HeldSale = Omit<Sale, 'voucherCode'> & {
  cashbackCents: number;
  points: number;
  receivedAt: number;
  programVersion: number | null;
  judgedOn: unknown;
};

/**
 * Everything that is held of a customer but what was said in chats: of all whom they were before, too, and of nobody else.
 * Without codes, which are as good as money. Quantities as in the books, instants in epoch ms.
 */
export interface CustomerData extends CustomerRecords {
  customer: Customer & Person;
  /** Who they were before they proved to be one person. */
  formerly: Person[];
  identities: HeldIdentity[];
  labels: { label: string; since: number }[];
  balance: Balance;
  entries: StatementEntry[];
  vouchers: HeldVoucher[];
  sales: HeldSale[];
  /** As they came. */
  reports: CustomerReport[];
}

export async function customerData(work: Work, customerId: string): Promise<CustomerData> {
  const id = await livingCustomer(work, customerId);
  const ids = await withMerged(work, [id]);
  const of = <Row>(columns: string, table: string, order: string): Promise<Row[]> =>
    query<Row>(
      work,
      `SELECT ${columns} FROM ${table} WHERE merchant_id = current_merchant() AND customer_id = ANY(?::uuid[]) ORDER BY ${order}`,
      [ids],
    );
  const people = await peopleOf(work, ids);
  const own = people.find((person) => person.id === id);
  if (own === undefined) throw new Error('there is no such customer');
  const identities = await of<HeldIdentity>(
    `kind, value, proof, proven_at AS "provenAt", bouncing_since AS "bouncingSince", mail_fault AS "mailFault",
     returned_count AS "returnedCount", returned_at AS "returnedAt"`,
    'customer_identities',
    'kind, value',
  );
  const sales = await salesOf(work, people);
  return {
    customer: { ...own, ...(await loadCustomer(work, id)) },
    formerly: people.filter((person) => person.id !== id),
    identities,
    labels: await of('label, created_at AS since', 'customer_labels', 'label'),
    balance: await balanceOf(work, id),
    entries: (await statementOf(work, id, { limit: ALL })).entries,
    vouchers: await heldVouchers(work, ids),
    sales,
    ...(await customerRecords(work, ids)),
    reports: await reportsAbout(work, {
      ids,
      sales: await reportedAs(work, sales),
      identities: identities.map(({ value }) => value),
    }),
  };
}

const peopleOf = (work: Work, ids: readonly string[]): Promise<Person[]> =>
  query(
    work,
    `SELECT id, name, birthday, created_at AS since, referral_code AS "referralCode", blocked_at AS "blockedAt",
       card_asked_at AS "cardAskedAt"
     FROM customers WHERE merchant_id = current_merchant() AND id = ANY(?::uuid[]) ORDER BY created_at, id`,
    [ids],
  );

async function heldVouchers(work: Work, ids: readonly string[]): Promise<HeldVoucher[]> {
  const vouchers = await readVouchers(work, 'v.customer_id = ANY(?::uuid[])', [ids], {
    tail: 'ORDER BY v.issued_at, v.id',
  });
  const settings = await currentSettings(work);
  return vouchers.map((voucher) => {
    const { issuedAt, settledAt, purchaseCents, paidCents, returnedCents } = voucher;
    const { saleId, redeemedSaleId, ruleId, rewardId } = voucher;
    const { code: _code, ...view } = viewOf(voucher, settings, work.now);
    const ended = { settledAt, purchaseCents, paidCents, returnedCents, redeemedSaleId };
    return { ...view, issuedAt, ...ended, saleId, ruleId, rewardId };
  });
}

type HeldRow = SaleRow & { received_at: number; fetched: Sale['items'] };

/**
 * Whoever stood at the till is left out where anything that names them is not the customer's. A card alone names nobody. A name
 * may have come with another report than the rest, so it has to be one of theirs.
 */
async function salesOf(work: Work, people: readonly Person[]): Promise<HeldSale[]> {
  const ids = people.map(({ id }) => id);
  const called = new Set(people.map(({ name }) => folded(name ?? '')));
  const rows = await query<HeldRow>(
    work,
    `SELECT ${SALE_STATE}, s.cashback_cents, s.points, s.received_at, s.program_version, s.past, i.items AS fetched
     FROM sales s LEFT JOIN sale_items i ON i.merchant_id = s.merchant_id AND i.sale_id = s.id
     WHERE s.merchant_id = current_merchant() AND s.customer_id = ANY(?::uuid[]) ORDER BY s.occurred_at, s.id`,
    [ids],
  );
  const known = rows.map((row) => ({ row, sale: saleFrom(row) }));
  const names = await namingIn(
    work,
    known.map(({ sale }) => sale.buyer),
    ids,
  );
  const buyerOf = ({ buyer }: Pick<Sale, 'buyer'>): Buyer => {
    const isTheirs = !names.others(buyer) && names.onlyThem({ ...buyer, cardFingerprint: null });
    return isTheirs ? { ...buyer, name: called.has(folded(buyer.name ?? '')) ? buyer.name : null } : NO_BUYER;
  };
  return known.map(({ row, sale: { voucherCode: _code, ...sale } }) => ({
    ...sale,
    buyer: buyerOf(sale),
    items: sale.items ?? row.fetched,
    cashbackCents: row.cashback_cents,
    points: row.points,
    receivedAt: row.received_at,
    programVersion: row.program_version,
    judgedOn: row.past,
  }));
}

/** The ids by which their sales were told, also by the machine where staff recorded one by hand. */
async function reportedAs(work: Work, sales: readonly HeldSale[]): Promise<string[]> {
  const ids = sales.map(({ externalId }) => externalId);
  const twice = await query<{ id: string }>(
    work,
    `SELECT sale_id AS id FROM sales_told_twice
     WHERE merchant_id = current_merchant() AND hand_id = ANY(?::text[]) AND same`,
    [ids],
  );
  return [...ids, ...twice.map(({ id }) => id)];
}
