import { customerDataFile } from '../../../src/bot/documents/customer-data';
import { query } from '../../../src/db/rows';
import { enqueueNotices, type Work } from '../../../src/loyalty';
import { suiteDatabase } from '../../support/database';
import { Chat } from '../../support/dialog';
import { openNeighbour, type Neighbour } from '../../support/neighbours';
import { campaign } from '../../support/sending';
import { ANA, customerKnownBy } from '../../support/shop';

const test = suiteDatabase();

/** Of `:me`, `:word` and `:n`: whose it is, and a word and a number that nothing else has. */
interface Held {
  /** Makes a row; where it is missing, the shop's life has made one. */
  made?: string;
  /** What of each row of theirs the file has to show. */
  shows: string;
}

const M = 'current_merchant()';
const OWN = `merchant_id = ${M} AND customer_id = :me`;
const SALE = `(SELECT id FROM sales WHERE ${OWN} ORDER BY id LIMIT 1)`;
const AT = `timestamptz '2026-10-01 12:00+00' + make_interval(secs => :n % 100000)`;
const isoOf = (at: string): string =>
  `to_char(${at} AT TIME ZONE 'America/Sao_Paulo', 'YYYY-MM-DD"T"HH24:MI:SS')`;
const theirChat = `chat_id IN (SELECT id FROM chats WHERE ${OWN})`;

