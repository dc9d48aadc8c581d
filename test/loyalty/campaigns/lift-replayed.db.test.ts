import {
  campaignOf,
  countAllChanges,
  createCampaign,
  InsightThread,
  runCampaigns,
  staffByPhone,
  type Campaign,
} from '../../../src/loyalty';
import { seededRandom } from '../../../src/loyalty/insight/numeric/random';
import { planReplay, readInvoices } from '../../../src/replay/plan';
import { query } from '../../../src/db/rows';
import { createConnection } from '../../../src/sync/connections';
import { takeInHistory } from '../../../src/sync/pull/history-intake';
import { openTestDatabase, type TestDatabase } from '../../support/database';
import { boughtAround, TWO_WEEKS } from '../../support/real-sales';
import { openShop, OWNER, percent } from '../../support/shop';

const CAMPAIGNS = 8;
const SIZE = 400;
/** The start of that day in the shop's zone, and of 14 December. */
const FROM = Date.parse('2010-12-08T03:00:00Z');
const TO = Date.parse('2010-12-14T03:00:00Z');
const known = boughtAround(TWO_WEEKS, '2010-12-08', '2010-12-14');

let test: TestDatabase;
let thread: InsightThread;
let shop: number;
beforeAll(async () => {
  test = await openTestDatabase();
  thread = new InsightThread();
  shop = await openShop(test.db, [percent(500)]);
  await takeInTwoWeeks();
});
afterAll(async () => {
  await thread.close();
  await test.close();
});

/** As SmartPOS tells of a shop's past: each sale as it stood in the end. */
async function takeInTwoWeeks(): Promise<void> {
  const last = new Map(
    planReplay(readInvoices(TWO_WEEKS)).map(({ body }) => {
      const { data } = JSON.parse(body) as { data: { uniqueIdentifier: string } };
      return [data.uniqueIdentifier, data] as const;
    }),
  );
  const { id } = await test.db.asMerchant(shop, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9/v1',
      company: null,
      apiKeyId: 'x',
      apiKeySecret: 'x',
    }),
  );
  await takeInHistory(
    { db: test.db, intake: null },
    shop,
    { id, totalIs: 'after-discount' },
    [...last.values()],
    { judge: false, connectedAt: Infinity },
  );
  await countAllChanges(test);
  await test.db.asMerchant(shop, (work) => work.trx('customers').update({ marketing_consent: true }));
}

/** One campaign that does nothing, with the clock at its day, from its creation to its verdict. */
async function campaignAmong(people: readonly string[], label: string, from: number): Promise<Campaign> {
  test.clock.set(from);
  const number = await test.db.asMerchant(shop, async (work) => {
    await query(
      work,
      `INSERT INTO customer_labels SELECT current_merchant(), customer_id, ?, now() FROM customer_identities
       WHERE merchant_id = current_merchant() AND kind = 'phone' AND value = ANY(?::text[])`,
      [label, people.map((customer) => `+55119${customer.padStart(8, '0')}`)],
    );
    const by = await staffByPhone(work, OWNER);
    const made = await createCampaign(work, {
      wish: { audience: { labels: [label] }, offer: { kind: 'points', points: 1 }, valid_days: 5 },
      words: null,
      by: by!,
      key: label,
    });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value.number;
  });
  for (const now of [from, TO]) {
    test.clock.set(now);
    await runCampaigns(test, { now, thread, told: () => Promise.resolve() });
  }
  return test.db.asMerchant(shop, async (work) => {
    const campaign = await campaignOf(work, number);
    // Its customers are free for the next one, which is of the same days.
    await query(work, `UPDATE campaigns SET ends_at = starts_at + interval '1 second' WHERE number = ?`, [
      number,
    ]);
    if (campaign === null) throw new Error('the campaign is gone');
    return campaign;
  });
}

/** What the file says of who was drawn into an arm. */
async function expected(number: number, arm: string): Promise<{ customers: number; returned: number }> {
  const members = await test.db.asMerchant(shop, (work) =>
    query<{ phone: string }>(
      work,
      `SELECT i.value AS phone FROM campaign_members m JOIN customer_identities i ON i.merchant_id = m.merchant_id
         AND i.customer_id = m.customer_id AND i.kind = 'phone' WHERE m.campaign = ? AND m.arm = ?`,
      [number, arm],
    ),
  );
  const came = members.filter(({ phone }) => known.get(String(Number(phone.slice(6)))));
  return { customers: members.length, returned: came.length };
}

it('campaigns that do nothing, over two real weeks: each counts what the file says, and claims no lift', async () => {
  const random = seededRandom(11);
  const kinds: string[] = [];
  for (let i = 0; i < CAMPAIGNS; i++) {
    const people = [...known.keys()]
      .map((customer) => ({ customer, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, SIZE);
    const { number, verdict } = await campaignAmong(
      people.map(({ customer }) => customer),
      `draw ${i}`,
      // The one before was over a second after it began.
      FROM + i * 2_000,
    );
    expect(verdict?.arms).toEqual({
      treated: await expected(number, 'treated'),
      control: await expected(number, 'control'),
    });
    expect((verdict?.arms.treated.customers ?? 0) + (verdict?.arms.control.customers ?? 0)).toBe(SIZE);
    kinds.push(verdict?.kind ?? 'none');
  }
  // At a rate of one in a hundred three of eight come once in twenty thousand runs.
  expect(kinds.filter((kind) => kind === 'lift').length).toBeLessThan(3);
  expect(kinds.filter((kind) => kind === 'broken-split').length).toBeLessThan(2);
  expect(kinds).toContain('no-difference-shown');
});
