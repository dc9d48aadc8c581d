import {
  checkBooks,
  countAllChanges,
  createCampaign,
  InsightThread,
  mergeCustomers,
  runCampaigns,
  staffByPhone,
} from '../../../src/loyalty';
import { query } from '../../../src/db/rows';
import { openTestDatabase, START, type TestDatabase } from '../../support/database';
import { openShop, OWNER, saleOf, sellToWilling } from '../../support/shop';
import { phoneOf } from '../../support/silent-shop';
import { faultsOf } from '../../support/voucher-books';

/** A race is real only where many sessions run; the embedded database has one. */
const REAL = process.env['TEST_DATABASE_URL'] !== undefined;
const ROUNDS = REAL ? 8 : 1;
/** Persons of whom each is known twice: by a phone and by an e-mail. */
const PAIRS = REAL ? 16 : 8;
const DAY = 86_400_000;
const GIFT = 1_500;

let test: TestDatabase;
let thread: InsightThread;
beforeAll(async () => {
  test = await openTestDatabase(REAL ? 24 : 10);
  thread = new InsightThread();
});
afterAll(async () => {
  await thread.close();
  await test.close();
});

interface Pair {
  phone: string;
  email: string;
}

async function shopOfPairs(): Promise<{ shop: number; pairs: Pair[] }> {
  test.clock.set(START);
  const shop = await openShop(test.db, []);
  const at = { occurredAt: START - 60 * DAY, updatedAt: START - 60 * DAY };
  const nobody = { name: null, phone: null, cpf: null, email: null, cardFingerprint: null };
  const pairs = await test.db.asMerchant(shop, async (work) => {
    await sellToWilling(
      work,
      [...Array(PAIRS).keys()].flatMap((i) => [
        saleOf({ ...at, buyer: { ...nobody, phone: phoneOf(i) } }),
        saleOf({ ...at, buyer: { ...nobody, email: `p${i}@exemplo.com.br` } }),
      ]),
    );
    return query<Pair>(
      work,
      `SELECT p.customer_id AS phone, e.customer_id AS email FROM customer_identities p JOIN customer_identities e
         ON e.merchant_id = p.merchant_id AND e.kind = 'email' AND e.value = 'p' || right(p.value, 5)::integer || '@exemplo.com.br'
       WHERE p.merchant_id = current_merchant() AND p.kind = 'phone'`,
    );
  });
  expect(pairs).toHaveLength(PAIRS);
  await countAllChanges(test);
  return { shop, pairs };
}

it('a campaign gives while its customers prove to be one: each gift is booked once, and nobody gone has one', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { shop, pairs } = await shopOfPairs();
    await test.db.asMerchant(shop, async (work) => {
      const by = await staffByPhone(work, OWNER);
      const offer = { kind: 'cashback' as const, cents: GIFT };
      const wish = { audience: { everybody: true as const }, offer, valid_days: 7 };
      expect(await createCampaign(work, { wish, words: null, by: by!, key: 'race' })).toMatchObject({
        ok: true,
      });
    });
    const give = (): Promise<void> =>
      runCampaigns(test, { now: test.clock.now(), thread, told: () => Promise.resolve() });
    const merges = pairs.map(({ phone, email }, i) =>
      test.db.asMerchant(shop, (work) =>
        mergeCustomers(work, i % 2 === 0 ? { keep: phone, absorb: email } : { keep: email, absorb: phone }),
      ),
    );
    await Promise.all([give(), ...merges, give()]);
    await give();
    const [sums] = await test.db.asMerchant(shop, (work) =>
      query<{ spent: number; given: number; granted: number; gone: number; waiting: number; twice: number }>(
        work,
        `SELECT (SELECT spent_cents FROM campaigns) AS spent,
           (SELECT sum(p.quantity) FROM postings p JOIN transactions t ON t.id = p.transaction_id
            WHERE t.kind = 'adjustment' AND p.source = 'program')::bigint AS granted,
           (SELECT count(*) FROM transactions t WHERE t.kind = 'adjustment'
              AND EXISTS (SELECT FROM postings p WHERE p.transaction_id = t.id AND p.source = 'program')) AS given,
           (SELECT coalesce(sum(b.quantity), 0) FROM balances b JOIN customers c ON c.id = b.customer_id
            WHERE c.merged_into IS NOT NULL)::bigint AS gone,
           (SELECT count(*) FROM campaign_members m JOIN customers c ON c.id = m.customer_id AND c.merged_into IS NULL
            WHERE m.arm = 'treated' AND m.given_at IS NULL AND m.skipped IS NULL) AS waiting,
           (SELECT count(*) FROM (SELECT FROM outbox WHERE template = 'campaign' GROUP BY cause HAVING count(*) > 1) AS o) AS twice`,
      ),
    );
    expect(sums).toMatchObject({ gone: 0, waiting: 0, twice: 0, spent: sums?.granted });
    expect(sums?.granted).toBe((sums?.given ?? 0) * GIFT);
    expect(sums?.given).toBeGreaterThan(0);
    expect(await faultsOf(test.db, shop)).toEqual([]);
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  }
});

it('a campaign that many give at once costs no more than its budget, and uses it up', async () => {
  const [people, gifts] = [400, 130];
  test.clock.set(START);
  const shop = await openShop(test.db, []);
  const at = { occurredAt: START - 60 * DAY, updatedAt: START - 60 * DAY };
  await test.db.asMerchant(shop, async (work) => {
    await sellToWilling(
      work,
      [...Array(people).keys()].map((i) => saleOf({ ...at, phone: phoneOf(i) })),
    );
  });
  await countAllChanges(test);
  await test.db.asMerchant(shop, async (work) => {
    const offer = { kind: 'cashback' as const, cents: GIFT };
    const audience = { everybody: true as const };
    const wish = { audience, offer, valid_days: 7, budget_cents: gifts * GIFT + GIFT - 1 };
    const by = await staffByPhone(work, OWNER);
    expect(await createCampaign(work, { wish, words: null, by: by!, key: 'race' })).toMatchObject({
      ok: true,
    });
  });
  const give = (): Promise<void> =>
    runCampaigns(test, { now: test.clock.now(), thread, told: () => Promise.resolve() });
  await Promise.all(Array.from({ length: 8 }, give));
  await give();
  const [sums] = await test.db.asMerchant(shop, (work) =>
    query<{ spent: number; granted: number; members: number }>(
      work,
      `SELECT (SELECT spent_cents FROM campaigns) AS spent, (SELECT sum(granted)::bigint FROM lots) AS granted,
         (SELECT count(*) FROM campaign_members WHERE arm = 'treated' AND given_at IS NOT NULL) AS members`,
    ),
  );
  expect(sums).toEqual({ spent: gifts * GIFT, granted: gifts * GIFT, members: gifts });
  expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
});
