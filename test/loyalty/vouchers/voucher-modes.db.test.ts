import {
  inspectOwnVoucher,
  inspectVoucher,
  issueRuleVouchers,
  issueVoucher,
  loadVoucherTerms,
  redeemBySale,
  redeemVoucher,
  setVoucherMode,
  tillRedeem,
  tillValidate,
  voucherCodes,
  voucherHolders,
  type IssuedVoucher,
  type Sale,
  type StaffMember,
  type VoucherMode,
} from '../../../src/loyalty';
import { START, suiteDatabase } from '../../support/database';
import { openShop, percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

const DAY = 86_400_000;
const test = suiteDatabase();
let shop: VoucherShop;

let voucher: IssuedVoucher;

/** Ana has R$ 10,00 for a day more than thirty, of which R$ 6,00 are in a voucher. */
beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(1000, { validity: { valid_days: 30 } })]);
  voucher = value(await issue(600));
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
});

const issue = (cents: number, key = `issue ${cents}`) =>
  shop.run((work) => issueVoucher(work, { customerId: shop.customerId, cents, key }));
const mode = (to: VoucherMode) =>
  shop.run((work) => setVoucherMode(work, { mode: to, procedure: 'Chame a Dona', by: shop.owner }));
const inspect = (by: StaffMember, code = voucher.code) =>
  shop.run((work) => inspectVoucher(work, { code, by }));
const outbox = (template: string) =>
  shop.run(async (work) => {
    const rows = (await work.trx('outbox').where({ template }).orderBy('seq').select('params')) as {
      params: unknown;
    }[];
    return rows.map(({ params }) => params);
  });

describe('who validates in the chat', () => {
  const manager: StaffMember = {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Gerente',
    role: 'manager',
  };

  it.each<[VoucherMode, boolean, boolean]>([
    ['counter', true, true],
    ['manual', false, true],
    ['connected-till', false, false],
    ['automatic', false, false],
  ])('in mode %s: a cashier %s, a manager %s, the owner always', async (to, cashierMay, managerMay) => {
    await mode(to);
    expect((await inspect(shop.cashier)).ok).toBe(cashierMay);
    expect((await inspect(manager)).ok).toBe(managerMay);
    expect((await inspect(shop.owner)).ok).toBe(true);
    const { id: voucherId } = voucher;
    const by = shop.cashier;
    const redeemed = await shop.run((work) =>
      redeemVoucher(work, { voucherId, purchaseCents: 5000, by, key: 'k' }),
    );
    expect(redeemed).toMatchObject(
      cashierMay ? { ok: true } : { refusal: { code: 'voucher-mode', mode: to } },
    );
  });

  it('manual mode has the shop’s procedure, and no other has', async () => {
    const terms = () => shop.run(loadVoucherTerms);
    expect(await terms()).toEqual({ mode: 'counter', procedure: null, refund: 'back-to-balance' });
    await mode('manual');
    expect(await terms()).toMatchObject({ mode: 'manual', procedure: 'Chame a Dona' });
    await mode('counter');
    expect(await terms()).toMatchObject({ procedure: null });
    await expect(
      shop.run((work) => setVoucherMode(work, { mode: 'manual', by: shop.owner })),
    ).rejects.toThrow(RangeError);
  });
});

describe('the connected till', () => {
  const redeem = (change: object = {}) =>
    shop.run((work) =>
      tillRedeem(work, {
        code: `smartbis:${voucher.code.toLowerCase()}`,
        till: 'till-1',
        purchaseCents: 5000,
        key: 'k',
        ...change,
      }),
    );

  it('asks what a voucher is worth, then redeems it once', async () => {
    const asked = await shop.run((work) =>
      tillValidate(work, { code: voucher.code, till: 'till-1', purchaseCents: 400 }),
    );
    expect(value(asked)).toMatchObject({ id: voucher.id, paysCents: 400, holder: null });
    const first = value(await redeem());
    expect(first).toMatchObject({ paidCents: 600, returnedCents: 0 });
    expect(value(await redeem())).toEqual(first);
    expect(await redeem({ key: 'other' })).toMatchObject({ refusal: { code: 'voucher-redeemed' } });
    expect((await shop.balance()).cashback).toMatchObject({ available: 400, held: 0 });
  });

  it.each([
    ['another purchase', { purchaseCents: 5001 }],
    ['another store', { store: 'loja-2' }],
    ['another code', { code: '00000000' }],
  ])('a key that was used with %s is a conflict', async (_what, change) => {
    value(await redeem());
    expect(await redeem(change)).toEqual({ ok: false, refusal: { code: 'idempotency-conflict' } });
  });

  it('keys are each till’s own', async () => {
    value(await redeem());
    const other = value(await issue(100));
    const redeemed = await redeem({ code: other.code, till: 'till-2' });
    expect(value(redeemed)).toMatchObject({ voucherId: other.id, paidCents: 100 });
  });

  it('what is no code, and what is nobody’s, get one answer', async () => {
    const ask = (code: string) => redeem({ code, key: code });
    const unknown = { ok: false, refusal: { code: 'voucher-not-found' } };
    for (const code of ['', 'PROMO10', '0000-0000', '💚', 'x'.repeat(5000)])
      expect(await ask(code)).toEqual(unknown);
  });
});

