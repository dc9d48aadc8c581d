import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBooks, staffByPhone } from '../../src/loyalty';
import { issueLink } from '../../src/pages/one-time-links';
import { forgetOld, RETENTION } from '../../src/product/retention';
import { createConnection } from '../../src/sync/connections';
import { FULL_PACE, readInbox } from '../support/inbox';
import { Intake } from '../../src/sync/intake';
import { START, suiteDatabase } from '../support/database';
import { Chat } from '../support/dialog';
import { ANA, openShop, OWNER, percent } from '../support/shop';

const DAY = 86_400_000;

const test = suiteDatabase();
let shop: number;

beforeEach(async () => {
  test.clock.set(START);
  shop = await openShop(test.db, [percent(500)]);
});

const rows = <Row>(table: string): Promise<Row[]> =>
  test.db.asMerchant(shop, (work) => work.trx(table).select() as unknown as Promise<Row[]>);

const forget = (): Promise<void> => forgetOld(test);

async function live(): Promise<void> {
  test.clock.advance(DAY);
  const connection = await test.db.asMerchant(shop, (work) =>
    createConnection(work, {
      baseUrl: 'http://127.0.0.1:9',
      company: null,
      apiKeyId: 'a',
      apiKeySecret: 'b',
    }),
  );
  const intake = new Intake(test.db, test.clock, test.doorbell);
  const at = new Date(test.clock.now()).toISOString();
  const sale = { uniqueIdentifier: 's', creationDate: at, totalAmount: 100, customer: { phone: ANA } };
  for (const [deliveryId, data] of [
    ['good', sale],
    ['bad', { ...sale, totalAmount: 'muito' }],
  ] as const)
    await intake.add({
      merchantId: shop,
      connectionId: connection.id,
      deliveryId,
      source: 'webhook',
      body: JSON.stringify({ type: 'sale.approved', timestamp: at, data }),
    });
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  await new Chat(test, shop, ANA).says('xyzzy plugh, meu segredo');
  await test.db.asMerchant(shop, async (work) => {
    const holder = { staffId: (await staffByPhone(work, OWNER))?.id ?? '' };
    await issueLink(work, { purpose: 'new-pin', holder, chatId: null, payload: { forgotten: false } });
  });
  await test.db.asMerchant(shop, (work) =>
    work.trx('outbox').update({ state: 'sent', settled_at: new Date(work.now) }),
  );
}

it('what is younger than its days stays, to the last', async () => {
  await live();
  test.clock.advance(29 * DAY);
  const before = await Promise.all(
    ['inbox_events', 'inbound_messages', 'outbox', 'one_time_links'].map(rows),
  );
  await forget();
  expect(
    await Promise.all(['inbox_events', 'inbound_messages', 'outbox', 'one_time_links'].map(rows)),
  ).toEqual(before);
});

it('links go after 30 days, what was not understood after 90', async () => {
  await live();
  expect([(await rows('one_time_links')).length, (await rows('not_understood')).length]).toEqual([1, 1]);
  test.clock.advance(32 * DAY);
  await forget();
  expect([(await rows('one_time_links')).length, (await rows('not_understood')).length]).toEqual([0, 1]);
  test.clock.advance(60 * DAY);
  await forget();
  expect(await rows('not_understood')).toEqual([]);
});

it('after 180 days nobody’s words are left, and the sale, its books and its message’s id are', async () => {
  await live();
  test.clock.advance(182 * DAY);
  await forget();
  const said = await rows<{ id: string; body: string; name: string }>('inbound_messages');
  expect(said.map(({ body, name }) => body + name)).toEqual(said.map(() => ''));
  const sent = await rows<{ body: unknown; params: unknown; choices: unknown }>('outbox');
  expect(sent.length).toBeGreaterThan(2);
  for (const { body, params, choices } of sent) expect([body, params, choices]).toEqual([null, null, null]);
  const reports = await rows<{ delivery_id: string; body: string }>('inbox_events');
  // What a person still has to look at waits for them.
  expect(new Map(reports.map(({ delivery_id: id, body }) => [id, body === '{}']))).toEqual(
    new Map([
      ['bad', false],
      ['good', true],
    ]),
  );
  expect(await rows('sales')).toMatchObject([{ total_cents: 10_000, cashback_cents: 500 }]);
  expect((await test.db.snapshot(shop, checkBooks)).faults).toEqual([]);
  test.clock.advance(225 * DAY);
  await forget();
  expect((await rows<{ body: string }>('inbox_events')).map(({ body }) => body)).toEqual(['{}', '{}']);
});

it('a delivery that was forgotten and comes again changes nothing', async () => {
  await live();
  test.clock.advance(182 * DAY);
  await forget();
  const [event] = await test.db.asMerchant(shop, (work) =>
    work.trx('inbox_events').where({ delivery_id: 'good' }).select('connection_id'),
  );
  const { connection_id: connectionId } = event as { connection_id: string };
  const at = new Date(START + DAY).toISOString();
  const data = { uniqueIdentifier: 's', creationDate: at, totalAmount: 100, customer: { phone: ANA } };
  await new Intake(test.db, test.clock, test.doorbell).add({
    merchantId: shop,
    connectionId,
    deliveryId: 'good',
    source: 'webhook',
    body: JSON.stringify({ type: 'sale.approved', timestamp: at, data }),
  });
  await readInbox(test.db, shop, test.logger, FULL_PACE);
  expect(await rows('sales')).toHaveLength(1);
  expect(await rows('inbox_events')).toHaveLength(2);
});

it('forgets portion by portion, until all of it is', async () => {
  const at = new Date(test.clock.now());
  await test.db.asMerchant(shop, (work) =>
    work.trx.raw(
      `INSERT INTO inbound_messages (merchant_id, id, chat_id, name, kind, body, sent_at, due_at, handled_at)
       SELECT current_merchant(), n::text, 'c', 'Ana', 'text', 'oi', ?, ?, ? FROM generate_series(1, 2500) AS n`,
      [at, at, at],
    ),
  );
  test.clock.advance(182 * DAY);
  await forget();
  const said = await rows<{ body: string; name: string }>('inbound_messages');
  expect([said.length, said.filter(({ body, name }) => body + name !== '').length]).toEqual([2500, 0]);
  const done = await rows('forgotten');
  expect(done).toHaveLength(RETENTION.filter(({ days }) => days < 400).length);
  await forget();
  expect(await rows('forgotten')).toEqual(done);
});

it('SECURITY.md names each matter with its days', () => {
  const text = readFileSync(join(__dirname, '..', '..', 'SECURITY.md'), 'utf8');
  for (const { what, days } of RETENTION)
    expect([what, new RegExp(`\\| ${what} +\\| ${days} days`).test(text)]).toEqual([what, true]);
});
