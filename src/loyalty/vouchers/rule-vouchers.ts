import { newId } from '../../chance';
import type { Work } from '../../db';
import { THIS_SHOP } from '../../db/rows';
import { lotOfItsOwn, takeReturned } from '../core/ledger/hold';
import type { Notice } from '../core/messages/notice';
import { stateAt } from '../core/voucher';
import type { VoucherGrant } from '../core/rules/verdict';
import { Zone } from '../core/time/zone';
import { writeEntries, type Entry } from '../ledger/ledger';
import { emptyBalance } from '../ledger/ledger-rows';
import { loadShop } from '../shops/shops';
import { broughtBack, takenBack } from './brought-back';
import { insertVouchers, lockVouchers, readVouchers, type NewVoucher, type StoredVoucher } from './rows';
import { endVouchers, entriesOf } from './settlement';
import { tellOfItem } from './telling';

/** A voucher that a rule gives a customer for a sale. `ruleId` stays the same whenever the sale is judged again. */
export interface RuleVoucherGrant {
  customerId: string;
  saleId: string;
  ruleId: string;
  grant: VoucherGrant;
}

/** One that was issued now, with what its holder is told: the code is not in it. */
export interface IssuedRuleVoucher extends RuleVoucherGrant {
  voucherId: string;
  /** Of the notice about it. */
  cause: string;
  notice: Notice;
}

const keyOf = (saleId: string, ruleId: string): string => `${saleId}\0${ruleId}`;

/**
 * Issues what rules give for sales, by a few statements however many there are; what was issued before is not issued
 * again. One that was taken back and is deserved again is given anew, and what was taken for a used one comes back.
 */
export async function issueRuleVouchers(
  work: Work,
  grants: readonly RuleVoucherGrant[],
): Promise<IssuedRuleVoucher[]> {
  if (grants.length === 0) return [];
  const wanted = new Map(grants.map((grant) => [keyOf(grant.saleId, grant.ruleId), grant]));
  const before = await givenFor(work, [...wanted.values()]);
  const missing = [...wanted].filter(([key]) => {
    const latest = before.get(key)?.at(-1);
    return latest === undefined || latest.state === 'cancelled';
  });
  const issued = await insertVouchers(
    work,
    missing.map(([key, grant]) => newVoucher(grant, before.get(key)?.length ?? 0)),
  );
  const spent = [...wanted.keys()].flatMap((key) => before.get(key)?.at(-1) ?? []);
  await restore(
    work,
    spent.filter((voucher) => voucher.state === 'redeemed' && (voucher.paidCents ?? 0) > 0),
  );
  if (missing.length === 0) return [];
  const { name: shop } = await loadShop(work);
  return missing.map(([, grant], index) => {
    const voucherId = issued[index]!.id;
    return {
      ...grant,
      voucherId,
      cause: `voucher:${voucherId}:earned`,
      notice: noticeOf(shop, grant, voucherId, work.now),
    };
  });
}

function newVoucher({ customerId, saleId, ruleId, grant }: RuleVoucherGrant, earlier: number): NewVoucher {
  const { benefit, availableAt, expiresAt, minimumPurchaseCents } = grant;
  return {
    customerId,
    source: 'rule',
    benefit,
    held: null,
    minimumPurchaseCents,
    stores: null,
    availableAt,
    expiresAt,
    key: `rule:${saleId}:${ruleId}:${earlier}`,
    saleId,
    ruleId,
  };
}

function noticeOf(shop: string, { grant }: RuleVoucherGrant, voucherId: string, now: number): Notice {
  const { benefit, availableAt, expiresAt, minimumPurchaseCents } = grant;
  return {
    kind: 'voucher-earned',
    shop,
    voucherId,
    benefit,
    availableAt: availableAt > now ? availableAt : null,
    expiresAt,
    minimumPurchaseCents,
  };
}

interface Given {
  saleId: string;
  ruleId: string;
}

/** LATERAL and OFFSET 0 keep it one look-up a pair, whatever the planner knows. */
const GIVEN_FOR = `unnest(?::text[], ?::text[]) AS wanted (sale_id, rule_id)
  CROSS JOIN LATERAL (SELECT * FROM vouchers WHERE merchant_id = ${THIS_SHOP} AND sale_id = wanted.sale_id
    AND rule_id = wanted.rule_id OFFSET 0) AS v`;
function pairs(given: readonly Given[]): [string[], string[]] {
  const each = [...new Map(given.map((one) => [keyOf(one.saleId, one.ruleId), one])).values()];
  return [each.map(({ saleId }) => saleId), each.map(({ ruleId }) => ruleId)];
}

/** What was given for each sale and rule, the latest last. */
async function givenFor(work: Work, given: readonly Given[]): Promise<Map<string, StoredVoucher[]>> {
  const found = new Map<string, StoredVoucher[]>();
  const vouchers = await readVouchers(work, 'true', pairs(given), {
    from: GIVEN_FOR,
    tail: 'ORDER BY v.issued_at, v.idempotency_key',
  });
  for (const voucher of vouchers) {
    const key = keyOf(voucher.saleId ?? '', voucher.ruleId ?? '');
    found.set(key, [...(found.get(key) ?? []), voucher]);
  }
  return found;
}

