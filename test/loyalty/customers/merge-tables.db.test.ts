import { readFileSync } from 'node:fs';
import { mergeCustomers } from '../../../src/loyalty';
import { insertRows, query } from '../../../src/db/rows';
import { suiteDatabase } from '../../support/database';
import { BIA, percent, saleOf } from '../../support/shop';
import { openVoucherShop } from '../../support/voucher-shop';

const test = suiteDatabase();

/** Moved by loyalty/customers/merge.ts: what of it may still matter is found under the one that there is now. */
const MOVED = [
  'balances',
  'campaign_members',
  'chats',
  'come_back_contacts',
  'customer_identities',
  'customer_labels',
  'customers',
  'declared_identities',
  'lot_uses',
  'lots',
  'outbox',
  'postings',
  'referrals',
  'rule_counters',
  'sale_claims',
  'sales',
  'vouchers',
];

/** What stays where it is, with why. */
const STAYS: Record<string, string> = {
  consents: 'the proof of a wish stays as it was given; what merging changes is a proof of its own',
  sale_changes: 'differences that are yet to be counted: moving the sale notes a minus here and a plus there',
  purchase_days: 'counted from the sales, whose moving notes the difference',
  buyers: 'counted from the purchase days; the day that someone is due is solved again for the last of them',
  one_time_links: 'good for fifteen minutes, and no page there is belongs to a customer',
};

/** Every table that names a customer, by a column of that name or by a reference. */
async function tablesOfCustomers(): Promise<string[]> {
  const rows = await test.db.call<{ name: string }>(
    `SELECT DISTINCT c.relname::text AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND (a.attname = 'customer_id' OR EXISTS (
       SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'customers'::regclass))
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

it('every table that names a customer is moved by a merge, or says why not', async () => {
  expect(await tablesOfCustomers()).toEqual([...MOVED, ...Object.keys(STAYS)].toSorted());
});

it.each(MOVED)('%s is named where customers are merged', (table) => {
  const sources = ['customers/merge.ts', 'customers/referral-pay.ts', 'ledger/moving.ts'].map((file) =>
    readFileSync(`src/loyalty/${file}`, 'utf8'),
  );
  expect(sources.join('\n')).toMatch(new RegExp(`\\b${table}\\b`));
});

it('what a campaign gave and what was asked of the one is found under the other', async () => {
  const shop = await openVoucherShop(test, [percent(1000)]);
  await shop.sell(saleOf({ phone: BIA }));
  const keep = shop.customerId;
  const absorb = await shop.run(async (work) => {
    const [row] = await query<{ id: string }>(
      work,
      `SELECT customer_id AS id FROM customer_identities WHERE merchant_id = current_merchant() AND value = ?`,
      [BIA],
    );
    return row?.id ?? '';
  });
  const given = test.clock.now();
  await shop.run(async (work) => {
    await insertRows(
      work,
      'campaign_members',
      {
        campaign: 'integer',
        customer_id: 'uuid',
        arm: 'text',
        assigned_at: 'timestamptz',
        given_at: 'timestamptz',
      },
      [
        { campaign: 1, customer_id: absorb, arm: 'treated', assigned_at: given, given_at: given },
        { campaign: 2, customer_id: absorb, arm: 'treated', assigned_at: given, given_at: given },
        { campaign: 2, customer_id: keep, arm: 'treated', assigned_at: given, given_at: null },
        { campaign: 3, customer_id: absorb, arm: 'control', assigned_at: given, given_at: null },
      ],
      '',
    );
    await insertRows(
      work,
      'come_back_contacts',
      { customer_id: 'uuid', purchase_day: 'integer', told_on: 'integer', reason: 'json' },
      [{ customer_id: absorb, purchase_day: 20_000, told_on: 20_040, reason: {} }],
      '',
    );
  });
  await shop.run((work) => mergeCustomers(work, { keep, absorb }));
  const [members, contacts] = await shop.run(async (work) => [
    await query(
      work,
      `SELECT campaign, arm, given_at AS given FROM campaign_members WHERE merchant_id = current_merchant()
         AND customer_id = ? ORDER BY campaign`,
      [keep],
    ),
    await query(
      work,
      `SELECT purchase_day AS day FROM come_back_contacts WHERE merchant_id = current_merchant() AND customer_id = ?`,
      [keep],
    ),
  ]);
  // Who has it already under the one is not given it again under the other.
  expect(members).toEqual([
    { campaign: 1, arm: 'treated', given },
    { campaign: 2, arm: 'treated', given },
    { campaign: 3, arm: 'control', given: null },
  ]);
  expect(contacts).toEqual([{ day: 20_000 }]);
});
