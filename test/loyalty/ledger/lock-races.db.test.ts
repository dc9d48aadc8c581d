import {
  acceptReferral,
  adjustBalance,
  applySales,
  balanceOf,
  checkBooks,
  eraseCustomer,
  issueVoucher,
  referralCode,
  setReferralTerms,
  setVoucherMode,
  type Sale,
  type Work,
} from '../../../src/loyalty';
import { lockBalances } from '../../../src/loyalty/ledger/ledger-rows';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { LockWatch } from '../../support/lock-watch';
import { customerKnownBy, percent, saleOf } from '../../support/shop';
import { faultsOf } from '../../support/voucher-books';
import { openVoucherShop, value, type VoucherShop } from '../../support/voucher-shop';

/** A race is real only where many sessions run; the embedded database has one. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const ROUNDS = REAL ? 25 : 2;
const BALANCES = '%FROM balances%FOR UPDATE%';

let test: TestDatabase;
let shop: VoucherShop;
let watch: LockWatch;

beforeAll(async () => {
  test = await openTestDatabase(20);
  watch = await LockWatch.open(test.url);
});
afterAll(async () => {
  await watch.close();
  await test.close();
});
beforeEach(async () => {
  shop = await openVoucherShop(test, [percent(1000)]);
});
afterEach(async () => {
  expect(await faultsOf(test.db, shop.id)).toEqual([]);
  expect((await test.db.snapshot(shop.id, checkBooks)).faults).toEqual([]);
});

const of = (email: string, change: Partial<Sale> = {}): Sale =>
  saleOf({ ...change, buyer: { name: null, phone: null, cpf: null, email, cardFingerprint: null } });

const known = (email: string): Promise<string> =>
  shop.run((work) => customerKnownBy(work, { kind: 'email', value: email }));

interface Person {
  id: string;
  email: string;
}

const person = async (email: string): Promise<Person> => ({ email, id: await known(email) });

/** Two customers in the order in which their balances are locked. */
async function inOrder(name: string): Promise<[Person, Person]> {
  const [one, other] = [await person(`${name}1@exemplo.com.br`), await person(`${name}2@exemplo.com.br`)];
  return one.id < other.id ? [one, other] : [other, one];
}

const adjust = (work: Work, customerId: string, quantity: number, key: string) =>
  adjustBalance(work, { customerId, asset: 'cashback', quantity, reason: 'teste', by: shop.owner, key });

it('taken out and put into a voucher at once: one of them has it, the other is refused', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const customerId = await known(`ana${i}@exemplo.com.br`);
    await shop.sell(of(`ana${i}@exemplo.com.br`));
    const tries = await Promise.all([
      shop.run((work) => adjust(work, customerId, -1000, `out ${i}`)),
      shop.run((work) => issueVoucher(work, { customerId, cents: 1000, key: `in ${i}` })),
    ]);
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

it('what is taken out waits for whoever has the balance', async () => {
  let ended: Promise<unknown> | undefined;
  await shop.run(async (work) => {
    await issueVoucher(work, { customerId: shop.customerId, cents: 600, key: 'first' });
    ended = shop.run((inner) => adjust(inner, shop.customerId, -1000, 'late'));
    await watch.waits('the wait for the voucher', BALANCES);
  });
  expect(await ended).toMatchObject({ ok: false, refusal: { code: 'insufficient-balance', available: 400 } });
});

it('erased while a voucher is issued: it waits, and the voucher ends with the person', async () => {
  let ended: Promise<unknown> | undefined;
  await shop.run(async (work) => {
    await issueVoucher(work, { customerId: shop.customerId, cents: 600, key: 'first' });
    ended = shop.run((inner) => eraseCustomer(inner, shop.customerId));
    await watch.waits('the wait for the voucher', BALANCES);
  });
  await ended;
  const { available, held } = (await shop.run((work) => balanceOf(work, shop.customerId))).cashback;
  expect({ available, held }).toEqual({ available: 0, held: 0 });
});

it('erased while a sale is judged: it waits, and what the sale gave lapses too', async () => {
  let ended: Promise<unknown> | undefined;
  await shop.run(async (work) => {
    await applySales(work, [saleOf()]);
    ended = shop.run((inner) => eraseCustomer(inner, shop.customerId));
    await watch.waits('the wait for the sale', '%pg_advisory_xact_lock%');
  });
  expect(await ended).toMatchObject({ cashbackCents: 2000 });
  expect((await shop.run((work) => balanceOf(work, shop.customerId))).cashback.available).toBe(0);
});

/** One who has the first balance takes the second meanwhile: whoever judges the sales must have waited with neither. */
async function judgedBeside([first, second]: [Person, Person], sales: readonly Sale[]): Promise<void> {
  let ended: Promise<unknown> | undefined;
  await shop.run(async (work) => {
    await lockBalances(work, [first.id]);
    ended = shop.run((inner) => applySales(inner, sales));
    await watch.waits('the wait for the balance', BALANCES);
    await lockBalances(work, [second.id]);
  });
  await ended;
}

it.each([
  ['first', true],
  ['second', false],
])(
  'the holder of a code that comes with a sale is locked together with its buyer, who is the %s',
  async (_, isFirst) => {
    await shop.run((work) => setVoucherMode(work, { mode: 'automatic', by: shop.owner }));
    const [first, second] = await inOrder('bia');
    const [buyer, holder] = isFirst ? [first, second] : [second, first];
    await shop.sell(of(buyer.email), of(holder.email));
    const { code } = value(
      await shop.run((work) => issueVoucher(work, { customerId: holder.id, cents: 500, key: 'code' })),
    );
    await judgedBeside([first, second], [of(buyer.email, { voucherCode: code })]);
    expect((await shop.run((work) => balanceOf(work, holder.id))).cashback.held).toBe(0);
  },
);

it('whoever brought a friend is locked together with the friend', async () => {
  const [giver, friend] = await inOrder('carla');
  await shop.run(async (work) => {
    const terms = { giverCents: 1000, friendCents: 500, validDays: null };
    value(await setReferralTerms(work, { terms, by: shop.owner, key: 'terms' }));
    const code = await referralCode(work, giver.id);
    value(await acceptReferral(work, { friendId: friend.id, code }));
    for (const { id } of [giver, friend]) value(await adjust(work, id, 100, id));
  });
  await judgedBeside([giver, friend], [of(friend.email, { occurredAt: test.clock.now() })]);
  expect((await shop.run((work) => balanceOf(work, giver.id))).cashback.available).toBe(1100);
});
