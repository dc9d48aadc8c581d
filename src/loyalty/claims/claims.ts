import type { Work } from '../../db';
import { ok, refuse, type Result } from '../core/result';
import { fiscalKey } from '../core/sales/fiscal-key';
import { findOrCreateCustomers, identityKey } from '../customers/customers';
import { declaredBy, proveIdentity, provenByClaim } from '../customers/identities';
import { record } from '../history/record';
import { giveSale } from '../sales/attribution';
import { loadSales } from '../sales/sale-rows';
import { lockSalesOfShop } from '../shops/locks';
import type { StaffMember } from '../shops/team';
import { noteMiss, triesRefused, type Guesser } from '../vouchers/guessing';
import { tellOddClaims } from './odd';
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
  await give(work, sale, { customerId, way, staff: null, messageId });
  return ok({ sale, already: false });
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
  await proveIdentity(work, { customerId, identity, proof: 'claim', by: null });
  return found;
}

/** A number of six digits is guessed soon: without the amount only a fiscal key is enough. */
const namesASale = ({ reference, cents }: Receipt): boolean =>
  cents !== null || fiscalKey(reference) !== null;

/** The sales that a member of staff may mean, newest first. */
export const salesToLink = (work: Work, reference: string): Promise<Unclaimed[]> =>
  findUnclaimed(work, { reference, cents: null, minuteOfDay: null });

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
