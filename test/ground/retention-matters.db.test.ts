import { query } from '../../src/db/rows';
import { forgetOld, RETENTION, type Kept } from '../../src/product/retention';
import { START, suiteDatabase } from '../support/database';
import { openShop } from '../support/shop';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What has come of age is looked for at least so often. */
const SPAN_MS = 6 * HOUR_MS;

interface Row {
  /** Makes one of that name and age. */
  made: (name: string, at: string) => string;
  /** What makes one of that name wait, however old it is; without it none does. */
  waits?: (name: string) => string;
  /** The names of those that still have what is to be forgotten. */
  left: string;
}

const M = 'current_merchant()';
const report = (name: string, at: string): string =>
  `INSERT INTO inbox_events VALUES (${M}, '${name}', '\\x00', 'c', 'webhook', '{"name": "Ana"}', ${at})`;
const subject = (name: string, at: string): string =>
  `INSERT INTO report_subjects VALUES (${M}, 'sale ${name}', '${name}', '\\x00', ${at})`;
const forAPerson = (name: string): string =>
  `INSERT INTO kept_events (merchant_id, delivery_id, body_hash, reason, kept_at) VALUES (${M}, '${name}', '\\x00', 'r', now())`;
const message = (name: string, at: string): string =>
  `INSERT INTO inbound_messages (merchant_id, id, chat_id, name, kind, body, sent_at, due_at, handled_at)
   VALUES (${M}, '${name}', 'c', 'Ana', 'text', 'oi', ${at}, ${at}, ${at})`;
const REPORTS_LEFT = `SELECT delivery_id AS name FROM inbox_events WHERE body <> '{}'`;
const SUBJECTS_LEFT = 'SELECT delivery_id AS name FROM report_subjects';

const MATTERS: Record<string, Row> = {
  'reports as they came': { made: report, waits: forAPerson, left: REPORTS_LEFT },
  'reports that nobody looked at': {
    made: (name, at) => `${report(name, at)}; ${forAPerson(name)}`,
    left: REPORTS_LEFT,
  },
  'what reports are about': { made: subject, waits: forAPerson, left: SUBJECTS_LEFT },
  'what reports that nobody looked at are about': {
    made: (name, at) => `${subject(name, at)}; ${forAPerson(name)}`,
    left: SUBJECTS_LEFT,
  },
  'what pulls told again': {
    made: (name, at) => `INSERT INTO pulled_again VALUES (${M}, '${name}', '\\x00', ${at})`,
    left: 'SELECT delivery_id AS name FROM pulled_again',
  },
  'what people wrote': {
    made: message,
    waits: (name) =>
      `UPDATE inbound_messages SET handled_at = NULL WHERE merchant_id = ${M} AND id = '${name}'`,
    left: `SELECT id AS name FROM inbound_messages WHERE body <> '' OR name <> ''`,
  },
  'what was written to them': {
    made: (name, at) =>
      `INSERT INTO outbox (merchant_id, id, cause, template, chat_id, body, card, document, choices, state, priority, due_at, created_at, settled_at)
       VALUES (${M}, gen_random_uuid(), '${name}', 'answer', 'c', 'oi', '{}', '{}', '[]', 'sent', 0, ${at}, ${at}, ${at})`,
    waits: (name) =>
      `UPDATE outbox SET settled_at = NULL, state = 'queued' WHERE merchant_id = ${M} AND cause = '${name}'`,
    left: 'SELECT cause AS name FROM outbox WHERE num_nonnulls(body, params, card, document, choices) > 0',
  },
  'pictures that wait for an answer': {
    made: (name, at) =>
      `${message(name, at)}; INSERT INTO inbound_media VALUES (${M}, '${name}', 'image/png', '\\x00', NULL)`,
    left: 'SELECT message_id AS name FROM inbound_media',
  },
  'what was not understood': {
    made: (name, at) =>
      `INSERT INTO not_understood VALUES (${M}, '${name}', 'pt', 'xyzzy', false, '{}', 1, ${at})`,
    left: 'SELECT id AS name FROM not_understood',
  },
  'identities that nobody proved': {
    made: (name, at) =>
      `INSERT INTO declared_identities VALUES (${M}, gen_random_uuid(), 'email', '${name}', ${at})`,
    left: 'SELECT value AS name FROM declared_identities',
  },
  'links that ran out': {
    made: (name, at) =>
      `INSERT INTO one_time_links (merchant_id, id, purpose, token_hash, staff_id, payload, created_at, expires_at)
       VALUES (${M}, gen_random_uuid(), '${name}', '\\x00', gen_random_uuid(), '{}', ${at}, ${at})`,
    left: 'SELECT purpose AS name FROM one_time_links',
  },
  'what tills asked': {
    made: (name, at) =>
      `INSERT INTO till_requests VALUES (${M}, gen_random_uuid(), '${name}', '\\x00', 200, '{}', ${at})`,
    left: 'SELECT idempotency_key AS name FROM till_requests',
  },
  'wrong codes': {
    made: (name, at) =>
      `INSERT INTO voucher_misses (merchant_id, sender, at) VALUES (${M}, '${name}', ${at})`,
    left: 'SELECT sender AS name FROM voucher_misses',
  },
  'callbacks that cannot be read': {
    made: (name, at) =>
      `INSERT INTO cloud_api_events (merchant_id, id, body, received_at, failure) VALUES (${M}, '${name}', '{', ${at}, 'unreadable')`,
    waits: (name) => `UPDATE cloud_api_events SET failure = NULL WHERE merchant_id = ${M} AND id = '${name}'`,
    left: 'SELECT id AS name FROM cloud_api_events',
  },
};

