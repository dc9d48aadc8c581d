import { randomUUID } from 'node:crypto';
import { checkBooks } from '../../src/loyalty';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { START, suiteDatabase } from '../support/database';
import { goldenSale } from '../support/golden-event';
import { openShop, percent } from '../support/shop';

const test = suiteDatabase();

/** A version that a newer program stored, and this one does not know. */
const store = (shop: number, rule: object, settings: object): Promise<unknown> =>
  test.db.asMerchant(shop, (work) =>
    work.trx('program_versions').insert({
      merchant_id: shop,
      number: 2,
      rules: JSON.stringify([rule]),
      rule_ids: [2],
      paused: [false],
      settings: JSON.stringify(settings),
      valid_from: new Date(START),
      idempotency_key: 'stored',
      created_at: new Date(START),
    }),
  );

async function sell(shop: number): Promise<void> {
  const wish = { baseUrl: 'http://127.0.0.1:9', company: null, apiKeyId: 'a', apiKeySecret: 'b' };
  const { id: connectionId } = await test.db.asMerchant(shop, (work) => createConnection(work, wish));
  const body = JSON.stringify({ ...goldenSale(), uniqueIdentifier: randomUUID() });
  await new Intake(test.db, test.clock, test.doorbell).add({
    merchantId: shop,
    connectionId,
    deliveryId: 'delivery',
    source: 'pull',
    body,
  });
}

const counts = (shop: number): Promise<Record<string, number>> =>
  test.db.asMerchant(shop, async (work) => {
    const counted: Record<string, number> = {};
    for (const table of ['inbox_due', 'kept_events', 'sales', 'transactions', 'outbox'])
      counted[table] = Number((await work.trx(table).count())[0]?.['count']);
    return counted;
  });

const known = { benefit: { kind: 'cashback-percent', bps: 500 } };

it.each([
  ['condition', { ...known, conditions: { moon: 'full' } }, {}],
  ['benefit', { benefit: { kind: 'free-lunch' } }, {}],
  ['voucher', { benefit: { kind: 'stamp-card', every: 3, then: { kind: 'voucher-of-love' } } }, {}],
  ['limit', { ...known, limits: { max_cents_per_year: 1 } }, {}],
  ['validity', { ...known, validity: { valid_weeks: 1 } }, {}],
  ['part', { ...known, unless: {} }, {}],
  ['setting', known, { refund_policy: 'lottery' }],
  ['name of a setting', known, { luck: 7 }],
])(
  'a stored rule with an unknown %s judges no sale: it waits, and other shops’ do not',
  async (...[, rule, settings]) => {
    const [shop, other] = [await openShop(test.db, [percent(500)]), await openShop(test.db, [percent(500)])];
    await store(shop, rule, settings);
    await sell(shop);
    await sell(other);
    for (let tries = 0; tries < 3; tries++)
      await expect(readInbox(test.db, shop, test.logger, FULL_PACE)).rejects.toThrow(
        /unrecognized_keys|invalid_/,
      );
    await readInbox(test.db, other, test.logger, FULL_PACE);

    expect(await counts(shop)).toEqual({
      inbox_due: 1,
      kept_events: 0,
      sales: 0,
      transactions: 0,
      outbox: 1,
    });
    // The owner is told once.
    const told = await test.db.asMerchant(shop, (work) => work.trx('outbox').select('template', 'params'));
    expect(told).toMatchObject([{ template: 'program-unreadable', params: { shop: 'Padaria Central' } }]);
    const due = await test.db.asMerchant(shop, (work) => work.trx('inbox_due').select('attempts'));
    expect(due).toEqual([{ attempts: 0 }]);
    expect(await counts(other)).toMatchObject({ inbox_due: 0, sales: 1, transactions: 1 });
    // It is the only fault of the books, whose other invariants are checked all the same.
    expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([
      {
        check: 'judging every sale again gives what stands',
        about: 'the program',
        detail: expect.stringMatching(/^cannot be read: [^:]*: ./) as string,
        ofAll: 1,
      },
    ]);
  },
);
