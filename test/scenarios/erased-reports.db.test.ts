import { eraseCustomer } from '../../src/loyalty';
import { takeInHistory } from '../../src/sync/pull/history-intake';
import { rawSale } from '../../src/sync/pull/raw-sales';
import { saleIdOf } from '../../src/sync/smartpos/parse-sale';
import { START, suiteDatabase } from '../support/database';
import { Reports } from '../support/reports';
import { ANA, BIA, openShop, percent } from '../support/shop';

const MINUTE = 60_000;
const test = suiteDatabase();
let shop: number;
let connection: string;
let reports: Reports;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
  reports = await Reports.of(test, shop);
  ({ connection } = reports);
  test.clock.advance(120_000);
});

const UUID = '6F1C0A52-8A55-4C0E-9A58-0D3C5A3F7F10';
/** The ways in which a sale's id may be written. */
const FORMS: [string, object][] = [
  ['as it is', { uniqueIdentifier: 'sale-1' }],
  ['in capitals', { uniqueIdentifier: UUID }],
  ['as a number', { uniqueIdentifier: 918221 }],
  ['as a number with a point', { uniqueIdentifier: 918221.0 }],
  ['with blanks around it', { uniqueIdentifier: '  sale-1\u00a0\n' }],
  ['with quotes in it', { uniqueIdentifier: 'sale "1" \\ é' }],
  ['behind another of that name', { order: { uniqueIdentifier: 'o-1' }, uniqueIdentifier: 'sale-1' }],
  ['with what PostgreSQL cannot hold', { uniqueIdentifier: 'sale\u0000-1' }],
  ['beside what PostgreSQL cannot hold', { note: '\u0000', uniqueIdentifier: UUID }],
  ['beside half a character', { note: '\ud800', uniqueIdentifier: UUID }],
];
const CUSTOMER = { name: 'Ana Silva', phone: ANA, email: 'ana@example.com' };
const WORDS = ['Ana Silva', '88880001', 'ana@example.com'];

const saleOf = (id: object, change: object = {}): object => {
  const at = new Date(test.clock.now()).toISOString();
  return { creationDate: at, updatedAt: at, totalAmount: 100, customer: CUSTOMER, ...id, ...change };
};

const pushed = (sale: object, type = 'sale.approved'): Promise<void> =>
  reports.tell({ type, timestamp: '2026-11-23T17:01:00Z', data: sale });
const pulled = (sale: object): Promise<void> => {
  const { body, deliveryId: id } = rawSale(sale);
  return reports.tell(body, { source: 'pull', id });
};
const imported = (sale: object): Promise<unknown> => {
  const how = { judge: false, connectedAt: Infinity };
  return takeInHistory(
    { db: test.db, intake: null },
    shop,
    { id: connection, totalIs: 'after-discount' },
    [sale],
    how,
  );
};

const WAYS: [string, (sale: object) => Promise<unknown>][] = [
  ['an event', pushed],
  ['a pull', pulled],
  ['the history', imported],
];

async function erase(value = ANA): Promise<void> {
  test.clock.advance(MINUTE);
  await test.db.asMerchant(shop, async (work) => {
    const row = (await work.trx('customer_identities').where({ value }).first('customer_id')) as {
      customer_id: string;
    };
    await eraseCustomer(work, row.customer_id);
  });
}

/** Where something of the person stands in the whole database. */
async function traces(words: readonly string[] = WORDS): Promise<string[]> {
  const tables = await test.db.call<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND relname NOT IN ('migrations', 'staff')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows: object[] = await test.db.asMerchant(shop, (work) => work.trx(name).select());
    for (const word of words) if (JSON.stringify(rows).includes(word)) found.push(`${word} in ${name}`);
  }
  return found;
}

describe.each(WAYS)('what %s told', (_way, tell) => {
  it.each(FORMS)('is without the person after the erasure, the id written %s', async (_form, id) => {
    await tell(saleOf(id));
    expect((await traces()).length).toBeGreaterThan(2);
    await erase();
    expect(await traces()).toEqual([]);
  });

  it.each(FORMS)('and comes again later brings nobody back, the id written %s', async (_form, id) => {
    await tell(saleOf(id));
    await erase();
    for (const [i, [, again]] of WAYS.entries()) {
      test.clock.advance(MINUTE);
      await again(saleOf(id, { totalAmount: 90 + i, creationDate: new Date(START + MINUTE).toISOString() }));
    }
    await pushed(saleOf(id, { totalAmount: 'muito' }));
    await pulled(saleOf(id, { totalAmount: 'muito' }));
    expect(await traces()).toEqual([]);
  });
});

it('a report of somebody else stays whole', async () => {
  const [first, second] = FORMS.slice(1, 3).map(([, id]) => id);
  await pushed(saleOf(first ?? {}));
  await pushed(
    saleOf(second ?? {}, { customer: { name: 'Bia Souza', phone: BIA, email: 'bia@example.com' } }),
  );
  await erase();
  expect(await traces()).toEqual([]);
  expect(await traces(['bia@example.com', 'Bia Souza'])).toContain('bia@example.com in inbox_events');
});