const HELD: Record<string, Held> = {
  audit_log: {
    made: `INSERT INTO audit_log (merchant_id, at, action, details)
      VALUES (${M}, now(), 'adjust', json_build_object('customer', :me, 'reason', :word))`,
    shows: `SELECT details->>'reason' FROM audit_log WHERE merchant_id = ${M} AND details->>'customer' = :me::text AND action = 'adjust'`,
  },
  balances: {
    made: `UPDATE balances SET debt = :n WHERE ${OWN} AND asset = 'cashback'`,
    shows: `SELECT debt FROM balances WHERE ${OWN} AND asset = 'cashback'`,
  },
  buyers: {
    made: `UPDATE buyers SET due_on = 40000 + :n % 100000 WHERE ${OWN}`,
    shows: `SELECT (date '1970-01-01' + due_on)::text FROM buyers WHERE ${OWN}`,
  },
  campaign_members: {
    made: `INSERT INTO campaign_members (merchant_id, campaign, customer_id, arm, assigned_at) VALUES (${M}, :n, :me, 'control', now())`,
    shows: `SELECT campaign FROM campaign_members WHERE ${OWN}`,
  },
  chats: { shows: `SELECT id FROM chats WHERE ${OWN}` },
  come_back_contacts: {
    made: `INSERT INTO come_back_contacts VALUES (${M}, :me, 20000, 20040, json_build_object('why', :word))`,
    shows: `SELECT reason->>'why' FROM come_back_contacts WHERE ${OWN}`,
  },
  consents: {
    made: `INSERT INTO consents (merchant_id, customer_id, purpose, granted, at, message_id, text_version, text, introduced_at)
      VALUES (${M}, :me, 'marketing', true, now(), 'id ' || :word, 'version ' || :word, 'text ' || :word, ${AT})`,
    shows: `SELECT unnest(ARRAY[message_id, text_version, text, ${isoOf('introduced_at')}]) FROM consents WHERE ${OWN}`,
  },
  customer_identities: {
    made: `INSERT INTO customer_identities (merchant_id, kind, value, customer_id) VALUES (${M}, 'card', :word, :me)`,
    shows: `SELECT value FROM customer_identities WHERE ${OWN}`,
  },
  customer_labels: {
    made: `INSERT INTO customer_labels VALUES (${M}, :me, :word, now())`,
    shows: `SELECT label FROM customer_labels WHERE ${OWN}`,
  },
  customers: {
    made: `UPDATE customers SET referral_code = :word WHERE merchant_id = ${M} AND id = :me`,
    shows: `SELECT unnest(ARRAY[id::text, referral_code]) FROM customers WHERE merchant_id = ${M} AND id = :me`,
  },
  declared_identities: {
    made: `INSERT INTO declared_identities (merchant_id, customer_id, kind, value, declared_at) VALUES (${M}, :me, 'email', :word, now())`,
    shows: `SELECT value FROM declared_identities WHERE ${OWN}`,
  },
  inbound_messages: {
    shows: `SELECT body FROM inbound_messages WHERE merchant_id = ${M} AND ${theirChat} AND body LIKE '%segredo%'`,
  },
  inbox_events: {
    made: `WITH told AS (SELECT take_in(ARRAY[${M}], ARRAY[:word], ARRAY['\\x00'::bytea], ARRAY['c'], ARRAY['webhook'],
        json_build_object('type', 'sale.updated', 'data', json_build_object('uniqueIdentifier', ${SALE}, 'note', :word))::text, now()))
      INSERT INTO report_subjects SELECT ${M}, 'sale ' || ${SALE}, :word, '\\x00', now() FROM told`,
    shows: `SELECT delivery_id FROM report_subjects WHERE merchant_id = ${M} AND subject = 'sale ' || ${SALE}`,
  },
  lots: {
    made: `INSERT INTO lots (merchant_id, customer_id, id, transaction_id, asset, granted, available_at, remaining)
      VALUES (${M}, :me, gen_random_uuid(), gen_random_uuid(), 'points', :n, now(), 0)`,
    shows: `SELECT granted FROM lots WHERE ${OWN} AND asset = 'points'`,
  },
  outbox: {
    shows: `SELECT coalesce(params->>'words', left(body, 30)) FROM outbox WHERE merchant_id = ${M}
      AND (template = 'campaign' AND customer_id = :me AND staff_id IS NULL OR ${theirChat} AND body LIKE '%segredo%')`,
  },
  postings: {
    made: `INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
      VALUES (${M}, :me, (SELECT id FROM transactions WHERE merchant_id = ${M} AND sale_id = ${SALE} LIMIT 1),
        'program', 'customer', 'points', :n, now())`,
    shows: `SELECT quantity FROM postings WHERE ${OWN} AND asset = 'points'`,
  },
  referrals: {
    made: `INSERT INTO referrals (merchant_id, friend_id, giver_id, referred_at, giver_cents, friend_cents, state)
      SELECT ${M}, :me, :other, now(), :n + 1, :n, 'waiting'`,
    shows: `SELECT CASE WHEN friend_id = :me THEN friend_cents ELSE giver_cents END FROM referrals
      WHERE merchant_id = ${M} AND :me IN (friend_id, giver_id)`,
  },
  rule_counters: {
    made: `INSERT INTO rule_counters VALUES (${M}, :me, 1, 'stamps', :n)`,
    shows: `SELECT quantity FROM rule_counters WHERE ${OWN} AND period = 'stamps'`,
  },
  sale_claims: {
    made: `INSERT INTO sale_claims (merchant_id, sale_id, customer_id, way, message_id, claimed_at) VALUES (${M}, ${SALE}, :me, 'typed', :word, now())`,
    shows: `SELECT message_id FROM sale_claims WHERE ${OWN}`,
  },
  sale_items: {
    made: `INSERT INTO sale_items (merchant_id, sale_id, connection_id, items)
      SELECT ${M}, ${SALE}, id, json_build_array(json_build_object('name', :word)) FROM connections WHERE merchant_id = ${M} LIMIT 1`,
    shows: `SELECT items->0->>'name' FROM sale_items WHERE merchant_id = ${M} AND sale_id = ${SALE}`,
  },
  sales: { shows: `SELECT id FROM sales WHERE ${OWN}` },
  transactions: {
    made: `WITH t AS (INSERT INTO transactions (merchant_id, id, kind, input_hash, occurred_at, recorded_at)
        VALUES (${M}, gen_random_uuid(), 'adjustment', '', ${AT}, now()) RETURNING *)
      INSERT INTO postings (merchant_id, customer_id, transaction_id, source, destination, asset, quantity, recorded_at)
      SELECT ${M}, :me, id, 'program', 'customer', 'cashback', 1, now() FROM t`,
    shows: `SELECT ${isoOf('t.occurred_at')} FROM transactions t JOIN postings p ON p.merchant_id = t.merchant_id
      AND p.transaction_id = t.id WHERE p.merchant_id = ${M} AND p.customer_id = :me AND t.kind = 'adjustment'`,
  },
  voucher_misses: {
    made: `INSERT INTO voucher_misses (merchant_id, sender, at, what) VALUES (${M}, 'customer ' || :me, ${AT}, 'claim')`,
    shows: `SELECT ${isoOf('at')} FROM voucher_misses WHERE merchant_id = ${M} AND sender = 'customer ' || :me`,
  },
  vouchers: { shows: `SELECT id FROM vouchers WHERE ${OWN}` },
};

/** What the file leaves out, with why; of tables that are in it, what was said in the chats of the team's phones, which it says. */
const LEFT_OUT: Record<string, string> = {
  cloud_api_events: 'callbacks until they are read, within seconds: what they bring are messages',
  erased_identities: 'hashes of who is nobody’s customer any more',
  inbound_media: 'a picture until its message is answered',
  inbox_due: 'which reports are still to be read',
  kept_events: 'what a person of the shop has to look at: of a report that is in the file',
  lot_uses: 'which grant paid what: the movements are in the file, and so is what is left of each grant',
  one_time_links: 'good for fifteen minutes, and no page there is belongs to a customer',
  pulled_again: 'that a report which is in the file was told again',
  purchase_days: 'counted from the sales, which are in the file',
  reference_arrivals: 'by which way the shop’s test sale came',
  reference_tests: 'the shop’s test sale, in the chat of its staff',
  report_subjects: 'by what reports are found',
  sale_changes: 'differences that are yet to be counted',
  sales_told_twice: 'whether two sales are one; the reports of both are in the file where they are',
  simulator_messages: 'the phone of a simulated network',
  staff: 'the team, as the shop’s people',
  till_requests:
    'what a till was answered, so that it can ask again: of vouchers and balances that are in the file',
};

