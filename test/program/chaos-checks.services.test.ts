import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  countAllChanges,
  createCampaign,
  InsightThread,
  runCampaigns,
  staffByPhone,
} from '../../src/loyalty';
import { query } from '../../src/db/rows';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { openTestDatabase, START } from '../support/database';
import { Chat } from '../support/dialog';
import { createDatabase } from '../support/postgres';
import { requiredService } from '../support/services';
import { ANA, CASHIER, openShop, OWNER, percent } from '../support/shop';
import { phoneOf } from '../support/silent-shop';

const CHILD = join(__dirname, '..', 'support', 'chaos-checks-child.mjs');
const BUYERS = [ANA, ...[...Array(7).keys()].map(phoneOf)];
const GIFT_CENTS = 100;

/** What the driver of a run counted by itself. */
interface Counted {
  shops: { place: number; merchantId: number; channel: string; asset: string }[];
  sold: { id: string; shop: number; phone: string; leftCents: number }[];
  acknowledged: string[][];
  said: { place: number; id: string }[];
  taken: [string, number][];
  redeemed: [string, { place: number; cents: number }][];
  confirmed: [string, number][];
  shown: [string, string][];
}

interface Fault {
  what: string;
  /** The check that has to say so, and how. */
  check: string;
  says: RegExp;
  /** What the product itself would not do, done by the owner of the tables. */
  sql?: string;
  /** Or what the driver was told otherwise. */
  counted?: (counted: Counted) => void;
}

/** A row once more, with these columns (JSON) of its own. */
const copyOf = (table: string, columns: object, where: string): string =>
  `INSERT INTO ${table} OVERRIDING SYSTEM VALUE
   SELECT n.* FROM ${table} AS o CROSS JOIN LATERAL jsonb_populate_record(o, '${JSON.stringify(columns)}') AS n
   WHERE o.ctid = (SELECT ctid FROM ${table} WHERE ${where} LIMIT 1)`;
const NEW_SEQ = { seq: 1_000_000 };
const OTHER = '00000000-0000-4000-8000-000000000001';
const AWARD = "SELECT id FROM transactions WHERE sale_id = 's0' AND kind = 'award'";
const TELLS_S1 = "template = 'benefit-earned' AND cause LIKE '%:s1:%'";
/** The award of s0 once more, with all that belongs to one: the books balance. */
const AWARDED_TWICE = [
  copyOf('transactions', { id: OTHER }, `id IN (${AWARD})`),
  copyOf('postings', { ...NEW_SEQ, transaction_id: OTHER }, `transaction_id IN (${AWARD})`),
  copyOf(
    'lots',
    {
      id: OTHER,
      transaction_id: OTHER,
      remaining: 500,
    },
    `transaction_id IN (${AWARD})`,
  ),
  `UPDATE balances b SET quantity = b.quantity + 500 FROM postings p
   WHERE p.transaction_id = '${OTHER}' AND b.customer_id = p.customer_id`,
].join(';\n');

const LOST_EVENT = 'no acknowledged event is lost';
const SALES = 'each sale stands at what is left of it';
const GRANTS = 'each sale is granted once, less what was taken back';
const TOLD = 'whoever earned is told';
const SAID = 'each acknowledged message of a customer is handled once';
const REDEEMED = 'no voucher is redeemed twice, none without its till';
const VOUCHERS = 'no more vouchers than were agreed to, each shown';
const GIFTS = 'each gift of a campaign is given once, within its budget';
const MARKETING = 'marketing is never doubled';
const OWED = 'what customers are owed arrives, or its end is told';
const LEFT = 'nothing waits, nothing is kept for a person';