const test = suiteDatabase();

/** As the owner of the tables, past triggers and references: nothing but what the matter is about is there. */
const make = (shop: number, statements: readonly string[]): Promise<void> =>
  test.db.asMerchant(shop, async (work) => {
    await query(
      work,
      "SELECT set_config('role', 'none', true), set_config('session_replication_role', 'replica', true)",
    );
    for (const sql of statements.flatMap((one) => one.split('; '))) await query(work, sql);
  });

it('every matter is here', () => {
  expect(Object.keys(MATTERS)).toEqual(RETENTION.map(({ what }) => what));
});

it.each(RETENTION.map((kept): [string, number, Kept] => [kept.what, kept.days, kept]))(
  '%s: whole to the last of %i days, and gone within hours after',
  async (what, days, { table, set }) => {
    const row = MATTERS[what];
    if (row === undefined) throw new Error('it has no row here');
    const { made, waits, left } = row;
    test.clock.set(START);
    const shop = await openShop(test.db);
    const at = `'${new Date(START).toISOString()}'::timestamptz`;
    const names = waits === undefined ? ['old'] : ['old', 'waiting'];
    await make(shop, [
      ...names.map((name) => made(name, at)),
      ...(waits === undefined ? [] : [waits('waiting')]),
    ]);
    const look = (): Promise<{ left: string[]; rows: number }> =>
      test.db.asMerchant(shop, async (work) => ({
        left: (await query<{ name: string }>(work, `${left} ORDER BY 1`)).map(({ name }) => name),
        rows: (await query(work, `SELECT FROM ${table}`)).length,
      }));
    const before = { left: names, rows: names.length };
    expect(await look()).toEqual(before);
    test.clock.set(START + days * DAY_MS);
    await forgetOld(test);
    expect(await look()).toEqual(before);
    test.clock.advance(SPAN_MS);
    await forgetOld(test);
    const after = names.slice(1);
    // Where only what is in it goes, the row stays: by it what comes again is known.
    expect(await look()).toEqual({ left: after, rows: set === undefined ? after.length : names.length });
  },
);
