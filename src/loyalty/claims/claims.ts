import type { Work } from '../../db';
import { query } from '../../db/rows';
import { ok, refuse, type Refusal, type Result } from '../core/result';
import { fiscalKey } from '../core/sales/fiscal-key';
import { findCustomers, findOrCreateCustomers, identityKey } from '../customers/customers';
import { declaredBy, proveIdentity, provenByClaim } from '../customers/identities';
import { record } from '../history/record';
import { giveSale } from '../sales/attribution';
import { loadSales } from '../sales/sale-rows';
import { isToldByHand } from '../sales/told-twice';
import { lockSalesOfShop } from '../shops/locks';
import type { StaffMember } from '../shops/team';
import { noteMiss, triesRefused, type Guesser } from '../vouchers/guessing';
import { tellCountedTwice, tellOddClaims } from './odd';
import { findByCpf, findUnclaimed, isOwn, type Receipt, type Unclaimed } from './unclaimed';

/** What a claim came to: the sale that is the customer's now, or was before. */
export interface Claimed {
  sale: Unclaimed | null;
  already: boolean;
}

/**
 * A customer's claim to a sale by its receipt. Whatever keeps it from being theirs (no such sale, another's, too old) is
 * one refusal, so that nobody learns of others' sales; wrong tries are counted. Where several fit, the time is asked for.
 */
export async function claimSale(
  work: Work,
  {
    customerId,
    way,
    messageId,
    ...receipt
  }: Receipt & { customerId: string; way: 'typed' | 'picture'; messageId: string },
): Promise<Result<Claimed>> {
  const by: Guesser = { kind: 'customer', id: customerId };
  const limited = await triesRefused(work, by, 'claim');
  if (limited !== null) return refuse(limited);
  await lockSalesOfShop(work);
  const found = namesASale(receipt) ? await findUnclaimed(work, receipt) : [];
  const [sale] = found;
  if (sale === undefined) {
    if (await isOwn(work, receipt, customerId)) return ok({ sale: null, already: true });
    const proven = namesASale(receipt) ? await proveCpf(work, receipt, customerId) : null;
    if (proven !== null) return ok({ sale: proven, already: false });
    await noteMiss(work, by, 'claim');
    return refuse({ code: 'claim-not-found' });
  }
  if (found.length > 1) return refuse({ code: 'claim-several' });
  if (await isToldByHand(work, { ...sale, customerId })) return ok({ sale: null, already: true });
  const wait = await claimsRefused(work, customerId);
  if (wait !== null) return refuse(wait);
  await give(work, sale, { customerId, way, staff: null, messageId });
  return ok({ sale, already: false });
}

/** More receipts in a day than one person gathers in one shop. */
const CLAIMS_A_DAY = 10;
const DAY_MS = 86_400_000;

async function claimsRefused(work: Work, customerId: string): Promise<Refusal | null> {
  const [claimed] = await query<{ count: number; first: number | null }>(
    work,
    `SELECT count(*)::integer AS count, min(claimed_at) AS first FROM sale_claims
     WHERE merchant_id = current_merchant() AND customer_id = ? AND claimed_at > ? AND way <> 'staff'`,
    [customerId, new Date(work.now - DAY_MS)],
  );
  if (claimed === undefined || claimed.count < CLAIMS_A_DAY || claimed.first === null) return null;
  return { code: 'claims-of-day', most: CLAIMS_A_DAY, retryAt: claimed.first + DAY_MS };
}

/** A receipt of a purchase with a CPF that the customer said is theirs: the CPF is proven, and what hangs on it is theirs. */
async function proveCpf(work: Work, receipt: Receipt, customerId: string): Promise<Unclaimed | null> {
  const declared = (await declaredBy(work, customerId)).filter(({ kind }) => kind === 'cpf');
  if (declared.length === 0) return null;
  const found = await findByCpf(
    work,
    receipt,
    declared.map(({ value }) => value),
  );
  const sale = found === null ? undefined : (await loadSales(work, [found.id])).get(found.id)?.sale;
  const identity = sale === undefined ? null : await provenByClaim(work, { customerId, sale });
  if (identity === null) return null;
  const isTwice = found !== null && (await isToldByHand(work, { ...found, customerId }));
  await proveIdentity(work, { customerId, identity, proof: 'claim', by: null });
  if (isTwice) await tellCountedTwice(work, found, customerId);
  return found;
}

/** A number of six digits is guessed soon: without the amount only a fiscal key is enough. */
const namesASale = ({ reference, cents }: Receipt): boolean =>
  cents !== null || fiscalKey(reference) !== null;

/** The sales that a member of staff may mean, newest first. */
export const salesToLink = (work: Work, reference: string): Promise<Unclaimed[]> =>
  findUnclaimed(work, { reference, cents: null, minuteOfDay: null });

/** Whether that sale would count twice for them: staff recorded it by hand as well. */
export async function isCountedFor(
  work: Work,
  phone: string,
  sale: Pick<Unclaimed, 'id' | 'occurredAt' | 'cents'>,
): Promise<boolean> {
  const identity = { kind: 'phone', value: phone } as const;
  const customerId = (await findCustomers(work, [{ identity }])).get(identityKey(identity));
  return customerId !== undefined && isToldByHand(work, { ...sale, customerId });
}

/** A member of staff says whose a sale is. Refused where it is somebody's already. */
export async function linkSale(
  work: Work,
  {
    sale,
    phone,
    by,
    messageId,
  }: {
    sale: Pick<Unclaimed, 'id' | 'occurredAt' | 'cents'>;
    phone: string;
    by: StaffMember;
    messageId: string;
  },
): Promise<Result<null>> {
  await lockSalesOfShop(work);
  const identity = { kind: 'phone', value: phone } as const;
  const key = identityKey(identity);
  const customerId = (await findOrCreateCustomers(work, new Map([[key, { identity, name: null }]]))).get(key);
  if (customerId === undefined) throw new Error('a customer was neither found nor made');
  if (!(await give(work, sale, { customerId, way: 'staff', staff: by, messageId })))
    return refuse({ code: 'claim-not-found' });
  await record(work, by, 'link-sale', { sale: sale.id, cents: sale.cents, customer: customerId });
  return ok(null);
}

async function give(
  work: Work,
  sale: Pick<Unclaimed, 'id' | 'occurredAt' | 'cents'>,
  claim: {
    customerId: string;
    way: 'typed' | 'picture' | 'staff';
    staff: StaffMember | null;
    messageId: string;
  },
): Promise<boolean> {
  if (!(await giveSale(work, sale.id, claim.customerId))) return false;
  await work.trx('sale_claims').insert({
    merchant_id: work.merchantId,
    sale_id: sale.id,
    customer_id: claim.customerId,
    way: claim.way,
    staff_id: claim.staff?.id ?? null,
    message_id: claim.messageId,
    claimed_at: new Date(work.now),
  });
  await tellOddClaims(work, sale, claim);
  return true;
}