const FAULTS: readonly Fault[] = [
  {
    what: 'an account that is no longer what was posted',
    check: 'every invariant of the books',
    says: /balances are what the postings sum to/,
    sql: 'UPDATE balances SET quantity = quantity + 1',
  },
  {
    what: 'an event that was acknowledged and is gone',
    check: LOST_EVENT,
    says: /^d1 is gone$/,
    sql: "DELETE FROM inbox_events WHERE delivery_id = 'd1'",
  },
  {
    what: 'a sale that is gone',
    check: SALES,
    says: /^sale s1 is lost$/,
    sql: "DELETE FROM sales WHERE id = 's1'",
  },
  {
    what: 'a refund that was not taken in',
    check: SALES,
    says: /^sale s2: 10000 left and 250 given, should be 5000 and 250$/,
    sql: "UPDATE sales SET refunded_cents = 0 WHERE id = 's2'",
  },
  {
    what: 'a sale that nobody made',
    check: SALES,
    says: /^9 sales of 8$/,
    sql: copyOf('sales', { id: 's9' }, "id = 's0'"),
  },
  { what: 'an award given twice', check: GRANTS, says: /^sale s0: 1000 granted of 500$/, sql: AWARDED_TWICE },
  {
    what: 'an award that went to somebody else',
    check: GRANTS,
    says: /^s0: granted to somebody else$/,
    sql: `UPDATE postings SET customer_id = (SELECT customer_id FROM sales WHERE id = 's1') WHERE transaction_id IN (${AWARD})`,
  },
  {
    what: 'an award that nobody was told of',
    check: TOLD,
    says: /^sale s1: told 0 times$/,
    sql: `DELETE FROM outbox WHERE ${TELLS_S1}`,
  },
  {
    what: 'an award that was told of twice',
    check: TOLD,
    says: /^sale s1: told 2 times$/,
    sql: copyOf('outbox', { ...NEW_SEQ, id: OTHER }, TELLS_S1),
  },
  {
    what: 'words of a customer that are gone',
    check: SAID,
    says: /^message \w+ is lost$/,
    sql: "DELETE FROM inbound_messages WHERE body = 'resgatar 1'",
  },
  {
    what: 'words of a customer that nobody answered',
    check: SAID,
    says: /^message \w+ was not answered$/,
    sql: "UPDATE inbound_messages SET handled_at = NULL WHERE body = 'resgatar 1'",
  },
  {
    what: 'a voucher that was paid out twice',
    check: REDEEMED,
    says: /^voucher \S+: 100 noted, 200 posted, the till was told 100$/,
    sql: copyOf('postings', NEW_SEQ, "destination = 'redeemed'"),
  },
  {
    what: 'a voucher that no till redeemed',
    check: REDEEMED,
    says: /^voucher \S+ was redeemed by nobody$/,
    counted: ({ redeemed }) => redeemed.splice(0),
  },
  {
    what: 'a voucher that a till redeemed and that is open again',
    check: REDEEMED,
    says: /^voucher \S+ was redeemed at the till, and is not$/,
    sql: "UPDATE vouchers SET state = 'open', settled_at = NULL, paid_cents = NULL, purchase_cents = NULL",
  },
  {
    what: 'a voucher that nobody agreed to',
    check: VOUCHERS,
    says: /^2 vouchers, 1 agreed to, 1 shown$/,
    sql: copyOf(
      'vouchers',
      { id: OTHER, code_hash: '\\x01', idempotency_key: 'other', settled_key: 'other' },
      'true',
    ),
  },
  {
    what: 'a gift that was given twice',
    check: GIFTS,
    says: /^shop 1: (\d+) given, \d+ spent, \d+ granted, \1 told$/,
    sql: copyOf(
      'lots',
      { id: OTHER },
      "transaction_id IN (SELECT id FROM transactions WHERE kind = 'adjustment')",
    ),
  },
  {
    what: 'a gift that no budget paid',
    check: GIFTS,
    says: /^shop 1: \d+ given, \d+ spent/,
    sql: 'UPDATE campaigns SET spent_cents = spent_cents - 100',
  },
  {
    what: 'an offer that went out twice',
    check: MARKETING,
    says: /^message \S+ went 2 times$/,
    counted: ({ taken }) => taken.forEach((one) => (one[1] = 2)),
  },
  {
    what: 'an offer that was written twice',
    check: MARKETING,
    says: /^two rows of one cause and customer$/,
    sql: copyOf('outbox', { ...NEW_SEQ, id: OTHER }, "template = 'campaign'"),
  },
  {
    what: 'a message that is said to be sent and never came',
    check: OWED,
    says: /^\S+ \S+ is sent \(null\), and never arrived$/,
    counted: ({ taken }) => taken.splice(0),
  },
  {
    what: 'a message that came and is said to have failed',
    check: OWED,
    says: /^benefit-earned \S+ is failed \(refused\), and arrived$/,
    sql: `UPDATE outbox SET state = 'failed', reason = 'refused' WHERE ${TELLS_S1}`,
  },
  {
    what: 'an event that still waits',
    check: LEFT,
    says: /^1 events are left$/,
    sql: "INSERT INTO inbox_due (merchant_id, delivery_id, body_hash, due_at) SELECT merchant_id, delivery_id, body_hash, now() FROM inbox_events WHERE delivery_id = 'd1'",
  },
  {
    what: 'an event that a person has to look at',
    check: LEFT,
    says: /^1 kept are left$/,
    sql: "INSERT INTO kept_events (merchant_id, delivery_id, body_hash, reason, kept_at) SELECT merchant_id, delivery_id, body_hash, 'r', now() FROM inbox_events WHERE delivery_id = 'd1'",
  },
];

const server = requiredService('TEST_DATABASE_URL');
/** By what is wrong; '' where nothing is. */
const said = new Map<string, { what: string; faults: string[] }[]>();