/** Of the shop alone: about nobody. */
const OF_THE_SHOP = [
  'benefit_changes',
  'benefit_days',
  'campaigns',
  'channel_states',
  'cloud_api_accounts',
  'cohort_months',
  'come_back_timings',
  'connections',
  'erasure_keys',
  'forgotten',
  'history_imports',
  'lot_changes',
  'lot_days',
  'machines',
  'merchants',
  'message_switches',
  'message_templates',
  'message_texts',
  'not_understood',
  'products',
  'program_states',
  'program_versions',
  'referral_terms',
  'rewards',
  'sales_days',
  'sending_rules',
  'shop_zones',
  'staff_pins',
  'terminals',
  'till_keys',
  'webhook_refusals',
];

it('every table is in the file, or says why not, or is about nobody', async () => {
  const rows = await test.db.call<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migrations' ORDER BY 1`,
  );
  const known = [...Object.keys(HELD), ...Object.keys(LEFT_OUT), ...OF_THE_SHOP];
  expect(known.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

it('what is said to be about nobody names nobody', async () => {
  const naming = await test.db.call(
    `SELECT c.relname::text AS table, a.attname::text AS column FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY(?::text[])
       AND a.attname ~ '^(customer|friend|giver|chat|sale|hand|voucher|message|delivery)_id$|^(phone|cpf|email|sender|subject)$'`,
    [OF_THE_SHOP],
  );
  expect(naming).toEqual([]);
});

describe('of a customer who has something in every table', () => {
  let shop: Neighbour;
  let elsewhere: Neighbour;
  let file: string;
  let mine: Person;
  let other: Person;

  interface Person {
    id: string;
    word: string;
    n: number;
  }

  const run = <T>(body: (work: Work) => Promise<T>): Promise<T> => test.db.asMerchant(shop.id, body);

  const asked = <Row>(work: Work, sql: string, me: Person, they: Person, table: string): Promise<Row[]> => {
    const values: Record<string, string> = {
      me: `'${me.id}'::uuid`,
      other: `'${they.id}'::uuid`,
      word: `'${me.word}-${table.replaceAll('_', '-')}'`,
      n: String(me.n + Object.keys(HELD).indexOf(table) * 10),
    };
    return query<Row>(
      work,
      sql.replaceAll(/(?<!:):(me|other|word|n)\b/g, (_all, name: string) => values[name] ?? ''),
    );
  };

  const shownOf = (me: Person, table: string): Promise<string[]> =>
    run(async (work) => {
      const rows = await asked<Record<string, unknown>>(work, HELD[table]?.shows ?? '', me, me, table);
      return rows.flatMap((row) => Object.values(row).map(String));
    });

  beforeAll(async () => {
    shop = await openNeighbour(test, 'Quokka', 3);
    elsewhere = await openNeighbour(test, 'Tapir', 5);
    const known = (phone: string): Promise<string> =>
      run((work) => customerKnownBy(work, { kind: 'phone', value: phone }));
    mine = { id: await known(shop.phone), word: 'meu', n: 910_000 };
    other = { id: await known(ANA), word: 'alheio', n: 820_000 };
    const ana = new Chat(test, shop.id, ANA);
    await ana.says('resgatar 5');
    await ana.says('sim');
    await ana.says('segredo de outra pessoa');
    await new Chat(test, shop.id, shop.phone).says('segredo de quem pergunta');
    for (const [me, they] of [
      [mine, other],
      [other, mine],
    ] as const)
      await run(async (work) => {
        await enqueueNotices(work, [
          { cause: 'c', customerId: me.id, notice: campaign(`oferta ${me.word}`), suppressed: null },
        ]);
        for (const [table, { made }] of Object.entries(HELD))
          if (made !== undefined && (table !== 'referrals' || me === mine))
            await asked(work, made, me, they, table);
      });
    const { bytes } = await run((work) =>
      customerDataFile(work, { kind: 'customer-data', customerId: mine.id, lang: 'pt' }),
    );
    file = bytes.toString();
  });

  it.each(Object.keys(HELD))('%s is in the file, and nothing of anybody else in it', async (table) => {
    const [shown, hidden] = [await shownOf(mine, table), await shownOf(other, table)];
    expect(shown.length).toBeGreaterThan(0);
    expect(hidden.length).toBeGreaterThan(0);
    expect(shown.filter((value) => !file.includes(value))).toEqual([]);
    expect(hidden.filter((value) => file.includes(value))).toEqual([]);
  });

  it('nothing of another shop, no code and no key is in the file', () => {
    const plain = shop.code.replace('-', '');
    for (const secret of [
      ...elsewhere.canaries,
      shop.code,
      plain,
      shop.tillKey,
      shop.connection.signingSecret,
    ])
      expect(file).not.toContain(secret);
  });
});