it('events about a customer are found by phone, CPF or address, and by what stands in them', async () => {
  await pushed(saleOf({ uniqueIdentifier: 'a' }));
  await pushed({ name: 'Ana Silva', phone: '(11) 8888-0001', email: 'ana@example.com' }, 'customer.updated');
  await pushed({ name: 'Ana Silva', phones: ['11 98888-0001'] }, 'customer.updated');
  await pushed({ name: 'Bia Souza', phone: BIA }, 'customer.updated');
  await erase();
  expect(await traces()).toEqual([]);
  expect(await traces(['Bia Souza'])).toContain('Bia Souza in inbox_events');
});

it('who is known by an address alone is found by it', async () => {
  await pushed({ name: 'Ana Silva', email: ' ANA@example.com ' }, 'customer.updated');
  await pushed({ uniqueIdentifier: 'x', customer: { name: 'Ana Silva', email: 'Ana@Example.com' } });
  await erase('ana@example.com');
  expect(await traces([...WORDS, 'Example.com', 'ANA@'])).toEqual([]);
});

it('of one doubt every report is found, though the first alone is kept', async () => {
  await pushed(saleOf({ uniqueIdentifier: 'bias' }, { customer: { name: 'Bia Souza', phone: BIA } }));
  await pushed(saleOf({ uniqueIdentifier: 'anas' }));
  for (const note of ['one', 'two', 'three']) await pushed(saleOf({ uniqueIdentifier: 'bias', note }));
  expect(await test.db.asMerchant(shop, (work) => work.trx('kept_events').select())).toHaveLength(1);
  await erase();
  expect(await traces()).toEqual([]);
});

it('the database reads an id as the reader does', async () => {
  const ids: unknown[] = [
    'a',
    ' a ',
    '',
    '  ',
    UUID,
    `\t${UUID}\ufeff`,
    UUID.slice(1),
    0,
    -0,
    12,
    -12,
    1.5,
    1e21,
    9007199254740991,
    9007199254740992,
    null,
    true,
    {},
    ['a'],
    '12',
    'É',
    'A\u3000',
    '\u200ba',
    'x'.repeat(100),
    'x'.repeat(101),
    'a"b',
    'a\\b',
    'sale a',
  ];
  for (const id of ids) {
    const known = saleIdOf(id);
    const body = JSON.stringify({
      type: 'sale.approved',
      data: { x: { uniqueIdentifier: 'y' }, uniqueIdentifier: id },
    });
    const [row] = await test.db.call<{ pushed: string[]; pulled: string[]; delivery: string }>(
      `SELECT subjects_of('webhook', ?) AS pushed, subjects_of('pull', ?) AS pulled, pulled_delivery(?) AS delivery`,
      [body, JSON.stringify({ uniqueIdentifier: id }), known ?? ''],
    );
    const expected = known === null ? [] : [`sale ${known}`];
    expect([id, row?.pushed, row?.pulled]).toEqual([id, expected, expected]);
    const delivery = known === null ? row?.delivery : rawSale({ uniqueIdentifier: id }).deliveryId;
    expect([id, row?.delivery]).toEqual([id, delivery]);
  }
});

it('what the reader notes of its events is what the database reads in them', async () => {
  for (const [, id] of FORMS) await pushed(saleOf(id));
  await pushed(saleOf({ uniqueIdentifier: 'no-amount' }, { totalAmount: 'x' }));
  await pushed({ ...CUSTOMER, id: 'c-1' }, 'customer.updated');
  await pushed({}, 'terminal.updated');
  await pulled(saleOf({ uniqueIdentifier: 'pulled' }));
  // Where PostgreSQL cannot read the JSON, it may be about anybody: the reader knows better.
  const noted = (): Promise<unknown[]> =>
    test.db.asMerchant(shop, (work) =>
      work
        .trx('report_subjects')
        .whereNot({ subject: '' })
        .orderBy(['subject', 'delivery_id'])
        .select('subject', 'delivery_id', 'noted_at'),
    );
  const told = await noted();
  expect(told).toHaveLength(FORMS.length + 3);
  await test.db.asMerchant(shop, async (work) => {
    await work.trx('report_subjects').delete();
    await work.send(
      `SELECT note_reports(current_merchant(), array_agg(delivery_id), array_agg(body_hash)) FROM inbox_events WHERE merchant_id = current_merchant()`,
    );
  });
  expect(await noted()).toEqual(told);
});

it('no text fails an erasure', async () => {
  for (const body of [
    '',
    'x',
    '[]',
    '"a"',
    '1',
    'null',
    '{',
    '{"data":[]}',
    '{"data":"x"}',
    '{"data":{"uniqueIdentifier":1e999}}',
  ])
    for (const source of ['webhook', 'pull'])
      expect(await test.db.call('SELECT subjects_of(?, ?) IS NOT NULL AS told', [source, body])).toEqual([
        { told: true },
      ]);
});
