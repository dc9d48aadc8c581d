import {
  applySales,
  balanceOf,
  checkBooks,
  declareIdentity,
  issueVoucher,
  linkCard,
  livingCustomer,
  loadCustomer,
  mergeCustomers,
  noteExpiries,
  proveIdentity,
  provenByClaim,
  redeemVoucher,
  saidElsewhere,
  setMarketingConsent,
  statementOf,
  vouchersOf,
  type Buyer,
  type Identity,
  type Sale,
} from '../../../src/loyalty';
import { suiteDatabase } from '../../support/database';
import { ANA, BIA, customerKnownBy, openShop, percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
const CPF = '52998224725';
const OTHER_CPF = '11144477735';
const test = suiteDatabase();
let shop: VoucherShop;

/** Ana has R$ 10,00 of her purchase with her phone. */
beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } })]);
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
  expect((await test.db.snapshot(shop.id, checkBooks)).faults).toEqual([]);
});

const NOBODY: Buyer = { name: null, phone: null, cpf: null, email: null, cardFingerprint: null };
const boughtBy = (buyer: Partial<Buyer>, change: Partial<Sale> = {}): Sale =>
  saleOf({ ...change, buyer: { ...NOBODY, ...buyer } });

/** Whose an identifier is; made where it is nobody's. */
const whoIs = (identity: Identity): Promise<string> => shop.run((work) => customerKnownBy(work, identity));

const cashbackOf = async (id: string) => (await shop.run((work) => balanceOf(work, id))).cashback;

describe('who a buyer is', () => {
  it('a phone is one with or without the ninth digit, and with punctuation', async () => {
    await shop.sell(boughtBy({ phone: ANA }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 2000 });
  });

  it('a till’s CPF and a till’s phone on one sale are not joined', async () => {
    await shop.sell(boughtBy({ cpf: CPF }), boughtBy({ phone: ANA, cpf: CPF }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 2000 });
    expect(await cashbackOf(await whoIs({ kind: 'cpf', value: CPF }))).toMatchObject({ available: 1000 });
  });

  it('a card alone is nobody’s purchase, until its holder agreed to be found by it', async () => {
    await shop.sell(boughtBy({ cardFingerprint: 'fp_7d0c' }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 1000 });
    const card = { customerId: shop.customerId, fingerprint: 'fp_7d0c' };
    expect(await shop.run((work) => linkCard(work, card))).toBe('linked');
    expect(await shop.run((work) => linkCard(work, card))).toBe('linked');
    await shop.sell(boughtBy({ cardFingerprint: 'fp_7d0c' }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 2000 });
    const bia = await whoIs({ kind: 'phone', value: BIA });
    expect(await shop.run((work) => linkCard(work, { ...card, customerId: bia }))).toBe('anothers');
    await shop.sell(boughtBy({ cardFingerprint: 'fp_7d0c', phone: BIA }));
    expect(await cashbackOf(bia)).toMatchObject({ available: 1000 });
  });
});

