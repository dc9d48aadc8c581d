import type { Work } from '../../db';
import { idOf } from '../../ids';
import { query } from '../../db/rows';
import { tellOddClaims } from '../claims/odd';
import { ok, refuse, type Result } from '../core/result';
import { wholeSecond, type Buyer, type Instant, type Sale } from '../core/sales/sale';
import { record } from '../history/record';
import type { StaffMember } from '../shops/team';
import { standsNoMore } from './one-or-two';
import { BY_HAND, IS_OF_STAFF, SAME_MS } from './told-twice';
import { loadSales } from './sale-rows';
import { applySales } from './sales';
import { lockSalesOfShop } from '../shops/locks';

const DAY_MS = 86_400_000;
/** How long a sale that staff recorded can be voided in the chat. */
const VOIDABLE_MS = 30 * DAY_MS;

const NOBODY: Buyer = { name: null, phone: null, cpf: null, email: null, cardFingerprint: null };

/** A sale as staff see it. */
export interface CounterSale {
  id: string;
  occurredAt: Instant;
  cents: number;
}

/** A sale made without SmartPOS, told by staff: one more report, by a source of its own. The same key is the same sale. */
export async function recordSale(
  work: Work,
  { cents, phone, by, key }: { cents: number; phone: string; by: StaffMember; key: string },
): Promise<{ id: string }> {
  const id = `${BY_HAND}${idOf('recorded sale', String(work.merchantId), key)}`;
  const [outcome] = await applySales(work, [newSale(id, cents, phone, work.now)]);
  if (outcome !== 'applied') return { id };
  const customerId = (await loadSales(work, [id])).get(id)?.customerId ?? null;
  if (customerId === null) throw new Error('a recorded sale has a buyer');
  await record(work, by, 'record-sale', { sale: id, cents, customer: customerId });
  await tellOddClaims(work, { id, cents, occurredAt: work.now }, { customerId, staff: by });
  return { id };
}

function newSale(externalId: string, totalCents: number, phone: string, now: Instant): Sale {
  return {
    externalId,
    occurredAt: wholeSecond(now),
    // SmartPOS's clock alone says which of its reports is later; ours is another.
    updatedAt: null,
    totalCents,
    voucherCents: 0,
    refundedCents: 0,
    voucherCode: null,
    method: null,
    brand: null,
    terminal: null,
    acquirer: null,
    store: null,
    storeName: null,
    nsu: null,
    authorizationCode: null,
    fiscalKey: null,
    buyer: { ...NOBODY, phone },
    items: null,
  };
}

/** A sale of just now that came from a machine with that amount and nobody to it: likely the one that is meant. */
export async function likelyUnclaimed(work: Work, cents: number): Promise<CounterSale | null> {
  const [sale] = await query<CounterSale>(
    work,
    `SELECT s.id, s.occurred_at AS "occurredAt", s.total_cents AS cents FROM sales s
     WHERE s.merchant_id = current_merchant() AND s.customer_id IS NULL AND s.total_cents = ? AND s.occurred_at > ?
       AND s.refunded_cents < s.total_cents AND NOT ${IS_OF_STAFF} ORDER BY s.occurred_at DESC LIMIT 1`,
    [cents, new Date(work.now - SAME_MS)],
  );
  return sale ?? null;
}

/** The latest sale that staff recorded for that phone, of that amount if one is given, and that still stands; null for none. */
export async function recordedSale(
  work: Work,
  { phone, cents }: { phone: string; cents: number | null },
): Promise<CounterSale | null> {
  const [sale] = await query<CounterSale>(
    work,
    `SELECT s.id, s.occurred_at AS "occurredAt", s.total_cents AS cents FROM sales s
     JOIN customer_identities i ON i.merchant_id = s.merchant_id AND i.customer_id = s.customer_id
     WHERE s.merchant_id = current_merchant() AND i.kind = 'phone' AND i.value = ? AND s.id LIKE '${BY_HAND}%'
       AND s.occurred_at > ? AND s.refunded_cents < s.total_cents AND (?::bigint IS NULL OR s.total_cents = ?::bigint)
     ORDER BY s.occurred_at DESC, s.received_at DESC LIMIT 1`,
    [phone, new Date(work.now - VOIDABLE_MS), cents, cents],
  );
  return sale ?? null;
}

/** The same sale, as somebody of the team or a machine told it just now: likely it is meant once. */
export async function toldJustNow(
  work: Work,
  { phone, cents }: { phone: string; cents: number },
): Promise<CounterSale | null> {
  const [sale] = await query<CounterSale>(
    work,
    `SELECT s.id, s.occurred_at AS "occurredAt", s.total_cents AS cents FROM sales s
     JOIN customer_identities i ON i.merchant_id = s.merchant_id AND i.customer_id = s.customer_id
     WHERE s.merchant_id = current_merchant() AND i.kind = 'phone' AND i.value = ? AND s.total_cents = ?
       AND s.occurred_at > ? AND s.refunded_cents < s.total_cents ORDER BY s.occurred_at DESC, s.received_at DESC LIMIT 1`,
    [phone, cents, new Date(work.now - SAME_MS)],
  );
  return sale ?? null;
}

/** Reverses a sale that staff recorded: all of it came back. Refused where it was reversed before. */
export async function voidSale(
  work: Work,
  { id, by }: { id: string; by: StaffMember },
): Promise<Result<CounterSale>> {
  await lockSalesOfShop(work);
  const known = id.startsWith(BY_HAND) ? (await loadSales(work, [id])).get(id) : undefined;
  if (known === undefined || known.customerId === null) return refuse({ code: 'sale-not-found' });
  const { sale, customerId } = known;
  if (sale.refundedCents === sale.totalCents) return refuse({ code: 'sale-not-found' });
  await applySales(work, [{ ...sale, voidedAt: work.now }]);
  await standsNoMore(work, id, by);
  await record(work, by, 'void-sale', { sale: id, cents: sale.totalCents, customer: customerId });
  return ok({ id, occurredAt: sale.occurredAt, cents: sale.totalCents });
}
