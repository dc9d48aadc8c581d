import { newId, randomBytes } from '../../chance';
import type { Work } from '../../db';
import { insertRows, query, type Binding } from '../../db/rows';
import type { VoucherBenefit } from '../core/rules/rule';
import type { Instant } from '../core/sales/sale';
import { newCode, type VoucherTerms } from '../core/voucher';
import { lockBalances, type CustomerBalance } from '../ledger/ledger-rows';

export interface StoredVoucher extends VoucherTerms {
  id: string;
  customerId: string;
  /** Decrypted when it is asked for. */
  readonly code: string;
  /** Cents of cashback or points, by its source; null where it holds nothing. */
  held: number | null;
  issuedAt: Instant;
  /** Under which it was issued. */
  key: string;
  saleId: string | null;
  ruleId: string | null;
  rewardId: string | null;
  /** Under which it was redeemed, and a hash of what with. */
  settledKey: string | null;
  settledInput: Buffer | null;
  purchaseCents: number | null;
  redeemedSaleId: string | null;
  /** Of what it paid, what a refund of the purchase brought back. */
  returnedCents: number;
  holder: string | null;
  /** Its holder was erased: what would come back to them lapses. */
  holderErased: boolean;
}

type VoucherRow = Omit<StoredVoucher, 'code'> & { codeEncrypted: Buffer };

const COLUMNS = `v.id, v.customer_id AS "customerId", v.code_encrypted AS "codeEncrypted", v.source, v.benefit, v.held,
  v.minimum_purchase_cents AS "minimumPurchaseCents", v.stores, v.available_at AS "availableAt", v.expires_at AS "expiresAt",
  v.state, v.issued_at AS "issuedAt", v.idempotency_key AS key, v.sale_id AS "saleId", v.rule_id AS "ruleId",
  v.reward_id AS "rewardId", v.settled_at AS "settledAt", v.settled_key AS "settledKey", v.settled_input AS "settledInput",
  v.purchase_cents AS "purchaseCents", v.paid_cents AS "paidCents", v.redeemed_sale_id AS "redeemedSaleId",
  v.returned_cents AS "returnedCents", c.name AS holder, c.erased_at IS NOT NULL AS "holderErased"`;

export const context = (merchantId: number, id: string): string => `voucher ${merchantId} ${id}`;

export function hashCode(work: Work, code: string): Buffer {
  return work.secrets.hash(code, `voucher ${work.merchantId}`);
}

/** What a code may be kept as, as hexadecimal text: under the key of before too, while that is being changed. */
export const codeHashes = (work: Work, code: string): string[] =>
  work.secrets.hashes(code, `voucher ${work.merchantId}`).map((hash) => hash.toString('hex'));

/** A condition over `v`, for what `codeHashes` gives. */
export const OF_CODE = `v.code_hash = ANY(ARRAY(SELECT decode(hex, 'hex') FROM unnest(?::text[]) AS hex))`;

/** Reads vouchers by a condition over `v`, which is all of the shop's, or what `from` finds of them. */
export async function readVouchers(
  work: Work,
  condition: string,
  bindings: readonly Binding[],
  { tail = '', from = 'vouchers v' }: { tail?: string; from?: string } = {},
): Promise<StoredVoucher[]> {
  const rows = await query<VoucherRow>(
    work,
    `SELECT ${COLUMNS} FROM ${from}
     CROSS JOIN LATERAL (SELECT name, erased_at FROM customers
       WHERE merchant_id = v.merchant_id AND id = v.customer_id OFFSET 0) AS c
     WHERE v.merchant_id = current_merchant() AND ${condition} ${tail}`,
    bindings,
  );
  return rows.map(({ codeEncrypted, ...row }) => ({
    ...row,
    get code() {
      return work.secrets.decrypt(codeEncrypted, context(work.merchantId, row.id));
    },
  }));
}

export interface LockedVouchers {
  vouchers: StoredVoucher[];
  /** Of their holders. */
  balances: Map<string, CustomerBalance>;
}

interface LockOptions {
  tail?: string;
  from?: string;
  wait?: boolean;
  onlyOpen?: boolean;
}

/**
 * Vouchers by a condition over `v`, and their holders' balances, locked until the transaction ends: the balances first, as
 * everywhere where a customer's money moves, then the vouchers, in the order of their ids and as they are by then. With
 * `onlyOpen` those that ended already are only read.
 */