describe('a CPF said in the chat', () => {
  const cpf = { kind: 'cpf' as const, value: CPF };

  it('finds nothing and brings no balance until there is proof', async () => {
    await shop.sell(boughtBy({ cpf: CPF }));
    const declared = await shop.run((work) =>
      declareIdentity(work, { customerId: shop.customerId, identity: cpf }),
    );
    expect(declared).toBe('declared');
    await shop.sell(boughtBy({ cpf: CPF }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 1000 });
    expect(await cashbackOf(await whoIs(cpf))).toMatchObject({ available: 2000 });
  });

  it('of somebody who never bought gives who said it nothing of what they buy later', async () => {
    await shop.run((work) => declareIdentity(work, { customerId: shop.customerId, identity: cpf }));
    await shop.sell(boughtBy({ cpf: CPF }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 1000 });
  });

  it('is proven by the receipt of a purchase made with it, if it is the one that was said', async () => {
    const sale = boughtBy({ cpf: CPF });
    await shop.sell(sale);
    const claim = { customerId: shop.customerId, sale };
    expect(await shop.run((work) => provenByClaim(work, claim))).toBeNull();
    const other = { kind: 'cpf' as const, value: OTHER_CPF };
    await shop.run((work) => declareIdentity(work, { customerId: shop.customerId, identity: other }));
    expect(await shop.run((work) => provenByClaim(work, claim))).toBeNull();
    await shop.run((work) => declareIdentity(work, { customerId: shop.customerId, identity: cpf }));
    expect(await shop.run((work) => provenByClaim(work, claim))).toEqual(cpf);
  });

  it('joins what was bought with it once it is proven, and finds later purchases', async () => {
    await shop.sell(boughtBy({ cpf: CPF }));
    const before = await whoIs(cpf);
    await shop.run((work) => declareIdentity(work, { customerId: shop.customerId, identity: cpf }));
    const proof = { customerId: shop.customerId, identity: cpf, proof: 'staff' as const, by: shop.cashier };
    const joined = await shop.run((work) => proveIdentity(work, proof));
    expect(joined).toEqual({ customerId: shop.customerId, merged: true });
    expect(await shop.run((work) => proveIdentity(work, proof))).toEqual({ ...joined, merged: false });
    await shop.sell(boughtBy({ cpf: CPF }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 3000 });
    expect(await shop.run((work) => livingCustomer(work, before))).toBe(shop.customerId);
    expect(
      await shop.run((work) => declareIdentity(work, { customerId: shop.customerId, identity: cpf })),
    ).toBe('own-already');
  });
});