describe('a sale that comes with a code', () => {
  const sale = (change: Partial<Sale> = {}): Sale =>
    saleOf({ occurredAt: test.clock.now(), totalCents: 5000, voucherCode: voucher.code, ...change });
  const redeemBy = (one: Sale) => shop.run((work) => redeemBySale(work, one));

  beforeEach(() => mode('automatic'));

  it('redeems it once, however often the sale is told', async () => {
    const one = sale();
    const paid = { ok: true, value: { cents: 600, voucherId: voucher.id, holderId: shop.customerId } };
    expect(await redeemBy(one)).toEqual(paid);
    expect(await redeemBy({ ...one, updatedAt: test.clock.now() + 1, refundedCents: 5000 })).toEqual(paid);
    expect((await shop.balance()).cashback).toMatchObject({ available: 400, held: 0 });
    expect(await outbox('voucher-not-honoured')).toEqual([]);
    expect(await outbox('voucher-redeemed')).toHaveLength(1);
  });

  it('one that cannot be honoured is told to the owner once, with the reason and without the code', async () => {
    value(await redeemBy(sale()));
    const second = sale({ terminal: 'T9' });
    for (let i = 0; i < 2; i++)
      expect(await redeemBy(second)).toMatchObject({ ok: false, refusal: { code: 'voucher-redeemed' } });
    const told = await outbox('voucher-not-honoured');
    expect(told).toMatchObject([
      {
        kind: 'voucher-not-honoured',
        saleCents: 5000,
        terminal: 'T9',
        refusal: { code: 'voucher-redeemed' },
      },
    ]);
    expect(JSON.stringify(told)).not.toContain(voucher.code);
  });

  it.each(['PROMO10', '0000-0000'])('an unknown code, %s, is told too', async (voucherCode) => {
    expect(await redeemBy(sale({ voucherCode }))).toMatchObject({ refusal: { code: 'voucher-not-found' } });
    expect(await outbox('voucher-not-honoured')).toHaveLength(1);
  });

  it('is judged by the moment of the sale, not by its arrival', async () => {
    const before = sale({ occurredAt: voucher.expiresAt - 1000 });
    test.clock.set(voucher.expiresAt + 60_000);
    expect(await redeemBy(before)).toMatchObject({ ok: true, value: { cents: 600 } });
  });

  it('expired when the sale was made, it is refused', async () => {
    test.clock.set(voucher.expiresAt + 60_000);
    expect(await redeemBy(sale({ occurredAt: voucher.expiresAt }))).toMatchObject({
      refusal: { code: 'voucher-expired' },
    });
  });

  it('a machine whose clock is a few minutes behind is believed, one that is hours behind is not', async () => {
    const grant = (saleId: string) => ({
      customerId: shop.customerId,
      saleId,
      ruleId: 'r',
      grant: {
        rule: 0,
        benefit: { kind: 'voucher-fixed' as const, cents: 500 },
        availableAt: test.clock.now(),
        expiresAt: START + 30 * DAY,
        minimumPurchaseCents: null,
      },
    });
    const issued = await shop.run((work) => issueRuleVouchers(work, [grant('a'), grant('b')]));
    const ids = issued.map(({ voucherId }) => voucherId);
    const codes = await shop.run((work) => voucherCodes(work, ids));
    const by = (id: string | undefined, minutes: number) =>
      redeemBy(
        sale({
          voucherCode: codes.get(id ?? '')?.code ?? '',
          occurredAt: test.clock.now() - minutes * 60_000,
        }),
      );
    expect(await by(ids[0], 5)).toMatchObject({ ok: true });
    expect(await by(ids[1], 120)).toMatchObject({ refusal: { code: 'voucher-not-yet' } });
  });

  it.each([
    ['of which it is a part', 5000, 600],
    ['from which it was taken off', 4400, 0],
  ])(
    'after its validation at the counter it is found again, on a total %s',
    async (_what, totalCents, cents) => {
      await mode('counter');
      const { id: voucherId } = voucher;
      value(
        await shop.run((work) =>
          redeemVoucher(work, { voucherId, purchaseCents: 5000, by: shop.cashier, key: 'k' }),
        ),
      );
      const one = sale({ totalCents });
      for (let i = 0; i < 2; i++) expect(value(await redeemBy(one))).toMatchObject({ cents, voucherId });
      expect(value(await redeemBy(sale({ totalCents })))).toMatchObject({ cents: 0, voucherId: null });
      await mode('automatic');
      expect(await redeemBy(sale({ totalCents }))).toMatchObject({ refusal: { code: 'voucher-redeemed' } });
    },
  );

  it('in the other modes an open voucher waits for its validation', async () => {
    await mode('counter');
    expect(value(await redeemBy(sale()))).toEqual({ cents: 0, voucherId: null, holderId: null });
    expect((await shop.balance()).cashback.held).toBe(600);
    expect(await outbox('voucher-not-honoured')).toEqual([]);
  });

  it('whose money may move is known before anything is locked', async () => {
    const holders = (one: Sale) => shop.run((work) => voucherHolders(work, [one]));
    expect(await holders(sale())).toEqual([shop.customerId]);
    const one = sale();
    value(await redeemBy(one));
    expect(await holders({ ...one, voucherCode: null })).toEqual([shop.customerId]);
    expect(await holders(sale({ voucherCode: null }))).toEqual([]);
  });
});