export async function lockVouchers(
  work: Work,
  condition: string,
  bindings: readonly Binding[],
  { wait = true, onlyOpen = false, ...which }: LockOptions = {},
): Promise<LockedVouchers> {
  for (;;) {
    const seen = await readVouchers(work, condition, bindings, which);
    // What ended stays as it is: who only wants to end one need not wait to learn that.
    if (seen.length === 0 || (onlyOpen && seen.every(({ state }) => state !== 'open')))
      return { vouchers: seen, balances: new Map() };
    const balances = await lockBalances(
      work,
      seen.map((voucher) => voucher.customerId),
    );
    const vouchers = await readVouchers(work, 'v.id = ANY(?::uuid[])', [seen.map((voucher) => voucher.id)], {
      tail: `ORDER BY v.id FOR UPDATE OF v ${wait ? '' : 'SKIP LOCKED'}`,
    });
    // One may have become somebody else's between the two reads, or while the second waited for its row: then it is
    // not among what that found, its holder being another than the read began with.
    const isMissing = wait && vouchers.length < seen.length;
    if (!isMissing && vouchers.every((voucher) => balances.has(voucher.customerId)))
      return { vouchers, balances };
  }
}

export interface NewVoucher {
  customerId: string;
  source: StoredVoucher['source'];
  benefit: VoucherBenefit;
  held: number | null;
  minimumPurchaseCents: number | null;
  stores: readonly string[] | null;
  availableAt: Instant;
  expiresAt: Instant;
  /** Unique within the shop. */
  key: string;
  saleId?: string;
  ruleId?: string;
  rewardId?: string;
}

const NEW_COLUMNS = {
  id: 'uuid',
  customer_id: 'uuid',
  code_hash: 'bytea',
  code_encrypted: 'bytea',
  source: 'text',
  benefit: 'json',
  held: 'bigint',
  minimum_purchase_cents: 'bigint',
  stores: 'json',
  available_at: 'timestamptz',
  expires_at: 'timestamptz',
  state: 'text',
  issued_at: 'timestamptz',
  idempotency_key: 'text',
  sale_id: 'text',
  rule_id: 'text',
  reward_id: 'uuid',
} as const;

/** Adds vouchers by one statement, each with a code of its own; the ids come in the order that was given. */
export async function insertVouchers(
  work: Work,
  vouchers: readonly NewVoucher[],
): Promise<{ id: string; code: string }[]> {
  const issued = vouchers.map(() => ({ id: newId(), code: '' }));
  let missing = issued.map((_, index) => index);
  // A code that is somebody's already gets another draw.
  while (missing.length > 0) {
    const rows = missing.map((index) => newRow(work, vouchers[index]!, issued[index]!));
    const written = (await insertRows(
      work,
      'vouchers',
      NEW_COLUMNS,
      rows,
      'ON CONFLICT (merchant_id, code_hash) DO NOTHING RETURNING id',
    )) as { id: string }[];
    const ids = new Set(written.map((row) => row.id));
    missing = missing.filter((index) => !ids.has(issued[index]!.id));
  }
  return issued;
}

function newRow(work: Work, voucher: NewVoucher, issued: { id: string; code: string }) {
  issued.code = newCode(randomBytes);
  return {
    id: issued.id,
    customer_id: voucher.customerId,
    code_hash: hashCode(work, issued.code),
    code_encrypted: work.secrets.encrypt(issued.code, context(work.merchantId, issued.id)),
    source: voucher.source,
    benefit: voucher.benefit,
    held: voucher.held,
    minimum_purchase_cents: voucher.minimumPurchaseCents,
    stores: voucher.stores,
    available_at: voucher.availableAt,
    expires_at: voucher.expiresAt,
    state: 'open',
    issued_at: work.now,
    idempotency_key: voucher.key,
    sale_id: voucher.saleId ?? null,
    rule_id: voucher.ruleId ?? null,
    reward_id: voucher.rewardId ?? null,
  };
}

/** The codes of these vouchers, to be shown to their holders, with whether each is still open. */
export async function voucherCodes(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, { code: string; isOpen: boolean }>> {
  if (ids.length === 0) return new Map();
  const vouchers = await readVouchers(work, 'v.id = ANY(?::uuid[])', [ids]);
  return new Map(vouchers.map(({ id, code, state }) => [id, { code, isOpen: state === 'open' }]));
}