describe('two customers that are one person', () => {
  let other: string;

  beforeEach(async () => {
    await shop.sell(boughtBy({ cpf: CPF, name: 'Ana Paula' }, { totalCents: 20_000 }));
    other = await whoIs({ kind: 'cpf', value: CPF });
  });

  const merge = () => shop.run((work) => mergeCustomers(work, { keep: shop.customerId, absorb: other }));

  it('have together what each had, each lot with its own expiry; the other way round changes nothing', async () => {
    test.clock.advance(5 * DAY);
    await shop.sell(boughtBy({ phone: ANA }, { occurredAt: test.clock.now() }));
    expect(await merge()).toBe(shop.customerId);
    expect(await merge()).toBe(shop.customerId);
    await shop.run((work) => mergeCustomers(work, { keep: other, absorb: shop.customerId }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 4000 });
    expect(await cashbackOf(other)).toMatchObject({ available: 0, held: 0, debt: 0 });
    test.clock.advance(27 * DAY);
    await noteExpiries(test, test.clock.now());
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 1000 });
  });

  it('have one history: purchases, statement and name', async () => {
    await merge();
    const { entries } = await shop.run((work) => statementOf(work, shop.customerId, { limit: 10 }));
    expect(entries.map((entry) => 'quantity' in entry && [entry.kind, entry.quantity])).toEqual([
      ['earned', 2000],
      ['earned', 1000],
    ]);
    const rows = await shop.run((work) => work.trx('sales').where({ customer_id: shop.customerId }));
    expect(rows).toHaveLength(2);
    expect(await shop.run((work) => loadCustomer(work, other))).toMatchObject({
      id: shop.customerId,
      name: 'Ana Paula',
      phone: ANA,
    });
  });

  it('keep an open voucher, which can be used, and whose end goes back where it came from', async () => {
    const issue = (cents: number) =>
      shop.run(async (work) =>
        value(await issueVoucher(work, { customerId: other, cents, key: `v${cents}` })),
      );
    const [first, second] = [await issue(500), await issue(700)];
    await merge();
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 1800, held: 1200 });
    expect((await shop.run((work) => vouchersOf(work, shop.customerId))).map(({ id }) => id).sort()).toEqual(
      [first.id, second.id].sort(),
    );
    const used = { voucherId: first.id, purchaseCents: 300, by: shop.cashier, key: 'use' };
    expect(value(await shop.run((work) => redeemVoucher(work, used)))).toMatchObject({ paidCents: 300 });
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 2000, held: 700 });
    test.clock.set(second.expiresAt);
    await noteExpiries(test, test.clock.now());
    expect(await cashbackOf(shop.customerId)).toMatchObject({ held: 0 });
  });

  it('a refund of what either bought before takes it back from what the one has', async () => {
    const bought = boughtBy({ cpf: CPF });
    await shop.sell(bought);
    await merge();
    const refund = { ...bought, refundedCents: 10_000, updatedAt: test.clock.now() };
    await shop.sell(refund);
    await shop.sell(refund);
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 3000, debt: 0 });
  });

  it('a refund of what had lapsed before is nobody’s debt', async () => {
    test.clock.advance(40 * DAY);
    await noteExpiries(test, test.clock.now());
    await merge();
    const sold: unknown = await shop.run((work) => work.trx('sales').where({ total_cents: 20_000 }).first());
    const { id: externalId } = sold as { id: string };
    const refund = boughtBy(
      { cpf: CPF },
      { externalId, totalCents: 20_000, refundedCents: 20_000, updatedAt: test.clock.now() },
    );
    await shop.sell(refund);
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 0, debt: 0 });
  });

  it('a stop of either is the stop of the one, with its proof', async () => {
    const consent = (customerId: string, given: boolean) =>
      shop.run((work) =>
        setMarketingConsent(work, {
          customerId,
          consent: given,
          messageId: `m ${given}`,
          shown: saidElsewhere('test'),
        }),
      );
    await consent(shop.customerId, true);
    await consent(other, false);
    await merge();
    expect(await shop.run((work) => loadCustomer(work, shop.customerId))).toMatchObject({
      marketingConsent: false,
    });
    const proofs = (await shop.run((work) =>
      work.trx('consents').where({ customer_id: shop.customerId }).orderBy('id'),
    )) as { granted: boolean; message_id: string }[];
    expect(proofs.at(-1)).toMatchObject({
      granted: false,
      message_id: `merge:${other}`,
      text_version: 'merge',
    });
  });

  it('count together what limits look at', async () => {
    const limited = await openVoucherShop(test, [
      percent(1000, { limits: { max_cents_per_customer_month: 2500 } }),
    ]);
    await limited.sell(boughtBy({ cpf: OTHER_CPF }));
    shop = limited;
    const twin = await whoIs({ kind: 'cpf', value: OTHER_CPF });
    await shop.run((work) => mergeCustomers(work, { keep: shop.customerId, absorb: twin }));
    await shop.sell(boughtBy({ phone: ANA }), boughtBy({ cpf: OTHER_CPF }));
    expect(await cashbackOf(shop.customerId)).toMatchObject({ available: 2500 });
  });

  it('three in a row lead to the last', async () => {
    await shop.sell(boughtBy({ email: 'ana@exemplo.com.br' }));
    const third = await whoIs({ kind: 'email', value: 'ana@exemplo.com.br' });
    await merge();
    await shop.run((work) => mergeCustomers(work, { keep: third, absorb: shop.customerId }));
    expect(await shop.run((work) => livingCustomer(work, other))).toBe(third);
    expect(await cashbackOf(third)).toMatchObject({ available: 4000 });
    await shop.sell(boughtBy({ cpf: CPF }), boughtBy({ phone: ANA }));
    expect(await cashbackOf(third)).toMatchObject({ available: 6000 });
  });

  it('customers of another shop cannot be merged', async () => {
    const elsewhere = await openShop(test.db, []);
    await expect(
      test.db.asMerchant(elsewhere, (work) => mergeCustomers(work, { keep: shop.customerId, absorb: other })),
    ).rejects.toThrow('no such customer');
    await test.db.asMerchant(elsewhere, (work) => applySales(work, [saleOf()]));
  });
});