/** What became of a voucher whose sale no longer deserves it. */
export interface TakenBackVoucher extends Given {
  voucherId: string;
  customerId: string;
  /** `settled`: what it paid was taken from the customer, or is owed or forgiven. `item`: a person has to see to it. */
  outcome: 'cancelled' | 'settled' | 'item';
  /** What of it the customer owes now. */
  owedCents: number;
}

/**
 * Takes back what rules gave for sales that no longer deserve it. What is open is cancelled; what a used one paid is taken
 * from what came back of it, else it becomes a debt or is forgiven, as the shop's policy was; an item that was handed
 * over is told to the owners. Doing it again changes nothing.
 */
export async function takeBackRuleVouchers(
  work: Work,
  wanted: readonly (Given & { policy: 'debt' | 'forgive' })[],
): Promise<TakenBackVoucher[]> {
  if (wanted.length === 0) return [];
  const live = "v.state IN ('open', 'redeemed')";
  const { vouchers, balances } = await lockVouchers(work, live, pairs(wanted), { from: GIVEN_FOR });
  const open = vouchers.filter((voucher) => stateAt(voucher, work.now) === 'open');
  await endVouchers(work, open, balances, { state: 'cancelled' });
  const taken = open.map((voucher) => outcomeOf(voucher, 'cancelled', 0));
  const policies = new Map(wanted.map(({ saleId, ruleId, policy }) => [keyOf(saleId, ruleId), policy]));
  for (const voucher of vouchers.filter((one) => one.state === 'redeemed')) {
    const policy = policies.get(keyOf(voucher.saleId ?? '', voucher.ruleId ?? '')) ?? 'debt';
    if (voucher.benefit.kind === 'voucher-item') {
      await tellOfItem(work, voucher, 'earned-by');
      taken.push(outcomeOf(voucher, 'item', 0));
    } else {
      const owed = await takeWhatItPaid(work, voucher, policy);
      if (owed !== null) taken.push(outcomeOf(voucher, 'settled', owed));
    }
  }
  return taken;
}

function outcomeOf(
  { id, customerId, saleId, ruleId }: StoredVoucher,
  outcome: TakenBackVoucher['outcome'],
  owedCents: number,
): TakenBackVoucher {
  return { voucherId: id, customerId, saleId: saleId ?? '', ruleId: ruleId ?? '', outcome, owedCents };
}

/** What of it is a debt now; null where nothing moved. */
async function takeWhatItPaid(
  work: Work,
  voucher: StoredVoucher,
  policy: 'debt' | 'forgive',
): Promise<number | null> {
  const { cents, movements } = await takenBack(work, voucher);
  const { lots, lapsed } = await broughtBack(work, voucher);
  const quantity = (voucher.paidCents ?? 0) - cents;
  if (quantity <= 0) return null;
  const ending = takeReturned({ asset: 'cashback', lots, lapsed, quantity, policy, into: 'program' });
  const key = `voucher:${voucher.id}:take-back:${movements}`;
  const entries = entriesOf(work, voucher, ending, { kind: 'refund', key, input: policy });
  if (entries.every((entry) => entry.movement.postings.length === 0)) return null;
  await writeEntries(work, entries);
  return ending.movement.deltas.reduce((sum, delta) => sum + delta.debt, 0);
}

/**
 * A used voucher that was taken back and is deserved after all: what had come back of it expires as it does, and what
 * paid a debt for it, which later earnings may have done, lives as long again as it did.
 */
async function restore(work: Work, spent: readonly StoredVoucher[]): Promise<void> {
  if (spent.length === 0) return;
  const ids = spent.map(({ id }) => id);
  const { vouchers, balances } = await lockVouchers(work, 'v.id = ANY(?::uuid[])', [ids]);
  const zone = Zone.of((await loadShop(work)).zone);
  const entries: Entry[] = [];
  for (const voucher of vouchers) {
    const { cents, owedCents, movements } = await takenBack(work, voucher);
    const { availableAt, expiresAt } = voucher;
    const days = zone.dayOf(expiresAt - 1) - zone.dayOf(availableAt);
    // What earlier versions gave again never expires, and does not tell whether a debt was paid by it.
    const owed = Math.min(Math.max(owedCents, 0), cents);
    const parts = [
      { quantity: owed, expiresAt: zone.startOfDay(work.now, days + 1) },
      { quantity: cents - owed, expiresAt },
    ].filter(({ quantity }) => quantity > 0);
    const { debt } = balances.get(voucher.customerId) ?? emptyBalance();
    for (const [i, part] of parts.entries()) {
      const useMinCents = voucher.minimumPurchaseCents;
      const lot = { ...part, id: newId(), availableAt: work.now, useMinCents };
      const movement = lotOfItsOwn({ source: 'program', debt: debt.cashback, ...lot });
      for (const delta of movement.deltas) debt.cashback += delta.debt;
      const key = `voucher:${voucher.id}:take-back:${movements + i}`;
      const ending = { movement, lapses: [] };
      entries.push(...entriesOf(work, voucher, ending, { kind: 'adjustment', key, input: '' }));
    }
  }
  await writeEntries(work, entries);
}