describe('guessing', () => {
  const by = (id: string): StaffMember => ({ id, name: 'Caixa', role: 'cashier' });
  const guess = (who: string, code: string) =>
    shop.run((work) => inspectVoucher(work, { code, by: by(who) }));
  const miss = (i: number) => `0000${String(i).padStart(4, '0')}`;

  it('ten wrong codes a day, also when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => guess('a', miss(i))));
    expect(answers.filter((one) => !one.ok && one.refusal.code === 'voucher-not-found')).toHaveLength(10);
    expect(await guess('a', voucher.code)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    test.clock.advance(DAY + 1);
    expect(await guess('a', voucher.code)).toMatchObject({ ok: true });
  });

  it('two hundred of everyone’s stop strangers, but not staff whose own codes are right', async () => {
    for (let i = 0; i < 200; i++) await guess(`guesser ${Math.floor(i / 10)}`, miss(i));
    expect(await guess('honest', miss(1))).toMatchObject({ refusal: { code: 'voucher-not-found' } });
    expect(await guess('honest', voucher.code)).toMatchObject({ ok: true });
    for (let i = 0; i < 2; i++) await guess('honest', miss(i));
    expect(await guess('honest', voucher.code)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    const customerId = '00000000-0000-4000-8000-000000000009';
    const stranger = (code: string) => shop.run((work) => inspectOwnVoucher(work, { customerId, code }));
    expect(await stranger(voucher.code)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    const own = await shop.run((work) =>
      inspectOwnVoucher(work, { customerId: shop.customerId, code: voucher.code }),
    );
    expect(own).toMatchObject({ ok: true });
  });

  it('unknown, used and foreign codes get one answer from who is not the shop’s staff; staff hear how theirs ended', async () => {
    const stranger = { customerId: '00000000-0000-4000-8000-000000000009' };
    const ask = (code: string) => shop.run((work) => inspectOwnVoucher(work, { ...stranger, code }));
    const used = value(await issue(100));
    value(
      await shop.run((work) =>
        redeemVoucher(work, { voucherId: used.id, purchaseCents: 5000, by: shop.cashier, key: 'k' }),
      ),
    );
    const elsewhere = await openShop(test.db, [], 'Outra loja');
    const answers = [await ask('0000-0000'), await ask(used.code), await ask(voucher.code)];
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, refusal: { code: 'voucher-not-found' } });
    const foreign = test.db.asMerchant(elsewhere, (work) =>
      inspectVoucher(work, { code: used.code, by: by('b') }),
    );
    expect(await foreign).toEqual({ ok: false, refusal: { code: 'voucher-not-found' } });
    expect(await inspect(shop.cashier, used.code)).toMatchObject({
      refusal: { code: 'voucher-redeemed', paidCents: 100 },
    });
  });
});