/** A shop whose day is over, and what its driver counted; nobody is in its database any more. */
async function dayOf(url: string): Promise<Counted> {
  const test = await openTestDatabase(4, url);
  const { db, clock } = test;
  const shop = await openShop(db, [percent(500, { validity: { valid_days: 60 } })]);
  const run = <Row>(sql: string): Promise<Row[]> => db.asMerchant(shop, (work) => query<Row>(work, sql));
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  const { id: connectionId } = await db.asMerchant(shop, (work) => createConnection(work, wish));
  clock.advance(120_000);
  const intake = new Intake(db, clock, test.doorbell);
  const tell = (deliveryId: string, type: string, data: object): Promise<unknown> => {
    const body = JSON.stringify({ type, timestamp: new Date(clock.now()).toISOString(), data });
    return intake.add({ merchantId: shop, connectionId, deliveryId, source: 'webhook', body });
  };
  const creationDate = new Date(START + 60_000).toISOString();
  const saleOf = (i: number) => ({
    uniqueIdentifier: `s${i}`,
    creationDate,
    totalAmount: 100,
    customer: { phone: BUYERS[i] },
  });
  for (const i of BUYERS.keys()) await tell(`d${i}`, 'sale.approved', saleOf(i));
  await tell('d-refund', 'sale.refunded', {
    ...saleOf(2),
    refundedAmount: 50,
    updateDate: new Date(clock.now()).toISOString(),
  });
  await readInbox(db, shop, test.logger, FULL_PACE);
  const [ana, cashier] = [new Chat(test, shop, ANA), new Chat(test, shop, CASHIER)];
  await ana.says('resgatar 1');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await ana.says('sim')).text)?.[0] ?? '';
  await cashier.dialog([
    [`validar ${code} em 80,00`, /R\$ 1,00/],
    ['sim', /R\$ 1,00/],
  ]);
  await campaign();
  await run("UPDATE outbox SET state = 'sent', settled_at = now() WHERE state = 'queued'");
  const column = async (sql: string): Promise<string[]> =>
    (await run<{ id: string }>(sql)).map(({ id }) => id);
  const counted: Counted = {
    shops: [{ place: 0, merchantId: shop, channel: 'cloud-api', asset: 'cashback' }],
    sold: BUYERS.map((phone, i) => ({ id: `s${i}`, shop: 0, phone, leftCents: i === 2 ? 5_000 : 10_000 })),
    acknowledged: [[...BUYERS.keys()].map((i) => `d${i}`)],
    said: (await column('SELECT id FROM inbound_messages')).map((id) => ({ place: 0, id })),
    taken: (await column("SELECT id FROM outbox WHERE state = 'sent'")).map((id) => [id, 1]),
    redeemed: (await column('SELECT id FROM vouchers')).map((id) => [id, { place: 0, cents: 100 }]),
    confirmed: [[`0 ${ANA}`, 1]],
    shown: [[`0 ${code}`, ANA]],
  };
  await test.close();
  return counted;

  async function campaign(): Promise<void> {
    await db.asMerchant(shop, (work) => work.trx('customers').update({ marketing_consent: true }));
    await countAllChanges(test);
    const thread = new InsightThread();
    await db.asMerchant(shop, async (work) => {
      const offer = { kind: 'cashback' as const, cents: GIFT_CENTS };
      const audience = { everybody: true as const };
      const by = await staffByPhone(work, OWNER);
      if (by === null) throw new Error('there is no owner');
      const made = await createCampaign(work, {
        wish: { audience, offer, valid_days: 30, budget_cents: 20 * GIFT_CENTS },
        words: null,
        by,
        key: 'c',
      });
      expect(made).toMatchObject({ ok: true });
    });
    await runCampaigns(test, { now: clock.now(), thread, told: () => Promise.resolve() });
    await thread.close();
  }
}

/** As the owner of the tables, past triggers and references. */
async function tamper(url: string, sql: string): Promise<void> {
  const owner = new Client(url);
  await owner.connect();
  try {
    await owner.query("SET session_replication_role = 'replica'");
    await owner.query(sql);
  } finally {
    await owner.end();
  }
}

beforeAll(async () => {
  const whole = await createDatabase(server);
  const counted = await dayOf(whole.url);
  const all: readonly Pick<Fault, 'what' | 'sql' | 'counted'>[] = [{ what: '' }, ...FAULTS];
  const copies: (typeof whole)[] = [];
  const lines: string[] = [];
  for (const { sql, counted: tell } of all) {
    const copy = await createDatabase(server, whole.url);
    copies.push(copy);
    if (sql !== undefined) await tamper(copy.url, sql);
    const told = structuredClone(counted);
    tell?.(told);
    lines.push(JSON.stringify({ ...told, url: copy.url, key: Buffer.alloc(32, 7).toString('base64') }));
  }
  const { stdout, stderr } = spawnSync(process.execPath, [CHILD], {
    input: lines.join('\n'),
    encoding: 'utf8',
    env: { ...process.env, TEST_DATABASE_URL: server },
  });
  for (const one of [...copies, whole]) await one.drop();
  const answers = stdout.split('\n').filter((line) => line !== '');
  if (answers.length !== all.length) throw new Error(stderr);
  for (const [i, { what }] of all.entries())
    said.set(what, JSON.parse(answers[i] ?? '[]') as { what: string; faults: string[] }[]);
});

it('nothing is wrong with a day that went well', () => {
  expect(said.get('')?.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

it.each(FAULTS)('$what is found', ({ what, check, says }) => {
  const { faults = [] } = said.get(what)?.find((one) => one.what === check) ?? {};
  expect(faults).toContainEqual(expect.stringMatching(says));
});

it('each check is shown to fail', () => {
  expect(new Set(FAULTS.map(({ check }) => check))).toEqual(new Set(said.get('')?.map(({ what }) => what)));
});
